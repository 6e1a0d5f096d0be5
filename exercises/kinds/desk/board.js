/* What is shown after the commit: the board with all finished claims, and our own answers. */

/** @import { Dates, Options, Words } from "../../page/types.d.ts" */
/** @import { BoardDay, BoardRow, Claim, Desk, Work } from "./types.d.ts" */

import { fill, make } from "../../page/elements.js";
import { heading } from "./parts.js";
import { entryWords } from "./log.js";

const FEWEST = 5; // claims

/**
 * Draw the board from the result; whose claim it was stands in it, so it comes with the result only.
 * @param {BoardRow[]} rows
 * @param {Words} words
 * @param {Dates} dates
 */
export function boardOf(rows, words, dates) {
  const { board, so } = words;
  /** @param {"th" | "td"} tag @param {string} text @param {Options} [more] */
  const cell = (tag, text, more = {}) => make(tag, { text, dir: "auto", ...more });
  /** @param {BoardRow} row @param {BoardDay} day @param {boolean} first */
  const line = (row, day, first) =>
    make("tr", {}, [
      first ? cell("th", row.words, { scope: "row", rowspan: row.days.length }) : null,
      first ? cell("td", row.side, { rowspan: row.days.length, "data-head": board.heads[1] }) : null,
      cell("td", dates.day(day.day), { "data-head": board.heads[2] }),
      cell("td", so[day.yours], { "data-head": board.heads[3] }),
      cell("td", day.ours ? so[day.ours] : board.none, {
        "data-moved": String(moved(row, day)),
        "data-head": board.heads[4],
      }),
    ]);
  /** @param {BoardRow} row @param {BoardDay} day */
  const moved = (row, day) => row.days.indexOf(day) > 0 && day.ours !== row.days[row.days.indexOf(day) - 1].ours;
  return make("section", { class: "ws-desk-board" }, [
    heading("h4", board.title, "ws-key-title"),
    make("p", { class: "ws-desk-help", text: board.help }),
    make(
      "div",
      { class: "ws-desk-table", tabindex: "0", role: "region", "aria-label": board.title },
      make("table", {}, [
        make(
          "thead",
          {},
          make(
            "tr",
            {},
            board.heads.map((/** @type {string} */ text) => cell("th", text, { scope: "col" })),
          ),
        ),
        make(
          "tbody",
          {},
          rows.flatMap((row) => row.days.map((day, place) => line(row, day, place === 0))),
        ),
      ]),
    ),
    make("p", { class: "ws-desk-counts", text: counts(rows, board) }),
  ]);
}

/**
 * Count how many claims hold by our last answer, those that somebody said something apart from those about the world.
 * Never by side: which claims lie on a desk was chosen, so a score by side would count the choice.
 * @param {BoardRow[]} rows
 * @param {Words} board
 */
function counts(rows, board) {
  const judged = rows.map((row) => ({ about: row.about, last: row.days.at(-1)?.ours })).filter(({ last }) => last);
  const lines = ["world", "said"].map((about) => {
    const mine = judged.filter((one) => one.about === about);
    const held = mine.filter(({ last }) => last === "holds").length;
    return mine.length ? fill(board[about], { held, all: mine.length }) : "";
  });
  // From one or two claims a share would teach nothing but luck.
  return judged.length >= FEWEST ? [...lines, board.no_score].filter(Boolean).join(" ") : "";
}

/**
 * Show our answers to one claim, after Show me.
 * @param {Desk} desk
 * @param {Claim} claim
 * @param {number} index
 * @param {Work} ours
 */
export function oursOf(desk, claim, index, ours) {
  const { words } = desk;
  /** @param {string} legend @param {string} answer */
  const line = (legend, answer) => make("p", {}, [make("strong", { text: legend }), " ", answer]);
  return [
    heading("h4", `${words.key_title} · ${fill(words.claim, { number: index + 1 })}`, "ws-key-title"),
    line(words.said_question, words.said[ours.said ?? ""]),
    ...claim.days.map((day) =>
      line(fill(words.so_question, { day: desk.plainDate(day) }), words.so[ours.so[day] || "none"]),
    ),
    make(
      "ul",
      { class: "ws-desk-log" },
      ours.log.map((entry) => make("li", { text: entryWords(desk, claim, entry) })),
    ),
  ];
}
