import { make } from "./elements.js";
import { figure } from "./gate.js";

const SHORT = 12; // letters: a date or a number, which should not break

/** A box that scrolls sideways where its content is too wide, then also by keyboard. */
function sideways(name, child) {
  const box = make("div", { class: "ws-chart-wide", role: "group", "aria-label": name, "data-lm-suppress-shortcuts": "true" }, child);
  const measure = () => { if (box.scrollWidth > box.clientWidth) box.setAttribute("tabindex", "0"); else box.removeAttribute("tabindex"); };
  new ResizeObserver(measure).observe(box);
  return box;
}

/** Draw a chart: the picture with its alt text, the caption, and the same numbers as a table. */
function draw(content, { words }) {
  const cells = (tag, row, more = {}) => row.map((text) => make(tag, { class: text.length <= SHORT ? "ws-chart-short" : "", text, ...more }));
  const table = make("table", { class: "ws-chart-table" }, [
    make("thead", {}, make("tr", {}, cells("th", content.heads, { scope: "col" }))),
    make("tbody", {}, content.rows.map((row) => make("tr", {}, cells("td", row)))),
  ]);
  return make("figure", { class: "ws-chart" }, [
    sideways(words.picture, make("img", { class: "ws-chart-picture", alt: content.alt, src: `data:image/svg+xml;base64,${content.picture}` })),
    make("figcaption", {}, [make("strong", { text: content.title }), " " + content.caption]),
    sideways(words.numbers, table),
  ]);
}

export default { render: figure(draw) };
