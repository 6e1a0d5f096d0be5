/** @import { Body, Kit } from "../../page/types.d.ts" */
/** @import { ChoosePage, Option } from "./types.d.ts" */

import { fill, make } from "../../page/elements.js";
import { exercise } from "../../page/kit.js";

/**
 * Draw radio buttons, or checkboxes where several options may be chosen.
 * @param {Kit<ChoosePage>} kit
 * @returns {Body}
 */
function body({ page, words, changed, uid }) {
  const title = page.prompt || (page.several ? words.several : words.one);
  const boxes = new Map(page.options.map((option) => [option.id, box(option)]));
  const choices = page.options.map((option) => {
    const key = make("span", { class: "ws-choose-key", hidden: true, text: words.key });
    return make("label", { class: "ws-choice ws-choose-option" }, [
      boxes.get(option.id),
      make("span", { class: "ws-choose-text", text: option.text, dir: "auto" }),
      key,
    ]);
  });
  const fieldset = make("fieldset", { class: "ws-choose" }, [
    make("legend", {}, [
      title,
      page.several ? make("span", { class: "ws-choose-how", text: ` ${words.several}` }) : null,
    ]),
    make("div", { class: "ws-choose-options" }, choices),
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
  const read = () => ({ chosen: [...boxes].filter(([, input]) => input.checked).map(([id]) => id) });
  return {
    root,
    read,
    write({ chosen = [] }) {
      for (const [id, input] of boxes) input.checked = chosen.includes(id);
    },
    lock(locked) {
      fieldset.disabled = locked;
    },
    show(_result, key) {
      choices.forEach((choice, index) => {
        const ours = Boolean(key && key.chosen.includes(page.options[index].id));
        choice.classList.toggle("ws-choose-ours", ours);
        choice.querySelector(".ws-choose-key")?.toggleAttribute("hidden", !ours);
      });
    },
    complete: () => (read().chosen.length ? "" : words[page.several ? "incomplete_several" : "incomplete"]),
    focus: () => ([...boxes.values()].find((input) => input.checked) ?? [...boxes.values()][0]).focus(),
  };
}

export default { render: exercise(body) };
