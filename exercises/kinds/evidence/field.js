/* A field of the log: its label, one line or several, or a day. What is typed is the answer at once. */

/** @import { Bench } from "./types.d.ts" */

import { make } from "../../page/elements.js";

/**
 * Build a field. A browser lets nobody type more than is kept, so nothing that was typed is lost.
 * @param {Bench} bench
 * @param {string} name as in `longest`; the day fields have no length
 * @param {string} label
 * @param {"text" | "textarea" | "date"} form
 * @param {(value: string) => void} typed
 * @param {string} id
 */
export function fieldOf({ page, uid }, name, label, form, typed, id = `${uid}-${name}`) {
  const on = { input: () => typed(input.value) };
  const common = { id, dir: form === "date" ? null : "auto", maxlength: page.longest[name], on };
  const input =
    form === "textarea"
      ? make("textarea", { ...common, class: "ws-desk-reason", rows: 2 })
      : make("input", { ...common, class: "ws-desk-nothing", type: form, autocomplete: "off" });
  const root = make("p", { class: "ws-desk-field" }, [make("label", { for: id, text: label }), input]);
  return {
    root,
    input,
    draw(/** @type {string} */ value) {
      if (input.value !== value) input.value = value;
    },
    lock(/** @type {boolean} */ locks) {
      input.readOnly = locks;
    },
  };
}
