import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import view from "../../../exercises/kinds/rate/view.js";
import { Button, Document, Element } from "../../storm/elements.mjs";

const IDS = ["a", "b", "c", "d", "e"];
const RATE = {
  ends: "{first} {last}",
  key_title: "",
  all_rated: "all",
  cannot_tell: "",
  before: "",
  ours: "",
  sure: { 1: "guessing", 2: "sure" },
  sure_question: "How sure are you of {number}?",
  left: "{left} left",
  left_which: "left: {numbers}",
  incomplete: "lacking: {numbers}",
  incomplete_sure: "not sure: {numbers}",
};
const FRAME = join(import.meta.dirname, "../../../exercises/page");
const SOURCES = readdirSync(FRAME).flatMap((name) =>
  name.endsWith(".js") ? [readFileSync(join(FRAME, name), "utf8")] : [],
);
/** Words of the frame: each says its own name. */
const KIT = {
  ...Object.fromEntries([...SOURCES.join("").matchAll(/words\.(\w+)/g)].map(([, name]) => [name, name])),
  language: "en-GB",
};

/** A page with statements, whose scale begins at a number. @param {number} first */
function page(first, each_sure) {
  const statements = IDS.map((id) => ({ id, text: `Text ${id}`, context: "" }));
  const scale = { low: "low", high: "high", steps: ["one", "two", "three", "four"] };
  const body = { prompt: "Rate.", scale, first, statements, cannot_tell: false, each_sure, scored: true };
  return { id: "r", kind: "rate", lesson: "l", code: "amber-heron-42", title: "", instruction: "", hints: [], body };
}

function render(first, each_sure) {
  const el = new Element("div");
  const traits = {
    page: page(first, each_sure),
    words: { kit: KIT, outcomes: {}, rate: RATE },
    state: { code: "amber-heron-42", phase: "open", answer: null, confidence: null, aside: [], version: null },
  };
  const model = { get: (name) => structuredClone(traits[name]), on() {}, off() {}, send() {} };
  view.render({ model, el });
  return el;
}

const all = (el, name) => el.querySelectorAll(name).map((one) => one.textContent);

test("a statement has one number: on the page, in what is left, and in what its confidence is asked of", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
  Object.defineProperty(Element.prototype, "style", { configurable: true, get: () => ({ setProperty() {} }) });
  const kept = { getItem: () => null, setItem() {}, removeItem() {} };
  const window = new EventTarget();
  Object.assign(globalThis, { document: new Document(), window, localStorage: kept });
  Object.assign(globalThis, { Element, HTMLElement: Element, HTMLButtonElement: Button });
  for (const [first, each_sure] of [
    [0, false],
    [0, true],
    [1, false],
    [1, true],
  ]) {
    const el = render(first, each_sure);
    const numbers = all(el, ".ws-rate-place");
    const steps = all(el.querySelectorAll(".ws-rate-row")[0], ".ws-rate-number");
    assert.deepEqual(
      steps,
      [0, 1, 2, 3].map((step) => String(step + first)),
    );
    if (each_sure) for (const number of numbers) assert.ok(el.textContent.includes(`How sure are you of ${number}?`));
    for (const [at, row] of el.querySelectorAll(".ws-rate-row").entries()) {
      const left = numbers.slice(at);
      const said = left.length > 4 ? `${left.length} left` : `left: ${left.join(", ")}`;
      assert.equal(el.querySelector(".ws-rate-left").textContent, said);
      const [input] = row.querySelectorAll("input");
      input.checked = true;
      input.dispatchEvent(new Event("change"));
    }
  }
});
