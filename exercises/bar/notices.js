/* What is said below the bar: what happened to the file of answers, who began elsewhere, and what no page shows. */

import { make } from "../page/elements.js";
import { told } from "../page/told.js";

/** @typedef {{words: string, answers: {title: string, lines: string[]}[]}} Gone */

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
   * Give the notice on answers that no exercise shows any more, with the answers.
   * @param {Gone} gone
   * @returns {[string, HTMLElement]}
   */
  function lasting(gone) {
    const about = JSON.stringify(gone);
    const fold = () =>
      make("details", { class: "ws-on-tap" }, [
        make("summary", { text: words["gone-show"] }),
        ...gone.answers.map(({ title, lines }) => told(title, lines, "")),
      ]);
    return [about, drawn.get(about) ?? make("div", { class: "ws-notice" }, [make("p", { text: gone.words }), fold()])];
  }
  /**
   * Draw what is to be said; drawn anew only if that changed, so that it is read out once and the focus stays.
   * @param {{notices?: {number: number, words: string}[], elsewhere?: {code: string, words: string},
   *   temporary?: string, gone?: Gone | null}} state
   */
  function draw({ notices = [], elsewhere, temporary = "", gone }) {
    const next = new Map([
      ...(temporary ? [notice(temporary, "save", { kind: "export" })] : []),
      ...notices.map(({ number, words: text }) => notice(text, "close-notice", { kind: "close-notice", number })),
      ...(gone ? [lasting(gone)] : []),
      ...(elsewhere?.code ? [notice(elsewhere.words, "door-go-on", { kind: "go-on", typed: elsewhere.code })] : []),
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
