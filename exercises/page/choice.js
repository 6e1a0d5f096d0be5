/* Asks which of two answers should stand. */

/** @import { Message, Reply } from "./messages.d.ts" */
/** @import { Content, Dates, Draft, Now, State, Told, Words } from "./types.d.ts" */
/** @import { Send } from "./courier.js" */
/** @import { Drafts } from "./drafts.js" */
/** @import { Frame } from "./frame.js" */
/** @import { Keeping } from "./keeping.js" */

import { fill, make } from "./elements.js";
import { button, told } from "./told.js";
import { isHeld } from "./phases.js";

/**
 * What it is given of the exercise.
 * @typedef {Object} Parts
 * @property {Now} now
 * @property {Words} words
 * @property {Dates} dates
 * @property {Frame} frame
 * @property {Drafts} drafts
 * @property {Keeping} keeping
 * @property {(kind: string) => void} act sends the answer of the page, and waits
 * @property {Send} send
 */

/**
 * What is offered, with the version that it was told beside.
 * @typedef {{name: string, draft: Draft, usable: boolean, box: HTMLElement, sides: HTMLElement, version: string|null}} Offer
 */

/** The questions of an exercise, above it. */
export class Choice {
  #parts;
  /** The box of what is offered. @type {Offer|null} */
  #offer = null;
  /** The buttons of the question. @type {HTMLButtonElement[]} */
  #answers = [];

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** Ask which answer should stand, after one was changed in another place. */
  ask() {
    const { now, words, dates, frame } = this.#parts;
    if (!now.asked) return;
    const { state, theirs, mine, may_keep } = now.asked;
    const time = state.saved_at ? dates.moment(state.saved_at, words.moment) : "";
    const keepOther = () => this.#keepOther();
    const keepMine = () => this.#keepMine();
    const question = fill(may_keep ? words.changed_ask : words.changed_closed, { time });
    const buttons = may_keep
      ? [button(words.keep_other, this.#answer(keepOther)), button(words.keep_mine, this.#answer(keepMine))]
      : [button(words.all_right, this.#answer(keepOther))];
    this.#answers = buttons;
    this.#lock();
    const sides = make("div", { class: "ws-choice-sides" }, [
      told(words.other_answer, theirs, words.no_answer),
      told(words.my_answer, mine, words.no_answer),
    ]);
    const note = make("p", { class: "ws-choice-note", text: words.other_stays });
    const about = { class: "ws-notice", role: "group", "aria-label": words.changed_name, tabindex: "-1" };
    const notice = make("div", about, [make("p", { text: question }), sides, ...buttons, note]);
    const held = frame.root.contains(document.activeElement);
    frame.notices.replaceChildren(notice);
    frame.say(question);
    if (held) notice.focus();
  }

  /** Let the answer that stands stay; the one of this page is under its earlier versions. */
  #keepOther() {
    const { now, drafts, keeping, frame } = this.#parts;
    const { asked } = now;
    if (!asked) return;
    const { state, latest } = asked;
    if (latest && keeping.isGone(asked)) {
      Object.assign(now, { asked: null, refused: "", state: latest });
      const other = { answer: state.answer ?? {}, confidence: state.confidence };
      if (!keeping.use(other, { alone: true })) keeping.putAside(other);
    } else {
      Object.assign(now, { asked: null, refused: "", fresh: true, state: { ...now.state, version: "" } });
      drafts.clear();
      keeping.adopt(latest ?? state);
    }
    frame.focusBody();
    this.offer();
  }

  /** Put the answer of this page in the place of the one that was shown beside it. */
  #keepMine() {
    const { now, keeping, act } = this.#parts;
    if (!now.asked) return;
    const { state, latest } = now.asked;
    const gone = latest && keeping.isGone(now.asked);
    if (gone) keeping.putAside({ answer: state.answer ?? {}, confidence: state.confidence });
    const { version, phase } = gone ? latest : state;
    Object.assign(now, { asked: null, state: { ...now.state, version, phase } });
    act("mine");
    this.offer();
  }

  /** Say that the answer was changed in another place, and is shown as it stands there. @param {State} state @param {boolean} blank whether none stood here */
  changed({ saved_at }, blank) {
    const { words, dates, frame } = this.#parts;
    frame.tell(
      fill(blank ? words.came : words.changed, { time: saved_at ? dates.moment(saved_at, words.moment) : "" }),
    );
  }

  /** Offer what the browser kept and the kernel never got, one after the other. */
  offer() {
    const { now, keeping, frame } = this.#parts;
    // A question stays in sight until it is answered.
    const [left] = now.asked ? [] : keeping.toOffer();
    now.offered = Boolean(left);
    if (left) this.#draw(left);
    else if (this.#offer && frame.notices.contains(this.#offer.box)) this.#put();
  }

  /** Ask no longer about what stands here by now, or what the browser does not keep any more: see what is left. */
  look() {
    const { now, keeping } = this.#parts;
    this.#lock();
    if (!now.offered || !this.#offer || isHeld(now)) return;
    const { draft, usable, version } = this.#offer;
    if (!keeping.isLeft(this.#offer) || keeping.mayUse(draft) !== usable) this.offer();
    else if (version !== now.state.version) this.#ask(this.#offer);
  }

  /** Another view has gone: the browser may keep what it still owed of this answer. @param {Told} told */
  gone({ exercise, lesson, code, owes }) {
    const { page, fresh } = this.#parts.now;
    if (owes && !fresh && exercise === page.id && lesson === page.lesson && code === page.code) this.offer();
  }

  /** Put a box above the exercise, or none; the focus goes along. @param {HTMLElement} [box] */
  #put(box) {
    const { frame } = this.#parts;
    const held = frame.notices.contains(document.activeElement);
    frame.notices.replaceChildren(...(box ? [box] : []));
    if (held) (box ?? frame.root).focus({ preventScroll: true });
  }

  /** @param {{name: string, draft: Draft}} left */
  #draw({ name, draft }) {
    const { now, words, dates, frame, drafts, keeping, send } = this.#parts;
    const { answer, confidence } = draft;
    const usable = keeping.mayUse(draft);
    const next = () => {
      frame.focusBody();
      this.offer();
    };
    const used = this.#close(() => {
      frame.say(words.draft_used);
      // Where there was no room for a second one, this one stays until the kernel has it.
      if (drafts.kept) drafts.drop(name, draft);
      else drafts.hold(name);
      next();
    });
    const stored = (/** @type {boolean} */ done) => (done ? drafts.drop(name, draft) : drafts.release(name));
    const use = () => isHeld(now) || (this.use(draft, stored) && used());
    const drop = () => {
      drafts.hold(name);
      send("aside", { answer, confidence }, (done) => {
        drafts.release(name);
        if (done) drafts.drop(name, draft);
        this.offer();
      });
      frame.say(words.draft_dropped);
      frame.focusBody();
    };
    const found = fill(words.draft_found, { time: dates.moment(draft.at, words.moment) });
    const away = button(words.draft_drop, this.#close(drop));
    const offered = usable ? button(words.draft_use, use) : make("p", { text: words.draft_sealed });
    const about = { class: "ws-notice", role: "group", "aria-label": words.draft_name, tabindex: "-1" };
    const sides = make("div", { class: "ws-choice-sides", hidden: true });
    const note = make("p", { class: "ws-choice-note", text: words.other_stays, hidden: !usable });
    const box = make("div", about, [make("p", { text: found }), sides, offered, away, note]);
    this.#offer = { name, draft, usable, box, sides, version: null };
    this.#put(box);
    this.#ask(this.#offer);
  }

  /** The browser holds an answer as the exercise keeps it; only the kernel can tell it in words. @param {Offer} offer */
  #ask(offer) {
    const { now, send } = this.#parts;
    offer.version = now.state.version;
    send("tell", { answer: offer.draft.answer });
  }

  /** Show what is offered in words, beside what stands. @param {Message} asked @param {Reply} reply */
  told({ answer }, { kind, theirs = [], mine = [] }) {
    const { words } = this.#parts;
    if (kind !== "told" || !this.#offer || answer !== this.#offer.draft.answer) return;
    const stands = theirs.length ? [told(words.draft_stands, theirs, words.no_answer)] : [];
    this.#offer.sides.replaceChildren(told(words.draft_held, mine, words.no_answer), ...stands);
    this.#offer.sides.hidden = false;
  }

  /**
   * Put an answer in place of the one that stands; of one that this edition cannot show, say so.
   * @param {Content} one
   * @param {import("./courier.js").After} [after]
   * @returns {boolean} whether it is shown
   */
  use(one, after) {
    const { words, frame, keeping } = this.#parts;
    const shown = keeping.use(one, { after });
    if (!shown) frame.tell(words.cannot_use);
    return shown;
  }

  /** Whether nothing can be answered now: what is kept could not be sent, and the question would be gone with it. */
  #waits() {
    const { held, busy } = this.#parts.now;
    return held || busy;
  }

  /** Show whether the question can be answered now. */
  #lock() {
    for (const one of this.#answers) one.setAttribute("aria-disabled", String(this.#waits()));
  }

  /** Answer the question, as soon as that can be done. @param {() => void} action */
  #answer(action) {
    const close = this.#close(action);
    return () => this.#waits() || close();
  }

  /** The focus must not stay on a button that is gone. @param {() => void} action */
  #close(action) {
    return () => {
      const { now, frame } = this.#parts;
      frame.notices.replaceChildren();
      frame.say("");
      now.offered = false;
      action();
    };
  }
}
