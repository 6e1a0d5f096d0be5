/** @import { Body, Kit } from "../../page/types.d.ts" */
/** @import { Loss, TilesPage } from "./types.d.ts" */

import { fill, make } from "../../page/elements.js";
import { exercise } from "../../page/kit.js";
import { known } from "../../page/known.js";

/** @type {Record<string, number>} */
const STEPS = { ArrowLeft: -1, ArrowRight: 1 };

/**
 * A sentence with its gloss, a line to fill, and the tiles that are left; each tile is a button.
 * @param {Kit<TilesPage>} kit
 * @returns {Body}
 */
function body({ page, words, changed, uid }) {
  /** @type {string[]} */
  let line = []; // ids of the tiles in the line
  let locked = false;
  /** @type {Loss | null} */
  let lost = null; // what becomes of the sentence without one tile; comes with the result
  let taken = false;
  let laid = page.tiles.map(({ id }) => id); // the tray, in the order of whoever works here
  const texts = new Map(page.tiles.map(({ id, text }) => [id, text]));
  const tiles = new Map(
    page.tiles.map(({ id, text }) => [
      id,
      make("button", {
        class: "ws-tile",
        text,
        "data-tile": id,
        on: { click: () => toggle(id), keydown: (event) => shift(event, id) },
      }),
    ]),
  );
  const holder = new Map(page.tiles.map(({ id }) => [id, make("li", {}, tiles.get(id))]));
  const lineTitle = make("h4", { class: "ws-tiles-title", id: `${uid}-line`, text: words.line });
  const trayTitle = make("h4", { class: "ws-tiles-title", id: `${uid}-tray`, text: words.tray });
  const lineList = make("ol", { class: "ws-tiles ws-tiles-line", "aria-labelledby": lineTitle.id });
  const tray = make("ul", { class: "ws-tiles", "aria-labelledby": trayTitle.id });
  const reading = make("p", { class: "ws-tiles-reading", lang: page.into });
  const key = make("p", { class: "ws-tiles-key", hidden: true });
  const loss = make("section", { class: "ws-tiles-loss", hidden: true, "aria-label": words.loss });
  const gloss = make(
    "ol",
    { class: "ws-tiles-gloss", "aria-label": words.original },
    page.original.map(({ word, meaning }) =>
      make("li", {}, [
        make("span", { class: "ws-tiles-word", text: word, lang: page.language }),
        make("span", { class: "ws-tiles-meaning", text: meaning }),
      ]),
    ),
  );
  const root = make("div", { class: "ws-tiles-all" }, [
    gloss,
    make("p", { class: "ws-tiles-origin", text: page.origin }),
    make("p", { class: "ws-tiles-how", text: words.how }),
    lineTitle,
    lineList,
    reading,
    trayTitle,
    tray,
    key,
    loss,
  ]);

  const sentence = () => line.map((id) => texts.get(id)).join(" ");
  /** @param {string} id */
  function toggle(id) {
    if (locked) return;
    const there = line.includes(id);
    set(there ? line.filter((one) => one !== id) : [...line, id], id);
    changed(fill(there ? words.taken_out : words.put, { text: texts.get(id), sentence: sentence() || words.nothing }));
  }
  /** With the arrow keys a tile moves along the line. @param {KeyboardEvent} event @param {string} id */
  function shift(event, id) {
    const at = line.indexOf(id);
    const to = at + (STEPS[event.key] || 0);
    if (locked || at < 0 || to === at || to < 0 || to >= line.length) return;
    event.preventDefault();
    const next = line.filter((one) => one !== id);
    next.splice(to, 0, id);
    set(next, id);
    changed(fill(words.moved, { place: to + 1, sentence: sentence() }));
  }
  /** @param {string[]} next @param {string} focused */
  function set(next, focused) {
    line = next;
    draw();
    known(tiles, focused).focus({ preventScroll: true });
  }
  function draw() {
    lineList.replaceChildren(...line.map((id) => known(holder, id)));
    tray.replaceChildren(...laid.filter((id) => !line.includes(id)).map((id) => known(holder, id)));
    lineList.dataset.empty = line.length ? "" : words.empty;
    reading.textContent = sentence();
    for (const [id, tile] of tiles) {
      tile.setAttribute(
        "aria-label",
        fill(line.includes(id) ? words.in_line : words.in_tray, { text: texts.get(id), place: line.indexOf(id) + 1 }),
      );
    }
    drawLoss();
  }
  function drawLoss() {
    loss.hidden = !lost;
    if (!lost) return;
    const { tile, whole, at: gone, beside, why } = lost;
    const shown = whole.map((text, at) =>
      make(taken && at === gone ? "s" : "span", { class: at === gone ? "ws-tiles-lost" : "", text: `${text} ` }),
    );
    const without = whole.filter((_, at) => at !== gone).join(" ");
    const turn = make("button", {
      class: "ws-button",
      "aria-pressed": String(taken),
      text: fill(taken ? words.give_back : words.take_away, { tile }),
      on: {
        click: () => {
          taken = !taken;
          drawLoss();
          loss.querySelector("button")?.focus();
        },
      },
    });
    loss.replaceChildren(
      make("h4", { class: "ws-tiles-title", text: words.loss }),
      make("p", { class: "ws-tiles-big" }, shown),
      turn,
      make(
        "div",
        { role: "status" },
        taken
          ? [
              make("p", {}, [make("strong", { text: words.left }), " ", without]),
              make("p", {}, [make("strong", { text: words.beside }), " ", beside]),
              make("p", { text: why }),
            ]
          : [],
      ),
    );
  }
  draw();
  return {
    root,
    read: () => ({ line }),
    write(answer) {
      line = (answer.line || []).filter((/** @type {string} */ id) => texts.has(id));
      draw();
    },
    arrange(/** @type {TilesPage} */ { tiles: next }) {
      laid = next.map(({ id }) => id);
      draw();
    },
    lock(on) {
      locked = on;
      for (const tile of tiles.values()) tile.setAttribute("aria-disabled", String(on));
    },
    show(result, revealed) {
      lost = result?.extra?.loss || null;
      taken = Boolean(lost && taken);
      key.hidden = !revealed;
      key.textContent = revealed
        ? fill(words.ours, { sentence: revealed.line.map((/** @type {string} */ id) => texts.get(id)).join(" ") })
        : "";
      drawLoss();
    },
    complete: () => (line.length ? "" : words.incomplete),
    focus: () => (tray.querySelector("button") ?? lineList.querySelector("button"))?.focus(),
  };
}

export default { render: exercise(body) };
