/* What is said above the bar until somebody closes it: what happened to the file of answers, and who began elsewhere. */

import { make } from "../page/elements.js";

/**
 * Build the place of the notices.
 * @param {import("../page/types.d.ts").Words} words
 * @param {(wish: {kind: string, number?: number, typed?: string}) => void} ask
 */
export function noticeBoard(words, ask) {
  const root = make("div", { class: "ws-bar-notices", role: "status", "aria-live": "polite" });
  let drawn = "";

  /** @param {string} text @param {string} name @param {() => void} click */
  function notice(text, name, click) {
    const button = make("button", { class: "ws-button", text: words[name], on: { click } });
    return make("div", { class: "ws-notice" }, [make("p", { text }), button]);
  }
  /**
   * Draw what is to be said; drawn anew only if that changed, so that it is read out once and the focus stays.
   * @param {{notices?: {number: number, words: string}[], elsewhere?: {code: string, words: string},
   *   temporary?: string}} state
   */
  function draw({ notices = [], elsewhere, temporary = "" }) {
    const next = JSON.stringify([notices, elsewhere, temporary]);
    if (next === drawn) return;
    drawn = next;
    const other = elsewhere?.code
      ? [notice(elsewhere.words, "door-go-on", () => ask({ kind: "use-code", typed: elsewhere.code }))]
      : [];
    const lasting = temporary ? [notice(temporary, "save", () => ask({ kind: "export" }))] : [];
    root.replaceChildren(
      ...lasting,
      ...notices.map(({ number, words: text }) =>
        notice(text, "close-notice", () => ask({ kind: "close-notice", number })),
      ),
      ...other,
    );
  }
  return { root, draw };
}
