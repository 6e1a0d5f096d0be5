/* The day up to which one looks: a slider, and a button for each day that is answered for. */

/** @import { Claim, Desk } from "./types.d.ts" */

import { dayOf, numberOf } from "../../page/dates.js";
import { fill, make } from "../../page/elements.js";
import { heading } from "./parts.js";

/**
 * Build the slider of a claim; `moved(day)` hears every step.
 * @param {Desk} desk
 * @param {Claim} claim
 * @param {number} index
 * @param {(day: string) => void} moved
 */
export function dayPart(desk, claim, index, moved) {
  const { words } = desk;
  const [first, last] = desk.page.span;
  const id = `${desk.uid}-${index}-day`;
  // Where nothing is asked for a later day, nobody should look for a second question.
  const help =
    claim.days.length > 1 ? words.date_help : fill(words.date_help_once, { day: desk.plainDate(claim.days[0]) });
  const shown = make("span", { class: "ws-desk-today", "aria-hidden": "true" });
  const slider = make("input", {
    type: "range",
    id,
    class: "ws-desk-slider",
    min: numberOf(first),
    max: numberOf(last),
    step: 1,
    "aria-describedby": `${id}-help`,
    on: { input: () => go(dayOf(Number(slider.value))) },
  });
  const buttons = claim.days.map((day) =>
    make("button", {
      class: "ws-button ws-plain",
      text: fill(words.date_go, { day: desk.plainDate(day) }),
      "data-day": day,
      on: { click: () => go(day) },
    }),
  );
  /** @param {string} day */
  function go(day) {
    draw(day);
    moved(day);
  }
  /** @param {string} day */
  function draw(day) {
    slider.value = String(numberOf(day));
    slider.setAttribute("aria-valuetext", desk.plainDate(day));
    shown.textContent = desk.plainDate(day);
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.day === day));
  }
  const root = make("div", { class: "ws-desk-day" }, [
    heading("h5", words.date_title, "ws-desk-step"),
    make("p", { class: "ws-desk-help", id: `${id}-help`, text: help }),
    make("p", { class: "ws-desk-now" }, [make("label", { for: id, text: words.date }), " ", shown]),
    slider,
    make("div", { class: "ws-desk-days" }, buttons),
  ]);
  return { root, draw, go };
}
