/* Building blocks of all views: elements, sentences with values, and outcomes in words. */

const FOCUSABLE = /^(a|button|input|select|summary|textarea)$/;
const OUTCOME_SIGNS = { right: "✓", accepted: "✓", part: "◐", "wrong-label": "⇄", missed: "○", extra: "+", wrong: "✗", note: "i" };

/**
 * Build an element. Every focusable one tells the notebook to leave its keys alone.
 * @param {string} tag
 * @param {{class?: string, text?: string, on?: Object<string, function(Event): void>}} options and attributes
 * @param {(Node|string|null)[]|Node|string} children
 */
export function make(tag, options = {}, children = []) {
  const { class: name, text, on = {}, ...attributes } = options;
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (tag === "button") element.type = "button";
  if (text !== undefined && text !== null) element.textContent = text;
  for (const [event, listener] of Object.entries(on)) element.addEventListener(event, listener);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || (value === false && !attribute.startsWith("aria-"))) continue;
    element.setAttribute(attribute, value === true && !attribute.startsWith("aria-") ? "" : String(value));
  }
  if (FOCUSABLE.test(tag) || "tabindex" in attributes) element.setAttribute("data-lm-suppress-shortcuts", "true");
  element.append(...[children].flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** Put values where a sentence has {names}. */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** Say an outcome with a sign and a word, never by colour alone. */
export function badge(outcome, outcomes) {
  const sign = make("span", { "aria-hidden": "true", class: "ws-sign", text: OUTCOME_SIGNS[outcome] || "" });
  return make("span", { class: "ws-outcome", "data-outcome": outcome }, [sign, outcomes[outcome] || outcome]);
}
