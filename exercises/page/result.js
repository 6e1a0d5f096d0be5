/* What stands in the result of an exercise: a sentence on the whole, the points, a reason for every part, the way on. */

/** @import { Body, Dates, Page, Phase, Remark, Result, State, Words } from "./types.d.ts" */

import { badge, fill, make } from "./elements.js";
import { isAnswered, sealedSince } from "./phases.js";

/** One line of words; none without words. @param {string} name @param {string} text */
const line = (name, text) => (text ? make("p", { class: name, text }) : null);

/**
 * Draw what stands below the title of the result.
 * @param {Page} page
 * @param {State} state
 * @param {{words: Words, outcomes: Words, dates: Dates, body: Body}} parts
 */
export function resultParts(page, state, parts) {
  const { words, dates } = parts;
  const { phase, result } = state;
  return [
    line(phase === "sealed" ? "ws-summary" : "ws-since", sealedSince(state, page, words, dates)),
    line("ws-summary", phase === "passed" ? words.passed_on : ""),
    ...(result && isAnswered(phase) ? scored(result, phase, parts) : []),
    line("ws-since", page.seal && ["checked", "shown"].includes(phase) ? words.once : ""),
    wayOn(page, state, words),
  ];
}

/** @param {Result} result @param {Phase} phase @param {{words: Words, outcomes: Words, body: Body}} parts */
function scored(result, phase, { words, outcomes, body }) {
  const [points, outOf] = [result.points, result.out_of].map(inTenths);
  const drawn = (/** @type {boolean} */ other) =>
    result.remarks.filter((one) => Boolean(one.other) === other).map((one) => remarkOf(one, words, outcomes));
  const [near, others] = [drawn(false), drawn(true)];
  return [
    line("ws-summary", result.summary),
    line("ws-points", outOf && phase !== "half" ? fill(words.points, { points, out_of: outOf }) : ""),
    make("ul", { class: "ws-remarks", hidden: !near.length }, near),
    others.length ? onTap(fill(words.others, { count: others.length }), "", [remarkList(others)]) : null,
    // A kind may draw more behind the reasons.
    body.after?.(result) ?? null,
  ];
}

/** Finer than a tenth nobody can follow. Never rounded up: all points stand only where nothing is missing. @param {number} number */
export const inTenths = (number) => Math.floor(number * 10 + 1e-6) / 10;

/** @param {HTMLElement[]} remarks */
const remarkList = (remarks) => make("ul", { class: "ws-remarks" }, remarks);

/**
 * Fold words up until somebody asks for them, by click, by key, or in a screen reader.
 * @param {string} title
 * @param {string} about said behind the title to whoever does not see where it stands
 * @param {HTMLElement[]} parts
 */
function onTap(title, about, parts) {
  const more = about ? make("span", { class: "ws-unseen", text: `: ${about}`, dir: "auto" }) : null;
  return make("details", { class: "ws-on-tap" }, [make("summary", {}, [title, more]), ...parts]);
}

/** @param {Remark} remark @param {Words} words @param {Words} outcomes */
function remarkOf({ subject, outcome, reason, fact, at_once, on_tap }, words, outcomes) {
  return make("li", { class: "ws-remark", "data-outcome": outcome }, [
    make("p", { class: "ws-remark-head" }, [
      badge(outcome, outcomes),
      " ",
      make("strong", { class: "ws-subject", text: subject, dir: "auto" }),
    ]),
    line("ws-reason", at_once ?? reason),
    on_tap ? onTap(words.read_on, subject, [make("p", { class: "ws-reason", text: on_tap })]) : null,
    fact ? make("p", { class: "ws-fact" }, [make("strong", { text: words.fact }), " ", fact]) : null,
  ]);
}

/**
 * Draw the way on that is offered: another worked case, or where to go on; none where nothing is offered.
 * @param {Page} page
 * @param {State} state
 * @param {Words} words
 */
function wayOn({ ways = {} }, { way }, words) {
  const to = way && ways[way];
  if (!to) return null;
  const where = make("span", { class: "ws-way-note" });
  const click = () => {
    if (!goTo(to.id)) where.textContent = ` ${words.way_further}`;
  };
  const go = make("button", { class: "ws-button ws-quiet", text: to.title, dir: "auto", on: { click } });
  return make("p", { class: "ws-way" }, [words[`way_${way}`], " ", go, where]);
}

/**
 * Go to the title of an exercise on this page. A notebook may not have drawn it yet.
 * @param {string} id
 * @returns {boolean} whether it is there
 */
function goTo(id) {
  const title = document.querySelector(`[data-exercise="${id}"] .ws-title`);
  if (!(title instanceof HTMLElement)) return false;
  title.tabIndex = -1;
  // What is told before it is to be seen as well.
  title.scrollIntoView({ block: "center" });
  title.focus({ preventScroll: true });
  return true;
}
