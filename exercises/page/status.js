/* How an exercise stands: told to its status line, to those who listen, and to the bar. */

/** @import { Now, Status, Told, Words } from "./types.d.ts" */
/** @import { Frame } from "./frame.js" */

import { canonical } from "./canonical.js";

/**
 * Say how an exercise stands: whether its answer is saved, and if not, why.
 * @param {Now} now
 * @param {{lost: boolean, waiting: boolean, kept: boolean}} sending
 * @param {Words} words
 * @returns {Status}
 */
export function statusOf({ trouble, refused, asked, offered, state }, { lost, waiting, kept }, words) {
  if (trouble || refused) return { state: "trouble", words: trouble || refused };
  // Both answers are safe while the question stands, and what the student can do now is to choose.
  if (asked) return { state: "unsaved", words: words.unsaved_asked };
  if (lost) return { state: "disconnected", words: lostWords({ waiting, kept }, words) };
  if (waiting) return { state: "unsaved", words: kept ? words.unsaved : words.unsaved_unkept };
  if (offered) return { state: "unsaved", words: words.unsaved_offered };
  return standing(state, kept, words);
}

/**
 * Say of an answer that nothing waits for how it stands.
 * @param {Now["state"]} state
 * @param {boolean} kept
 * @param {Words} words
 * @returns {Status}
 */
function standing(state, kept, words) {
  const stands = state.saved_at ? (state.temporary ? words.saved_temporary : words.saved) : words.nothing_yet;
  return { state: "saved", words: kept ? stands : `${stands}. ${words.keeps_nothing}` };
}

/**
 * Say what a lost connection means for the answer on the page.
 * @param {{waiting: boolean, kept: boolean}} sending
 * @param {Words} words
 * @returns {string}
 */
function lostWords({ waiting, kept }, words) {
  if (!waiting) return words.disconnected_idle;
  return kept ? words.disconnected : words.disconnected_unkept;
}

/** Tells a status once, until it is another one. */
export class Announcer {
  /** @type {Told|null} */
  #told = null;
  /** What was said aloud and is to be taken back when it is no longer so. */
  #alarm = "";
  #frame;
  #words;
  #view;

  /** @param {Frame} frame @param {Words} words @param {string} view name of this instance @param {AbortSignal} end of it */
  constructor(frame, words, view, end) {
    this.#frame = frame;
    this.#words = words;
    this.#view = view;
    // Nobody counts a view that is gone, but what it still owed.
    const leave = () => document.dispatchEvent(new CustomEvent("whosays:goodbye", { detail: { ...this.#told, view } }));
    end.addEventListener("abort", leave);
  }

  /**
   * Tell how an exercise stands.
   * @param {Now} now
   * @param {{lost: boolean, waiting: boolean, kept: boolean}} sending
   * @param {boolean} always even if that was told before
   */
  tell(now, sending, always) {
    const { page, state } = now;
    const { id, lesson, notebook, code, title } = page;
    const about = {
      view: this.#view,
      exercise: id,
      lesson,
      notebook,
      code,
      title,
      phase: state.phase,
      begun: Boolean(state.saved_at),
      asks: Boolean(now.asked || now.offered),
      owes: Boolean(sending.waiting || now.refused || now.asked || now.offered),
    };
    const status = { ...about, ...statusOf(now, sending, this.#words) };
    if (!always && canonical(status) === canonical(this.#told)) return;
    this.#sayAloud(status, sending);
    this.#told = status;
    this.#frame.showStatus(status, Boolean(state.saved_at) && !state.temporary);
    document.dispatchEvent(new CustomEvent("whosays:status", { detail: { ...status } }));
  }

  /**
   * Say what alarms, and when it has ended how it stands now: whoever hears the page reads what was said last there.
   * @param {Status} status
   * @param {{waiting: boolean}} sending
   */
  #sayAloud({ state, words }, { waiting }) {
    // A line that is cut is said once for the whole page, by the bar; here, if something is not saved.
    const alarm = state === "trouble" || (state === "disconnected" && waiting) ? words : "";
    if (alarm && alarm !== this.#alarm) this.#frame.say(alarm);
    if (!alarm && this.#alarm) this.#takeBack(state === "saved" ? words : "");
    if (alarm || state === "saved") this.#alarm = alarm;
  }

  /** Take the alarm back; what was said since stays. @param {string} now what is said in its place */
  #takeBack(now) {
    const { live } = this.#frame;
    const last = (live.textContent ?? "").trim();
    if (!last || last === this.#alarm.trim()) live.textContent = now;
  }
}
