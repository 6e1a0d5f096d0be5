/* What must hold after a storm. */

import { numbersIn } from "./page.mjs";

/** @returns {string[]} what is wrong, in words */
export function faultsOf(storm, stored) {
  const lost = [...lostTexts(storm, stored), ...lostAttempts(storm, stored)];
  return [...lost, ...pagesThatLie(storm, stored), ...strangersOn(storm)];
}

/** Nobody reads on a page what another student wrote. */
export function strangersOn({ pages, writers }) {
  return pages.flatMap(({ at, page }) =>
    [...page.readable]
      .filter((number) => writers.has(number) && writers.get(number) !== page.code)
      .map((number) => `page ${at} is of ${page.code} and shows ${number} of ${writers.get(number)}`),
  );
}

function lostTexts({ pages, kept, expected, pageAlone }, stored) {
  const found = numbersIn([stored, ...kept.values()]);
  for (const { page } of pages) for (const number of page.readable) found.add(number);
  const owed = [...expected].filter((number) => !pageAlone.has(number));
  return owed.filter((number) => !found.has(number)).map((number) => `${number} is nowhere`);
}

function lostAttempts({ post }, stored) {
  const attempts = Object.values(stored).flatMap((one) => one.attempts);
  const ids = attempts.map(({ id }) => id);
  const lost = post.attempts.filter(({ id }) => !ids.includes(id)).map(({ id }) => `the attempt ${id} is gone`);
  const changed = post.attempts.filter(({ id, text }) => {
    const there = attempts.find((one) => one.id === id);
    return text !== undefined && there && there.answer.text !== text;
  });
  const known = post.attempts.filter(({ ordered }) => ordered);
  const places = known.map(({ id, code }) => ({ place: ids.indexOf(id), code }));
  const last = (at, code) => places.slice(0, at).findLast((one) => one.code === code)?.place ?? -1;
  const ordered = places.every(({ place, code }, at) => place > last(at, code));
  return [
    ...lost,
    ...changed.map(({ id }) => `the attempt ${id} holds another text`),
    ...(ordered ? [] : [`the attempts stand in another order: ${places.map(({ place }) => place)}`]),
  ];
}

/** A page says how its answer stands; in the end nothing may wait for ever. */
function pagesThatLie({ pages, expected, damaged }, stored) {
  return pages.flatMap(({ at, page }) => {
    const { state, words } = page.status;
    const own = stored[page.code] ?? { drafts: [] };
    const there = numbersIn(own);
    if (state !== "saved") {
      const waits = damaged || (page.asks && state === "unsaved");
      return waits ? [] : [`page ${at} ends with “${words}”`];
    }
    const unsaved = [...page.written].filter((number) => expected.has(number) && !there.has(number));
    const [draft] = own.drafts;
    const stands = numbersIn(draft ? [draft.answer.text, draft.answer.why] : []);
    const other = [...page.written].some((number) => !stands.has(number));
    return [
      ...unsaved.map((number) => `page ${at} says “${words}” of ${number}, which is not stored`),
      ...(other ? [`page ${at} says “${words}” and shows ${[...page.written]}, stored is ${[...stands]}`] : []),
    ];
  });
}
