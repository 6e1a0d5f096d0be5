/* Goes through a page with a voice: what is read now, what comes next, and where the student wants to hear it. */

/** @import { Passage } from "./passages.js" */
/** @import { How, Voice } from "./voice.js" */

import { breaths, isForeign, passageBefore, passageBehind, passageFrom } from "./passages.js";

const MARK = "data-read-aloud"; // on the block that is read

/** @typedef {"ready" | "reading" | "end" | "failed"} Standing */

/** Reads one passage after another, until the page ends or somebody stops it. */
export class Reader {
  /** @type {Passage|null} */
  #at = null;
  /** @type {string[]} */
  #left = [];
  /** Where the student has been since. @type {Element|null} */
  #wish = null;
  /** @type {Standing} */
  standing = "ready";

  /**
   * @param {Element} root what is read of
   * @param {Voice} voice
   * @param {() => How|null} how with which voice, and how fast; nothing if there is none
   * @param {() => number} room how much of the window the page has, in pixels from its top
   * @param {() => void} changed
   */
  constructor(root, voice, how, room, changed) {
    this.root = root;
    this.voice = voice;
    this.how = how;
    this.room = room;
    this.changed = changed;
    this.start = 0; // where what is read begins, below the top of the whole
  }

  /** Read on: from where the student has been since, else from where it stopped, else from what is in sight. */
  read() {
    const here = this.#wish ? passageFrom(this.root, this.#wish) : this.#stands() ? this.#at : this.#inSight();
    if (this.#wish || here !== this.#at) this.#go(here);
    this.#say();
  }

  stop() {
    this.voice.stop();
    this.#stand("ready");
  }

  /** Go to the passage behind or before, and read it if it reads. @param {boolean} back */
  move(back) {
    const step = back ? passageBefore : passageBehind;
    const next = this.#stands() && this.#at ? step(this.root, this.#at) : this.#inSight();
    if (next) this.#go(next);
    this.#wish = null;
    if (this.standing === "reading") this.#say();
    else this.#stand(next ? "ready" : "end");
  }

  /** Say the same piece again, as its voice or its pace has changed. */
  again() {
    if (this.standing === "reading") this.#say();
  }

  /** Begin with what was clicked, at once if it reads. @param {Element} element */
  jump(element) {
    const there = this.root.contains(element) ? passageFrom(this.root, element) : null;
    if (!there?.block.contains(element)) return;
    const isRead = there.first === this.#at?.first;
    this.#wish = isRead ? null : element;
    if (isRead) return;
    if (this.standing === "reading") this.read();
  }

  /** Read from an element on, for whoever works by keys. @param {Element|null} element that has the focus */
  readFrom(element) {
    if (element && this.root.contains(element)) this.#wish = element;
    this.read();
  }

  /** Stop, and leave no mark on the page. */
  end() {
    this.stop();
    this.#go(null);
  }

  /** @param {Passage|null} passage */
  #go(passage) {
    this.#at?.block.removeAttribute(MARK);
    this.#at = passage;
    // A voice for one language makes nothing of another.
    this.#left = passage && !isForeign(passage, this.voice.language) ? breaths(passage.text) : [];
    this.#wish = null;
    if (!passage) return;
    passage.block.setAttribute(MARK, "");
    show(passage.block, this.room());
    this.start = topOf(passage, this.root);
  }

  /** Say what is left of the passage, then the next one. */
  #say() {
    const how = this.how();
    while (how && this.#at && !this.#left.length) this.#go(this.#next(this.#at));
    if (!how || !this.#at) {
      const isSeen = this.root.getClientRects().length > 0; // the page may lie behind another one
      this.#stand(how && isSeen ? "end" : "ready");
      return;
    }
    this.#stand("reading");
    this.voice.say(this.#left[0], how, {
      ended: () => {
        this.#left.shift();
        this.#say();
      },
      failed: () => this.#stand("failed"),
    });
  }

  /** Give the passage behind; where the page was drawn anew meanwhile, the one that stands there now. @param {Passage} one */
  #next(one) {
    if (this.#stands()) return passageBehind(this.root, one);
    const { start } = this;
    let next = passageFrom(this.root, null);
    while (next && (topOf(next, this.root) < start || next.text === one.text)) next = passageBehind(this.root, next);
    return next;
  }

  /** @param {Standing} standing */
  #stand(standing) {
    this.standing = standing;
    this.changed();
  }

  /** Whether what was read last is still on the page: a notebook takes away what is far out of sight. */
  #stands() {
    return Boolean(this.#at && this.root.contains(this.#at.last));
  }

  /** Give the first passage that is in sight, or the first one at all. */
  #inSight() {
    const top = Math.max(0, this.root.getBoundingClientRect().top);
    let one = passageFrom(this.root, null);
    const first = one;
    while (one && one.block.getBoundingClientRect().bottom <= top) one = passageBehind(this.root, one);
    return one ?? first;
  }
}

/** Bring a block into sight, unless it is. @param {Element} block @param {number} room */
function show(block, room) {
  const { top, bottom } = block.getBoundingClientRect();
  if (top >= 0 && bottom <= room) return;
  block.scrollIntoView({ block: "start" });
  // Not at the very edge: one sees what stands before. Too long for that, it begins at the top.
  const { top: now, bottom: end } = block.getBoundingClientRect();
  const free = room - (end - now);
  if (free > 0 && now < 1) scrolled(block)?.scrollBy({ top: -Math.min(free, room / 3) });
}

/** Give what scrolls around a block. @param {Element} block @returns {Element|null} */
function scrolled(block) {
  const scrolls = (/** @type {Element} */ one) =>
    one.scrollHeight > one.clientHeight && /auto|scroll/.test(getComputedStyle(one).overflowY);
  let at = block.parentElement;
  while (at && !scrolls(at)) {
    at = at.parentElement;
  }
  return at ?? document.scrollingElement;
}

/** Give where a passage begins, in pixels below the top of the whole. @param {Passage} one @param {Element} root */
function topOf({ block }, root) {
  const whole = scrolled(block);
  return (
    block.getBoundingClientRect().top +
    (whole && root.contains(whole) ? whole.scrollTop : -root.getBoundingClientRect().top)
  );
}
