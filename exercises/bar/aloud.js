/* The panel at the foot of the window that reads the page aloud. */

/** @import { Words } from "../page/types.d.ts" */

import { make } from "../page/elements.js";
import { holdKeys } from "../page/keys.js";
import { Reader } from "./reader.js";
import { Voice } from "./voice.js";

const RATES = [0.6, 0.75, 0.9, 1, 1.2, 1.4];
const USUAL = 3; // of these
const PATIENCE = 3000; // milliseconds that a browser has to find its voices
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

  const line = make("p", { class: "ws-aloud-line", role: "status" });
  const which = make("select", { "aria-label": words.voice, on: { change: () => reader.again() } });
  const how = () => {
    const found = voice.all().find((one) => one.voiceURI === which.value);
    return found ? { voice: found, rate: RATES[pace] } : null;
  };
  const reader = new Reader(root, voice, how, draw);
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
  const panel = make("section", { class: "ws-root ws-aloud", "aria-label": words.open, on: { keydown: heed } }, [
    make("div", { class: "ws-bar-row" }, [...steers, button("close", () => close())]),
    line,
  ]);

  /** @param {number} step */
  function go(step) {
    pace = Math.min(RATES.length - 1, Math.max(0, pace + step));
    draw();
    reader.again();
  }
  function draw() {
    const there = voice.all().length > 0;
    for (const one of steers) one.hidden = !there;
    play.textContent = reader.standing === "reading" ? words.pause : words.play;
    slower.setAttribute("aria-disabled", String(pace === 0));
    faster.setAttribute("aria-disabled", String(pace === RATES.length - 1));
    const name = there ? reader.standing : looking ? "looking" : "none";
    if (line.textContent !== words[name]) line.textContent = words[name];
  }
  function findVoices() {
    const chosen = which.value;
    which.replaceChildren(...voice.all().map(({ voiceURI, name }) => make("option", { value: voiceURI, text: name })));
    if ([...which.options].some(({ value }) => value === chosen)) which.value = chosen;
    draw();
  }
  /** @param {KeyboardEvent} event */
  function heed(event) {
    if (event.key === "Escape") close();
  }
  /** Reading begins where the student is; what has the focus only so that keys stay in it is no such place. @param {Event} event */
  function follow({ type, target }) {
    if (!(target instanceof HTMLElement) || panel.contains(target)) return;
    if (type === "click") reader.jump(target);
    else if (target.tabIndex >= 0) reader.follow(target);
  }
  function close(told = true) {
    ending.abort();
    reader.end();
    panel.remove();
    if (told) closed();
  }

  document.dispatchEvent(new CustomEvent(OPENS)); // one voice is enough: another panel closes
  document.addEventListener(OPENS, () => close(), { signal });
  for (const name of ["click", "focusin"]) document.addEventListener(name, follow, { signal, capture: true });
  window.addEventListener("pagehide", () => reader.stop(), { signal });
  voice.heed(findVoices, signal);
  setTimeout(() => {
    looking = false;
    if (!signal.aborted) draw();
  }, PATIENCE);
  document.body.append(holdKeys(panel));
  findVoices();
  play.focus();
  return () => close(false);
}
