/* Marks as the kernel stores them, by places in the text, and as the page holds them, by words. */

/** @import { Mark, StoredMark } from "./types.d.ts" */

import { canonical } from "../../page/canonical.js";

/**
 * Read stored marks on the words of one text.
 * @param {{start: number, end: number}[]} all words
 * @param {Map<string, unknown>} names of the labels
 * @param {(mark: StoredMark) => {from: number, to: number} | null | undefined} wordsOf
 */
export function storedMarks(all, names, wordsOf) {
  /**
   * The marks of the kernel that fit these words.
   * @param {StoredMark[] | undefined} stored
   * @param {boolean} [given]
   * @returns {Mark[]}
   */
  const readable = (stored, given = false) =>
    (stored || []).flatMap((mark) => {
      const run = wordsOf(mark);
      return run && names.has(mark.label) ? { group: mark.group, label: mark.label, given, ...run } : [];
    });
  /** A mark from its first word to its last; one that cuts a word in two stays as it is. @param {StoredMark} mark */
  function whole(mark) {
    const run = wordsOf(mark);
    if (!run) return mark;
    const [start, end] = [all[run.from].start, all[run.to].end];
    return mark.start <= start && end <= mark.end ? { ...mark, start, end } : mark;
  }
  /** The order of the marks means nothing, and so do signs beside the words. @param {any} answer */
  const essence = ({ marks: stored = [], ...more }) => ({
    ...more,
    marks: stored.map((/** @type {StoredMark} */ mark) => canonical(whole(mark))).sort(),
  });
  return { readable, essence };
}
