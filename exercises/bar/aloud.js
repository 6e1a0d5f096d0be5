/* The panel at the foot of the window that reads the page aloud. */

/** @import { Words } from "../page/types.d.ts" */

import { make } from "../page/elements.js";
import { holdKeys } from "../page/keys.js";
import { Reader } from "./reader.js";
import { Voice } from "./voice.js";

const RATES = [0.6, 0.75, 0.9, 1, 1.2, 1.4];
const USUAL = 3; // of these
const PATIENCE = 3000; // milliseconds that a browser has to find its voices
const HEIGHT = "--ws-aloud";
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
const OPENS = "whosays:aloud";

/**
 * Open the panel.
 * @param {Element} root what is read of
 * @param {Words} words
 * @param {() => void} closed what to do when it has closed itself
 * @returns {() => void} what closes it
 */
export function readAloud(root, words, closed) {
  const ending = new AbortController();
  const { signal } = ending;
  const voice = new Voice(words.language);
  let pace = USUAL;
  let looking = true;
  /** @type {SpeechSynthesisVoice[]} */
  let voices = [];

  const line = make("p", { class: "ws-aloud-line", role: "status" });
  const which = make("select", { "aria-label": words.voice, on: { change: () => reader.again() } });
  const how = () => {
    const found = voices[which.selectedIndex];
    return found ? { voice: found, rate: RATES[pace] } : null;
  };
  const room = () => panel.getBoundingClientRect().top;
  const reader = new Reader(root, voice, how, room, draw);
  const button = (/** @type {string} */ name, /** @type {() => void} */ click) =>
    make("button", { class: "ws-button", text: words[name], on: { click } });
  const play = button("play", () => (reader.standing === "reading" ? reader.stop() : reader.read()));
  const slower = button("slower", () => go(-1));
  const faster = button("faster", () => go(1));
  const steers = [
    play,
    button("before", () => reader.move(true)),
    button("behind", () => reader.move(false)),
    slower,
    faster,
    which,
  ];
  const panel = make("section", { class: "ws-root ws-aloud", "aria-label": words.open, on: { keydown: leave } }, [
    make("div", { class: "ws-bar-row" }, [...steers, button("close", () => close())]),
    line,
    make("style", { text: STYLE }),
  ]);

  /** @param {number} step */
  function go(step) {
    pace = Math.min(RATES.length - 1, Math.max(0, pace + step));
    draw();
    reader.again();
  }
  function draw() {
    const there = voices.length > 0;
    for (const one of steers) one.hidden = !there;
    play.textContent = reader.standing === "reading" ? words.pause : words.play;
    slower.setAttribute("aria-disabled", String(pace === 0));
    faster.setAttribute("aria-disabled", String(pace === RATES.length - 1));
    const name = there ? reader.standing : looking ? "looking" : "none";
    if (line.textContent !== words[name]) line.textContent = words[name];
  }
  function findVoices() {
    const chosen = voices[which.selectedIndex]?.name;
    voices = voice.all();
    which.replaceChildren(...voices.map(({ name }) => make("option", { text: name })));
    which.selectedIndex = Math.max(0, voices.map(({ name }) => name).indexOf(chosen));
    draw();
  }
  /** From anywhere on the page: read where the focus is, or pause. @param {KeyboardEvent} event */
  function heed(event) {
    if (!(event.altKey && event.shiftKey && event.code === "KeyR")) return;
    event.preventDefault();
    const { activeElement: at } = document;
    // What has the focus only so that keys stay in it is no place to read from.
    if (reader.standing === "reading") reader.stop();
    else reader.readFrom(at instanceof HTMLElement && at.tabIndex >= 0 ? at : null);
  }
  /** @param {Event} event */
  function follow({ target }) {
    if (target instanceof Element && !panel.contains(target)) reader.jump(target);
  }
  /** @param {KeyboardEvent} event */
  function leave({ key, target }) {
    // In a list that hangs open, Escape closes the list.
    if (key === "Escape" && target !== which) close();
  }
  function close(told = true) {
    ending.abort();
    panel.remove();
    watch.disconnect();
    document.documentElement.style.removeProperty(HEIGHT);
    reader.end();
    if (told) closed();
  }

  // What has the focus is scrolled to where the panel does not hide it.
  const watch = new ResizeObserver(() => document.documentElement.style.setProperty(HEIGHT, `${panel.offsetHeight}px`));
  document.dispatchEvent(new CustomEvent(OPENS)); // one voice is enough: another panel closes
  document.addEventListener(OPENS, () => close(), { signal });
  document.addEventListener("click", follow, { signal, capture: true });
  document.addEventListener("keydown", heed, { signal, capture: true });
  window.addEventListener("pagehide", () => reader.stop(), { signal });
  voice.heed(findVoices, signal);
  setTimeout(() => {
    looking = false;
    if (!signal.aborted && !voices.length) findVoices();
  }, PATIENCE);
  document.body.append(holdKeys(panel));
  watch.observe(panel);
  findVoices();
  play.focus();
  return () => close(false);
}
