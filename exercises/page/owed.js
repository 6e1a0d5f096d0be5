/* What stands on the page or waits in the browser and may not be stored: whoever makes a file takes it along. */

/** @import { Content, Now } from "./types.d.ts" */
/** @import { Drafts } from "./drafts.js" */
/** @import { Sheet } from "./sheet.js" */

import { canonical } from "./canonical.js";
import { keptUnder } from "./drafts.js";
import { fill } from "./elements.js";

/** Characters that are sent along: the line to a class takes in no longer message. */
const MOST = 200_000;
/** A sign with which a part of JSON begins or ends counts as so many: nor does that line take in many of these. */
const PART = 25;
const NAMED = 100; // exercises that are named alone

/** @typedef {{lesson: string, exercise: string, answer: any, confidence: number|null}} Owed */
/** @typedef {Owed & {title: string}} Stands */

/**
 * Tell whoever makes a file what stands in an exercise, and what of it may not be stored.
 * @param {{now: Now, sheet: Sheet, drafts: Drafts}} exercise
 * @param {() => boolean} unsaved whether an answer is still on its way to the kernel
 * @param {AbortSignal} signal
 */
export function tellOwed({ now, sheet, drafts }, unsaved, signal) {
  /** @param {{detail: {code: string, stands: Stands[], owed: Owed[]}}} event */
  function tell({ detail: { code, stands, owed } }) {
    const { page, asked, refused, offered, busy } = now;
    if (code !== page.code || page.opening) return;
    const of = (/** @type {Content} */ { answer, confidence }) => {
      return { lesson: page.lesson, exercise: page.id, answer, confidence };
    };
    const here = of(sheet.content());
    stands.push({ ...here, title: page.title });
    if (unsaved() || asked || refused || offered || busy) owed.push(here);
    // Where the file of answers is another one by now, the other of two answers stands on this page alone.
    if (asked?.state.answer) owed.push(of(/** @type {Content} */ (asked.state)));
    owed.push(...drafts.alone().map(of));
  }
  document.addEventListener("whosays:owed", (event) => tell(/** @type {CustomEvent} */ (event)), { signal });
}

/** Ask all exercises of a student. @param {string} code */
function ask(code) {
  const detail = { code, stands: /** @type {Stands[]} */ ([]), owed: /** @type {Owed[]} */ ([]) };
  document.dispatchEvent(new CustomEvent("whosays:owed", { detail }));
  return detail;
}

/** @param {Owed} one */
const essence = ({ lesson, exercise, answer, confidence }) => canonical([lesson, exercise, answer, confidence ?? null]);

/** @param {Owed} one */
function weight(one) {
  const text = JSON.stringify(one);
  return Math.max(text.length, PART * (text.match(/[[{,]/g) ?? []).length);
}

/**
 * Part what is owed into what can be sent, the shortest first, and the exercises of the rest.
 * @param {Owed[]} all
 * @param {number} most
 */
function sendable(all, most) {
  const each = [...new Map(all.map((one) => [essence(one), one])).values()];
  const weighed = each.map((one) => ({ one, heavy: weight(one) })).sort((a, b) => a.heavy - b.heavy);
  let room = most;
  const fits = weighed.map(({ heavy }) => (room -= heavy) >= 0);
  const left = weighed.filter((_, at) => !fits[at]).map(({ one: { lesson, exercise } }) => ({ lesson, exercise }));
  return { owed: weighed.filter((_, at) => fits[at]).map(({ one }) => one), left: left.slice(0, NAMED) };
}

/** What a file that was asked for last may lack. */
export function askedFile() {
  let code = "";
  /** @type {Set<string>} */
  let before = new Set();
  return {
    /**
     * Give what goes along with the question.
     * @param {string} whose code of the student
     * @param {number} [most] characters
     */
    take(whose, most = MOST) {
      code = whose;
      const { stands, owed } = ask(code);
      before = new Set(stands.map(essence));
      return sendable([...owed, ...keptUnder(code)], most);
    },
    /** Name the exercises that were changed since; nothing if there is none. @param {string} sentence */
    since(sentence) {
      const changed = ask(code).stands.filter((one) => !before.has(essence(one)));
      const titles = [...new Set(changed.map(({ title }) => title))];
      return titles.length ? fill(sentence, { titles: titles.join("”, “") }) : "";
    },
  };
}
