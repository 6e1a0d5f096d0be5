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
  const places = page.claims.map((claim, index) => ({ index, grave: Boolean(claim.grave) }));
  /** @param {boolean} grave */
  const rows = (grave) =>
    places
      .filter((place) => place.grave === grave)
      .map(({ index }) => make("li", { value: index + 1 }, buttons[index]));
  const [plain, grave] = [rows(false), rows(true)];
  // Numbers of people killed are read by whoever asks for them, and by nobody else.
  const warned = grave.length
    ? make("details", { class: "ws-desk-grave" }, [
        make("summary", { text: fill(words.grave, { count: grave.length }) }),
        make("ol", {}, grave),
      ])
    : null;
  const walks = long ? { on: { keydown: walk } } : {};
  const list = make("div", { class: "ws-desk-list", ...walks }, [make("ol", {}, plain), warned]);
  /** Buttons as they stand on the page, those that wait behind the warning only once it is open. */
  const inReach = () => [...list.querySelectorAll("button")].filter((button) => !button.closest("details:not([open])"));
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
    const shown = inReach();
    const now = shown.findIndex((button) => button === document.activeElement);
    /** @type {Record<string, number>} */
    const ends = { Home: 0, End: shown.length - 1 };
    const to = ends[event.key] ?? now + STEPS[event.key];
    if (now < 0 || Number.isNaN(to)) return;
    event.preventDefault();
    const next = shown[Math.min(Math.max(to, 0), shown.length - 1)];
    stopAt(buttons.indexOf(next));
    next.focus();
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
  stopAt(
    Math.max(
      0,
      places.findIndex((place) => !place.grave),
    ),
  );
  return {
    root,
    draw,
    focus: (/** @type {number} */ index) => {
      if (warned?.contains(buttons[index])) warned.open = true;
      stopAt(index);
      buttons[index].focus();
    },
  };
}
