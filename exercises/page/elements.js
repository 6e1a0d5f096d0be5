/* Building blocks of all views: elements, sentences with values, and outcomes in words. */

/** @import { Child, Options } from "./types.d.ts" */

const FOCUSABLE = /^(a|button|input|select|summary|textarea)$/;
const ENDLESS = /(\S{2000})\S+/gu;
/** @type {Record<string, string>} */
const OUTCOME_SIGNS = {
  right: "✓",
  accepted: "✓",
  nearly: "◕",
  part: "◐",
  "wrong-label": "⇄",
  "other-group": "⇄",
  missed: "○",
  extra: "+",
  wrong: "✗",
  note: "i",
};

/**
 * Build an element. Every focusable one tells the notebook to leave its keys alone.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Options} options class, text, listeners and attributes
 * @param {Child | Child[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, options = {}, children = []) {
  const { class: name, text, on = {}, ...attributes } = options;
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (element instanceof HTMLButtonElement) element.type = "button";
  if (isThere(text)) element.textContent = tag === "textarea" ? String(text) : shortened(String(text));
  for (const [event, listener] of Object.entries(on)) element.addEventListener(event, listener);
  for (const [attribute, value] of Object.entries(attributes)) setAttribute(element, attribute, value);
  if (FOCUSABLE.test(tag) || "tabindex" in attributes) element.setAttribute("data-lm-suppress-shortcuts", "true");
  element.append(...[children].flat().filter(isThere));
  return element;
}

/**
 * Cut what has no end, as a hand-made file may bring it: a browser that looks where to break one word of 30,000 letters
 * stands still for seconds at every change of the page. Words with blanks between them stay whole.
 * @param {string} text
 */
export const shortened = (text) => text.replace(ENDLESS, "$1…");

/** @template One @param {One} one @returns {one is NonNullable<One>} */
const isThere = (one) => one !== null && one !== undefined;

/**
 * Set an attribute: `true` sets it without a value, `false` and nothing leave it out; ARIA wants both words.
 * @param {Element} element
 * @param {string} attribute
 * @param {unknown} value
 */
function setAttribute(element, attribute, value) {
  const spoken = attribute.startsWith("aria-");
  if (value === undefined || value === null || (value === false && !spoken)) return;
  element.setAttribute(attribute, value === true && !spoken ? "" : String(value));
}

/**
 * Put values where a sentence has {names}.
 * @param {string} sentence
 * @param {Record<string, unknown>} values
 */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/**
 * Say an outcome with a sign and a word, never by colour alone.
 * @param {string} outcome
 * @param {Record<string, string>} outcomes words by outcome
 */
export function badge(outcome, outcomes) {
  const sign = make("span", { "aria-hidden": "true", class: "ws-sign", text: OUTCOME_SIGNS[outcome] || "" });
  return make("span", { class: "ws-outcome", "data-outcome": outcome }, [sign, outcomes[outcome] || outcome]);
}
