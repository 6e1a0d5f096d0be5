/* The text of a mark exercise: words in sentences, and the marks painted under them. */

/** @import { Words } from "../../page/types.d.ts" */
/** @import { Label, LaidMark, Line, Mark, MarkPage, Run, Sentence, Word } from "./types.d.ts" */

import { fill, make } from "../../page/elements.js";
import { known } from "../../page/known.js";
import { storedMarks } from "./stored.js";

/**
 * Give each label the shortest beginning of its name that no other label shares ("S", "Cu", "Co").
 * @param {Label[]} labels
 */
export function lettersOf(labels) {
  /** @param {string} name @param {number} length */
  const short = (name, length) => name.slice(0, length).toLowerCase();
  return new Map(
    labels.map(({ id, name }) => {
      let length = 1;
      while (
        length < name.length &&
        labels.some((other) => other.id !== id && short(other.name, length) === short(name, length))
      ) {
        length++;
      }
      return [id, name.charAt(0).toUpperCase() + name.slice(1, length)];
    }),
  );
}

/**
 * Lay out marks so that no two on one word share a depth; short ones lie nearest to the words.
 * @template {Run} One
 * @param {One[]} marks
 * @returns {(One & {depth: number})[]}
 */
export function layers(marks) {
  /** @type {(One & {depth: number})[]} */
  const laid = [];
  for (const mark of [...marks].sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from)) {
    const near = laid.filter((other) => other.from <= mark.to && mark.from <= other.to).map((other) => other.depth);
    let depth = 0;
    while (near.includes(depth)) depth++;
    laid.push({ ...mark, depth });
  }
  return laid;
}

const LONG_TEXT = 1500; // words

/**
 * The sentences as words, and marks painted under them; offsets are code points on both sides.
 * @param {MarkPage} page
 * @param {Words} words
 * @param {string} uid
 * @param {{live: boolean, grouped: boolean}} how
 */
export function textView(page, words, uid, { live, grouped }) {
  /** @type {Word[]} */
  const all = []; // {start, end, line, element, text, drawn}
  /** @type {Line[]} */
  const lines = []; // {number, first, last, box}
  const letters = lettersOf(page.labels);
  const order = new Map(page.labels.map(({ id }, index) => [id, index]));
  const names = new Map(page.labels.map(({ id, name }) => [id, name]));
  /** @type {Map<number, number[]>} */
  const painted = new Map(); // line -> indices of painted words
  const root = make("div", { class: "ws-mark-text" });
  const fragment = document.createDocumentFragment();
  for (const sentence of page.sentences) fragment.append(drawSentence(sentence));
  root.append(fragment);
  root.classList.toggle("ws-mark-long", all.length > LONG_TEXT);

  /** @param {Sentence} sentence */
  function drawSentence({ number, start, text, words: spans }) {
    const points = Array.from(text);
    const line = lines.length;
    const about = {
      role: "listbox",
      tabindex: "0",
      "aria-multiselectable": "true",
      "aria-label": `${fill(words.sentence, { sentence: number })}: ${text}`,
      "data-line": line,
    };
    const box = make("div", { class: "ws-mark-sentence", dir: "auto", ...(live ? about : {}) });
    let done = 0;
    lines.push({ number, first: all.length, last: all.length + spans.length - 1, box, points, start });
    for (const [from, to] of spans) {
      if (from - start > done) box.append(points.slice(done, from - start).join(""));
      done = to - start;
      const element = document.createElement("span");
      element.className = "ws-word";
      element.textContent = points.slice(from - start, done).join("");
      element.dataset.word = String(all.length);
      if (live) {
        element.id = `${uid}-w${all.length}`;
        element.setAttribute("role", "option");
        element.setAttribute("aria-selected", "false");
      }
      all.push({ start: from, end: to, line, element, text: element.textContent, drawn: "" });
      box.append(element);
    }
    box.append(points.slice(done).join(""));
    return make("div", { class: "ws-mark-line" }, [
      make("span", { class: "ws-mark-number", "aria-hidden": "true", text: String(number) }),
      box,
    ]);
  }

  /**
   * Find the words that a range of code points touches; null if it touches none.
   * @param {{start: number, end: number}} range
   */
  function wordsOf({ start, end }) {
    let low = 0,
      high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (all[middle].end <= start) low = middle + 1;
      else high = middle;
    }
    let to = low;
    while (to < all.length && all[to].start < end) to++;
    return to > low && all[low].line === all[to - 1].line ? { from: low, to: to - 1 } : null;
  }

  /** @param {number} from @param {number} to */
  function quote(from, to) {
    const { points, start } = lines[all[from].line];
    return points.slice(all[from].start - start, all[to].end - start).join("");
  }

  /** Paint all marks; only words whose marks changed are touched. @param {Mark[]} marks */
  function paint(marks) {
    /** @type {Map<number, Mark[]>} */
    const byLine = new Map();
    for (const mark of marks) {
      const line = all[mark.from].line;
      byLine.set(line, [...(byLine.get(line) || []), mark]);
    }
    for (const line of new Set([...painted.keys(), ...byLine.keys()])) paintLine(line, layers(byLine.get(line) || []));
  }

  /** @param {number} line @param {LaidMark[]} laid */
  function paintLine(line, laid) {
    /** @type {Map<number, LaidMark[]>} */
    const now = new Map();
    for (const mark of laid) {
      for (let index = mark.from; index <= mark.to; index++) now.set(index, [...(now.get(index) || []), mark]);
    }
    for (const index of new Set([...(painted.get(line) || []), ...now.keys()])) paintWord(index, now.get(index) || []);
    painted.set(line, [...now.keys()]);
    const rows = String(Math.max(1, ...laid.map((mark) => mark.depth + 1)));
    if (lines[line].rows !== rows) {
      lines[line].rows = rows;
      lines[line].box.style.setProperty("--ws-rows", rows);
    }
  }

  /** @param {number} index @param {LaidMark[]} marks */
  function paintWord(index, marks) {
    const word = all[index];
    const drawn = marks
      .map((m) => [m.depth, m.label, m.group, m.from === index, m.to > index, m.given].join())
      .join(";");
    if (drawn === word.drawn) return;
    word.drawn = drawn;
    put(
      word.element,
      marks.map((mark) => underline(mark, mark.from === index)),
    );
    const next = word.element.nextSibling;
    const on = marks.filter((mark) => mark.to > index);
    if (next && (on.length || next instanceof HTMLElement) && !(next instanceof HTMLElement && next.dataset.word)) {
      put(
        gap(next),
        on.map((mark) => underline(mark, false)),
      );
    }
    if (marks.length) word.element.setAttribute("aria-label", [word.text, ...marks.map(spokenMark)].join(", "));
    else word.element.removeAttribute("aria-label");
    if (!live) word.element.removeAttribute("aria-label");
  }

  /** @param {HTMLElement} element @param {HTMLElement[]} lower */
  function put(element, lower) {
    for (const old of element.querySelectorAll(":scope > .ws-under")) old.remove();
    element.append(...lower);
  }

  /**
   * The blank or punctuation behind a word becomes an element when a mark runs on across it.
   * @param {ChildNode} node
   */
  function gap(node) {
    if (node instanceof HTMLElement) return node;
    const text = node.textContent ?? "";
    const element = make("span", { class: text.length > 3 ? "ws-gap ws-wide" : "ws-gap", text });
    node.replaceWith(element);
    return element;
  }

  /** @param {LaidMark} mark @param {boolean} first */
  function underline(mark, first) {
    const line = make("i", {
      class: `ws-under ws-pattern-${known(order, mark.label) % 4}`,
      "aria-hidden": "true",
      style: `--ws-depth:${mark.depth}`,
    });
    if (first) line.dataset.tag = known(letters, mark.label) + (grouped ? mark.group : "");
    if (mark.given) line.classList.add("ws-given");
    return line;
  }

  /** @param {Mark} mark */
  function spokenMark({ label, group, given }) {
    const name = given ? fill(words.given_word, { label: names.get(label) }) : names.get(label);
    return grouped ? `${name}, ${fill(words.group_number, { group })}` : name;
  }

  /** @param {Mark} mark */
  function sentenceLine({ group, label, from, to }) {
    const values = { group, label: names.get(label), quote: quote(from, to), sentence: lines[all[from].line].number };
    return fill(grouped ? words.mark_line : words.mark_line_single, values);
  }

  /** @param {Mark} a @param {Mark} b */
  const place = (a, b) => a.group - b.group || known(order, a.label) - known(order, b.label) || a.from - b.from;
  const stored = storedMarks(all, names, wordsOf);
  return { root, all, lines, letters, order, names, paint, quote, sentenceLine, place, ...stored };
}
