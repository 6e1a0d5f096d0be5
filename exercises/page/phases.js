/* What an exercise has in which phase: its buttons, and what is said about a seal. */

/** @import { Body, Dates, Now, Page, Phase, State, Words } from "./types.d.ts" */

import { fill } from "./elements.js";

/** Does an answer stand there that is still worked on? @param {Phase} phase */
export const isBegun = (phase) => ["open", "half"].includes(phase);

/** Is there a result, or the first half of one? @param {Phase} phase */
export const isAnswered = (phase) => ["half", "checked", "shown"].includes(phase);

/** Does nothing go on before the kernel or the student has answered? @param {Now} now */
export const isHeld = ({ busy, asked, held }) => busy || held || Boolean(asked);

/**
 * Where a seal is opened, the exercise itself stays out of sight until it is.
 * @param {State} state
 * @param {Page} page
 */
export const isCovered = ({ phase }, page) => Boolean(page.opening) && !isAnswered(phase);

/**
 * Name the buttons that a phase has; the order is that of the frame.
 * @param {State} state
 * @param {Page} page
 * @param {Pick<Body, "hasKey">} body
 * @param {boolean} readable whether this edition can show the answer
 * @returns {string[]}
 */
export function buttonsOf(state, page, body, readable) {
  const { phase } = state;
  if (!readable && !page.opening) return ["again"];
  if (phase === "half") return ["check", "undo", ...(page.seal ? [] : ["again", "pass"])];
  const more = body.hasKey?.(phase) ?? true; // something of ours that the result does not tell
  const show = more && phase !== "shown" ? ["show"] : [];
  if (page.opening) return whereItOpens(state, show);
  if (phase === "open") return beforeCommit(state, page, show);
  return page.seal ? onceOnly(state, show) : ["again", ...show];
}

/** The buttons where a seal is opened. @param {State} state @param {string[]} show @returns {string[]} */
function whereItOpens({ phase, older }, show) {
  return older ? [] : ({ sealed: ["open"], passed: show, checked: show }[String(phase)] ?? []);
}

/** The buttons while one works on an answer. @param {State} state @param {Page} page @param {string[]} show */
function beforeCommit({ attempts }, page, show) {
  const hint = page.hints.length ? ["hint"] : [];
  return ["check", "undo", "pass", ...hint, ...(attempts && !page.seal ? show : [])];
}

/** The buttons of what can be sealed only once. @param {State} state @param {string[]} show */
function onceOnly({ phase, older }, show) {
  if (phase === "checked") return [...(older ? ["again"] : []), ...show];
  return older || phase === "passed" ? ["again"] : [];
}

/**
 * Say what stands above the buttons of an exercise with a seal.
 * @param {State} state
 * @param {Page} page
 * @param {Words} words
 * @param {Dates} dates
 * @returns {string}
 */
export function sealLine({ phase, older, sealed_at }, page, words, dates) {
  if (!page.seal || isAnswered(phase)) return "";
  if (!page.opening) return phase === "open" ? words.seal_note : "";
  if (phase === "sealed") {
    return older ? words.older_sealed : fill(words.waiting, { time: dates.moment(sealed_at ?? "", words.moment) });
  }
  return phase === "passed" ? words.passed_seal : words.not_yet;
}

/**
 * Say in the result of an exercise with a seal that it is sealed, or when it was and how sure one was.
 * @param {State} state
 * @param {Page} page
 * @param {Words} words
 * @param {Dates} dates
 * @returns {string}
 */
export function sealedSince({ phase, sealed_at, confidence }, page, words, dates) {
  if (!page.seal || !sealed_at) return "";
  const time = dates.moment(sealed_at, words.moment);
  if (phase === "sealed") return fill(words.sealed_at, { time });
  if (!isAnswered(phase)) return "";
  const sure = (words[`sure_${confidence}`] || "").toLowerCase();
  return sure ? fill(words.opened_at, { time, sure }) : fill(words.opened_at_plain, { time });
}
