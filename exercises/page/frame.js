/* What an exercise looks like: title, buttons, confidence, the place of the result, and the sentences it says. */

/** @import { Body, Dates, Now, Page, State, Status, Words } from "./types.d.ts" */
/** @import { Sheet } from "./sheet.js" */

import { canonical } from "./canonical.js";
import { confidence } from "./confidence.js";
import { fill, make } from "./elements.js";
import { holdKeys, takeNothingBack } from "./keys.js";
import { buttonsOf, isAnswered, isCovered, isHeld, sealLine } from "./phases.js";
import { resultParts } from "./result.js";

/** Names of the buttons in their order, and how each looks. */
const BUTTONS = {
  check: "primary",
  open: "primary",
  again: "primary",
  show: "plain",
  hint: "plain",
  undo: "plain",
  pass: "quiet",
};

/**
 * What it is made of; `foot` stands below the buttons.
 * @typedef {{page: Page, words: Words, outcomes: Words, dates: Dates, uid: string, body: Body,
 *   foot?: HTMLElement}} Parts
 */

/**
 * What the frame calls when the student does something; nothing else of what is above it is known here.
 * @typedef {Object} Actions
 * @property {(name: string) => void} press a button, by its name
 * @property {(step: number) => void} beSure
 * @property {(event: KeyboardEvent) => void} key
 */

/** Draws an exercise from its page, what stands now, and its words. */
export class Frame {
  #drawn = "";

  /**
   * @param {HTMLElement} el where it is drawn
   * @param {Parts} parts
   * @param {Actions} actions
   */
  constructor(el, { page, words, outcomes, dates, uid, body, foot }, actions) {
    this.words = words;
    this.outcomes = outcomes;
    this.dates = dates;
    this.body = body;
    this.note = paragraph("ws-note");
    this.earlierTitle = make("summary", {});
    this.earlierList = make("ul", { class: "ws-earlier-list" });
    this.earlierNote = paragraph("ws-choice-note", words.earlier_note);
    this.earlierMore = paragraph("ws-choice-note");
    const earlier = [this.earlierTitle, this.earlierNote, this.earlierList, this.earlierMore];
    this.earlier = make("details", { class: "ws-earlier", hidden: true }, earlier);
    this.live = make("p", { class: "ws-live", role: "status", "aria-live": "polite" });
    this.notices = make("div", { class: "ws-notices" });
    this.hints = make("ol", { class: "ws-hints", hidden: true, "aria-label": words.hints });
    this.older = make("p", { class: "ws-notice", hidden: true });
    this.resultTitle = make("h4", { class: "ws-result-title", tabindex: "-1", id: `${uid}-result` });
    this.result = make("section", {
      class: "ws-result",
      hidden: true,
      // What is sealed and what opens it may lie on one page under one title.
      "aria-labelledby": [`${uid}-title`, ...(page.opening ? [`${uid}-told`] : []), `${uid}-result`].join(" "),
    });
    this.statusLine = make("p", { class: "ws-status" });
    this.sure = confidence(page, words, uid, actions);
    this.sealLine = paragraph("ws-seal-line", "", { id: `${uid}-seal` });
    this.bodyPlace = make("div", { class: "ws-body" }, body.root);
    /** @type {Record<string, HTMLElement>} */
    this.buttons = Object.fromEntries(
      Object.entries(BUTTONS).map(([name, look]) => {
        const click = () => actions.press(name);
        return [name, make("button", { class: `ws-button ws-${look}`, text: words[name], on: { click } })];
      }),
    );
    this.buttonRow = make("div", { class: "ws-buttons" }, Object.values(this.buttons));
    const about = { "data-exercise": page.id, role: "group", "aria-labelledby": `${uid}-title` };
    const classes = `ws-root ws-exercise ws-kind-${page.kind}`;
    this.root = make("div", { class: classes, ...about, on: { keydown: actions.key } }, [
      make("h3", { class: "ws-title", id: `${uid}-title`, text: page.title }),
      paragraph("ws-label", page.label),
      paragraph("ws-instruction", page.opening ? words.opening : page.instruction, { id: `${uid}-told` }),
      this.older,
      this.notices,
      this.bodyPlace,
      this.hints,
      this.sure,
      this.result,
      body.below ?? null,
      this.note,
      this.sealLine,
      this.buttonRow,
      foot ?? null,
      this.statusLine,
      this.earlier,
      this.live,
    ]);
    if (page.seal) this.buttons.check.setAttribute("aria-describedby", `${uid}-seal`);
    el.replaceChildren(holdKeys(this.root));
  }

  /**
   * Draw what stands now.
   * @param {Now} now
   * @param {Sheet} sheet
   */
  draw(now, sheet) {
    const { page, state } = now;
    const { phase, result, key, sealed_at } = state;
    const busy = isHeld(now);
    const covered = isCovered(state, page);
    this.body.lock(phase !== "open" || busy || !sheet.readable, phase === "half" && !busy && sheet.readable);
    this.body.recall?.(state.earlier);
    this.bodyPlace.hidden = covered;
    this.sure.hidden = covered || !page.confidence;
    this.sure.disabled = phase !== "open" || busy;
    for (const radio of this.sure.querySelectorAll("input")) radio.checked = Number(radio.value) === sheet.confidence;
    this.#drawButtons(now, sheet);
    this.sealLine.textContent = sealLine(state, page, this.words, this.dates);
    this.sealLine.hidden = !this.sealLine.textContent;
    this.older.hidden = !state.older;
    this.older.textContent = phase === "open" ? this.words.older_open : this.words.older;
    this.root.dataset.phase = phase;
    const next = canonical([page.code, phase, result, key, sealed_at, state.way, this.#committed(state)]);
    if (next === this.#drawn) return;
    this.#drawn = next;
    this.#drawResult(now);
  }

  /** What a result is about and may quote: two students, or two answers, can have the same one. @param {State} state */
  #committed({ phase, answer }) {
    return isAnswered(phase) && answer ? (this.body.first?.(answer) ?? answer) : null;
  }

  /** @param {Now} now @param {Sheet} sheet */
  #drawButtons(now, sheet) {
    const { words, buttons } = this;
    const { page, state } = now;
    const busy = isHeld(now);
    const half = state.phase === "half";
    const there = buttonsOf(state, page, this.body, sheet.readable);
    for (const [name, button] of Object.entries(buttons)) {
      button.hidden = !there.includes(name);
      button.setAttribute("aria-disabled", String(busy || (name === "undo" && !sheet.canUndo)));
    }
    this.buttonRow.hidden = !there.length;
    buttons.check.textContent = half ? (this.body.secondCheck ?? "") : page.seal ? words.seal : words.check;
    buttons.again.classList.toggle("ws-primary", !half);
  }

  /** @param {Now} now */
  #drawResult({ page, state }) {
    const { words } = this;
    const { phase, result, key } = state;
    this.body.show(isAnswered(phase) ? result : null, phase === "shown" ? key : null, phase);
    this.result.hidden = phase === "open" || isCovered(state, page);
    this.resultTitle.textContent = phase === "open" ? "" : words[phase];
    const parts = [this.resultTitle, ...resultParts(page, state, this)];
    this.result.replaceChildren(...parts.flatMap((part) => part || []));
  }

  /** Show the next of the hints, if there is one more. @param {string[]} hints */
  showHint(hints) {
    const { next_hint, no_more_hints } = this.words;
    const shown = this.hints.children.length;
    if (shown >= hints.length) {
      this.say(no_more_hints);
      return;
    }
    const values = { shown: shown + 1, all: hints.length };
    this.hints.hidden = false;
    this.hints.append(make("li", { text: hints[shown] }));
    this.buttons.hint.textContent = shown + 1 < hints.length ? fill(next_hint, values) : no_more_hints;
    this.say(hints[shown]);
  }

  /** @param {Status} status @param {boolean} kept whether the answer that stands is on the disk */
  showStatus(status, kept) {
    this.statusLine.textContent = status.words;
    this.statusLine.dataset.state = status.state;
    this.statusLine.classList.toggle("ws-kept", kept);
  }

  /** Go to where the student works. */
  focusBody() {
    const { body } = this;
    if (body.focus) body.focus();
    else focusOn(body.root.querySelector("input, select, textarea, button, [tabindex]"));
  }

  /** Go to our answer where there is one, else to the result. @param {boolean} key whether our answer was asked for */
  focusResult(key) {
    focusOn((key && this.body.root.querySelector(".ws-key-title")) || this.resultTitle);
  }

  /** Say what is still missing before a Check, if anything is. @param {Now} now @param {Sheet} sheet */
  misses({ page, state: { phase } }, sheet) {
    const missing = this.body.complete?.(phase) ?? "";
    const unsure = !missing && page.confidence && sheet.confidence === null && phase === "open";
    if (missing || unsure) this.tell(missing || this.words.say_how_sure);
    if (unsure) focusOn(this.sure.querySelector("input"));
    return Boolean(missing || unsure);
  }

  /** Say a sentence in the live region; one that comes twice is read twice. @param {string} sentence */
  say(sentence) {
    this.live.textContent = sentence === this.live.textContent ? `${sentence}\u00a0` : sentence;
  }

  /** Nothing that was said to whoever was here before stays. */
  begin() {
    takeNothingBack(this.root);
    this.live.textContent = "";
    this.notices.replaceChildren();
    this.tell("");
  }

  /** Show a sentence beside the buttons and say it. @param {string} sentence */
  tell(sentence) {
    this.note.textContent = sentence;
    this.note.hidden = !sentence;
    if (sentence) this.say(sentence);
  }
}

/** @param {string} name @param {string} text @param {Record<string, unknown>} more */
function paragraph(name, text = "", more = {}) {
  return make("p", { class: name, text, hidden: !text, ...more });
}

/** @param {Element|null} element */
function focusOn(element) {
  if (element instanceof HTMLElement) element.focus();
}
