/* One page with the real exercise on it, in a browser whose storage all pages share; and the hand of the student. */

import { body } from "../../exercises/kinds/write/body.js";
import { make } from "../../exercises/page/elements.js";
import { exercise } from "../../exercises/page/kit.js";
import { Button, Document, Element } from "./elements.mjs";

/**
 * @param {Map<string, string>} kept what a browser keeps for all its windows
 * @param {{full: boolean}} room whether it has any left
 */
export function storage(kept, room) {
  const things = {
    setItem(name, value) {
      if (room.full) throw new Error("QuotaExceededError");
      kept.set(name, value);
    },
    getItem: (name) => kept.get(name) ?? null,
    removeItem: (name) => kept.delete(name),
  };
  return new Proxy(things, {
    ownKeys: () => [...kept.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  });
}

/** The sheet, with the act of those bodies in which one may begin anew: what stands there gives way to a blank answer. */
const render = exercise((kit) => {
  const sheet = body(kit);
  const click = () => {
    kit.putAside();
    sheet.write({});
    kit.changed();
  };
  sheet.root.append(make("button", { class: "begin-anew", on: { click } }));
  return sheet;
});

/** The words that are typed carry numbers, so that each can be found again. @param {unknown} told */
export const numbersIn = (told) => new Set(JSON.stringify(told).match(/\b[tw]\d+\b/g) ?? []);

export class Page {
  #heard = new Map();
  #traits;
  #drawn; // what it was told last, by whatever road
  #closed = false;

  /**
   * @param {{clock: import("./clock.mjs").Clock, localStorage: object}} browser
   * @param {object} drawn page, state and words
   * @param {(content: object) => void} send
   */
  constructor(browser, { page, state, words }, send) {
    this.browser = browser;
    this.#traits = { page, state, words };
    this.#drawn = page;
    this.document = new Document();
    this.window = new EventTarget();
    this.el = new Element("div");
    const model = {
      get: (name) => structuredClone(this.#traits[name]),
      on: (name, listener) => this.#heard.set(name, listener),
      off: (name) => this.#heard.delete(name),
      send,
    };
    this.enter(() => {
      this.stop = render({ model, el: this.el });
    });
  }

  /** Do something where `document`, `localStorage` and the clock are those of this page. @param {() => void} action */
  enter(action) {
    if (this.#closed) return;
    const { clock, localStorage } = this.browser;
    const within = (todo) => () => this.enter(todo);
    Object.assign(globalThis, {
      document: this.document,
      window: this.window,
      localStorage,
      Element,
      HTMLElement: Element,
      HTMLButtonElement: Button,
      Date: clock.date(),
      performance: clock.performance(),
      setTimeout: (todo, after = 0) => clock.set(within(todo), after, 0, this),
      setInterval: (todo, every) => clock.set(within(todo), every, every, this),
      clearTimeout: (number) => clock.clear(number),
      clearInterval: (number) => clock.clear(number),
    });
    action();
  }

  /* What comes from the kernel */

  hear({ reply, page, state }) {
    this.#drawn = page ?? reply?.page ?? this.#drawn;
    this.enter(() => {
      if (reply) this.#heard.get("msg:custom")?.(reply);
      const changed = Object.entries({ page, state }).filter(([, value]) => value);
      Object.assign(this.#traits, Object.fromEntries(changed));
      for (const [name] of changed) this.#heard.get(`change:${name}`)?.();
    });
  }

  /* What the browser does */

  leave() {
    this.enter(() => this.window.dispatchEvent(new Event("pagehide")));
  }
  hide(hidden) {
    this.document.hidden = hidden;
    this.enter(() => this.document.dispatchEvent(new Event("visibilitychange")));
  }
  /** Before work is brought in, the bar has all answers sent. */
  hurry() {
    this.enter(() => this.document.dispatchEvent(new CustomEvent("whosays:leave")));
  }
  removed() {
    this.enter(() => this.stop());
  }
  close() {
    this.browser.clock.drop(this);
    this.#closed = true;
  }

  /* What the student does and sees */

  /** @param {"ws-write-area" | "ws-write-why"} name */
  field(name) {
    return this.el.querySelector(`.${name}`);
  }
  /** Fields that can be written in now. */
  open() {
    return ["ws-write-area", "ws-write-why"].filter((name) => this.field(name).seen && !this.field(name).readOnly);
  }
  type(name, text) {
    const field = this.field(name);
    field.value = text;
    this.enter(() => field.dispatchEvent(Object.assign(new Event("input"), { inputType: "insertFromPaste" })));
  }
  rate(level) {
    const inputs = this.el.querySelector(".ws-write-rating").querySelectorAll("input");
    for (const [at, input] of inputs.entries()) input.checked = at === level;
    this.enter(() => inputs[level].dispatchEvent(new Event("change")));
  }
  /** Buttons that can be pressed now; to throw away is an act of its own. */
  buttons() {
    const { hint, next_hint, no_more_hints, earlier_away, earlier_away_sure } = this.#traits.words.kit;
    const never = [hint, next_hint, no_more_hints, earlier_away, earlier_away_sure];
    return this.el
      .querySelectorAll(".ws-button")
      .filter((one) => one.seen && one.getAttribute("aria-disabled") !== "true" && !never.includes(one.textContent));
  }
  /** The earlier versions that are shown. */
  versions() {
    return this.el.querySelector(".ws-earlier-list").children;
  }
  /** Throw an earlier version away, and say that it is meant. @param {Element} version */
  throwAway(version) {
    const { earlier_away, earlier_away_sure } = this.#traits.words.kit;
    for (const name of [earlier_away, earlier_away_sure]) {
      const button = version.querySelectorAll(".ws-button").find((one) => one.textContent === name);
      if (button) this.press(button);
    }
  }
  beginAnew() {
    this.press(this.el.querySelector(".begin-anew"));
  }
  press(button) {
    this.enter(() => button.dispatchEvent(new Event("click")));
  }
  get words() {
    return this.#traits.words;
  }
  /** Of which student it is. */
  get code() {
    return this.#drawn.code;
  }
  /** What stands in the fields. */
  get written() {
    return numbersIn([this.field("ws-write-area").value, this.field("ws-write-why").value]);
  }
  /** All that can be read on the page, with what stands in its fields. */
  get readable() {
    return numbersIn([this.el.textContent, ...this.written]);
  }
  get status() {
    const line = this.el.querySelector(".ws-status");
    return { state: line.dataset.state, words: line.textContent };
  }
  get asks() {
    return this.el.querySelector(".ws-notice") !== null;
  }
}
