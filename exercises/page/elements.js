/* Building blocks of all views: elements, sentences with values, and outcomes in words. */

/** @import { Child, Options } from "./types.d.ts" */

const FOCUSABLE = /^(a|button|input|select|summary|textarea)$/;
const LONGEST_RUN = 1000; // letters without a blank
const BLANK = 0x20;
/** A letter that is joined to the one behind it or before, where a browser cannot tell. */
const JOINED = /^\u200d|^.[\p{M}\u200d]/su;
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
  if (isThere(text)) write(element, tag === "textarea" ? [String(text)] : pieces(String(text)));
  for (const [event, listener] of Object.entries(on)) element.addEventListener(event, listener);
  for (const [attribute, value] of Object.entries(attributes)) setAttribute(element, attribute, value);
  if (FOCUSABLE.test(tag) || "tabindex" in attributes) element.setAttribute("data-lm-suppress-shortcuts", "true");
  element.append(...[children].flat().filter(isThere));
  return element;
}

/** Put text into an element, with a place between its pieces where a line may break: nothing is added to what is copied. @param {Element} element @param {string[]} pieces */
function write(element, [first, ...rest]) {
  element.textContent = first;
  for (const piece of rest) element.append(document.createElement("wbr"), piece);
}

/**
 * Part what has no end, as a hand-made file may bring it: a browser that looks where to break one word of 30,000 letters
 * stands still for seconds at every change of the page. Nothing is left out, as many scripts write without blanks.
 * @param {Pick<string, "length" | "charCodeAt" | "slice">} text
 */
export function pieces(text) {
  const found = [];
  let begin = 0;
  for (let at = 0, run = 0; at < text.length; at += 1) {
    run = text.charCodeAt(at) <= BLANK ? 0 : run + 1;
    if (run <= LONGEST_RUN) continue;
    const end = at - LONGEST_RUN + lastSign(text.slice(at - LONGEST_RUN, at + 2));
    found.push(text.slice(begin, end));
    begin = end;
    run = at + 1 - end;
  }
  return [...found, text.slice(begin, text.length)];
}

/** Where the last sign of a run begins; of one that fills it, the last letter. @param {string} run */
function lastSign(run) {
  const last = LONGEST_RUN - Number(run.charCodeAt(LONGEST_RUN) >> 10 === 0x37);
  let end = Intl.Segmenter ? (new Intl.Segmenter().segment(run).containing(LONGEST_RUN)?.index ?? 0) : last;
  while (!Intl.Segmenter && JOINED.test(run.slice(end - 1, end + 2))) end -= 1;
  return end || last;
}

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
