/** @import { Words } from "../page/types.d.ts" */
/** @import { ConcordanceEntry, ConcordanceLine } from "./types.d.ts" */

import { fill, make } from "../page/elements.js";
import { figure } from "./gate.js";

const LETTERS = 42; // of the context shown on each side of the word, until the student asks for all of it

/**
 * Cut a context at a blank, on the side that lies away from the word.
 * @param {string} context
 * @param {"left" | "right"} side
 */
function cut(context, side) {
  if (context.length <= LETTERS) return context;
  const near = side === "left" ? context.slice(-LETTERS) : context.slice(0, LETTERS);
  return side === "left" ? `… ${near.slice(near.indexOf(" ") + 1)}` : `${near.slice(0, near.lastIndexOf(" "))} …`;
}

/** Looks up one word after the other; the lines stand below each other with the word in the middle. */
class Concordance {
  /** @param {{words: ConcordanceEntry[]}} content @param {Words} words @param {(sentence: string) => void} say */
  constructor(content, words, say) {
    this.entries = content.words;
    this.words = words;
    this.say = say;
    this.chosen = content.words[0];
    this.whole = false;
    this.drafted = false;
    const name = `ws-concordance-${Math.random().toString(36).slice(2)}`;
    this.count = make("p", { class: "ws-lines-count" });
    this.lines = make("ol", { class: "ws-lines" });
    this.more = make("button", { class: "ws-button ws-plain", on: { click: () => this.turn() } });
    this.drafts = make("button", { class: "ws-button ws-plain", on: { click: () => this.turnDrafts() } });
    this.draftNote = make("p", { class: "ws-lines-note", text: words.said_drafts, hidden: true });
    this.root = make("div", { class: "ws-concordance" }, [
      make("fieldset", { class: "ws-lines-words" }, [
        make("legend", { text: words.which }),
        make(
          "div",
          {},
          this.entries.map((entry, at) => this.choice(entry, name, at === 0)),
        ),
      ]),
      this.count,
      this.lines,
      this.more,
      this.drafts,
      this.draftNote,
      make("p", { class: "ws-lines-note", text: words.note }),
      this.table(),
    ]);
    this.draw();
  }

  /** @param {ConcordanceEntry} entry @param {string} name @param {boolean} checked */
  choice(entry, name, checked) {
    return make("label", { class: "ws-choice" }, [
      make("input", {
        type: "radio",
        name,
        checked,
        on: {
          change: () => {
            this.chosen = entry;
            this.draw();
            this.say(this.counted());
          },
        },
      }),
      make("span", { text: entry.word }),
    ]);
  }

  counted() {
    const { forms, lines } = this.chosen,
      article = lines.filter((line) => line.place).length;
    return fill(this.words.counted, {
      forms: forms.map((form) => `“${form}”`).join(", "),
      article,
      practice: lines.length - article,
    });
  }

  turn() {
    this.whole = !this.whole;
    this.draw();
    this.say(this.whole ? this.words.said_whole : this.words.said_short);
  }

  turnDrafts() {
    this.drafted = !this.drafted;
    this.draw();
    if (this.drafted) this.say(this.words.said_drafts);
  }

  /** Say what the machine takes for the source of a line. @param {ConcordanceLine} line */
  draftOf({ draft }) {
    return draft === null ? this.words.no_draft : draft ? `“${draft}”` : this.words.drafts_nobody;
  }

  /** One line below a line of text. @param {string} label @param {string} text */
  below(label, text) {
    return make("p", { class: "ws-lines-who" }, [make("small", { text: label }), " ", make("span", { text })]);
  }

  draw() {
    this.count.textContent = this.counted();
    this.more.textContent = this.whole ? this.words.short : this.words.whole;
    this.more.hidden = !this.chosen.lines.length;
    this.drafts.textContent = this.drafted ? this.words.hide_drafts : this.words.show_drafts;
    this.drafts.hidden = !this.chosen.lines.length;
    this.draftNote.hidden = !this.drafted;
    this.lines.hidden = !this.chosen.lines.length;
    this.lines.classList.toggle("ws-lines-short", !this.whole);
    this.lines.replaceChildren(...this.chosen.lines.map((line) => this.line(line)));
  }

  /** @param {ConcordanceLine} line */
  line(line) {
    const { place, left, hit, right, who } = line;
    const [mark] = right.match(/^[.,;:]*/) ?? [""]; // A comma stays with its word.
    const rest = right.slice(mark.length);
    const [before, after] = this.whole ? [left, rest] : [cut(left, "left"), cut(rest, "right")];
    return make("li", {}, [
      make("span", { class: "ws-lines-place", text: place || this.words.practice }),
      make("p", { class: "ws-lines-text", dir: "auto" }, [
        make("span", { class: "ws-lines-left", text: before }),
        make("span", { class: "ws-lines-hit" }, [make("strong", { text: hit }), mark]),
        make("span", { text: after }),
      ]),
      make("div", {}, [
        this.below(this.words.who, who || this.words.nobody),
        this.drafted ? this.below(this.words.drafted, this.draftOf(line)) : null,
      ]),
    ]);
  }

  /** The same lines of all words at once, in full: for paper, and for those who rather read than pick. */
  table() {
    const rows = this.entries.flatMap(({ word, lines }) => lines.map((line) => ({ word, ...line })));
    /** @param {ConcordanceLine & {word: string}} row */
    const cells = ({ word, place, left, hit, right, who, draft }) => [
      make("td", { text: word }),
      make("td", { text: place || this.words.practice }),
      make("td", {}, [left, make("strong", { text: hit }), right]),
      make("td", { text: who || this.words.nobody }),
      make("td", { text: this.draftOf({ place, left, hit, right, who, draft }) }),
    ];
    return make("details", { class: "ws-fold" }, [
      make("summary", { text: fill(this.words.table, { rows: rows.length }) }),
      make("table", { class: "ws-lines-table" }, [
        make(
          "thead",
          {},
          make(
            "tr",
            {},
            this.words.heads.map((/** @type {string} */ text) => make("th", { scope: "col", text })),
          ),
        ),
        make(
          "tbody",
          {},
          rows.map((row) => make("tr", {}, cells(row))),
        ),
      ]),
    ]);
  }
}

export default { render: figure((content, { words, say }) => new Concordance(content, words, say).root) };
