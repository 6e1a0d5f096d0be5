/* The words that are chosen to be labelled, and the word that the keyboard stands on in each sentence. */

/** @import { Words } from "../../page/types.d.ts" */
/** @import { Ends, TextView } from "./types.d.ts" */

import { fill } from "../../page/elements.js";

/**
 * Follow what is chosen in a text.
 * @param {TextView} view the text
 * @param {Words} words
 * @param {(sentence: string) => void} say
 * @param {(some: boolean) => void} shown hears whether anything is chosen
 */
export function selectionOf(view, words, say, shown) {
  const { all, lines } = view;
  /** @type {{anchor: number, active: number}|null} */
  let selection = null;
  const active = lines.map((line) => line.first);
  let current = 0; // line with the active word

  /** The first and the last chosen word. @returns {Ends} */
  const range = () =>
    selection && [Math.min(selection.anchor, selection.active), Math.max(selection.anchor, selection.active)];

  /** @param {number} anchor @param {number} target @param {boolean} [spoken] */
  function select(anchor, target, spoken = true) {
    const line = lines[all[anchor].line];
    const to = Math.min(Math.max(target, line.first), line.last);
    const before = range();
    selection = { anchor, active: to };
    redraw(before, range());
    setActive(to);
    if (spoken) tell();
  }

  /** Say which words are chosen. */
  function tell() {
    const [from, to] = range() ?? [0, 0];
    say(fill(words.selected, { count: to - from + 1, quote: view.quote(from, to) }));
  }

  /** @param {Ends} before @param {Ends} now */
  function redraw(before, now) {
    /** @param {Ends} part @param {number} index */
    const inside = (part, index) => part !== null && part[0] <= index && index <= part[1];
    for (const [part, other] of [
      [before, now],
      [now, before],
    ]) {
      for (let index = part ? part[0] : 1; part && index <= part[1]; index++) {
        if (!inside(other, index)) all[index].element.setAttribute("aria-selected", String(part === now));
      }
    }
    shown(now !== null);
  }

  /** @param {boolean} spoken */
  function clear(spoken) {
    if (!selection) return;
    redraw(range(), null);
    selection = null;
    if (spoken) say(words.cleared);
  }

  /** @param {number} index */
  function setActive(index) {
    all[active[current]]?.element.classList.remove("ws-active");
    current = all[index].line;
    active[current] = index;
    all[index].element.classList.add("ws-active");
    lines[current].box.setAttribute("aria-activedescendant", all[index].element.id);
  }

  /** Go to a sentence, by default to the one that one stands in. */
  function focusLine(line = current) {
    setActive(active[line]);
    lines[line].box.focus();
  }

  /**
   * Tap: the first tap chooses a word, the second one the end; a tap on the chosen word lets go of it.
   * @param {number} index
   */
  function tap(index) {
    const chosen = selection && selection.anchor === selection.active ? selection.anchor : null;
    if (chosen === index) clear(true);
    else if (chosen !== null && all[index].line === all[chosen].line) select(chosen, index);
    else select(index, index);
  }

  /**
   * Go to a word of a sentence, or choose all words up to it.
   * @param {number} to
   * @param {boolean} extend
   * @param {number} line
   */
  function move(to, extend, line) {
    if (!extend) setActive(to);
    else select(selection && all[selection.anchor].line === line ? selection.anchor : active[line], to);
  }

  return {
    range,
    select,
    tell,
    clear,
    setActive,
    focusLine,
    tap,
    move,
    end: () => selection?.active,
    activeIn: (/** @type {number} */ line) => active[line],
    /** What a label goes to: the chosen words, else the word that the keyboard stands on. */
    target: () => range() ?? [active[current], active[current]],
    /** Give the focus to the sentence that one stands in, without scrolling. */
    stay: (line = current) => lines[line].box.focus({ preventScroll: true }),
  };
}
