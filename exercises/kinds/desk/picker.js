/* The list of claims to choose from; a long one takes one stop of the Tab key and is walked with the arrows. */

/** @import { Claim, Desk, State } from "./types.d.ts" */

import { fill, make } from "../../page/elements.js";

const FEW = 12;
/** @type {Record<string, number>} */
const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * Build the list; `pick(index)` hears which claim is wanted.
 * @param {Desk} desk
 * @param {(index: number) => void} pick
 */
export function claimPicker(desk, pick) {
  const { page, words } = desk;
  const long = page.claims.length > FEW;
  const needed = page.choose_from || page.claims.length;
  const buttons = page.claims.map((claim, index) =>
    make("button", {
      class: "ws-desk-pick",
      "data-claim": claim.id,
      on: {
        click: () => {
          stopAt(index);
          pick(index);
        },
      },
    }),
  );
  const progress = make("p", { class: "ws-desk-progress" });
  const list = make(
    "ol",
    long ? { on: { keydown: walk } } : {},
    buttons.map((button) => make("li", {}, button)),
  );
  const root = make(
    "div",
    { class: "ws-desk-claims", role: "group", "aria-label": words.claims, "data-many": String(long) },
    [
      make("p", {
        text: page.choose_from ? fill(words.choose, { count: needed, all: page.claims.length }) : words.choose_all,
      }),
      long ? make("p", { class: "ws-desk-help", text: words.walk }) : null,
      list,
      progress,
    ],
  );

  /** @param {number} index */
  function stopAt(index) {
    if (long) {
      buttons.forEach((button, place) => {
        button.tabIndex = place === index ? 0 : -1;
      });
    }
  }
  /** @param {KeyboardEvent} event */
  function walk(event) {
    const now = buttons.findIndex((button) => button === document.activeElement);
    /** @type {Record<string, number>} */
    const ends = { Home: 0, End: buttons.length - 1 };
    const to = ends[event.key] ?? now + STEPS[event.key];
    if (now < 0 || Number.isNaN(to)) return;
    event.preventDefault();
    const next = Math.min(Math.max(to, 0), buttons.length - 1);
    stopAt(next);
    buttons[next].focus();
  }
  /**
   * Draw how far each claim is: `state(claim, index)` gives done, begun, worked or empty.
   * @param {(claim: Claim, index: number) => State} state
   * @param {number | null} open
   */
  function draw(state, open) {
    page.claims.forEach((claim, index) => {
      const now = state(claim, index);
      const said = [words[`state_${now}`], ...(index === open ? [words.open_now] : [])].join(", ");
      buttons[index].replaceChildren(
        make("span", { class: "ws-desk-number", text: index + 1 }),
        make("span", { text: desk.wordsOf(claim), dir: "auto" }),
        make("span", {
          class: "ws-desk-state",
          "data-logged": String(now === "done"),
          text: now === "done" ? `✓ ${said}` : said,
        }),
      );
      buttons[index].setAttribute("aria-current", String(index === open));
    });
    progress.textContent = fill(words.progress, {
      done: page.claims.filter((claim, index) => state(claim, index) === "done").length,
      count: needed,
    });
  }
  stopAt(0);
  return {
    root,
    draw,
    focus: (/** @type {number} */ index) => {
      stopAt(index);
      buttons[index].focus();
    },
  };
}
