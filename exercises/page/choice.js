/* Asks which of two answers should stand, and shows those that do not stand. */

/** @import { Aside, Content, Dates, Now, State, Words } from "./types.d.ts" */
/** @import { Send } from "./courier.js" */
/** @import { Drafts } from "./drafts.js" */
/** @import { Frame } from "./frame.js" */
/** @import { Keeping } from "./keeping.js" */

import { canonical } from "./canonical.js";
import { fill, make } from "./elements.js";
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

/** @param {string} text @param {() => void} click */
const button = (text, click) => make("button", { class: "ws-button", text, on: { click } });

/** Tell an answer, a line each. @param {string} title @param {string[]} lines @param {string} nothing */
function told(title, lines, nothing) {
  const parts = lines.length ? lines : [nothing];
  return make("div", { class: "ws-choice-side" }, [
    make("p", { class: "ws-choice-title", text: title }),
    ...parts.map((text) => make("p", { class: "ws-choice-line", text, dir: "auto" })),
  ]);
}

/** The questions of an exercise, above it, and its earlier versions, below. */
export class Choice {
  #parts;
  #drawn = "";

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
      ? [button(words.keep_other, this.#close(keepOther)), button(words.keep_mine, this.#close(keepMine))]
      : [button(words.all_right, this.#close(keepOther))];
    const sides = make("div", { class: "ws-choice-sides" }, [
      told(words.other_answer, theirs, words.no_answer),
      told(words.my_answer, mine, words.no_answer),
    ]);
    const note = make("p", { class: "ws-choice-note", text: words.other_stays });
    const about = { class: "ws-notice", role: "group", "aria-label": words.changed_name, tabindex: "-1" };
    const notice = make("div", about, [make("p", { text: question }), sides, ...buttons, note]);
    frame.notices.replaceChildren(notice);
    frame.say(question);
    if (!frame.root.contains(document.activeElement)) return;
    notice.focus();
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
    const { now, words, dates, frame, drafts, keeping, send } = this.#parts;
    // A question stays in sight until it is answered.
    const [left] = now.asked ? [] : keeping.toOffer();
    now.offered = Boolean(left);
    if (!left) return;
    const { name, draft } = left;
    const { answer, confidence } = draft;
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
    const use = () => isHeld(now) || (this.#use(draft, stored) && used());
    const drop = () => {
      send("aside", { answer, confidence }, (done) => {
        if (done) drafts.drop(name, draft);
        this.offer();
      });
      frame.say(words.draft_dropped);
      frame.focusBody();
    };
    const found = fill(words.draft_found, { time: dates.moment(draft.at, words.moment) });
    const away = button(words.draft_drop, this.#close(drop));
    const offered = keeping.mayUse(draft) ? button(words.draft_use, use) : make("p", { text: words.draft_sealed });
    const about = { class: "ws-notice", role: "group", "aria-label": words.draft_name };
    frame.notices.replaceChildren(make("div", about, [make("p", { text: found }), offered, away]));
  }

  /**
   * Put an answer in place of the one that stands; of one that this edition cannot show, say so.
   * @param {Content} one
   * @param {import("./courier.js").After} [after]
   */
  #use(one, after) {
    const { words, frame, keeping } = this.#parts;
    const shown = keeping.use(one, { after });
    if (!shown) frame.tell(words.cannot_use);
    return shown;
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

  /** Show the answers that were put aside; drawn anew only if there are others, so that the focus stays. */
  draw() {
    const { now, words, frame } = this.#parts;
    const aside = now.page.opening ? [] : (now.state.aside ?? []);
    const next = canonical([aside, now.state.phase, isHeld(now)]);
    if (next === this.#drawn) return;
    this.#drawn = next;
    frame.earlier.hidden = !aside.length;
    frame.earlierNote.hidden = !aside.some((one) => this.#usable(one));
    frame.earlierTitle.textContent = fill(words.earlier_versions, { count: aside.length });
    frame.earlierList.replaceChildren(...aside.map((one) => this.#version(one)));
  }

  /** @param {Aside} one */
  #usable(one) {
    const { now, keeping } = this.#parts;
    return keeping.mayUse(one) && !isHeld(now);
  }

  /** @param {Aside} one */
  #version(one) {
    const { words, dates, frame } = this.#parts;
    const title = fill(words.earlier_why[one.why], { time: dates.moment(one.at, words.moment) });
    const use = this.#usable(one)
      ? [button(words.earlier_use, () => this.#use(one) && frame.tell(words.version_used))]
      : [];
    return make("li", {}, [told(title, one.lines, words.cannot_show), ...use, ...this.#away(one)]);
  }

  /** The button that throws a version away, and the question that it asks first. @param {Aside} one */
  #away({ id }) {
    const { now, words, frame, send } = this.#parts;
    const ask = (/** @type {boolean} */ asking) => {
      away.hidden = asking;
      yes.hidden = no.hidden = !asking;
      (asking ? no : away).focus();
    };
    const away = button(words.earlier_away, () => ask(true));
    const yes = button(words.earlier_away_sure, () => {
      send("let_go", { what: id });
      // These buttons go; without other versions, so does the whole list.
      if ((now.state.aside ?? []).length > 1) frame.earlierTitle.focus();
      else frame.focusBody();
    });
    const no = button(words.earlier_away_no, () => ask(false));
    yes.hidden = no.hidden = true;
    return [away, yes, no];
  }
}
