/* What is typed or pasted and not read yet: the browser keeps it until it is read, for its student alone. */

import { guarded } from "../../page/drafts.js";

/**
 * Keep what stands in a field. Every window has a place of its own, until it goes on with what another one left.
 * @param {() => string} shelf where the browser keeps answers of whoever works here now
 * @param {string} own name of this window
 */
export function unreadOf(shelf, own) {
  let place = "";
  return {
    /** Give what was left here, if anything. */
    left() {
      // No answer, so it lies on no shelf of answers.
      const begin = `unread-${shelf()}/`;
      const names = guarded(() => Object.keys(localStorage).filter((name) => name.startsWith(begin))) ?? [];
      place = names[0] ?? begin + own;
      return guarded(() => localStorage.getItem(place)) ?? "";
    },
    /** Keep a text in place of the one before; says whether the browser does. @param {string} text */
    keep: (text) =>
      guarded(() => (text ? localStorage.setItem(place, text) : localStorage.removeItem(place), true)) === true,
  };
}
