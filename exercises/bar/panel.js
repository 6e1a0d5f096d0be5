/* How the panel that reads aloud looks: its buttons, the list of voices, and the line that says where one stands. */

/** @import { Words } from "../page/types.d.ts" */

import { make } from "../page/elements.js";
import { holdKeys } from "../page/keys.js";

const HEIGHT = "--ws-aloud";
const BUTTONS = ["play", "before", "behind", "slower", "faster", "close"];
/** It comes with the panel, as most pages are never read aloud. */
const STYLE = `
.ws-aloud { position: fixed; inset: auto 0 0; z-index: 10000; padding: 10px 16px; border-block-start: 2px solid var(--ws-edge); }
.ws-aloud select { min-block-size: 40px; max-inline-size: 11em; font: inherit; font-size: 15px; color: inherit; background: var(--ws-paper); border: 1px solid var(--ws-edge); border-radius: 9px; }
.ws-aloud .ws-aloud-line { margin-block-start: 4px; font-size: 14px; }
/* Nothing stays below it, and what has the focus is scrolled to where one sees it. */
body:has(> .ws-aloud) > main { margin-block-end: var(--ws-aloud); }
html:has(.ws-aloud), body:has(> .ws-aloud) .jp-WindowedPanel-outer { scroll-padding-block-end: calc(var(--ws-aloud) + 12px); }
@media (max-height: 600px) {
  .ws-aloud { padding-block: 4px; }
  .ws-aloud .ws-bar-row { flex-wrap: nowrap; overflow-x: auto; }
  .ws-aloud .ws-button, .ws-aloud select { flex: none; }
  .ws-aloud .ws-aloud-line { margin: 0; font-size: 13px; line-height: 1.25; }
}
[data-read-aloud] { outline: 3px solid var(--jp-brand-color1, #1976d2); outline-offset: 4px; border-radius: 3px; }

@media print {
  .ws-aloud { display: none; }
  body:has(> .ws-aloud) > main { margin-block-end: 0; }
  [data-read-aloud] { outline: none; }
}
`;

export class Panel {
  #words;
  #line;
  #play;
  #slower;
  #faster;
  #steers;
  #which;
  #watch;

  /**
   * @param {Words} words
   * @param {Record<string, () => void>} acts what is done by name: that of a button, or `again` for another voice
   */
  constructor(words, acts) {
    this.#words = words;
    const button = (/** @type {string} */ name) =>
      make("button", { class: "ws-button", text: words[name], on: { click: acts[name] } });
    const [play, before, behind, slower, faster, close] = BUTTONS.map(button);
    this.#play = play;
    this.#slower = slower;
    this.#faster = faster;
    this.#line = make("p", { class: "ws-aloud-line", role: "status" });
    this.#which = make("select", { "aria-label": words.voice, on: { change: acts.again } });
    this.#steers = [play, before, behind, slower, faster, this.#which];
    const row = make("div", { class: "ws-bar-row" }, [...this.#steers, close]);
    const leave = (/** @type {KeyboardEvent} */ { key, target }) => {
      // In a list that hangs open, Escape closes the list.
      if (key === "Escape" && target !== this.#which) acts.close();
    };
    const kept = { class: "ws-root ws-aloud", "aria-label": words.open, on: { keydown: leave } };
    this.node = holdKeys(make("section", kept, [row, this.#line, make("style", { text: STYLE })]));
    // What has the focus is scrolled to where the panel does not hide it.
    this.#watch = new ResizeObserver(() => this.#tellHeight(`${this.node.offsetHeight}px`));
  }

  /** How far down the window one still reads, in pixels. */
  get top() {
    return this.node.getBoundingClientRect().top;
  }

  /** Which of the voices is chosen; -1 without any. */
  get chosen() {
    return this.#which.selectedIndex;
  }

  open() {
    document.body.append(this.node);
    this.#watch.observe(this.node);
  }

  focus() {
    this.#play.focus();
  }

  close() {
    this.node.remove();
    this.#watch.disconnect();
    this.#tellHeight("");
  }

  /** @param {string[]} names of all voices; the one that was chosen stays so, if it is still there */
  list(names) {
    const before = this.#which.value;
    this.#which.replaceChildren(...names.map((text) => make("option", { text })));
    this.#which.selectedIndex = names.length ? Math.max(0, names.indexOf(before)) : -1;
  }

  /**
   * @param {string} standing which words say where one stands
   * @param {{there: boolean, reading: boolean, slowest: boolean, fastest: boolean}} how
   */
  draw(standing, { there, reading, slowest, fastest }) {
    for (const one of this.#steers) one.hidden = !there;
    this.#play.textContent = reading ? this.#words.pause : this.#words.play;
    this.#slower.setAttribute("aria-disabled", String(slowest));
    this.#faster.setAttribute("aria-disabled", String(fastest));
    // Told only when it changes: a screen reader says it each time.
    if (this.#line.textContent !== this.#words[standing]) this.#line.textContent = this.#words[standing];
  }

  /** @param {string} height as CSS; none takes it back */
  #tellHeight(height) {
    document.documentElement.style.setProperty(HEIGHT, height);
  }
}
