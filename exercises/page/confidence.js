/* How sure the student is: four steps, of which one is chosen. */

/** @import { Page, Words } from "./types.d.ts" */

import { make } from "./elements.js";

/**
 * Draw the question and its steps; hidden where nothing is asked.
 * @param {Page} page
 * @param {Words} words
 * @param {string} uid
 * @param {{beSure: (step: number) => void}} actions
 */
export function confidence(page, words, uid, actions) {
  const steps = [1, 2, 3, 4].map((step) => {
    const change = () => actions.beSure(step);
    const radio = make("input", { type: "radio", name: `${uid}-sure`, value: step, on: { change } });
    return make("label", { class: "ws-choice ws-step" }, [radio, make("span", { text: words[`sure_${step}`] })]);
  });
  return make("fieldset", { class: "ws-confidence", hidden: !page.confidence }, [
    make("legend", { text: words.how_sure }),
    make("div", { class: "ws-steps" }, steps),
  ]);
}
