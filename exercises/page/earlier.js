/* The earlier versions of an exercise, below it: answers that do not stand, to be used again or thrown away. */

/** @import { Aside, Dates, Now, Words } from "./types.d.ts" */
/** @import { Choice } from "./choice.js" */
/** @import { Send } from "./courier.js" */
/** @import { Frame } from "./frame.js" */
/** @import { Keeping } from "./keeping.js" */

import { canonical } from "./canonical.js";
import { fill, make } from "./elements.js";
import { isHeld } from "./phases.js";
import { button, told } from "./told.js";

/**
 * What it is given of the exercise.
 * @typedef {Object} Parts
 * @property {Now} now
 * @property {Words} words
 * @property {Dates} dates
 * @property {Frame} frame
 * @property {Keeping} keeping
 * @property {Choice} choice
 * @property {Send} send
 */

/** The answers that were put aside. */
export class Earlier {
  #parts;
  #drawn = "";

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** Show them; drawn anew only if there are others, so that the focus stays. */
  draw() {
    const { now, words, frame } = this.#parts;
    const aside = now.page.opening ? [] : (now.state.aside ?? []);
    const more = aside.length ? (now.state.more_aside ?? 0) : 0;
    const next = canonical([aside, more, now.state.phase, isHeld(now)]);
    if (next === this.#drawn) return;
    this.#drawn = next;
    const held = frame.earlierList.contains(document.activeElement);
    frame.earlier.hidden = !aside.length;
    frame.earlierNote.hidden = !aside.some((one) => this.#usable(one));
    frame.earlierTitle.textContent = fill(words.earlier_versions, { count: aside.length + more });
    frame.earlierMore.hidden = !more;
    frame.earlierMore.textContent = fill(words.earlier_more, { count: more });
    frame.earlierList.replaceChildren(...aside.map((one) => this.#version(one)));
    if (held) (aside.length ? frame.earlierTitle : frame.root).focus({ preventScroll: true });
  }

  /** @param {Aside} one */
  #usable(one) {
    const { now, keeping } = this.#parts;
    return keeping.mayUse(one) && !isHeld(now);
  }

  /** @param {Aside} one */
  #version(one) {
    const { words, dates, frame, choice } = this.#parts;
    const title = fill(words.earlier_why[one.why], { time: dates.moment(one.at, words.moment) });
    const use = this.#usable(one)
      ? [button(words.earlier_use, () => choice.use(one) && frame.tell(words.version_used))]
      : [];
    return make("li", {}, [told(title, one.lines, words.cannot_show), ...use, ...this.#away(one)]);
  }

  /** The button that throws a version away, and the question that it asks first. @param {Aside} one */
  #away({ id }) {
    const { now, words, frame, send } = this.#parts;
    const ask = (/** @type {boolean} */ asking) => {
      away.hidden = asking;
      yes.hidden = no.hidden = !asking;
      (asking ? no : away).focus();
    };
    const away = button(words.earlier_away, () => ask(true));
    const yes = button(words.earlier_away_sure, () => {
      send("let_go", { what: id });
      // These buttons go; without other versions, so does the whole list.
      if ((now.state.aside ?? []).length > 1) frame.earlierTitle.focus();
      else frame.focusBody();
    });
    const no = button(words.earlier_away_no, () => ask(false));
    yes.hidden = no.hidden = true;
    return [away, yes, no];
  }
}
