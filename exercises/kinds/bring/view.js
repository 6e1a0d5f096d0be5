/** @import { Body, Kit } from "../../page/types.d.ts" */
/** @import { Reply } from "../../page/messages.d.ts" */
/** @import { BringPage, Brought } from "./types.d.ts" */

import { Bringing } from "../../page/bringing.js";
import { fill, make } from "../../page/elements.js";
import { exercise } from "../../page/kit.js";
import { chooserOf } from "./chooser.js";
import { nothing, usual, withPart } from "./part.js";
import { unreadOf } from "./unread.js";

const ENDINGS = ".txt,.md,.markdown,.html,.htm,.xhtml,.docx,.pdf";
const LONGEST_LINE = 300;

/**
 * Bringing a text: pasted, from a file, or the one of the lesson; then choosing the part to work on.
 * @param {Kit<BringPage>} kit
 * @returns {Body}
 */
function body({ page, words, changed, say, ask, putAside, shelf, uid }) {
  const bringing = new Bringing(ask);
  let brought = nothing();
  /** All sentences, as long as this page knows them. @type {string[] | null} */
  let whole = null;
  let isLocked = false;

  const on = { input: typed };
  const area = make("textarea", { id: `${uid}-paste`, class: "ws-bring-area", rows: 6, dir: "auto", on });
  const unread = unreadOf(shelf, uid);
  const file = make("input", {
    type: "file",
    accept: ENDINGS,
    class: "ws-bring-file",
    hidden: true,
    on: { change: opened },
  });
  const note = make("p", { class: "ws-bring-note", hidden: true });
  const door = make("div", { class: "ws-bring-door" }, [
    make("label", { class: "ws-bring-label", for: area.id, text: words.paste }),
    area,
    make("div", { class: "ws-bring-row" }, [
      button("read", pasted),
      button("open", () => file.click()),
      file,
      button("example", takeExample),
    ]),
    make("p", { class: "ws-bring-about", text: words.stays }),
  ]);
  const title = line("title");
  const origin = line("origin");
  const notes = make("ul", { class: "ws-bring-notes" });
  const chooser = chooserOf(page, words, uid, choose);
  const there = make("section", { class: "ws-bring-there", "aria-label": words.there, hidden: true }, [
    title.root,
    origin.root,
    notes,
    chooser.root,
  ]);
  const root = make("div", { class: "ws-bring" }, [door, note, there]);

  /** @param {string} name @param {() => void} click */
  function button(name, click) {
    return make("button", { class: "ws-button", text: words[name], on: { click } });
  }

  /** A field for one line: what is typed is the answer at once. @param {"title" | "origin"} name */
  function line(name) {
    const typed = () => {
      brought = { ...brought, [name]: field.value };
      changed("", `line-${name}`);
    };
    const id = `${uid}-line-${name}`;
    const bounds = { dir: "auto", maxlength: LONGEST_LINE };
    const field = make("input", { id, class: "ws-bring-line", ...bounds, on: { input: typed } });
    const label = make("label", { for: id, text: words[`field_${name}`] });
    return { root: make("div", { class: "ws-bring-field" }, [label, field]), field };
  }

  /** @param {string} sentence */
  function tell(sentence) {
    note.textContent = sentence;
    note.hidden = !sentence;
    if (sentence) say(sentence);
  }

  /** Mark the field for whoever leaves the page, whether the browser keeps its text or not. */
  function mark(isUnread = Boolean(area.value)) {
    area.toggleAttribute("data-unread", isUnread);
  }

  function typed() {
    mark();
    const kept = unread.keep(area.value);
    const sentence = area.value && (kept ? words.only_here : words.not_kept);
    if (note.textContent !== sentence) tell(sentence);
  }

  function pasted() {
    if (!area.value.trim()) {
      tell(words.nothing);
      area.focus();
      return;
    }
    bring("", new TextEncoder().encode(area.value), words.large_paste);
  }

  async function opened() {
    const one = file.files?.[0];
    file.value = "";
    if (!one) return;
    if (one.size > page.largest) {
      tell(fill(words.large, { most: Math.floor(page.largest / 1_000_000) }));
      return;
    }
    try {
      bring(one.name, new Uint8Array(await one.arrayBuffer()), words.large);
    } catch {
      tell(words.unread);
    }
  }

  /** @param {string} name @param {Uint8Array} bytes @param {string} large */
  function bring(name, bytes, large) {
    if (isLocked) return;
    if (bytes.length > page.largest) {
      tell(fill(large, { most: Math.floor(page.largest / 1_000_000) }));
      return;
    }
    tell(words.reading);
    const sent = name ? null : area.value;
    bringing.bring(name, bytes, (reply) => heard(reply, sent));
  }

  /** @param {Reply} reply @param {string | null} sent what was pasted */
  function heard({ kind, read, words: refusal = "" }, sent) {
    if (kind !== "read" || !read) tell(refusal);
    else if (isLocked) tell("");
    else if (take({ ...read, origin: "" }, read.sentences) && area.value === sent) {
      mark(false);
      unread.keep("");
    }
  }

  function takeExample() {
    bringing.stop();
    const { example_title, example_origin, example } = page;
    take({ title: example_title, origin: example_origin, notes: [], language: "en" }, example);
  }

  /** Says whether the text is taken. @param {Partial<Brought>} about @param {string[]} sentences */
  function take(about, sentences) {
    const part = usual(sentences, 1, page);
    if (!part) {
      tell(words.no_part);
      return false;
    }
    // The text before this one is not lost: it goes to Earlier versions.
    if (brought.total) putAside();
    whole = sentences;
    const { title: name = "", origin: from = "", notes: said = [], language = "unknown" } = about;
    const blank = { ...nothing(), title: name, origin: from, notes: said, language };
    brought = withPart(blank, sentences, ...part, page);
    tell("");
    draw();
    const form = brought.first === brought.last ? words.was_read_one : words.was_read;
    changed(fill(form, { total: brought.total, first: brought.first, last: brought.last }));
    chooser.focus();
    return true;
  }

  /** @param {number} first @param {number} last */
  function choose(first, last) {
    if (!whole || isLocked) return;
    brought = withPart(brought, whole, first, last, page);
    draw();
    changed(fill(first === last ? words.chosen_one : words.chosen, { first, last }));
  }

  /** What of the whole text is known here: all of it, if it was short enough to be kept. */
  function known() {
    const kept = brought.begins === 1 && brought.sentences.length === brought.total;
    if (kept) return brought.sentences;
    const same = whole?.length === brought.total && whole[brought.begins - 1] === brought.sentences[0];
    return same ? whole : null;
  }

  function draw() {
    whole = known();
    there.hidden = !brought.total;
    door.hidden = isLocked;
    // Written only where it is another one: a field that is written loses the place of the hand.
    if (title.field.value !== brought.title) title.field.value = brought.title;
    if (origin.field.value !== brought.origin) origin.field.value = brought.origin;
    notes.hidden = !brought.notes.length;
    notes.replaceChildren(...brought.notes.map((text) => make("li", { text })));
    chooser.draw(brought, whole, isLocked);
  }

  /** Take what was left here into the field, and say that nothing but the browser has it. */
  function goOn() {
    area.value = unread.left();
    note.textContent = area.value && words.only_here;
    note.hidden = !area.value;
    mark();
  }

  // What stands here and is not read is kept, also when another window that had taken it over has emptied its field.
  window.addEventListener("storage", (change) => {
    if (unread.isTaken(change) && area.hasAttribute("data-unread")) unread.keep(area.value);
  });
  goOn();
  draw();
  return {
    root,
    read: () => brought,
    write(answer) {
      const fields = Object.entries({ ...nothing(), ...answer }).filter(([name]) => name in nothing());
      brought = /** @type {Brought} */ (/** @type {unknown} */ (Object.fromEntries(fields)));
      draw();
      // Taken back by Undo, the text is in no answer any more.
      if (!brought.total && area.value) typed();
    },
    // What is left out of a stored answer is as in a blank one.
    essence: (answer) => ({ ...nothing(), ...answer }),
    lock(locks) {
      if (locks === isLocked) return;
      isLocked = locks;
      title.field.readOnly = origin.field.readOnly = locks;
      draw();
    },
    show() {},
    hasKey: () => false,
    complete: () => (brought.total ? "" : words.incomplete),
    reset() {
      bringing.stop();
      whole = null;
      goOn();
    },
    focus: () => (brought.total ? chooser.focus() : area.focus()),
  };
}

export default { render: exercise(body) };
