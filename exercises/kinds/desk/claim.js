/* One claim on the desk: its words, the day, the results, the log and the answers. */

/** @import { Claim, Desk } from "./types.d.ts" */

import { fill, make } from "../../page/elements.js";
import { answerPart, webPart } from "./answers.js";
import { dayPart } from "./day.js";
import { folded, heading } from "./parts.js";
import { logPart } from "./log.js";
import { resultsPart } from "./results.js";

/** Say how sources are read here; invented ones stand in no archive. */
const lookHelp = (/** @type {Desk} */ { page, words }) =>
  page.invented ? words.look_invented : page.search ? words.look_search : words.look_help;

/** Build the panel of a claim. @param {Desk} desk @param {Claim} claim @param {number} index */
export function panelOf(desk, claim, index) {
  const { words, uid } = desk;
  const title = heading("h4", fill(words.claim, { number: index + 1 }), "ws-desk-claim-title");
  title.id = `${uid}-${index}-claim`;
  const from = claim.quoted ? fill(words.from_article, { number: claim.sentence?.number }) : words.from_elsewhere;
  const origin = claim.stated_on
    ? `${from} · ${fill(words.stated_on, { day: desk.plainDate(claim.stated_on) })}`
    : from;
  const { sentence } = claim;
  const whole = sentence
    ? folded(words.whole_sentence, `${uid}-${index}-sentence`, () => [
        make("p", { class: "ws-desk-says", text: sentence.text }),
      ])
    : null;
  const results = resultsPart(desk, claim, index);
  const day = desk.hasSlider(claim) ? dayPart(desk, claim, index, moved) : null;
  const log = logPart(desk, claim, index);
  const answers = answerPart(desk, claim, index, (asked) => day?.go(asked));
  const root = make(
    "section",
    {
      class: "ws-desk-panel",
      "aria-labelledby": `${desk.uid}-title ${title.id}`,
      "data-claim": claim.id,
      hidden: true,
    },
    [
      title,
      make("blockquote", { class: "ws-desk-words", text: desk.wordsOf(claim), dir: "auto" }),
      make("p", { class: "ws-desk-help", text: origin }),
      ...(whole ? [whole.button, whole.part] : []),
      day?.root,
      heading("h5", words.look, "ws-desk-step"),
      make("p", { class: "ws-desk-help", text: lookHelp(desk) }),
      ...results.parts,
      ...webPart(desk, index),
      ...log.parts,
      ...answers.parts,
    ],
  );
  function draw() {
    day?.draw(desk.asOf(claim));
    for (const part of [results, log, answers]) part.draw();
  }
  /** @param {string} to */
  function moved(to) {
    desk.setDay(claim, to);
    results.draw();
    answers.draw();
    desk.sayLater(() => fill(words.date_moved, { day: desk.plainDate(to), ...results.counts() }));
  }
  return { claim, root, title, draw, look: results.look, stop: results.stop };
}
