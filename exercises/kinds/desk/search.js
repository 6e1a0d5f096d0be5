/* Finds sources by plain words, filters and day; knows nothing of the page. */

/** @import { Found, Source, Wanted } from "./types.d.ts" */

import { numberOf } from "../../page/dates.js";

/**
 * Bring text to small letters and digits, without accents, with one blank between words and one at both ends.
 * @param {string} text
 */
function plainWords(text) {
  const bare = text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
  return ` ${bare.replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
}

/** @param {string} day @param {string} asOf @returns {number} days between them */
const age = (day, asOf) => numberOf(asOf) - numberOf(day);

/**
 * Make a search over sources.
 * @param {Record<string, Source>} sources by id
 * @param {string[][]} spellings groups of forms of one name; who types one form means them all
 * @returns {(wanted: Wanted, first: string[]) => Found} `first` go before the others
 */
export function searcher(sources, spellings) {
  const groups = spellings.map((group) => group.map(plainWords));
  const texts = new Map(
    Object.entries(sources).map(([id, source]) => {
      const text = plainWords(
        [source.publisher, source.title, source.title_plain, source.says, source.position].filter(Boolean).join(" "),
      );
      return [
        id,
        text +
          groups
            .filter((group) => group.some((form) => text.includes(form)))
            .flat()
            .join(""),
      ];
    }),
  );
  return function find({ query, language, form, oldest, asOf }, first) {
    const tokens = plainWords(query)
      .trim()
      .split(" ")
      .filter(Boolean)
      .map((token) => ` ${token}`);
    const fits = (/** @type {string} */ id) => {
      const source = sources[id];
      return (
        // What counts people killed is never found by chance.
        (!source.grave || first.includes(id)) &&
        (!language || source.language === language) &&
        (!form || source.form === form) &&
        (!oldest || (source.day && age(source.day, asOf) <= oldest)) &&
        tokens.every((token) => texts.get(id)?.includes(token))
      );
    };
    const found = [...new Set([...first, ...texts.keys()])].filter(fits);
    const ids = found.filter((id) => (sources[id].day ?? "") <= asOf);
    return { ids, later: found.length - ids.length };
  };
}
