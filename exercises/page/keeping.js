/* Which answer stands: the stored one, a draft that the browser kept, or nothing of another student's. */

/** @import { Body, Draft, Now, Page, State } from "./types.d.ts" */
/** @import { Drafts } from "./drafts.js" */
/** @import { Sheet } from "./sheet.js" */

import { canonical } from "./canonical.js";

/**
 * What it is given of the exercise.
 * @typedef {Object} Parts
 * @property {Now} now
 * @property {Sheet} sheet
 * @property {Drafts} drafts
 * @property {Body} body
 * @property {() => boolean} unsaved whether an answer is still on its way to the kernel
 * @property {() => void} draw
 * @property {() => void} again opens the exercise for another try
 * @property {() => void} edited takes note of a change
 */

/** Takes over answers that come from outside the page; what the student does is in kit.js. */
export class Keeping {
  #parts;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** Take the stored state; an answer that is still on its way there is newer and stays. @param {State} state */
  adopt(state) {
    const { now, sheet, unsaved, draw } = this.#parts;
    if (unsaved()) {
      const { phase, result, key } = now.state;
      now.state = { ...state, phase, result, key };
      draw();
      return;
    }
    now.state = state;
    const answer = state.answer && Object.keys(state.answer).length ? state.answer : sheet.blank();
    // Who begins anew has a blank page until the first change, which replaces what cannot be shown.
    if (!now.refused && !now.anew) {
      if (!sheet.shows(answer)) {
        sheet.write(answer);
        sheet.forget();
      }
      sheet.confidence = state.confidence ?? null;
    }
    draw();
  }

  /** After another student began, nothing of the last one may be sent or shown. @param {Page} page */
  begin(page) {
    const { now, sheet, drafts, body } = this.#parts;
    Object.assign(now, { page, busy: false, refused: "" });
    drafts.begin(page);
    sheet.begin();
    body.reset?.();
    sheet.write(sheet.blank());
  }

  /** Give the draft that the browser kept, if the student should be asked about it. */
  draftToOffer() {
    const { now, sheet, drafts } = this.#parts;
    const draft = drafts.read();
    if (now.page.opening || !draft?.answer) return null;
    if (sheet.shows(draft.answer) && (draft.confidence ?? null) === sheet.confidence) {
      drafts.clear();
      return null;
    }
    // What is sealed or opened cannot be changed, so there is nothing to use a draft for.
    const closed = now.page.seal && !["open", "passed"].includes(now.state.phase);
    return closed && !this.#goesOn(draft) ? null : draft;
  }

  /** Whether a draft only carries on with the second part of what is committed. @param {Draft} draft */
  #goesOn(draft) {
    const { now, body } = this.#parts;
    if (now.state.phase !== "half" || !body.first) return false;
    return canonical(body.first(draft.answer)) === canonical(body.first(body.read()));
  }

  /** Put a draft in place of the answer; says whether this edition can show it. @param {Draft} draft */
  use(draft) {
    const { now, sheet, draw, again, edited } = this.#parts;
    if (now.state.phase !== "open" && !this.#goesOn(draft)) again();
    sheet.replace(draft.answer);
    if (!sheet.readable) {
      draw();
      return false;
    }
    sheet.confidence = draft.confidence ?? null;
    edited();
    return true;
  }
}
