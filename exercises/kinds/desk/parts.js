/* Small parts of the desk: folded stretches, questions, headings. */

/** @import { Child, Words } from "../../page/types.d.ts" */

import { fill, make } from "../../page/elements.js";

/** @param {"h4" | "h5"} tag @param {string} text @param {string} name */
export const heading = (tag, text, name) => make(tag, { class: name, text, tabindex: "-1" });
/** @param {string|number} value @param {string} text */
export const option = (value, text) => make("option", { value, text });

/**
 * Fold a part of the page behind a button that says whether it is open; `opened` hears of the first opening.
 * @param {Child | Child[]} label
 * @param {string} id
 * @param {() => (Node | string)[]} build
 * @param {{name?: string, opened?: () => void}} [more]
 */
export function folded(label, id, build, { name = "ws-button ws-plain", opened = () => {} } = {}) {
  const part = make("div", { id, class: "ws-desk-folded", hidden: true });
  const button = make(
    "button",
    { class: name, "aria-expanded": "false", "aria-controls": id, on: { click: () => turn(part.hidden === true) } },
    label,
  );
  /** @param {boolean} open */
  function turn(open) {
    if (open && !part.firstChild) {
      part.append(...build());
      opened();
    }
    part.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  }
  return { button, part, turn };
}

/** Signs that the kernel takes of what is written here; `answer.py` says the same. */
export const LONGEST = { reason: 600, searched_nothing: 300 };

/**
 * A line below a field that says by how much its words are too long to be saved. The field itself cuts nothing off.
 * @param {Words} words
 * @param {string} id
 * @param {number} most
 */
export function limitOf(words, id, most) {
  const line = make("p", { class: "ws-desk-over", id, hidden: true });
  /** @param {string} text */
  function tell(text) {
    const count = [...text.trim()].length; // as the kernel counts
    line.hidden = count <= most;
    line.textContent = line.hidden ? "" : fill(words.too_long, { count, most, over: count - most });
  }
  return { line, tell };
}

/**
 * One question with native radio buttons.
 * @param {{legend: string, help?: string, options: Record<string, string>, name: string, key: string,
 *   chosen: (value: string) => void}} about
 */
export function question({ legend, help, options, name, chosen, key }) {
  const inputs = Object.entries(options).map(([value, text]) => {
    const input = make("input", { type: "radio", name, value, on: { change: () => chosen(value) } });
    return {
      input,
      label: make("label", { class: "ws-choice", "data-value": value }, [input, make("span", { text })]),
    };
  });
  const root = make("fieldset", { class: "ws-desk-question", "data-question": key }, [
    make("legend", { text: legend }),
    help ? make("p", { class: "ws-desk-help", text: help }) : null,
    make(
      "div",
      { class: "ws-desk-options" },
      inputs.map(({ label }) => label),
    ),
  ]);
  return {
    root,
    set: (/** @type {unknown} */ value) => {
      for (const { input } of inputs) input.checked = input.value === String(value);
    },
    get: () => inputs.find(({ input }) => input.checked)?.input.value,
  };
}

/**
 * One choice from a list, with its label in front.
 * @param {string} label
 * @param {string} id
 * @param {string} key
 * @param {HTMLOptionElement[]} options
 * @param {(value: string) => void} chosen
 */
export function choiceField(label, id, key, options, chosen = () => {}) {
  const field = make("select", { id, "data-question": key, on: { change: () => chosen(field.value) } }, options);
  return { field, row: make("p", { class: "ws-desk-field" }, [make("label", { for: id, text: label }), field]) };
}
