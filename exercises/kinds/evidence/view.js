/** @import { Body, Kit } from "../../page/types.d.ts" */
/** @import { Bench, Check, Claim, Earlier, EvidencePage, Source } from "./types.d.ts" */

import { fill, make } from "../../page/elements.js";
import { exercise } from "../../page/kit.js";
import { takeaway } from "../../page/takeaway.js";
import { webPart } from "../desk/answers.js";
import { heading } from "../desk/parts.js";
import { answersStep } from "./answers.js";
import { claimStep } from "./claim.js";
import { fieldOf } from "./field.js";
import { blank, missingIn, nothing, originsOf, without } from "./log.js";
import { sourceForm } from "./source.js";

/**
 * A check of one's own: a claim out of the text that was brought, a log of sources that one found, and two answers.
 * @param {Kit<EvidencePage>} kit
 * @returns {Body}
 */
function body({ page, words, uid, dates, say, ask, putAside, changed, signal }) {
  let check = nothing();
  let isLocked = false;
  /** @type {Map<string, ReturnType<typeof sourceForm>>} */
  const forms = new Map();

  /** @type {Bench} */
  const bench = {
    page,
    words,
    uid: `${uid}-own`, // the frame around it has names of its own
    say,
    plainDate: (day) => (/^\d{4}-\d\d-\d\d$/.test(day) ? dates.day(day) : day),
    locked: () => isLocked,
    check: () => check,
    change(part, spoken = "", run = null) {
      if (isLocked) return;
      check = { ...check, ...part };
      draw();
      changed(spoken, run);
    },
  };

  const none = make("p", { class: "ws-evidence-none" });
  const claim = claimStep(bench, ask, putAside, beginAnew);
  const answers = answersStep(bench);
  const list = make("ol", { class: "ws-evidence-log" });
  const add = make("button", { class: "ws-button ws-desk-add", text: words.add_source, on: { click: addSource } });
  const count = make("p", { class: "ws-desk-help ws-evidence-count" });
  const searched = fieldOf(bench, "searched", words.nothing, "textarea", (value) =>
    bench.change({ searched: value }, "", "searched"),
  );
  const logTitle = heading("h4", words.step_log, "ws-desk-step");
  const log = make("section", { class: "ws-evidence-sources" }, [
    logTitle,
    make("p", { class: "ws-desk-help", text: words.log_help }),
    // Links to search engines stand here only where a teacher has turned them on.
    ...webPart(/** @type {any} */ ({ words, page, uid: bench.uid }), 0),
    list,
    add,
    count,
    searched.root,
  ]);
  const root = make("div", { class: "ws-desk ws-evidence" }, [none, claim.root, log, answers.root]);
  signal.addEventListener("abort", () => claim.stop());

  function addSource() {
    if (isLocked || check.log.length >= page.most) return;
    const source = blank(check.log);
    bench.change({ log: [...check.log, source] }, fill(words.source_added, { number: check.log.length + 1 }));
    forms.get(source.id)?.focus();
  }

  /** @param {string} id */
  function remove(id) {
    const number = check.log.findIndex((one) => one.id === id) + 1;
    bench.change({ log: without(check.log, id) }, fill(words.source_removed, { number }));
    logTitle.focus();
  }

  /** Check another claim; what was done about this one goes to Earlier versions. */
  function beginAnew() {
    if (isLocked) return;
    putAside();
    bench.change(nothing(), words.begun_anew);
    claim.title.focus();
  }

  function drawLog() {
    for (const [id, form] of forms) {
      if (check.log.some((one) => one.id === id)) continue;
      form.root.remove();
      forms.delete(id);
    }
    check.log.forEach((source, index) => {
      const form = forms.get(source.id) ?? sourceForm(bench, source.id, () => remove(source.id));
      forms.set(source.id, form);
      // Moved only where it stands elsewhere: a field that is moved loses the hand that types.
      if (list.children[index] !== form.root) list.insertBefore(form.root, list.children[index] ?? null);
      form.draw(source, index + 1, check.log);
    });
    const isFull = check.log.length >= page.most;
    add.hidden = isLocked || isFull;
    count.hidden = !check.log.length;
    const said = fill(words.count, { sources: check.log.length, origins: originsOf(check.log) });
    count.textContent = isFull ? `${said} ${fill(words.full, { most: page.most })}` : said;
    searched.draw(check.searched);
    searched.lock(isLocked);
  }

  function draw() {
    log.hidden = answers.root.hidden = !check.claim;
    claim.draw();
    drawLog();
    answers.draw(check);
    none.hidden = Boolean(check.claim) || claim.isOpen();
    claim.root.hidden = !none.hidden;
  }

  return {
    root,
    read: () => check,
    write(answer) {
      check = known({ ...nothing(), ...answer });
      draw();
    },
    recall(/** @type {Earlier | null} */ was) {
      none.textContent = was ? fill(words.no_part, { title: was.title }) : words.no_text;
      claim.show(was?.part ?? null);
      draw();
    },
    lock(locks) {
      isLocked = locks;
      draw();
    },
    show() {},
    hasKey: () => false,
    complete: () => (none.hidden ? missingIn(check, words) : (none.textContent ?? "")),
    reset() {
      check = nothing();
      claim.show(null);
      draw();
    },
    focus: () => (none.hidden ? claim.title.focus() : say(none.textContent ?? "")),
  };
}

/** Give what of an answer this page can show: a source that points at none stands alone. @param {Check} check @returns {Check} */
function known(check) {
  const ids = new Set(check.log.map(({ id }) => id));
  const shown = (/** @type {Source} */ one) => ({
    ...blank([]),
    ...one,
    same_as: ids.has(one.same_as) ? one.same_as : "",
  });
  /** @type {Partial<Claim>} */
  const bare = { title: "", own: "" };
  const claim = check.claim && { ...bare, ...check.claim };
  return { ...check, claim, log: check.log.map(shown) };
}

export default { render: exercise(body, takeaway) };
