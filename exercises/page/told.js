/* An answer told in lines, and the buttons beside it. */

import { canonical } from "./canonical.js";
import { make } from "./elements.js";

/** @param {string} text @param {() => void} click */
export const button = (text, click) => make("button", { class: "ws-button", text, on: { click } });

/** Tell an answer, a line each. @param {string} title @param {string[]} lines @param {string} nothing */
export function told(title, lines, nothing) {
  const parts = lines.length ? lines : [nothing];
  return make("div", { class: "ws-choice-side" }, [
    make("p", { class: "ws-choice-title", text: title }),
    ...parts.map((text) => make("p", { class: "ws-choice-line", text, dir: "auto" })),
  ]);
}

/**
 * Say in what two answers differ that are told in the same words.
 * @param {string[]} one @param {string[]} other @param {import("./types.d.ts").Words} words
 */
export function sameNote(one, other, words) {
  const same = one.length > 0 && canonical(one) === canonical(other);
  return same ? [make("p", { class: "ws-choice-note", text: words.both_same })] : [];
}
