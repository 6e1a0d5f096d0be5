/* What all figures share: closed until an exercise is done, then drawn from what the kernel sends. */

/** @import { Model, Place } from "../page/types.d.ts" */
/** @import { DrawFigure } from "./types.d.ts" */

import { fill, make } from "../page/elements.js";
import { holdKeys } from "../page/keys.js";

const ASK_AGAIN_AFTER = 5000; // milliseconds
const LOST_AFTER = 20000;
const LOST_DRAWING_AFTER = 90000;

/** One figure on the page; the kernel decides from its store whether it opens. */
class Gate {
  /** @param {Model} model @param {HTMLElement} el @param {DrawFigure} draw */
  constructor(model, el, draw) {
    this.model = model;
    this.draw = draw;
    this.words = model.get("words");
    this.page = model.get("page");
    /** @type {number|null} */
    this.asked = null; // when the oldest unanswered question went out
    this.sent = 0;
    this.promised = false;
    this.pressed = false;
    this.phase = ""; // of the exercise that it is drawn from
    this.warned = false; // whether the student has read the warning and wants to see it all the same
    this.notice = make("p", { class: "ws-figure-notice" });
    this.button = make("button", { class: "ws-button", text: this.words.look, on: { click: () => this.press() } });
    this.shown = make("div", { class: "ws-figure-shown" });
    this.live = make("p", { class: "ws-live", role: "status", "aria-live": "polite" });
    const wait = make("div", { class: "ws-figure-wait" }, [this.notice, this.button]);
    const about = { class: "ws-root ws-figure", role: "group", "aria-label": this.words.name };
    this.root = make("div", about, [wait, this.shown, this.live]);
    el.replaceChildren(holdKeys(this.root));
    this.begin();
  }

  /** Start from what the page may know: closed, or about to be drawn. */
  begin() {
    this.page = this.model.get("page");
    this.close();
    this.warned = !this.page.warning;
    this.standBy();
  }

  /** Look at once; behind a warning only whoever asks will see it. */
  standBy() {
    this.button.textContent = this.warned ? this.words.look : this.words.show;
    if (!this.warned) {
      this.state("warned", this.page.warning);
      return;
    }
    this.state(this.page.open ? "drawing" : "closed");
    this.look(false);
  }

  press() {
    this.warned = true;
    this.button.textContent = this.words.look;
    this.look(true);
  }

  /** Ask the kernel; ``pressed`` when the student did, who then hears the reply. */
  look(/** @type {boolean} */ pressed) {
    this.pressed = pressed || (this.pressed && this.asked !== null);
    this.asked ??= performance.now();
    this.sent = performance.now();
    try {
      this.model.send({ kind: "look" });
    } catch {
      /* A closed channel shows by the missing reply. */
    }
  }

  /** @param {{exercise: string, notebook: string, phase: string}} detail of an exercise on the page */
  hear(detail) {
    const { exercise, notebook } = this.page;
    const awaited = detail.exercise === exercise && detail.notebook === notebook && detail.phase !== "open";
    const isOther = this.page.own && detail.exercise === exercise && detail.phase !== this.phase;
    if (isOther) this.phase = detail.phase;
    if (awaited && this.warned && (isOther || !this.isOpen())) this.look(false);
  }

  /** @param {{kind: string, words: string, content: any}} reply */
  receive(reply) {
    if (this.isOpen() && !this.page.own) return;
    this.promised = reply.kind === "drawing";
    if (this.promised) {
      this.state("drawing");
      return;
    }
    this.asked = null;
    if (reply.kind === "closed") this.refuse();
    else if (reply.kind === "open") this.open(reply.content);
    else if (reply.kind === "trouble") {
      this.state("trouble", reply.words);
      this.say(reply.words);
    }
  }

  refuse() {
    const said = this.pressed ? fill(this.words.not_yet, this.page) : null;
    this.pressed = false;
    this.state("closed", said);
    if (said) this.say(said);
  }

  /** @param {any} content */
  open(content) {
    const held = this.root.contains(document.activeElement);
    const waited = this.pressed || !this.page.open;
    this.pressed = false;
    this.state("open");
    const drawn = this.draw(content, {
      words: this.words,
      say: (/** @type {string} */ sentence) => this.say(sentence),
    });
    this.shown.replaceChildren(drawn);
    if (waited) this.say(this.words.opened);
    // The button that had the focus is gone; the student should not be thrown to the top of the notebook.
    if (held) {
      this.shown.setAttribute("tabindex", "-1");
      this.shown.focus();
    }
  }

  close() {
    this.shown.replaceChildren();
    this.shown.removeAttribute("tabindex");
    this.live.textContent = "";
    Object.assign(this, { asked: null, promised: false, pressed: false });
  }

  isOpen() {
    return this.root.dataset.state === "open";
  }

  /** @param {string} name @param {string|null} [sentence] */
  state(name, sentence = null) {
    this.root.dataset.state = name;
    this.notice.textContent = sentence ?? fill(this.words[name] ?? "", this.page);
    this.notice.hidden = name === "open";
    this.button.hidden = name === "open" || name === "drawing";
  }

  /** Say a sentence in the live region; a sentence that comes twice is read twice. */
  say(/** @type {string} */ sentence) {
    this.live.textContent = sentence === this.live.textContent ? `${sentence}\u00a0` : sentence;
  }

  tick() {
    if (this.asked === null || this.isOpen()) return;
    const now = performance.now();
    if (!this.promised && now - this.sent >= ASK_AGAIN_AFTER) this.look(false);
    if (now - this.asked < (this.promised ? LOST_DRAWING_AFTER : LOST_AFTER) || this.root.dataset.state === "lost") {
      return;
    }
    this.promised = false;
    this.state("lost");
    this.say(this.words.lost);
  }
}

/**
 * Make the render function of a figure from what draws its content.
 * @param {DrawFigure} draw
 */
export function figure(draw) {
  return (/** @type {Place} */ { model, el }) => {
    const gate = new Gate(model, el, draw);
    const hear = (/** @type {CustomEvent} */ { detail }) => gate.hear(detail);
    const receive = (/** @type {any} */ reply) => gate.receive(reply);
    const begin = () => gate.begin();
    const clock = setInterval(() => gate.tick(), 1000);
    const ended = new AbortController();
    const { signal } = ended;
    document.addEventListener("whosays:status", (event) => hear(/** @type {CustomEvent} */ (event)), { signal });
    model.on("msg:custom", receive);
    model.on("change:page", begin);
    return () => {
      clearInterval(clock);
      ended.abort();
      model.off("msg:custom", receive);
      model.off("change:page", begin);
    };
  };
}
