/* Which sentences of a text are worked on, and how much of it is kept. */

/** @import { BringPage, Brought } from "./types.d.ts" */

const USUAL = 12; // sentences
/** As the kernel counts what it is sent; signs that begin or end a part of a message count more, as there may be only so many. */
const COSTS = { plain: 1, other: 6, sign: 14 };

/** @returns {Brought} */
export const nothing = () => ({
  ...{ title: "", origin: "", sentences: [], begins: 1, total: 0, first: 0, last: 0, language: "unknown", notes: [] },
});

/** @param {string} sentence */
export const lengthOf = (sentence) => Array.from(sentence).length;

/** How much a sentence takes in a message. @param {string} sentence */
function sizeOf(sentence) {
  let size = COSTS.sign;
  for (let at = 0; at < sentence.length; at++) {
    const sign = sentence[at];
    size += "[{,".includes(sign) ? COSTS.sign : sign > "\u007e" || sign < " " ? COSTS.other : COSTS.plain;
  }
  return size;
}

/** @param {string[]} sentences @param {BringPage} page */
export const isKeptWhole = (sentences, page) =>
  sentences.reduce((size, sentence) => size + sizeOf(sentence), 0) <= page.most_kept;

/**
 * Count how many sentences from one on can be worked on at once.
 * @param {string[]} whole
 * @param {number} first its number
 * @param {number} most sentences
 * @param {number} longest characters
 */
export function room(whole, first, most, longest) {
  let [count, length] = [0, 0];
  while (count < most && first + count <= whole.length) {
    length += lengthOf(whole[first + count - 1]);
    if (length > longest) break;
    count += 1;
  }
  return count;
}

/**
 * The usual part from a sentence on; where that one is too long, from the next that is not. Null if there is none.
 * @param {string[]} whole
 * @param {number} first
 * @param {BringPage} page
 * @returns {[number, number] | null}
 */
export function usual(whole, first, page) {
  for (let at = first; at <= whole.length; at++) {
    const count = room(whole, at, USUAL, page.most_characters);
    if (count) return [at, at + count - 1];
  }
  return null;
}

/**
 * Take a part of a text; all of the text is kept, or of one that is too long this part alone.
 * @param {Brought} brought
 * @param {string[]} whole
 * @param {number} first
 * @param {number} last
 * @param {BringPage} page
 * @returns {Brought}
 */
export function withPart(brought, whole, first, last, page) {
  const kept = isKeptWhole(whole, page);
  const sentences = kept ? whole : whole.slice(first - 1, last);
  return { ...brought, sentences, begins: kept ? 1 : first, total: whole.length, first, last };
}
