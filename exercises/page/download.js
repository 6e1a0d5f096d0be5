/* Saves a file through the browser, without asking anything of the network; where that is forbidden, it can be copied. */

/** @import { Words } from "./types.d.ts" */

import { fill, make } from "./elements.js";

const KEPT = 1000; // milliseconds that a browser may take to read the file

/** @param {string} name of the file @param {Blob} blob what it holds */
export function saveFile(name, blob) {
  const address = URL.createObjectURL(blob);
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}

/**
 * Build the second way to a file: no page knows whether its browser saved one, and some frames forbid it.
 * @param {Words} words
 * @param {(sentence: string) => void} say
 */
export function secondWay(words, say) {
  const field = make("textarea", {
    class: "ws-copy-text",
    readonly: true,
    hidden: true,
    rows: 4,
    "aria-label": words.label,
  });
  const copy = make("button", { class: "ws-button", text: words.copy, on: { click: () => copyText() } });
  const root = make("div", { class: "ws-copy", hidden: true }, [copy, field]);
  let file = { name: "", text: "" };

  async function copyText() {
    try {
      await navigator.clipboard.writeText(file.text);
      say(fill(words.copied, { name: file.name }));
    } catch {
      field.hidden = false;
      field.value = file.text;
      field.focus();
      field.select();
      say(fill(words.by_hand, { name: file.name }));
    }
  }
  return {
    root,
    /**
     * Offer a file as text, and give the sentence that says what was asked of the browser.
     * @param {string} name @param {string} text @param {string} [asText] the name of what is copied, where it is no such file
     */
    offer(name, text, asText = name) {
      file = { name: asText, text };
      field.hidden = true;
      root.hidden = false;
      return fill(words.asked, { name });
    },
    /** Offer it no more: nothing of it may be left for whoever works here next. */
    close() {
      file = { name: "", text: "" };
      field.value = "";
      root.hidden = true;
    },
  };
}
