/* What is said above the bar until somebody closes it: what happened to the file of answers, and who began elsewhere. */

import { make } from "../page/elements.js";

/**
 * Build the place of the notices.
 * @param {import("../page/types.d.ts").Words} words
 * @param {(wish: {kind: string, number?: number, typed?: string}) => void} ask
 * @param {() => void} home takes the focus that a notice had which is gone
 */
export function noticeBoard(words, ask, home) {
  const root = make("div", { class: "ws-bar-notices", role: "status", "aria-live": "polite" });
  /** Notices that are drawn, by what they say and do. @type {Map<string, HTMLElement>} */
  let drawn = new Map();

  /**
   * Give a notice by what it says and does; one that is drawn already stays the same.
   * @param {string} text
   * @param {string} name
   * @param {{kind: string, number?: number, typed?: string}} wish
   * @returns {[string, HTMLElement]}
   */
  function notice(text, name, wish) {
    const about = JSON.stringify([text, name, wish]);
    const button = make("button", { class: "ws-button", text: words[name], on: { click: () => ask(wish) } });
    return [about, drawn.get(about) ?? make("div", { class: "ws-notice" }, [make("p", { text }), button])];
  }
  /**
   * Draw what is to be said; drawn anew only if that changed, so that it is read out once and the focus stays.
   * @param {{notices?: {number: number, words: string}[], elsewhere?: {code: string, words: string},
   *   temporary?: string}} state
   */
  function draw({ notices = [], elsewhere, temporary = "" }) {
    const next = new Map([
      ...(temporary ? [notice(temporary, "save", { kind: "export" })] : []),
      ...notices.map(({ number, words: text }) => notice(text, "close-notice", { kind: "close-notice", number })),
      ...(elsewhere?.code ? [notice(elsewhere.words, "door-go-on", { kind: "use-code", typed: elsewhere.code })] : []),
    ]);
    if (JSON.stringify([...next.keys()]) === JSON.stringify([...drawn.keys()])) return;
    drawn = next;
    const held = document.activeElement;
    const inside = root.contains(held);
    root.replaceChildren(...next.values());
    // What is put in its place again has lost the focus, too.
    if (inside && root.contains(held)) /** @type {HTMLElement} */ (held).focus({ preventScroll: true });
    else if (inside) home();
  }
  return { root, draw };
}
