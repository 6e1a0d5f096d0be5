/* One source in the list of results: what is seen before it is opened, and what comes after. */

/** @import { Words } from "../../page/types.d.ts" */
/** @import { Claim, Desk, Quotation, Source } from "./types.d.ts" */

import { fill, make } from "../../page/elements.js";
import { folded } from "./parts.js";
import { logForm } from "./log.js";

/** @param {[label: string, text: string, lang?: string][]} rows */
const facts = (rows) =>
  make(
    "dl",
    { class: "ws-desk-quote" },
    rows.flatMap(([label, text, lang]) => [make("dt", { text: label }), make("dd", { text, lang, dir: "auto" })]),
  );

/** @param {Quotation} quote @param {Words} words */
function quotation({ original, language, literal, plain }, words) {
  /** @type {[string, string][]} */
  const gloss = literal ? [[words.quote_literal, literal]] : [];
  return facts([[words.quote, original, language], ...gloss, [words.quote_plain, plain]]);
}

/** The first words of what a source says, where it has no headline. @param {string} says */
function beginning(says) {
  const all = says.split(" ");
  return `${all.slice(0, Math.min(9, Math.floor(all.length / 2))).join(" ")} …`;
}

/**
 * Links out of the course; a teacher turned them on, and who stands behind the page is read before going.
 * @param {Source} source
 * @param {Words} words
 */
function linksOut(source, words) {
  if (!source.link) return [];
  /** @param {string} href @param {string} text */
  const link = (href, text) => make("a", { href, target: "_blank", rel: "noopener noreferrer", text });
  return [
    make("p", { class: "ws-desk-help", text: fill(words.link_behind, { position: source.position }) }),
    make("p", { class: "ws-desk-links" }, [
      link(source.link, words.link),
      " ",
      source.archive ? link(source.archive, words.archive_link) : null,
    ]),
  ];
}

/**
 * Build the card of a source for a claim.
 * @param {Desk} desk
 * @param {Claim} claim
 * @param {string} id
 * @param {number} index
 */
export function sourceCard(desk, claim, id, index) {
  const { words, page } = desk;
  const source = page.sources[id];
  const name = `${desk.uid}-${index}-${id}`;
  const state = make("span", { class: "ws-desk-state" });
  const fresh = make("span", {
    class: "ws-desk-fresh",
    text: fill(words.fresh, { day: desk.plainDate(claim.days[0]) }),
    hidden: true,
  });
  const form = logForm(desk, claim, id, name);
  const { day: came } = source;
  const later = came && !desk.hasSlider(claim) ? claim.days.filter((day) => came > day) : [];
  const notYet = came
    ? later.length && fill(words.later, { days: later.map(desk.plainDate).join(words.and) })
    : words.undated;
  const label = [
    make("span", { class: "ws-desk-letter", text: desk.tagOf(claim, id) }),
    make("span", { class: "ws-desk-publisher", text: source.publisher }),
    make("span", {
      class: "ws-desk-facts",
      text: [desk.dayOf(source), words.languages[source.language] || source.language].join(" · "),
    }),
    source.title
      ? make("span", { class: "ws-desk-title", text: source.title, lang: source.language, dir: "auto" })
      : null,
    source.title || source.title_plain ? null : make("span", { class: "ws-desk-title", text: beginning(source.says) }),
    source.title_plain ? make("span", { class: "ws-desk-title", text: source.title_plain }) : null,
    fresh,
    notYet ? make("span", { class: "ws-desk-later", text: notYet }) : null,
    state,
  ];
  const build = () => {
    const behind = folded(
      words.behind,
      `${name}-behind`,
      () => [
        facts([
          [words.position, source.position],
          [words.interest, source.interest],
        ]),
      ],
      { opened: () => desk.lookedBehind(claim, id) },
    );
    return [
      make("p", { class: "ws-desk-says", text: source.says }),
      claim.grave && source.counts ? make("p", { class: "ws-desk-says", text: source.counts }) : null,
      source.quote ? quotation(source.quote, words) : null,
      make("p", { class: "ws-desk-help", text: source.label || words.read[source.read] }),
      behind.button,
      behind.part,
      ...linksOut(source, words),
      claim.given ? null : form.root,
    ].filter((part) => part !== null);
  };
  const fold = folded(label, `${name}-open`, build, {
    name: "ws-desk-source",
    opened: () => desk.openedFirst(claim, id),
  });
  function draw() {
    const logged = desk.logOf(claim).some((entry) => entry.source === id);
    state.textContent = logged
      ? `✓ ${claim.given ? words.source_given : words.source_logged}`
      : words.source_not_logged;
    state.dataset.logged = String(logged);
    fresh.hidden = !desk.isNew(claim, id);
    form.draw();
  }
  return { root: make("li", { "data-source": id }, [fold.button, fold.part]), draw };
}
