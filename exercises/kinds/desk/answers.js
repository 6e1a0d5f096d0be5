/* The third step of a claim: two answers with their days, the reason, the own rating, and the way out to the web. */

/** @import { Claim, Desk, Work } from "./types.d.ts" */

import { fill, make } from "../../page/elements.js";
import { hasEvidence } from "./missing.js";
import { choiceField, folded, heading, limitOf, LONGEST, option, question } from "./parts.js";

/** @type {Record<string, string>} */
const ENGINES = {
  duckduckgo: "https://duckduckgo.com/?q=",
  google: "https://www.google.com/search?q=",
  bing: "https://www.bing.com/search?q=",
  wikipedia: "https://en.wikipedia.org/w/index.php?search=",
  factcheck: "https://toolbox.google.com/factcheck/explorer/search/",
  archive: "https://web.archive.org/web/*/",
};

/**
 * Build the questions of a claim.
 * @param {Desk} desk
 * @param {Claim} claim
 * @param {number} index
 * @param {(day: string) => void} goTo
 */
export function answerPart(desk, claim, index, goTo) {
  const { words } = desk;
  const id = `${desk.uid}-${index}`;
  const closed = make("p", { class: "ws-desk-closed", text: words.locked });
  /**
   * @param {string} part
   * @param {string} legend
   * @param {string} help
   * @param {Record<string, string>} options
   * @param {(value: string) => void} chosen
   */
  const ask = (part, legend, help, options, chosen) =>
    question({ legend, help, options, name: `${id}-${part}`, key: part, chosen });
  const { none, ...verdicts } = words.so;
  const said = ask(
    "said",
    words.said_question,
    claim.quoted ? words.said_help : words.said_help_own,
    words.said,
    (value) => desk.change(claim, { said: value }),
  );
  const so = claim.days.map((day) => dated(day));
  const sure = ask("sure", words.sure_question, "", words.sure, (value) =>
    desk.change(claim, { confidence: Number(value) }),
  );
  const own = claim.given ? null : ownWords(desk, claim, id);
  const root = make("fieldset", { class: "ws-desk-answers", "aria-label": words.answer }, [
    said.root,
    ...so.flatMap((one) => [one.notYet, one.root]),
    own?.root,
    sure.root,
  ]);

  /** @param {string} day */
  function dated(day) {
    const one = ask(`so-${day}`, fill(words.so_question, { day: desk.plainDate(day) }), "", verdicts, (value) =>
      desk.change(claim, { so: { ...desk.of(claim).so, [day]: value } }),
    );
    const go = make("button", {
      class: "ws-button ws-plain",
      text: fill(words.date_go, { day: desk.plainDate(day) }),
      on: {
        click: () => {
          goTo(day);
          one.root.querySelector("input")?.focus();
        },
      },
    });
    return {
      ...one,
      day,
      notYet: make("div", { class: "ws-desk-closed" }, [
        make("p", { text: fill(words.not_yet, { day: desk.plainDate(day) }) }),
        go,
      ]),
    };
  }
  function draw() {
    const mine = desk.of(claim);
    const ready = hasEvidence(claim, mine);
    said.set(mine.said);
    for (const one of so) {
      one.set(mine.so[one.day]);
      const early = desk.hasSlider(claim) && desk.asOf(claim) < one.day;
      one.notYet.hidden = !early || !ready;
      one.root.hidden = early;
    }
    sure.set(mine.confidence);
    own?.draw(mine);
    closed.hidden = ready;
    root.disabled = desk.locked() || !ready;
  }
  return { parts: [heading("h5", words.answer, "ws-desk-step"), closed, root], draw };
}

/**
 * The reason in the student's own words, and the own rating on two rows of the rubric.
 * @param {Desk} desk
 * @param {Claim} claim
 * @param {string} id
 */
function ownWords(desk, claim, id) {
  const { words } = desk;
  const limit = limitOf(words, `${id}-reason-over`, LONGEST.reason);
  const reason = make("textarea", {
    id: `${id}-reason`,
    rows: 3,
    class: "ws-desk-reason",
    "aria-describedby": limit.line.id,
    on: { input: () => desk.change(claim, { reason: reason.value }, "", `${id}-reason`) },
  });
  /** @param {string} row @param {string} value */
  const rate = (row, value) => {
    const { [row]: _, ...rest } = desk.of(claim).rated;
    desk.change(claim, { rated: value === "" ? rest : { ...rest, [row]: Number(value) } });
  };
  const rows = Object.entries(words.rubric.choices).map(([row, levels]) => {
    const options = [
      option("", words.rate_none),
      ...levels.map((/** @type {string} */ text, /** @type {number} */ level) => option(level, text)),
    ];
    const name = words.rubric.rows[row];
    const title = name[0].toUpperCase() + name.slice(1);
    return { row, one: choiceField(title, `${id}-rate-${row}`, `rate-${row}`, options, (value) => rate(row, value)) };
  });
  const fold = folded(words.rate_title, `${id}-rate`, () => [
    make("p", { class: "ws-desk-help", text: words.rate_help }),
    ...rows.map(({ one }) => one.row),
  ]);
  const root = make("div", { class: "ws-desk-own" }, [
    make("p", { class: "ws-desk-field" }, [make("label", { for: reason.id, text: words.reason }), reason]),
    limit.line,
    fold.button,
    fold.part,
  ]);
  /** @param {Work} mine */
  function draw(mine) {
    if (reason.value !== mine.reason) reason.value = mine.reason;
    limit.tell(mine.reason);
    for (const { row, one } of rows) one.field.value = String(mine.rated[row] ?? "");
  }
  return { root, draw };
}

/**
 * Search the web in one's own words, if a teacher turned links on; nothing is asked of the network before a click.
 * @param {Desk} desk
 * @param {number} index
 */
export function webPart(desk, index) {
  const { words, page } = desk;
  if (page.links === "none") return [];
  const id = `${desk.uid}-${index}-web`;
  const fold = folded(words.web, id, () => {
    const links = make("ul", { class: "ws-desk-engines" });
    const typed = make("input", {
      type: "text",
      id: `${id}-words`,
      autocomplete: "off",
      class: "ws-desk-nothing",
      on: { input: draw },
    });
    function draw() {
      const wanted = typed.value.trim();
      const link = (/** @type {string} */ engine) =>
        make("li", {}, [
          make("a", {
            href: ENGINES[engine] + encodeURIComponent(wanted),
            target: "_blank",
            rel: "noopener noreferrer",
            text: words.web_engines[engine].name,
          }),
          make("span", { class: "ws-desk-help", text: ` ${words.web_engines[engine].who}` }),
        ]);
      links.replaceChildren(...(wanted ? Object.keys(ENGINES).map(link) : []));
    }
    return [
      make("p", { class: "ws-desk-field" }, [make("label", { for: typed.id, text: words.web_help }), typed]),
      links,
    ];
  });
  return [fold.button, fold.part];
}
