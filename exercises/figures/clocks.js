/** @import { Dates, Words } from "../page/types.d.ts" */
/** @import { ClockClaim, ClockContent, ClockVerdict, Parts } from "./types.d.ts" */

import { datesIn, dayOf, numberOf } from "../page/dates.js";
import { fill, make } from "../page/elements.js";
import { figure } from "./gate.js";

/** How many of these days have come. @param {string[]} days @param {string} day */
const upTo = (days, day) => days.filter((one) => one <= day).length;

/** One claim with our verdict as of the chosen day. */
class Clock {
  /** @param {ClockClaim} claim @param {Words} words @param {Dates} dates */
  constructor(claim, words, dates) {
    this.claim = claim;
    this.words = words;
    this.dates = dates;
    /** @type {ClockVerdict | null | undefined} */
    this.newest = undefined; // the answer that is shown; null where there is none yet
    this.verdict = make("p", { class: "ws-clock-verdict" });
    this.since = make("p", { class: "ws-clock-since" });
    this.reason = make("p", { class: "ws-clock-reason", dir: "auto" });
    this.sources = make("p", { class: "ws-clock-sources" });
    this.root = make("div", { class: "ws-clock", role: "group", "aria-label": claim.place }, [
      make("p", { class: "ws-clock-place", text: claim.place }),
      make("blockquote", { class: "ws-clock-words", text: `“${claim.words}”`, dir: "auto" }),
      make("p", { class: "ws-clock-by", text: fill(words.by, { ...claim }) }),
      this.verdict,
      this.since,
      this.reason,
      this.sources,
    ]);
  }

  /** Show a day; says whether another verdict stands there than before. @param {string} day */
  draw(day) {
    const newest = this.claim.verdicts.filter((one) => one.day <= day).at(-1) ?? null;
    const changed = newest !== this.newest;
    this.newest = newest;
    this.root.dataset.answered = String(newest !== null);
    this.verdict.textContent = this.told();
    this.since.textContent = this.sinceWhen(day);
    this.reason.textContent = newest ? newest.reason : "";
    this.sources.textContent = fill(this.words.sources_claim, {
      count: upTo(this.claim.sources, day),
      all: this.claim.sources.length,
    });
    return changed;
  }

  /** @param {string} day */
  sinceWhen(day) {
    if (!this.newest) return "";
    return fill(this.newest.day === day ? this.words.fresh : this.words.since, {
      day: this.dates.day(this.newest.day),
    });
  }

  told() {
    return this.newest ? this.newest.verdict : this.words.none;
  }

  spoken() {
    return `${this.claim.place}: ${this.told()}.`;
  }
}

/**
 * Draw the slider, the days on which something changes, and the two claims side by side.
 * @param {ClockContent} content
 * @param {Parts} parts
 */
function draw(content, { words, say }) {
  const dates = datesIn(words.language);
  const clocks = content.claims.map((claim) => new Clock(claim, words, dates));
  const id = `ws-clocks-${Math.random().toString(36).slice(2)}`;
  const shown = make("output", { class: "ws-clocks-day", for: id });
  const slider = make("input", {
    type: "range",
    id,
    class: "ws-clocks-slider",
    min: numberOf(content.first),
    max: numberOf(content.last),
    step: 1,
    on: { input: () => slide() },
  });
  const all = make("p", { class: "ws-clocks-sources" });
  const buttons = [content.first, ...content.days].map((day) =>
    make("button", { class: "ws-button", text: dates.day(day), on: { click: () => jump(day) } }),
  );
  buttons.forEach((button, index) => {
    button.dataset.day = index ? content.days[index - 1] : content.first;
  });

  /** @param {string} day */
  function show(day) {
    slider.value = String(numberOf(day));
    slider.setAttribute("aria-valuetext", dates.day(day));
    shown.textContent = dates.day(day);
    all.textContent = fill(words.sources_all, { count: upTo(content.sources, day), all: content.sources.length });
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.day === day));
    return clocks.filter((clock) => clock.draw(day));
  }
  // The slider itself reads out its day, so only a new verdict is said.
  function slide() {
    const changed = show(dayOf(Number(slider.value)));
    if (changed.length) say(changed.map((clock) => clock.spoken()).join(" "));
  }
  /** @param {string} day */
  function jump(day) {
    show(day);
    say([`${dates.day(day)}.`, ...clocks.map((clock) => clock.spoken())].join(" "));
  }
  show(content.first);
  return make("div", { class: "ws-clocks" }, [
    make("p", { class: "ws-clocks-now" }, [make("label", { for: id, text: words.day }), " ", shown]),
    slider,
    all,
    make("div", { class: "ws-clocks-days", role: "group", "aria-label": words.days }, buttons),
    make(
      "div",
      { class: "ws-clocks-claims" },
      clocks.map((clock) => clock.root),
    ),
    make("p", { class: "ws-clocks-note", text: words.note }),
  ]);
}

export default { render: figure(draw) };
