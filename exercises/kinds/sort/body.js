/** @import { Body, Kit } from "../../page/types.d.ts" */
/** @import { Bin, Box, Card, SortPage } from "./types.d.ts" */

import { fill, make } from "../../page/elements.js";
import { known } from "../../page/known.js";

/**
 * Cards and bins; each card has a select, and dragging by mouse is an extra on top.
 * @param {Kit<SortPage>} kit
 * @returns {Body}
 */
export function body({ page, words, changed, uid }) {
  /** @type {Map<string, string>} */
  const places = new Map(); // card id -> bin id, or "" while it waits
  const cards = new Map(page.cards.map((card, index) => [card.id, drawCard(card, index)]));
  const titles = new Map(page.bins.map((bin) => [bin.id, bin.title]));
  /** @type {Map<string, Box>} */
  const boxes = new Map(page.bins.map((bin, index) => [bin.id, drawBin(bin, index)]));
  boxes.set("", drawTray());
  const keyTitle = make("h4", { class: "ws-key-title", tabindex: "-1", hidden: true, text: words.key_title });
  const root = make("div", { class: "ws-sort" }, [
    keyTitle,
    known(boxes, "").root,
    page.ordered ? make("p", { class: "ws-sort-scale", text: words.scale }) : null,
    make(
      "div",
      { class: `ws-sort-bins${page.ordered ? " ws-sort-ordered" : ""}` },
      page.bins.map((bin) => known(boxes, bin.id).root),
    ),
  ]);
  let byPointer = false;
  /** @type {string | null} */
  let dragged = null;
  let locked = false;

  /** @param {Card} card @param {number} index */
  function drawCard({ id, text }, index) {
    const options = [["", words.no_bin], ...page.bins.map((bin) => [bin.id, bin.title])].map(([value, title]) =>
      make("option", { value, text: title }),
    );
    const select = make(
      "select",
      {
        class: "ws-sort-select",
        "aria-label": fill(words.move, { card: text }),
        on: { change: () => move(id, select.value) },
      },
      options,
    );
    const key = make("p", { class: "ws-sort-key", hidden: true });
    const drag = (/** @type {DragEvent} */ event) => {
      dragged = id;
      if (!event.dataTransfer) return;
      event.dataTransfer.setData("text/plain", text);
      event.dataTransfer.effectAllowed = "move";
    };
    const item = make(
      "li",
      {
        class: "ws-sort-card",
        draggable: "true",
        "data-card": id,
        on: {
          dragstart: drag,
          dragend: () => {
            dragged = null;
          },
        },
      },
      [
        make("p", { class: "ws-sort-text", dir: "auto", text }),
        make("div", { class: "ws-sort-put" }, [make("span", { "aria-hidden": "true", text: words.where }), select]),
        key,
      ],
    );
    return { root: item, select, key, index };
  }

  function drawTray() {
    const title = make("h4", { class: "ws-sort-title", id: `${uid}-tray` });
    return drawBox("", title, words.all_sorted, "ws-sort-tray");
  }

  /** @param {Bin} bin @param {number} index */
  function drawBin({ id, title }, index) {
    const step = page.ordered ? make("span", { class: "ws-sort-step", text: String(index + 1) }) : null;
    return drawBox(
      id,
      make("h4", { class: "ws-sort-title", id: `${uid}-bin-${index}` }, [step, title]),
      words.empty,
      "ws-sort-bin",
    );
  }

  /** @param {string} bin @param {HTMLElement} title @param {string} emptyWords @param {string} name */
  function drawBox(bin, title, emptyWords, name) {
    const list = make("ul", { class: "ws-sort-cards", "aria-labelledby": title.id });
    const empty = make("p", { class: "ws-sort-empty", text: emptyWords });
    const dragover = (/** @type {DragEvent} */ event) => {
      if (dragged === null || locked) return;
      event.preventDefault();
      box.classList.add("ws-sort-over");
    };
    const dragleave = () => box.classList.remove("ws-sort-over");
    const drop = (/** @type {DragEvent} */ event) => {
      event.preventDefault();
      dragleave();
      if (dragged !== null && !locked) move(dragged, bin);
    };
    const box = make("div", { class: name, on: { dragover, drop, dragleave } }, [title, list, empty]);
    return { root: box, title, list, empty };
  }

  /** The place of a card among all. @param {Element} card */
  const at = (card) => known(cards, card.getAttribute("data-card") ?? "").index;

  /** Put a card's element into its bin, in the order of the cards. @param {string} id @param {string} bin */
  function place(id, bin) {
    const card = known(cards, id);
    const { list } = known(boxes, bin);
    const next = [...list.children].find((other) => other !== card.root && at(other) > card.index);
    places.set(id, bin);
    card.select.value = bin;
    if (card.root.parentNode !== list) list.insertBefore(card.root, next || null);
  }

  function tidy() {
    const left = waiting();
    known(boxes, "").title.textContent = fill(words.cards, { count: left });
    known(boxes, "").title.hidden = !left;
    for (const { list, empty } of boxes.values()) {
      empty.hidden = list.children.length > 0;
      list.hidden = !list.children.length;
    }
    return left;
  }

  const waiting = () => [...places.values()].filter((bin) => !bin).length;

  /** @param {string} id @param {string} bin */
  function move(id, bin) {
    if (places.get(id) === bin) return;
    const { select } = known(cards, id);
    const focused = document.activeElement === select;
    place(id, bin);
    const left = tidy();
    // Moving an element takes the focus from it; on a touch screen the page should stay where it is.
    if (focused) select.focus({ preventScroll: byPointer });
    changed(bin ? fill(words.moved, { bin: titles.get(bin), left }) : fill(words.taken_out, { left }));
  }

  root.addEventListener("pointerdown", () => {
    byPointer = true;
  });
  root.addEventListener("keydown", () => {
    byPointer = false;
  });
  for (const { id } of page.cards) place(id, "");
  tidy();

  return {
    root,
    read: () => ({
      placed: Object.fromEntries(page.cards.map(({ id }) => [id, places.get(id)]).filter(([, bin]) => bin)),
    }),
    write({ placed = {} }) {
      for (const { id } of page.cards) place(id, titles.has(placed[id]) ? placed[id] : "");
      tidy();
    },
    arrange(/** @type {SortPage} */ { cards: next }) {
      next.forEach(({ id }, index) => {
        known(cards, id).index = index;
      });
      for (const { list } of boxes.values()) list.append(...[...list.children].sort((a, b) => at(a) - at(b)));
    },
    lock(locks) {
      locked = locks;
      root.classList.toggle("ws-sort-locked", locks);
      for (const { root: card, select } of cards.values()) {
        select.disabled = locks;
        card.draggable = !locks;
      }
    },
    show(_result, key) {
      keyTitle.hidden = !key;
      for (const [id, card] of cards) {
        const ours = key ? key.placed[id] : undefined;
        card.key.hidden = ours === undefined;
        card.key.textContent =
          ours === undefined
            ? ""
            : ours === places.get(id)
              ? words.key_same
              : fill(words.key_card, { bin: titles.get(ours) });
      }
    },
    complete: () => (waiting() ? fill(words.incomplete, { left: waiting() }) : ""),
    focus() {
      root.querySelector("select")?.focus(); // the tray stands first, then the bins
    },
  };
}
