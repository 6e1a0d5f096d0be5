/* A log of one's own as plain data: new sources, sources taken out, origins, and what is still missing before Check. */

/** @import { Words } from "../../page/types.d.ts" */
/** @import { Check, Source } from "./types.d.ts" */

import { fill } from "../../page/elements.js";

/** @returns {Check} */
export const nothing = () => ({
  ...{ claim: null, log: [], searched: "", said: null, so: null, as_of: "", reason: "", change: "", sure: null },
});

/** Whether anything was done about the claim besides choosing it. @param {Check} check */
export const isBegun = ({ claim: _, ...rest }) => JSON.stringify(rest) !== JSON.stringify(bare());

function bare() {
  const { claim: _, ...rest } = nothing();
  return rest;
}

/** Whether there is evidence, or at least a search for it. @param {Check} check */
export const hasEvidence = ({ log, searched }) => log.length > 0 || searched.trim() !== "";

/**
 * A source of which nothing is known yet; it was probably read on the day on which the last one was.
 * @param {Source[]} log
 * @returns {Source}
 */
export function blank(log) {
  const numbers = log.map(({ id }) => Number(/^s(\d{1,9})$/.exec(id)?.[1] ?? 0));
  const id = `s${Math.max(0, ...numbers) + 1}`;
  const read = log.at(-1)?.read ?? "";
  return { id, who: "", where: "", day: "", read, tells: "", shows: "", near: "", same_as: "" };
}

/**
 * Take a source out; those that pointed at it now point where it pointed, or at the first of them.
 * @param {Source[]} log
 * @param {string} id
 * @returns {Source[]}
 */
export function without(log, id) {
  const heir = log.find((one) => one.id === id)?.same_as || log.find((one) => one.same_as === id)?.id || "";
  return log
    .filter((one) => one.id !== id)
    .map((one) => (one.same_as === id ? { ...one, same_as: one.id === heir ? "" : heir } : one));
}

/** Count the origins of a log: copies of one origin count once. @param {Source[]} log */
export function originsOf(log) {
  const group = new Map(log.map(({ id }) => [id, id]));
  for (const { id, same_as } of log) {
    const [from, to] = [group.get(id), group.get(same_as)];
    if (to === undefined) continue;
    for (const [one, of] of group) if (of === from) group.set(one, to);
  }
  return new Set(group.values()).size;
}

const NEEDED = /** @type {const} */ (["who", "tells", "shows", "near", "read"]);
const isDay = (/** @type {string} */ day) => /^\d{4}-\d\d-\d\d$/.test(day);

/**
 * Say what is missing first, or nothing. The kernel asks for the same: test_missing.py holds both to one table.
 * @param {Check} check
 * @param {Words} words
 * @returns {string}
 */
export function missingIn(check, words) {
  const said = words.missing;
  if (!check.claim) return said.claim;
  if (!hasEvidence(check)) return said.evidence;
  for (const [index, source] of check.log.entries()) {
    const lack = NEEDED.find((name) => !source[name].trim());
    const odd = !isDay(source.read) || (source.day && !isDay(source.day));
    if (lack || odd) return fill(said[lack ?? "no_day"], { number: index + 1 });
  }
  const lack = /** @type {const} */ (["said", "as_of", "so", "sure"]).find((name) => !check[name]);
  if (lack) return said[lack];
  return isDay(check.as_of) ? "" : said.as_of;
}
