/* Reads the page aloud: which voice at which pace, from where on, and what keys and clicks on the page do meanwhile. */

/** @import { Words } from "../page/types.d.ts" */

import { Panel } from "./panel.js";
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
  const one = new Aloud(root, words, closed);
  one.open();
  return () => one.close();
}

class Aloud {
  #ending = new AbortController();
  #pace = USUAL;
  #looking = true;
  /** @type {SpeechSynthesisVoice[]} */
  #voices = [];
  #voice;
  #panel;
  #reader;
  #closed;

  /** @param {Element} root @param {Words} words @param {() => void} closed */
  constructor(root, words, closed) {
    this.#closed = closed;
    this.#voice = new Voice(words.language);
    this.#panel = new Panel(words, {
      play: () => (this.#reading ? this.#reader.stop() : this.#reader.read()),
      before: () => this.#reader.move(true),
      behind: () => this.#reader.move(false),
      slower: () => this.#go(-1),
      faster: () => this.#go(1),
      again: () => this.#reader.again(),
      close: () => this.#closeItself(),
    });
    const how = () => {
      const voice = this.#voices[this.#panel.chosen];
      return voice ? { voice, rate: RATES[this.#pace] } : null;
    };
    const room = () => this.#panel.top;
    this.#reader = new Reader(root, this.#voice, how, room, () => this.#draw());
  }

  open() {
    const { signal } = this.#ending;
    document.dispatchEvent(new CustomEvent(OPENS)); // one voice is enough: another panel closes
    document.addEventListener(OPENS, () => this.#closeItself(), { signal });
    document.addEventListener("click", (event) => this.#follow(event), { signal, capture: true });
    document.addEventListener("keydown", (event) => this.#heed(event), { signal, capture: true });
    window.addEventListener("pagehide", () => this.#reader.stop(), { signal });
    this.#voice.heed(() => this.#findVoices(), signal);
    setTimeout(() => {
      this.#looking = false;
      if (!signal.aborted && !this.#voices.length) this.#findVoices();
    }, PATIENCE);
    this.#panel.open();
    this.#findVoices();
    this.#panel.focus();
  }

  close() {
    this.#ending.abort();
    this.#panel.close();
    this.#reader.end();
  }

  #closeItself() {
    this.close();
    this.#closed();
  }

  get #reading() {
    return this.#reader.standing === "reading";
  }

  /** @param {number} step */
  #go(step) {
    this.#pace = Math.min(RATES.length - 1, Math.max(0, this.#pace + step));
    this.#draw();
    this.#reader.again();
  }

  #draw() {
    const there = this.#voices.length > 0;
    this.#panel.draw(there ? this.#reader.standing : this.#looking ? "looking" : "none", {
      there,
      reading: this.#reading,
      slowest: this.#pace === 0,
      fastest: this.#pace === RATES.length - 1,
    });
  }

  #findVoices() {
    this.#voices = this.#voice.all();
    this.#panel.list(this.#voices.map(({ name }) => name));
    this.#draw();
  }

  /** From anywhere on the page: read where the focus is, or pause. @param {KeyboardEvent} event */
  #heed(event) {
    if (!(event.altKey && event.shiftKey && event.code === "KeyR")) return;
    event.preventDefault();
    const { activeElement: at } = document;
    // What has the focus only so that keys stay in it is no place to read from.
    if (this.#reading) this.#reader.stop();
    else this.#reader.readFrom(at instanceof HTMLElement && at.tabIndex >= 0 ? at : null);
  }

  /** @param {Event} event */
  #follow({ target }) {
    if (target instanceof Element && !this.#panel.node.contains(target)) this.#reader.jump(target);
  }
}
