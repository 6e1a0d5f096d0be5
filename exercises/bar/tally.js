/* How the exercises of a notebook stand, as each view of them tells; of all views the worst counts. */

/** @import { Phase, Told } from "../page/types.d.ts" */

import { isBegun } from "../page/phases.js";

const WORST = ["trouble", "disconnected", "unsaved"];

/** @typedef {Told & {gone?: boolean}} Last told by a view that may be gone */

/** One student's exercises. A cell can be copied, and a second kernel can show the same notebook in one window. */
export class Tally {
  /** How far each exercise of the notebook is. @type {Map<string, {phase: Phase, begun: boolean}>} */
  #exercises = new Map();
  /** What each view told last, by its name. @type {Map<string, Told>} */
  #views = new Map();
  /** What a view that is gone still owed, by its exercise, until another one tells how that stands. @type {Map<string, Last>} */
  #owed = new Map();

  /** Another student begins: what was told so far was told of whoever was here before. */
  begin() {
    this.#exercises.clear();
    this.#views.clear();
    this.#owed.clear();
  }

  /** @param {{id: string, phase: Phase, begun: boolean}[]} exercises of the notebook, as they are stored */
  know(exercises) {
    // What an exercise told of itself is newer: it may hold what is not saved yet.
    const fresh = exercises.filter(({ id }) => !this.#exercises.has(id) || !this.#isShown(id));
    for (const { id, phase, begun } of fresh) this.#exercises.set(id, { phase, begun });
  }

  /** @param {string} id */
  #isShown(id) {
    return [...this.#views.values()].some(({ exercise }) => exercise === id);
  }

  /** @param {Told} told @returns {boolean} whether an exercise was checked by now */
  hear(told) {
    const { exercise, view, phase, begun } = told;
    const before = this.#exercises.get(exercise);
    // A view that repeats itself may not have heard how far the others are.
    const isNews = this.#views.get(view)?.phase !== phase;
    this.#views.set(view, told);
    this.#owed.delete(exercise);
    if (before) this.#exercises.set(exercise, { phase: isNews ? phase : before.phase, begun: begun || before.begun });
    return isNews && phase === "checked" && before?.phase !== "checked";
  }

  /** A view is gone, or shows another student's answer. @param {string} view @returns {boolean} whether it still owed one */
  forget(view) {
    const last = this.#views.get(view);
    this.#views.delete(view);
    if (!last?.owes) return false;
    this.#owed.set(last.exercise, { ...last, state: "unsaved", asks: false, gone: true });
    return true;
  }

  get all() {
    return this.#exercises.size;
  }

  get done() {
    return [...this.#exercises.values()].filter(({ phase }) => !isBegun(phase)).length;
  }

  get begun() {
    return [...this.#exercises.values()].some(({ begun }) => begun);
  }

  /** What the view told that is worst off; nothing if all is saved. @returns {Last | undefined} */
  get worst() {
    const told = /** @type {Last[]} */ ([...this.#views.values(), ...this.#owed.values()]);
    const state = WORST.find((one) => told.some((view) => view.state === one));
    if (!state) return undefined;
    const those = told.filter((view) => view.state === state);
    return those.find(({ asks }) => asks) ?? those[0];
  }
}
