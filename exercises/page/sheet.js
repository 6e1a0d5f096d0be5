/* The answer on the page: how it stands, what undo takes back, and whether this edition can show it. */

/** @import { Answer, Body, Content } from "./types.d.ts" */

import { canonical, holdsSame } from "./canonical.js";

const UNDO_STEPS = 200;

/** The answer that a body shows, with the confidence that goes with it. */
export class Sheet {
  /** @type {string[]} */
  #history = [];
  /** @type {string|null} */
  #run = null;
  #body;
  #unreadable;
  #blank;
  #current;
  /** Whether this edition can show the answer; one that it cannot stays as it is stored. */
  readable = true;
  /** @type {number|null} */
  confidence = null;

  /**
   * @param {Body} body
   * @param {() => void} unreadable called when an answer cannot be shown
   */
  constructor(body, unreadable) {
    this.#body = body;
    this.#unreadable = unreadable;
    this.#current = this.#blank = JSON.stringify(body.read());
  }

  /** @returns {Content} */
  content() {
    return { answer: JSON.parse(this.#current), confidence: this.confidence };
  }

  blank() {
    return JSON.parse(this.#blank);
  }

  /**
   * Take what the body shows now; changes of one `run`, such as letters typed into one field, are one step to undo.
   * @param {string|null} run
   * @returns {boolean} whether the answer is another one
   */
  take(run) {
    if (!this.readable) return false;
    const now = JSON.stringify(this.#body.read());
    if (now === this.#current) return false;
    if (!run || run !== this.#run) this.#history = [...this.#history.slice(-UNDO_STEPS), this.#current];
    this.#run = run;
    this.#current = now;
    return true;
  }

  /** @param {Answer} answer to show */
  write(answer) {
    this.readable = this.#canShow(answer);
    if (this.readable) return;
    this.#current = JSON.stringify(answer);
    this.#unreadable();
  }

  /** Show an answer if the body can hold all of it: the next change would overwrite what it leaves out. @param {Answer} answer */
  #canShow(answer) {
    try {
      this.#body.write(answer);
      const now = this.#body.read();
      if (!holdsSame(this.#proper(answer), this.#proper(now))) return false;
      this.#current = JSON.stringify(now);
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Show an answer in place of this one, which undo brings back; one that cannot be shown leaves this one as it is.
   * @param {Answer} answer
   * @returns {boolean} whether it is shown
   */
  replace(answer) {
    const before = this.#current;
    if (!this.#canShow(answer)) {
      // The body may have stopped half way.
      this.write(JSON.parse(before));
      return false;
    }
    // Undo cannot bring back what cannot be shown.
    if (this.readable) this.#history = [...this.#history, before];
    this.readable = true;
    return true;
  }

  get canUndo() {
    return this.#history.length > 0;
  }

  undo() {
    const before = this.#history.pop();
    if (before !== undefined) this.write(JSON.parse(before));
    this.#run = null;
  }

  /** Nothing of what was done so far can be undone. */
  forget() {
    this.#history = [];
  }

  /** Another student's blank page: no steps, no confidence. */
  begin() {
    this.forget();
    this.#run = null;
    this.confidence = null;
  }

  /**
   * Whether the page shows this answer; what a body keeps beside the answer proper does not count.
   * @param {Answer} answer
   */
  shows(answer) {
    const mine = this.readable ? this.#body.read() : JSON.parse(this.#current);
    return canonical(this.#proper(answer)) === canonical(this.#proper(mine));
  }

  /** What of an answer counts; all, where this edition cannot look into it. @param {Answer} answer */
  #proper(answer) {
    try {
      return this.#body.essence?.(answer) ?? answer;
    } catch {
      return answer;
    }
  }

  /**
   * Whether the page shows this answer, with this confidence.
   * @param {{answer: Answer | null, confidence?: number | null}} content without an answer, a blank page
   */
  holds({ answer, confidence }) {
    return this.shows(answer ?? this.blank()) && (confidence ?? null) === this.confidence;
  }
}
