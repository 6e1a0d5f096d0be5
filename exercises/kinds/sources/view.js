/** @import { Body, Kit } from "../../page/types.d.ts" */
/** @import { Card } from "../sort/types.d.ts" */
/** @import { Earlier, SourcesPage } from "./types.d.ts" */

import { canonical } from "../../page/canonical.js";
import { fill, make } from "../../page/elements.js";
import { exercise } from "../../page/kit.js";
import { body as sorting } from "../sort/body.js";

/**
 * Sorting the sources that were marked. An answer holds its cards, so what is marked later changes none of them.
 * @param {Kit<SourcesPage>} kit
 * @returns {Body}
 */
function body(kit) {
  const { page, words, say, putAside, uid } = kit;
  /** The cards as the marks stand now, and those that are shown. @type {Card[]} */
  let current = [];
  /** @type {Card[]} */
  let shown = [];
  /** @type {Body | null} */
  let inner = null;
  let drawn = 0;
  let isLocked = false;

  const none = make("p", { class: "ws-sources-none", text: words.no_cards });
  const begin = make("button", { class: "ws-button", text: words.begin_anew, on: { click: beginAnew } });
  const first = make("p", { text: words.other_checked });
  const other = make("div", { class: "ws-sources-other", hidden: true }, [
    make("p", { text: words.other_cards }),
    begin,
    first,
  ]);
  const place = make("div", {});
  const root = make("div", { class: "ws-sources" }, [none, other, place]);
  const isSame = (/** @type {Card[]} */ one, /** @type {Card[]} */ two) => canonical(one) === canonical(two);
  const placed = () => /** @type {Record<string, string>} */ (inner?.read().placed ?? {});
  const isBegun = () => Object.keys(placed()).length > 0;
  const read = () => (isBegun() ? { cards: shown, placed: placed() } : { cards: [], placed: {} });

  /** @param {Card[]} cards */
  function show(cards) {
    if (isSame(cards, shown) && (inner || !cards.length)) return;
    drawn += 1;
    shown = cards;
    inner = cards.length ? sorting({ ...kit, page: { ...page, cards, ordered: false }, uid: `${uid}-${drawn}` }) : null;
    place.replaceChildren(...(inner ? [inner.root] : []));
    inner?.lock(isLocked, false);
  }

  /** Sort what is marked now; what was sorted before goes to Earlier versions. */
  function beginAnew() {
    if (isLocked) return;
    putAside();
    show(current);
    draw();
    kit.changed(words.begun_anew);
    inner?.focus?.();
  }

  function draw() {
    none.hidden = shown.length > 0;
    begin.hidden = isLocked;
    first.hidden = !isLocked;
    other.hidden = !isBegun() || !current.length || isSame(current, shown);
  }

  return {
    root,
    read,
    write(answer) {
      const { cards = [], placed: stored = {} } = answer;
      show(cards.length ? cards : current);
      inner?.write({ placed: stored });
      draw();
    },
    recall(/** @type {Earlier | null} */ was) {
      none.textContent = was ? fill(words.no_cards_in, { title: was.title }) : words.no_cards;
      const cards = was?.cards ?? [];
      if (isSame(cards, current)) return;
      current = cards;
      if (!isBegun()) show(current);
      draw();
    },
    lock(locks) {
      isLocked = locks;
      inner?.lock(locks, false);
      draw();
    },
    show() {},
    hasKey: () => false,
    complete: () => (inner ? (inner.complete?.("open") ?? "") : (none.textContent ?? "")),
    reset() {
      current = [];
      show([]);
      draw();
    },
    focus: () => (inner?.focus ? inner.focus() : say(none.textContent ?? "")),
  };
}

export default { render: exercise(body) };
