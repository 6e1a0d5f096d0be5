/** @import { Body, Kit } from "../../page/types.d.ts" */
/** @import { BoardRow, Claim, Desk, DeskPage, Look, Panel, Work } from "./types.d.ts" */

import { fill, make } from "../../page/elements.js";
import { exercise } from "../../page/kit.js";
import { takeaway } from "../../page/takeaway.js";
import { boardOf, oursOf } from "./board.js";
import { panelOf } from "./claim.js";
import { missingIn, missingOn, NO_WORK } from "./missing.js";
import { claimPicker } from "./picker.js";
import { searcher } from "./search.js";

const REST = 500; // milliseconds
/** @type {Look} */
const NO_LOOK = { scanned: 0, first: 0, behind: [] };

/**
 * The body of a desk: claims to choose from, and for the open one the day, the results, the log and the answers.
 * @param {Kit<DeskPage>} kit
 * @returns {Body}
 */
function body({ page, words, dates, uid, changed, say, signal }) {
  /** @type {Record<string, Work>} */
  let work = {}; // claim id -> work, for claims that were begun
  let isLocked = false;
  /** @type {{claims: Record<string, Work>} | null} */
  let key = null;
  /** @type {BoardRow[] | null} */
  let board = null;
  /** @type {number | null} */
  let open; // index of the claim that is looked at, or null
  /** @type {ReturnType<typeof searcher> | undefined} */
  let find; // made at the first need: it reads all sources
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waits; // a sentence to be said when the hand rests
  /** @type {Record<string, Look>} */
  let looks = {}; // claim id -> how one looked; no step of its own in undo
  /** @type {Record<string, string>} */
  let days = {}; // claim id -> the day up to which one chose to look
  /** @type {(Panel | null)[]} */
  const panels = page.claims.map(() => null);

  /** @type {Desk} */
  const desk = {
    page,
    words,
    uid,
    plainDate: dates.day,
    say: sayNow,
    locked: () => isLocked,
    of: (claim) => work[claim.id] || NO_WORK,
    logOf: (claim) => claim.given || desk.of(claim).log,
    wordsOf: (claim) => (claim.quoted ? `“${claim.words}”` : claim.words),
    // Two sources may share publisher and day.
    tagOf: (claim, id) => page.sources[id]?.number || String.fromCharCode(65 + claim.sources.indexOf(id)),
    dayOf: (source) =>
      source.day
        ? fill(source.inferred ? words.day_inferred : "{day}", { day: dates.day(source.day) })
        : words.day_unknown,
    named: (claim, id) =>
      !page.sources[id]
        ? fill(words.source_gone, { id })
        : fill(words.source, {
            letter: desk.tagOf(claim, id),
            publisher: page.sources[id].publisher,
            day: page.sources[id].day ? dates.day(page.sources[id].day) : words.day_unknown,
          }),
    hasSlider: (claim) => !claim.given && (page.search || claim.days.length > 1),
    asOf: (claim) => days[claim.id] || firstDay(claim),
    /** Whether a source came after the first day that is answered for, now that one looks up to a later one. */
    isNew: (claim, id) =>
      desk.hasSlider(claim) && desk.asOf(claim) > claim.days[0] && (page.sources[id].day ?? "") > claim.days[0],
    setDay: (claim, day) => {
      days[claim.id] = day;
    },
    /** Speak once when a hand has come to rest: a slider or a search moves many times a second. */
    sayLater(sentence) {
      clearTimeout(waits);
      waits = setTimeout(() => say(sentence()), REST);
    },
    find: (wanted, claim) =>
      (find ??= searcher(page.sources, page.spellings))(
        wanted,
        [...claim.sources].sort((one, other) => Number(desk.isNew(claim, other)) - Number(desk.isNew(claim, one))),
      ),
    change,
    openedFirst(claim, id) {
      const look = looks[claim.id] || NO_LOOK;
      if (page.search && !look.first) looks[claim.id] = { ...look, ...panelAt(page.claims.indexOf(claim)).look(id) };
    },
    lookedBehind(claim, id) {
      if (!page.search) return;
      const look = looks[claim.id] || NO_LOOK;
      looks[claim.id] = { ...look, behind: [...new Set([...look.behind, id])] };
    },
  };

  /** Speak at once; what still waited is out of date by then. @param {string} sentence */
  function sayNow(sentence) {
    clearTimeout(waits);
    say(sentence);
  }

  /** @param {Claim} claim @param {Partial<Work>} part @param {string} spoken @param {string} run */
  function change(claim, part, spoken, run) {
    if (spoken) clearTimeout(waits);
    const next = { ...desk.of(claim), ...part };
    work = { ...work, [claim.id]: next };
    if (JSON.stringify(next) === JSON.stringify(NO_WORK)) delete work[claim.id];
    draw();
    changed(spoken, run);
  }

  /** Begin where the student stood: at a later day, if that was answered already. @param {Claim} claim */
  function firstDay(claim) {
    const answered = claim.days.filter((day) => desk.of(claim).so[day]);
    return answered.at(-1) || claim.days[0];
  }

  /* The whole */

  const many = page.claims.length > 1;
  const picker = claimPicker(desk, (index) => {
    open = index;
    draw();
    panelAt(index).title.focus();
  });
  const place = make("div", { class: "ws-desk-open" });
  const ours = make("section", { class: "ws-desk-key", hidden: true });
  const boardPlace = make("div", { hidden: true });
  const root = make("div", { class: "ws-desk" }, [many ? picker.root : null, place, ours, boardPlace]);
  signal?.addEventListener("abort", () => panels.forEach((panel) => panel?.stop()));

  /** @param {number} index */
  function panelAt(index) {
    const panel = panels[index] ?? panelOf(desk, page.claims[index], index);
    if (!panels[index]) place.append(panel.root);
    panels[index] = panel;
    return panel;
  }

  function draw() {
    if (open !== null) panelAt(open);
    picker.draw(stateOf, open);
    panels.forEach((panel, index) => {
      if (panel) panel.root.hidden = index !== open;
    });
    if (open !== null) panelAt(open).draw();
    drawKey();
    boardPlace.hidden = !board?.length;
    boardPlace.replaceChildren(...(board?.length ? [boardOf(board, words, dates)] : []));
  }

  /** @param {Claim} claim @param {number} index */
  function stateOf(claim, index) {
    if (!missingIn(claim, index + 1, desk.of(claim), words, dates)) return "done";
    if (work[claim.id]) return "begun";
    return claim.given ? "worked" : "empty";
  }

  /** What was not tried stays covered, to be tried later. */
  function drawKey() {
    const claim = key && open !== null ? page.claims[open] : null;
    const asked = claim && (work[claim.id] || !Object.keys(work).length);
    const mine = asked && key?.claims?.[claim.id];
    ours.hidden = !mine;
    ours.replaceChildren(...(claim && mine ? oursOf(desk, claim, page.claims.indexOf(claim), mine) : []));
  }

  open = many ? null : 0;
  draw();
  return {
    root,
    read: () => ({
      claims: Object.fromEntries(
        Object.entries(work).map(([id, mine]) => [id, { ...mine, look: looks[id] || NO_LOOK }]),
      ),
    }),
    write(answer) {
      const known = page.claims.filter((claim) => answer.claims?.[claim.id]);
      for (const { id } of known) looks[id] ??= answer.claims[id].look || NO_LOOK;
      work = Object.fromEntries(
        known.map(({ id }) => {
          const { look, ...mine } = answer.claims[id];
          return [id, { ...NO_WORK, ...mine }];
        }),
      );
      if (open === null && known.length) open = page.claims.indexOf(known[0]);
      draw();
    },
    /** How one looked is kept beside the answer; it makes no other answer of it. */
    essence: ({ claims = {}, ...more }) => ({
      ...more,
      claims: Object.fromEntries(
        Object.entries(claims).map(([id, { look, ...mine }]) => [id, { ...NO_WORK, ...mine }]),
      ),
    }),
    /** Another student sits down: nothing of how the last one looked is left. */
    reset() {
      looks = {};
      days = {};
      panels.forEach((panel) => {
        panel?.stop();
        panel?.root.remove();
      });
      panels.fill(null);
      open = many ? null : 0;
    },
    lock(on) {
      if (on !== isLocked) {
        isLocked = on;
        draw();
      }
    },
    show(result, revealed) {
      key = revealed;
      board = result?.extra?.board || null;
      const tried = page.claims.findIndex((claim) => work[claim.id]);
      if (key && tried >= 0 && !(open !== null && work[page.claims[open].id])) open = tried;
      draw();
    },
    complete: () => missingOn(page, work, words, dates),
    focus() {
      if (many) picker.focus(open ?? 0);
      else panelAt(0).title.focus();
    },
  };
}

export default { render: exercise(body, takeaway) };
