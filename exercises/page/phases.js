/* What an exercise has in which phase: its buttons, and what is said about a seal. */

import { fill } from "./elements.js";

const DAY_OF_SEAL = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
const TIME_OF_SEAL = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

/** Is there a result, or the first half of one? */
export const isAnswered = (phase) => ["half", "checked", "shown"].includes(phase);

/** Where a seal is opened, the exercise itself stays out of sight until it is. */
export const isCovered = ({ phase }, page) => Boolean(page.opening) && !isAnswered(phase);

/** Name the buttons that a phase has; the order is that of the frame. */
export function buttonsOf(state, page, body, unreadable) {
  const { phase, attempts, older } = state;
  if (unreadable && !page.opening) return ["again"];
  if (phase === "half") return ["check", "undo", ...(page.seal ? [] : ["again", "pass"])];
  const more = body.hasKey?.(phase) ?? true; // something of ours that the result does not tell
  const show = more && phase !== "shown" ? ["show"] : [];
  if (page.opening) return older ? [] : { sealed: ["open"], passed: show, checked: show }[phase] || [];
  if (phase === "open") return ["check", "undo", "pass", ...(page.hints.length ? ["hint"] : []), ...(attempts && !page.seal ? show : [])];
  if (page.seal && phase !== "checked") return phase === "passed" || older ? ["again"] : [];
  return [...(page.seal && !older ? [] : ["again"]), ...show];
}

/** Say a moment as people do: the time alone if it is of today. */
export function momentOf(iso) {
  const moment = new Date(iso);
  const day = DAY_OF_SEAL.format(moment);
  return day === DAY_OF_SEAL.format(new Date()) ? TIME_OF_SEAL.format(moment) : `${TIME_OF_SEAL.format(moment)} on ${day}`;
}

/** What stands above the buttons of an exercise with a seal. */
export function sealLine({ phase, older, sealed_at }, page, words) {
  if (!page.seal || isAnswered(phase)) return "";
  if (!page.opening) return phase === "open" ? words.seal_note : "";
  if (phase === "sealed") return older ? words.older_sealed : fill(words.waiting, { time: momentOf(sealed_at) });
  return phase === "passed" ? words.passed_seal : words.not_yet;
}

/** What stands in the result of an exercise with a seal: that it is sealed, or when it was and how sure one was. */
export function sealedSince({ phase, sealed_at, confidence }, page, words) {
  if (!page.seal || !sealed_at) return "";
  const time = momentOf(sealed_at);
  if (phase === "sealed") return fill(words.sealed_at, { time });
  if (!isAnswered(phase)) return "";
  const sure = (words[`sure_${confidence}`] || "").toLowerCase();
  return sure ? fill(words.opened_at, { time, sure }) : fill(words.opened_at_plain, { time });
}
