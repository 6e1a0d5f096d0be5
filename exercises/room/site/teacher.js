/* The teacher's page: who is how far, exercise by exercise; asked for every two seconds, drawn as text. */

import { fill, make } from "../../page/elements.js";
import "./steering.js";

const EVERY = 2000; // milliseconds

/** @typedef {{title: string, begun: number, done: number, checked: number, right: number}} Line */
/** @typedef {{title: string, lines: Line[], students: Record<string, number>}} Notebook */

const place = /** @type {HTMLElement} */ (document.querySelector(".room-progress"));
const notice = /** @type {HTMLElement} */ (document.querySelector(".room-line"));
const projector = /** @type {HTMLInputElement} */ (document.querySelector(".room-projector"));
const words = JSON.parse(place.dataset.words ?? "{}");
const cut = notice.textContent;
let drawn = "";

/** @param {string[]} names @param {HTMLElement[]} rows */
function table(names, rows) {
  const head = names.map((text) => make("th", { scope: "col", text }));
  return make("table", {}, [make("thead", {}, [make("tr", {}, head)]), make("tbody", {}, rows)]);
}

/** @param {string} name @param {(string|number)[]} cells */
function row(name, cells) {
  return make("tr", {}, [
    make("th", { scope: "row", text: name }),
    ...cells.map((text) => make("td", { text: String(text) })),
  ]);
}

/** One exercise in a sentence, where there is something to say. @param {Line} line */
function said({ checked, right }) {
  return checked ? fill(words.first, { right, checked }) : "";
}

/** @param {Notebook} notebook */
function section({ title, lines, students }) {
  const exercises = lines.map((line) => row(line.title, [line.begun, line.done, said(line)]));
  const codes = Object.entries(students).map(([code, done]) =>
    row(code, [fill(words.of, { done, all: lines.length })]),
  );
  const parts = [make("h2", { text: title }), table(words.exercises, exercises)];
  // On the wall nobody stands by code.
  if (!projector.checked) parts.push(make("h3", { text: words.who }), table(words.students, codes));
  return make("section", { "aria-label": title }, parts);
}

/** @param {Notebook[]} notebooks */
function draw(notebooks) {
  const next = JSON.stringify([notebooks, projector.checked]);
  if (next === drawn) return;
  drawn = next;
  place.replaceChildren(...(notebooks.length ? notebooks.map(section) : [make("p", { text: words.nobody })]));
}

/** @param {string|null} sentence */
function say(sentence) {
  notice.textContent = sentence;
  notice.hidden = !sentence;
}

async function look() {
  try {
    const { notebooks, trouble } = await (await fetch("/teacher/progress")).json();
    say(trouble ?? null);
    if (notebooks) draw(notebooks);
  } catch {
    say(cut);
  }
  setTimeout(look, EVERY);
}

projector.addEventListener("change", () => {
  drawn = "";
});
void look();
