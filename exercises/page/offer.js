/* Offers an answer that the browser kept and the kernel never got. */

import { fill, make } from "./elements.js";

/** Build the notice with its two buttons; `close` is called with what to do then. */
export function draftOffer(draft, words, close, { use, drop }) {
  const offer = (name, action) => make("button", { class: "ws-button", text: words[name], on: { click: () => close(action) } });
  return make("div", { class: "ws-notice", role: "group", "aria-label": words.draft_name }, [
    make("p", { text: fill(words.draft_found, { time: new Date(draft.at).toLocaleString() }) }),
    offer("draft_use", use), offer("draft_drop", drop),
  ]);
}
