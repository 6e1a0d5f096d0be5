/* What is typed or pasted and not read yet: the browser keeps it until it is read, for its student alone. */

import { guarded } from "../../page/drafts.js";

/**
 * Keep what stands in a field. Every window writes to a place of its own; what others left goes into the field, too.
 * @param {() => string} shelf where the browser keeps answers of whoever works here now
 * @param {string} own name of this window
 */
export function unreadOf(shelf, own) {
  let place = "";
  /** What lay in each place when it was taken over. @type {Map<string, string>} */
  let found = new Map();
  return {
    /** Whether another window has taken away what this one keeps. @param {StorageEvent} change */
    isTaken: ({ key, newValue }) => Boolean(place) && key === place && newValue === null,
    /** Give what was left here, each text once; nothing is taken away, as another window may be typing. */
    left() {
      // No answer, so it lies on no shelf of answers.
      const begin = `unread-${shelf()}/`;
      place = begin + own;
      const names = guarded(() => Object.keys(localStorage).filter((name) => name.startsWith(begin))) ?? [];
      found = new Map(names.map((name) => [name, guarded(() => localStorage.getItem(name)) ?? ""]));
      const texts = [...new Set(found.values())];
      return texts.filter((one) => !texts.some((other) => other !== one && other.includes(one))).join("\n\n");
    },
    /** Keep a text in place of the one before, and of what was taken over and is as it was; says whether the browser does. @param {string} text */
    keep(text) {
      const kept =
        guarded(() => (text ? localStorage.setItem(place, text) : localStorage.removeItem(place), true)) === true;
      if (!kept) return false;
      for (const [name, before] of found) {
        if (name !== place) guarded(() => localStorage.getItem(name) === before && localStorage.removeItem(name));
      }
      found.clear();
      return true;
    },
  };
}
