/* The first step: a claim out of the sentences of the part. What a machine would check is offered, as a draft. */

/** @import { Kit } from "../../page/types.d.ts" */
/** @import { Reply } from "../../page/messages.d.ts" */
/** @import { Part } from "../annotate/types.d.ts" */
/** @import { Bench, Claim, Offered } from "./types.d.ts" */

import { Bringing } from "../../page/bringing.js";
import { canonical } from "../../page/canonical.js";
import { fill, make } from "../../page/elements.js";
import { heading, question } from "../desk/parts.js";
import { fieldOf } from "./field.js";
import { isBegun } from "./log.js";

/**
 * Build the step.
 * @param {Bench} bench
 * @param {Kit["ask"]} ask
 * @param {Kit["putAside"]} putAside
 * @param {() => void} another begins with another claim
 */
export function claimStep(bench, ask, putAside, another) {
  const { words, uid } = bench;
  const bringing = new Bringing(ask);
  /** @type {Part | null} */
  let part = null;
  /** @type {Offered[]} */
  let offered = [];
  /** @type {ReturnType<typeof question> | null} */
  let sentences = null;

  const title = heading("h4", words.step_claim, "ws-desk-step");
  const help = make("p", { class: "ws-desk-help", text: words.claim_help });
  const offer = make("button", { class: "ws-button ws-plain", text: words.offer, on: { click: draft } });
  const note = make("p", { class: "ws-desk-help", hidden: true, tabindex: "-1" });
  const drafts = make("ul", { class: "ws-evidence-drafts", hidden: true });
  const place = make("div", {});
  const choosing = make("div", { class: "ws-evidence-choosing" }, [help, offer, note, drafts, place]);
  const from = make("p", { class: "ws-desk-help", dir: "auto" });
  const quote = make("blockquote", { class: "ws-desk-words", dir: "auto", tabindex: "-1" });
  const own = fieldOf(bench, "own", words.field_own, "textarea", (value) => {
    const { claim } = bench.check();
    if (claim) bench.change({ claim: { ...claim, own: value } }, "", "own");
  });
  const other = make("p", { class: "ws-evidence-other", hidden: true });
  const begin = make("button", { class: "ws-button ws-plain", text: words.another, on: { click: another } });
  const chosen = make("div", { class: "ws-evidence-chosen", hidden: true }, [from, quote, own.root, other, begin]);
  const root = make("section", { class: "ws-evidence-claim" }, [title, choosing, chosen]);

  /** Ask a machine, on a tap: whoever does not ask loads nothing. */
  function draft() {
    if (!part || bench.locked()) return;
    tell(words.drafting);
    bringing.bring("", new TextEncoder().encode(JSON.stringify(part)), heard);
  }

  /** @param {Reply} reply */
  function heard({ kind, read, words: refusal = "" }) {
    const found = kind === "read" ? /** @type {{claims?: Offered[]} | undefined} */ (read)?.claims : null;
    if (!found) {
      tell(refusal);
      return;
    }
    const wasHere = document.activeElement === offer;
    drawDrafts(found);
    tell(found.length ? fill(words.drafted, { count: found.length }) : words.drafted_none);
    if (wasHere) note.focus(); // the button is gone
  }

  /** @param {Offered[]} found */
  function drawDrafts(found) {
    offered = found;
    drafts.hidden = !found.length;
    drafts.replaceChildren(...found.map(draftOf));
    draw();
  }

  /** @param {string} sentence */
  function tell(sentence) {
    note.textContent = sentence;
    note.hidden = !sentence;
    if (sentence) bench.say(sentence);
  }

  /** @param {number} number of the sentence in the whole text */
  function choose(number) {
    if (!part || bench.locked() || isBegun(bench.check())) return;
    const sentence = part.sentences[number - part.first];
    const claim = { title: part.title, number, sentence, own: "" };
    // The own words are about the sentence before: with it they go to Earlier versions.
    if (bench.check().claim?.own.trim()) putAside();
    bench.change({ claim }, fill(words.chosen, { number }));
  }

  /** @param {Offered} one */
  function draftOf({ number, rules }) {
    const sentence = part?.sentences[number - part.first] ?? "";
    const take = make("button", {
      class: "ws-button",
      text: fill(words.take, { number }),
      on: { click: () => (choose(number), quote.focus()) },
    });
    return make("li", { class: "ws-evidence-draft" }, [
      make("p", { class: "ws-evidence-level", text: words.is_draft }),
      make("p", { dir: "auto", text: fill(words.sentence, { number, words: sentence }) }),
      ...rules.map((rule) => make("p", { class: "ws-desk-help", text: fill(words.rule, { rule }) })),
      take,
    ]);
  }

  /** @param {Part | null} next */
  function show(next) {
    if (canonical(next) === canonical(part) && (sentences || !next)) return;
    part = next;
    drawDrafts([]);
    bringing.stop();
    tell("");
    const lines = (part?.sentences ?? []).map((text, index) => [(part?.first ?? 1) + index, text]);
    const options = Object.fromEntries(
      lines.map(([number, text]) => [number, fill(words.sentence, { number, words: text })]),
    );
    const about = { legend: words.which, options, name: `${uid}-claim`, key: "claim" };
    sentences = part ? question({ ...about, chosen: (value) => choose(Number(value)) }) : null;
    place.replaceChildren(...(sentences ? [sentences.root] : []));
  }

  function draw() {
    const check = bench.check();
    const isFixed = bench.locked() || isBegun(check);
    choosing.hidden = !part || isFixed;
    offer.hidden = part?.language !== "en" || offered.length > 0;
    begin.hidden = !part || bench.locked() || !isFixed;
    drawChosen(check.claim);
  }

  /** @param {Claim | null} claim */
  function drawChosen(claim) {
    sentences?.set(claim && isHere(claim) ? claim.number : null);
    chosen.hidden = !claim;
    other.hidden = !claim || !part || isHere(claim);
    other.textContent = `${words.other_part} ${bench.locked() ? words.other_checked : ""}`.trim();
    if (!claim) return;
    from.textContent = fill(words.from, { number: claim.number, title: claim.title || words.no_title });
    quote.textContent = claim.sentence;
    own.draw(claim.own);
    own.lock(bench.locked());
  }

  /** Whether the claim is a sentence of the part that is shown. @param {Claim} claim */
  const isHere = ({ number, sentence }) => part?.sentences[number - part.first] === sentence;

  return { root, show, draw, title, isOpen: () => part !== null, stop: () => bringing.stop() };
}
