/* Our own marks, after Show me: the sentences that hold any, and a list. */

/** @import { Words } from "../../page/types.d.ts" */
/** @import { MarkPage, StoredMark, TextView } from "./types.d.ts" */

import { make } from "../../page/elements.js";
import { textView } from "./text.js";

/**
 * Draw our marks, apart from the student's.
 * @param {StoredMark[]} marks
 * @param {TextView} view the text with the student's marks
 * @param {MarkPage} page
 * @param {Words} words
 * @param {string} uid
 * @param {boolean} grouped whether groups are numbered
 */
export function keyParts(marks, view, page, words, uid, grouped) {
  const ours = view.readable(marks).sort(view.place);
  const used = new Set([...ours, ...view.readable(page.given)].map((mark) => view.all[mark.from].line));
  const part = { ...page, sentences: page.sentences.filter((_, line) => used.has(line)) };
  const copy = textView(part, words, `${uid}-key`, { live: false, grouped });
  copy.paint([...copy.readable(page.given, true), ...copy.readable(marks)]);
  const lines = ours.map((mark) => make("li", { dir: "auto", text: view.sentenceLine(mark) }));
  return [
    make("h4", { class: "ws-key-title", tabindex: "-1", text: words.key_title }),
    copy.root,
    make("ul", { class: "ws-mark-list" }, lines),
  ];
}
