/* Offers an answer that the browser kept and the kernel never got. */

/** @import { Dates, Draft, Words } from "./types.d.ts" */
/** @import { Drafts } from "./drafts.js" */
/** @import { Frame } from "./frame.js" */
/** @import { Keeping } from "./keeping.js" */

import { fill, make } from "./elements.js";

/**
 * Offer the draft of an exercise, if there is one that is worth a question; the notice goes with the answer.
 * @param {{drafts: Drafts, keeping: Keeping, frame: Frame, words: Words, dates: Dates}} parts
 */
export function offerDraft({ drafts, keeping, frame, words, dates }) {
  const draft = keeping.draftToOffer();
  if (!draft) return;
  ask(frame.notices, draft, words, dates, {
    use: () => {
      if (keeping.use(draft)) frame.say(words.draft_used);
    },
    drop: () => {
      drafts.clear();
      frame.say(words.draft_dropped);
    },
    after: () => frame.focusBody(),
  });
}

/**
 * Ask what to do with a draft.
 * @param {HTMLElement} notices where it is asked
 * @param {Draft} draft
 * @param {Words} words
 * @param {Dates} dates
 * @param {{use: () => void, drop: () => void, after: () => void}} actions
 */
function ask(notices, draft, words, dates, { use, drop, after }) {
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
