/* What must hold after a storm. */

import { numbersIn } from "./page.mjs";

/** @returns {string[]} what is wrong, in words */
export function faultsOf(storm, stored) {
  return [...lostTexts(storm, stored), ...lostAttempts(storm, stored), ...pagesThatLie(storm, stored)];
}

function lostTexts({ pages, kept, expected }, stored) {
  const found = numbersIn([stored, ...kept.values()]);
  for (const { page } of pages) for (const number of page.readable) found.add(number);
  return [...expected].filter((number) => !found.has(number)).map((number) => `${number} is nowhere`);
}

function lostAttempts({ post }, { attempts }) {
  const ids = attempts.map(({ id }) => id);
  const lost = post.attempts.filter(({ id }) => !ids.includes(id)).map(({ id }) => `the attempt ${id} is gone`);
  const changed = post.attempts.filter(({ id, text }) => {
    const there = attempts.find((one) => one.id === id);
    return text !== undefined && there && there.answer.text !== text;
  });
  const places = post.attempts.filter(({ ordered }) => ordered).map(({ id }) => ids.indexOf(id));
  const ordered = places.every((place, at) => !at || place > places[at - 1]);
  return [
    ...lost,
    ...changed.map(({ id }) => `the attempt ${id} holds another text`),
    ...(ordered ? [] : [`the attempts stand in another order: ${places}`]),
  ];
}

/** A page says how its answer stands; in the end nothing may wait for ever. */
function pagesThatLie({ pages, expected }, stored) {
  const there = numbersIn(stored);
  return pages.flatMap(({ at, page, line }) => {
    const { state, words } = page.status;
    if (state !== "saved") return page.asks && state === "unsaved" ? [] : [`page ${at} ends with “${words}”`];
    const unsaved = [...page.written].filter((number) => expected.has(number) && !there.has(number));
    const [draft] = stored.drafts;
    const stands = numbersIn(draft ? [draft.answer.text, draft.answer.why] : []);
    const other = !line.missed && [...page.written].some((number) => !stands.has(number));
    return [
      ...unsaved.map((number) => `page ${at} says “${words}” of ${number}, which is not stored`),
      ...(other ? [`page ${at} says “${words}” and shows ${[...page.written]}, stored is ${[...stands]}`] : []),
    ];
  });
}
