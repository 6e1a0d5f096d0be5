/* Counting words as the kernel does (form.py): signs without a letter or a digit are none. */

/** @param {string} text */
export function countWords(text) {
  return text.split(/[\p{Z}\p{Cc}]+/u).filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length;
}

/**
 * Half an emoji, as it can be left by cutting, cannot be stored: a sign for “unknown” takes its place.
 * @param {string} text
 */
export function wholeSigns(text) {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
