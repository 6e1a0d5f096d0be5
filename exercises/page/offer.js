/* Offers an answer that the browser kept and the kernel never got. */

/** @import { Dates, Draft, Words } from "./types.d.ts" */

import { fill, make } from "./elements.js";

/**
 * Ask what to do with a draft; the notice goes with the answer.
 * @param {HTMLElement} notices where it is asked
 * @param {Draft} draft
 * @param {Words} words
 * @param {Dates} dates
 * @param {{use: () => void, drop: () => void, after: () => void}} actions
 */
export function offerDraft(notices, draft, words, dates, { use, drop, after }) {
  const close = (/** @type {() => void} */ action) => () => {
    notices.replaceChildren();
    action();
    after();
  };
  const button = (/** @type {string} */ text, /** @type {() => void} */ action) =>
    make("button", { class: "ws-button", text, on: { click: close(action) } });
  const time = dates.moment(draft.at, words.moment);
  notices.replaceChildren(
    make("div", { class: "ws-notice", role: "group", "aria-label": words.draft_name }, [
      make("p", { text: fill(words.draft_found, { time }) }),
      button(words.draft_use, use),
      button(words.draft_drop, drop),
    ]),
  );
}
