/* One difference between a student and the machine: both marks, the rule, the choice, and the reason. */

/** @import { Body, Kit } from "../../page/types.d.ts" */
/** @import { StoredMark } from "../mark/types.d.ts" */
/** @import { AnnotatePage, Pair, Part, Settled } from "./types.d.ts" */

import { canonical } from "../../page/canonical.js";
import { fill, make } from "../../page/elements.js";
import { body as marking } from "../mark/body.js";
import { sentencesOf } from "./sentences.js";

const LONGEST_WHY = 500;
/** @type {Settled} */
const OPEN = { choice: "", why: "", marks: [], group: null };

/** Name what can be chosen for a difference. @param {Pair} pair */
function optionsOf({ draft, group }) {
  if (!draft) return "only_own";
  return group === null ? "only_draft" : "both";
}

/**
 * Build a card.
 * @param {Kit<AnnotatePage>} kit
 * @param {Pair} pair
 * @param {Part} part
 * @param {StoredMark[]} marks the student's own
 * @param {(id: string, one: Settled, spoken?: string, run?: string | null) => void} change
 */
export function cardOf(kit, pair, part, marks, change) {
  const words = kit.words.settling;
  const { draft, group, id } = pair;
  const points = Array.from(part.sentences.join("\n"));
  const uid = `${kit.uid}-${id}`;
  const end = new AbortController();
  const names = new Map(kit.page.labels.map((label) => [label.id, label.name]));
  const own = marks.filter((mark) => mark.group === group);
  const theirs = draft ? draft.marks : [];
  const options = words[optionsOf(pair)];
  let one = OPEN;
  let isLocked = true;
  /** Where other words are marked, as soon as they are asked for. @type {Body | null} */
  let anew = null;

  const quote = (/** @type {StoredMark} */ mark) => `“${points.slice(mark.start, mark.end).join("")}”`;
  const sentenceOf = (/** @type {StoredMark} */ mark) =>
    sentencesOf(part).findLast(({ start }) => start <= mark.start)?.number ?? part.first;
  const [told] = [...(draft ? theirs : own)].sort((a, b) => Number(b.label === "cue") - Number(a.label === "cue"));
  const heading = make("h5", {
    class: "ws-annotate-card-title",
    dir: "auto",
    text: fill(draft ? words.draft : words.own_only, { words: quote(told), sentence: sentenceOf(told) }),
  });
  const radios = Object.entries(options).map(([choice, text]) => {
    const on = { change: () => take({ ...one, choice: /** @type {Settled["choice"]} */ (choice) }) };
    const input = make("input", { type: "radio", name: uid, value: choice, on });
    return { input, root: make("label", { class: "ws-choice" }, [input, make("span", { text: String(text) })]) };
  });
  const input = () => take({ ...one, why: why.value }, "", "why");
  // A browser lets nobody type more than is kept; what stands is never cut.
  const bounds = { rows: 2, dir: "auto", maxlength: LONGEST_WHY };
  const why = make("textarea", { id: `${uid}-why`, class: "ws-annotate-why", ...bounds, on: { input } });
  const place = make("div", { class: "ws-annotate-anew", hidden: true });
  const root = make("li", { class: "ws-annotate-card" }, [
    heading,
    draft && make("p", { class: "ws-annotate-level", "data-level": draft.level, text: words.level[draft.level] }),
    draft && make("p", { class: "ws-annotate-rule", text: fill(words.rule, { rule: draft.rule }) }),
    make("dl", { class: "ws-annotate-both" }, [...side(words.machines, theirs), ...side(words.yours, own)]),
    make("fieldset", { class: "ws-annotate-what" }, [
      make("legend", { text: words.what }),
      ...radios.map((radio) => radio.root),
    ]),
    place,
    make("label", { class: "ws-annotate-label", for: why.id, text: words.why }),
    why,
  ]);

  /** @param {string} who @param {StoredMark[]} marked */
  function side(who, marked) {
    const lines = marked.map((mark) => `${names.get(mark.label) ?? mark.label}: ${quote(mark)}`);
    return [
      make("dt", { text: who }),
      ...(lines.length ? lines : [words.nothing]).map((text) => make("dd", { dir: "auto", text })),
    ];
  }

  /** @param {Settled} next @param {string} [spoken] @param {string | null} [run] */
  function take(next, spoken, run = null) {
    if (isLocked) return;
    // Who marks other words begins with those of the draft.
    const goesOn = next.choice === "changed" && one.choice === "changed";
    const stands = ["accepted", "changed"].includes(next.choice) ? theirs : [];
    one = { ...next, group, marks: goesOn ? next.marks : stands };
    draw();
    change(id, one, spoken, run && `${id}-${run}`);
  }

  function draw() {
    for (const radio of radios) radio.input.checked = radio.input.value === one.choice;
    if (why.value !== one.why) why.value = one.why;
    place.hidden = one.choice !== "changed";
    if (!place.hidden) markAnew();
  }

  /** Open the sentences of the draft for other marks. */
  function markAnew() {
    if (!anew) {
      const touched = [...theirs, ...own];
      const shown = sentencesOf(part).filter(({ start, text }) => {
        const last = start + Array.from(text).length;
        return touched.some((mark) => mark.start < last && start < mark.end);
      });
      const page = { text_id: "own", labels: kit.page.labels, sentences: shown, given: [], free: false, asked: 1 };
      const changed = (/** @type {string} */ spoken) => take({ ...one, marks: anew?.read().marks ?? [] }, spoken);
      anew = marking({ ...kit, page, uid: `${uid}-anew`, signal: end.signal, changed });
      place.replaceChildren(make("p", { class: "ws-annotate-label", text: words.mark_anew }), anew.root);
    }
    if (canonical(anew.read().marks) !== canonical(one.marks)) anew.write({ marks: one.marks });
    anew.lock(isLocked, false);
  }

  return {
    root,
    end: () => end.abort(),
    /** @param {Settled | undefined} stored */
    write(stored) {
      one = { ...OPEN, ...stored };
      draw();
    },
    /** @param {boolean} locks */
    lock(locks) {
      isLocked = locks;
      for (const radio of radios) radio.input.disabled = locks;
      why.readOnly = locks;
      anew?.lock(locks, false);
    },
    lacks() {
      if (!one.choice) return words.no_choice;
      if (one.choice === "changed" && !one.marks.length) return words.no_marks;
      return one.why.trim() ? "" : words.no_why;
    },
  };
}
