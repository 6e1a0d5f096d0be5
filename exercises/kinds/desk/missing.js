/*
 * What must still be filled in before Check. The kernel asks for the same, and trusts no page:
 * tests/kinds/desk/test_missing.py holds both to one table of cases.
 */

/** @import { Dates, Words } from "../../page/types.d.ts" */
/** @import { Claim, DeskPage, Work } from "./types.d.ts" */

import { fill } from "../../page/elements.js";

/** @type {Work} */
export const NO_WORK = { log: [], searched_nothing: "", said: null, so: {}, reason: "", rated: {}, confidence: null };

/** Whether there is evidence, or at least a search for it. @param {Claim} claim @param {Work} work */
export const hasEvidence = (claim, work) => (claim.given || work.log).length > 0 || work.searched_nothing.trim() !== "";

/**
 * Say what a claim still lacks, or nothing.
 * @param {Claim} claim
 * @param {number} number of the claim, from 1
 * @param {Work} work on it
 * @param {Words} words of the desk
 * @param {Dates} dates
 * @returns {string}
 */
export function missingIn(claim, number, work, words, dates) {
  const sentence = (/** @type {string} */ name, values = {}) => fill(words.missing[name], { number, ...values });
  if (!hasEvidence(claim, work)) return sentence("evidence");
  if (!work.said) return sentence("said");
  const day = claim.days.find((one) => !work.so[one]);
  if (day) return sentence("so", { day: dates.day(day) });
  return work.confidence ? "" : sentence("confidence");
}

/**
 * Say what the whole desk still lacks: first of all what one began with, and where one may choose, how many are ready.
 * @param {DeskPage} page
 * @param {Record<string, Work>} works by id of the claim, for claims that were begun
 * @param {Words} words of the desk
 * @param {Dates} dates
 * @returns {string}
 */
export function missingOn(page, works, words, dates) {
  const lacks = page.claims.map((claim, index) =>
    missingIn(claim, index + 1, works[claim.id] || NO_WORK, words, dates),
  );
  const done = lacks.filter((lack) => !lack).length;
  const count = page.choose_from || page.claims.length;
  if (done >= count) return "";
  const next = lacks.find((lack, index) => lack && works[page.claims[index].id]) ?? "";
  if (page.choose_from) return fill(words.missing.choose, { count, done, next }).trim();
  return next || (lacks.find(Boolean) ?? "");
}
