/** @import { Options, Words } from "../page/types.d.ts" */
/** @import { ChartContent, Parts } from "./types.d.ts" */

import { fill, make } from "../page/elements.js";
import { figure } from "./gate.js";

const SHORT = 12; // letters: a date or a number, which should not break
const MANY = 8; // rows: a longer table is folded away below its picture

/**
 * A box that scrolls sideways where its content is too wide, then also by keyboard.
 * @param {string} name
 * @param {HTMLElement} child
 * @param {string} hint what is said below it as long as not all of it is in sight
 */
function sideways(name, child, hint) {
  const box = make(
    "div",
    { class: "ws-chart-wide", role: "group", "aria-label": name, "data-lm-suppress-shortcuts": "true" },
    child,
  );
  const below = make("p", { class: "ws-chart-sideways", text: hint, hidden: true });
  const measure = () => {
    const wide = box.scrollWidth > box.clientWidth;
    if (wide) box.setAttribute("tabindex", "0");
    else box.removeAttribute("tabindex");
    below.hidden = !wide;
  };
  const sizes = new ResizeObserver(measure);
  for (const one of [box, child]) sizes.observe(one); // A picture that comes in later may leave the box as it was.
  return [box, below];
}

/**
 * Fold a long table; bar/around.js opens it on paper.
 * @param {number} rows
 * @param {HTMLElement[]} table
 * @param {Words} words
 */
function folded(rows, table, words) {
  if (rows <= MANY) return table;
  return [make("details", { class: "ws-fold" }, [make("summary", { text: fill(words.table, { rows }) }), ...table])];
}

/**
 * Draw a chart: the picture with its alt text, the caption, and the same numbers as a table.
 * @param {ChartContent} content
 * @param {Parts} parts
 */
function draw(content, { words }) {
  /** @param {"th" | "td"} tag @param {string[]} row @param {Options} [more] */
  const cells = (tag, row, more = {}) =>
    row.map((text) => make(tag, { class: text.length <= SHORT ? "ws-chart-short" : "", text, ...more }));
  const table = make("table", { class: "ws-chart-table" }, [
    make("thead", {}, make("tr", {}, cells("th", content.heads, { scope: "col" }))),
    make(
      "tbody",
      {},
      content.rows.map((row) => make("tr", {}, cells("td", row))),
    ),
  ]);
  return make("figure", { class: "ws-chart" }, [
    ...sideways(
      words.picture,
      make("img", { class: "ws-chart-picture", alt: content.alt, src: `data:image/svg+xml;base64,${content.picture}` }),
      words.sideways,
    ),
    make("figcaption", {}, [make("strong", { text: content.title }), ` ${content.caption}`]),
    ...folded(content.rows.length, sideways(words.numbers, table, words.sideways), words),
  ]);
}

export default { render: figure(draw) };
