/* The sentences of a part with their words, as the kernel finds them: runs without blanks, signs at their edges left out. */

/** @import { Sentence } from "../mark/types.d.ts" */
/** @import { Part } from "./types.d.ts" */

const PART_OF_NUMBERS = "%‰٪";
const isBlank = (/** @type {string} */ point) => /^\p{White_Space}$/u.test(point);

/** Whether it is a sign with nothing on it. @param {string[]} points @param {number} at */
function isTrimmed(points, at) {
  const bare = at + 1 === points.length || !/^\p{M}/u.test(points[at + 1]);
  return bare && !PART_OF_NUMBERS.includes(points[at]) && /^\p{P}$/u.test(points[at]);
}

/** @param {string[]} points @param {number} start of the sentence in the whole part @returns {[number, number][]} */
function wordsOf(points, start) {
  /** @type {[number, number][]} */
  const found = [];
  let at = 0;
  while (at < points.length) {
    if (isBlank(points[at])) {
      at += 1;
      continue;
    }
    let [from, end] = [at, at];
    while (end < points.length && !isBlank(points[end])) end += 1;
    at = end;
    while (from < end && isTrimmed(points, from)) from += 1;
    while (from < end && isTrimmed(points, end - 1)) end -= 1;
    if (from < end) found.push([start + from, start + end]);
  }
  return found;
}

/**
 * Cut a part into sentences and words; offsets count code points, with one for each line break.
 * @param {Part} part
 * @returns {Sentence[]}
 */
export function sentencesOf({ first, sentences }) {
  let start = 0;
  return sentences.map((text, index) => {
    const points = Array.from(text);
    const here = start;
    start += points.length + 1;
    return { number: first + index, start: here, text, words: wordsOf(points, here) };
  });
}
