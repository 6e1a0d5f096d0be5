/** @import { Body, Kit } from "../../page/types.d.ts" */
/** @import { ChoosePage, Option } from "./types.d.ts" */

import { fill, make } from "../../page/elements.js";
import { exercise } from "../../page/kit.js";
import { known } from "../../page/known.js";

/**
 * Draw radio buttons, or checkboxes where several options may be chosen.
 * @param {Kit<ChoosePage>} kit
 * @returns {Body}
 */
function body({ page, words, changed, uid }) {
  const title = page.prompt || (page.several ? words.several : words.one);
  const boxes = new Map(page.options.map((option) => [option.id, box(option)]));
  const choices = new Map(page.options.map((option) => [option.id, choice(option)]));
  const list = make("div", { class: "ws-choose-options" }, [...choices.values()]);
  const fieldset = make("fieldset", { class: "ws-choose" }, [
    make("legend", {}, [
      title,
      page.several ? make("span", { class: "ws-choose-how", text: ` ${words.several}` }) : null,
    ]),
    list,
  ]);
  const quote = page.quote ? make("blockquote", { class: "ws-choose-quote", text: page.quote, dir: "auto" }) : null;
  const root = make("div", {}, [quote, fieldset]);

  /** @param {Option} option */
  function box(option) {
    const spoken = () =>
      changed(
        page.several ? fill(boxes.get(option.id)?.checked ? words.chosen : words.dropped, { text: option.text }) : "",
      );
    return make("input", {
      type: page.several ? "checkbox" : "radio",
      name: `${uid}-options`,
      value: option.id,
      on: { change: spoken },
    });
  }
  /** @param {Option} option */
  function choice({ id, text }) {
    return make("label", { class: "ws-choice ws-choose-option" }, [
      boxes.get(id),
      make("span", { class: "ws-choose-text", text, dir: "auto" }),
      make("span", { class: "ws-choose-key", hidden: true, text: words.key }),
    ]);
  }
  // In the order of their ids: the answer must not tell in which order the options were shown.
  const read = () => ({
    chosen: [...boxes]
      .filter(([, input]) => input.checked)
      .map(([id]) => id)
      .sort(),
  });
  return {
    root,
    read,
    // What was stored in another order is the same answer.
    essence: ({ chosen = [], ...more }) => ({ ...more, chosen: [...chosen].sort() }),
    write({ chosen = [] }) {
      for (const [id, input] of boxes) input.checked = chosen.includes(id);
    },
    lock(locked) {
      fieldset.disabled = locked;
    },
    show(_result, key) {
      for (const [id, label] of choices) {
        const ours = Boolean(key && key.chosen.includes(id));
        label.classList.toggle("ws-choose-ours", ours);
        label.querySelector(".ws-choose-key")?.toggleAttribute("hidden", !ours);
      }
    },
    arrange: (/** @type {ChoosePage} */ { options }) =>
      list.replaceChildren(...options.map(({ id }) => known(choices, id))),
    complete: () => (read().chosen.length ? "" : words[page.several ? "incomplete_several" : "incomplete"]),
    focus() {
      const inputs = [...list.querySelectorAll("input")];
      (inputs.find(({ checked }) => checked) ?? inputs[0]).focus();
    },
  };
}

export default { render: exercise(body) };
