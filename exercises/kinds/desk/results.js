/* The results page of a claim: search, filters, and the sources that could be known on the day. */

/** @import { Card, Claim, Desk, Wanted } from "./types.d.ts" */

import { fill, make } from "../../page/elements.js";
import { choiceField, option } from "./parts.js";
import { sourceCard } from "./source.js";

const AT_ONCE = 10;

/**
 * Build the list of results; without search it holds the sources of the claim only.
 * @param {Desk} desk
 * @param {Claim} claim
 * @param {number} index
 */
export function resultsPart(desk, claim, index) {
  const { words, page } = desk;
  /** @type {Map<string, Card>} */
  const cards = new Map();
  const wanted = { query: "", language: "", form: "", oldest: 0 };
  let shown = AT_ONCE;
  /** @type {{ids: string[], later: number}} */
  let found = { ids: [], later: 0 };
  const list = make("ul", { class: "ws-desk-sources", "aria-label": words.results });
  const count = make("p", { class: "ws-desk-count" });
  const more = make("button", { class: "ws-button ws-desk-more", on: { click: showMore } });
  const scanned = new Set(); // results that were in view before the first one was opened
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) scanned.add(target.getAttribute("data-source"));
      }
    },
    { threshold: 0.6 },
  );
  const id = `${desk.uid}-${index}`;
  const query = make("input", {
    type: "search",
    id: `${id}-query`,
    class: "ws-desk-query",
    autocomplete: "off",
    "aria-describedby": `${id}-query-help`,
    on: { input: () => want({ query: query.value }) },
  });
  const filters = page.search ? filterFields() : [];

  function filterFields() {
    const used = (/** @type {"language" | "form"} */ field) =>
      [...new Set(Object.values(page.sources).map((source) => source[field]))].sort();
    /** @param {Record<string, string>} names @param {string[]} values */
    const named = (names, values) => values.map((value) => option(value, names[value] || value));
    return [
      choiceField(
        words.language,
        `${id}-language`,
        "language",
        [option("", words.any_language), ...named(words.languages, used("language"))],
        (language) => want({ language }),
      ),
      choiceField(
        words.form,
        `${id}-form`,
        "form",
        [option("", words.any_form), ...named(words.forms, used("form"))],
        (form) => want({ form }),
      ),
      choiceField(words.age, `${id}-age`, "age", named(words.ages, Object.keys(words.ages)), (age) =>
        want({ oldest: Number(age) }),
      ),
    ];
  }
  /** @param {Partial<Wanted>} part */
  function want(part) {
    Object.assign(wanted, part);
    shown = AT_ONCE;
    draw();
    desk.sayLater(counted);
  }
  function clear() {
    query.value = "";
    for (const { field } of filters) field.selectedIndex = 0;
    want({ query: "", language: "", form: "", oldest: 0 });
    query.focus();
  }
  function showMore() {
    const next = found.ids[shown];
    shown += AT_ONCE;
    draw();
    cards.get(next)?.root.querySelector("button")?.focus();
  }
  /** @param {string} source */
  function cardOf(source) {
    const there = cards.get(source);
    if (there) return there;
    const card = sourceCard(desk, claim, source, index);
    cards.set(source, card);
    watcher.observe(card.root);
    return card;
  }
  function counted() {
    const all = found.ids.length;
    const many = all === 1 ? words.found_one : fill(words.found, { count: all, shown: Math.min(shown, all) });
    return [all ? many : words.found_none, found.later ? fill(words.later_count, { count: found.later }) : ""]
      .filter(Boolean)
      .join(" ");
  }
  function search() {
    const asOf = desk.hasSlider(claim) ? desk.asOf(claim) : "9999-12-31";
    if (page.search) return desk.find({ ...wanted, asOf }, claim);
    const ids = claim.sources.filter((source) => !page.sources[source].day || page.sources[source].day <= asOf);
    return { ids, later: claim.sources.length - ids.length };
  }
  function draw() {
    found = search();
    const visible = page.search ? found.ids.slice(0, shown) : found.ids;
    const now = visible.map((source) => cardOf(source));
    const same = now.length === list.children.length && now.every((card, place) => list.children[place] === card.root);
    if (!same) list.replaceChildren(...now.map((card) => card.root));
    for (const card of now) card.draw();
    list.hidden = !now.length;
    count.textContent = counted();
    count.hidden = !page.search && !found.later;
    more.hidden = visible.length >= found.ids.length;
    more.textContent = fill(words.more_results, { count: Math.min(AT_ONCE, found.ids.length - visible.length) });
  }
  const form = page.search
    ? make("div", { class: "ws-desk-finder", role: "search" }, [
        make("p", { class: "ws-desk-field" }, [
          make("label", { for: query.id, text: fill(words.search, { all: Object.keys(page.sources).length }) }),
          query,
          make("span", { class: "ws-desk-help", id: `${query.id}-help`, text: words.search_help }),
        ]),
        make("div", { class: "ws-desk-filters" }, [
          ...filters.map(({ row }) => row),
          make("button", { class: "ws-button ws-quiet", text: words.clear_filters, on: { click: clear } }),
        ]),
      ])
    : null;
  return {
    parts: [form, count, list, more],
    draw,
    counts: () => ({ count: found.ids.length, later: found.later }),
    look: (/** @type {string} */ source) => ({
      scanned: Math.max(scanned.size, 1),
      first: found.ids.indexOf(source) + 1,
    }),
    stop: () => watcher.disconnect(),
  };
}
