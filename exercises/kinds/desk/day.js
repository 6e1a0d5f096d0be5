/* The day up to which one looks: a slider, and a button for each day that is answered for. */

import { fill, make } from "../../page/elements.js";
import { heading, plainDate } from "./parts.js";

const toNumber = (day) => Date.parse(`${day}T00:00:00Z`) / 86_400_000; // days since 1970
const toDay = (number) => new Date(number * 86_400_000).toISOString().slice(0, 10);

/** Build the slider of a claim; `moved(day)` hears every step. */
export function dayPart(desk, claim, index, moved) {
  const { words } = desk;
  const [first, last] = desk.page.span;
  const id = `${desk.uid}-${index}-day`;
  const shown = make("span", { class: "ws-desk-today", "aria-hidden": "true" });
  const slider = make("input", { type: "range", id, class: "ws-desk-slider", min: toNumber(first), max: toNumber(last), step: 1, "aria-describedby": `${id}-help`, on: { input: () => go(toDay(Number(slider.value))) } });
  const buttons = claim.days.map((day) => make("button", { class: "ws-button ws-plain", text: fill(words.date_go, { day: plainDate(day) }), "data-day": day, on: { click: () => go(day) } }));
  function go(day) {
    draw(day);
    moved(day);
  }
  function draw(day) {
    slider.value = toNumber(day);
    slider.setAttribute("aria-valuetext", plainDate(day));
    shown.textContent = plainDate(day);
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.day === day));
  }
  const root = make("div", { class: "ws-desk-day" }, [
    heading("h5", words.date_title, "ws-desk-step"), make("p", { class: "ws-desk-help", id: `${id}-help`, text: words.date_help }),
    make("p", { class: "ws-desk-now" }, [make("label", { for: id, text: words.date }), " ", shown]), slider, make("div", { class: "ws-desk-days" }, buttons),
  ]);
  return { root, draw, go };
}
