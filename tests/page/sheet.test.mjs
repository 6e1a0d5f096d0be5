import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Sheet } from "../../exercises/page/sheet.js";

let shown; // the text that the body shows
let refusals;
let sheet;

const body = {
  read: () => ({ text: shown, looked: shown.length }),
  write({ text }) {
    if (text === "unknown") throw new Error("not of this edition");
    shown = text;
  },
  essence({ looked: _, ...answer }) {
    if (typeof answer.text !== "string") throw new TypeError("no text");
    return answer;
  },
};

beforeEach(() => {
  shown = "";
  refusals = 0;
  sheet = new Sheet(body, () => {
    refusals += 1;
  });
});

function type(text, run = null) {
  shown = text;
  return sheet.take(run);
}

test("only another answer is a change", () => {
  assert.equal(type(""), false);
  assert.equal(type("a"), true);
  assert.deepEqual(sheet.content(), { answer: { text: "a", looked: 1 }, confidence: null });
});

test("undo brings back step by step what was there before, to the blank page", () => {
  ["a", "ab"].forEach((text) => type(text));
  sheet.undo();
  assert.equal(shown, "a");
  sheet.undo();
  assert.equal(shown, "");
  assert.equal(sheet.canUndo, false);
});

test("changes of one run are one step, and a run that was undone begins anew", () => {
  ["a", "ab", "abc"].forEach((text) => type(text, "typing"));
  sheet.undo();
  assert.equal(shown, "");
  type("x", "typing");
  assert.equal(sheet.canUndo, true);
});

test("what was done is forgotten when it is committed", () => {
  type("a");
  sheet.forget();
  assert.equal(sheet.canUndo, false);
});

test("an answer of another edition stays as it is stored", () => {
  const stored = { text: "unknown", more: [1] };
  sheet.write(stored);
  assert.deepEqual([sheet.readable, refusals], [false, 1]);
  assert.deepEqual(sheet.content().answer, stored);
  assert.equal(sheet.shows(stored), true);
  sheet.write(sheet.blank());
  assert.equal(sheet.readable, true);
});

test("an answer of which the body would leave something out is not shown, and changes nothing of what is stored", () => {
  const stored = { text: "mine", reason: "In my own words." };
  sheet.write(stored);
  assert.deepEqual([sheet.readable, refusals, sheet.content().answer], [false, 1, stored]);
  assert.equal(type("one letter more"), false);
  assert.deepEqual(sheet.content().answer, stored);
});

test("fields that are blank make no answer unreadable", () => {
  for (const more of [{ why: "" }, { rated: {} }, { log: [] }, { said: null }, { rated: { A: null } }]) {
    sheet.write({ text: "mine", ...more });
    assert.equal(sheet.readable, true);
  }
});

test("what a body keeps beside the answer proper makes no other answer of it", () => {
  type("a");
  assert.equal(sheet.shows({ text: "a", looked: 99 }), true);
  assert.equal(sheet.shows({ text: "b", looked: 1 }), false);
});

test("an answer that takes another one's place can be taken back", () => {
  type("mine");
  sheet.replace({ text: "draft" });
  assert.equal(shown, "draft");
  sheet.undo();
  assert.equal(shown, "mine");
});

test("an answer that cannot be shown takes nobody's place", () => {
  type("mine");
  assert.equal(sheet.replace({ text: "unknown" }), false);
  assert.deepEqual([shown, sheet.readable, refusals, sheet.content().answer.text], ["mine", true, 0, "mine"]);
  sheet.undo();
  assert.deepEqual([shown, sheet.canUndo], ["", false]);
});

test("undo does not go back to what cannot be shown", () => {
  sheet.write({ text: "unknown" });
  assert.equal(sheet.replace({ text: "draft" }), true);
  assert.deepEqual([shown, sheet.readable, sheet.canUndo], ["draft", true, false]);
});

test("an answer that this edition cannot look into is another one, and no fault", () => {
  assert.equal(sheet.shows({ text: 7 }), false);
  type("a");
  assert.equal(sheet.shows({ text: 7 }), false);
  sheet.write({ text: "unknown" });
  assert.equal(sheet.shows({ text: "unknown" }), true);
});

test("an answer with another confidence is another one", () => {
  sheet.confidence = 2;
  assert.equal(sheet.holds({ answer: null, confidence: 2 }), true);
  assert.equal(sheet.holds({ answer: null }), false);
  assert.equal(sheet.holds({ answer: { text: "a" }, confidence: 2 }), false);
});

test("another student begins without steps and without confidence", () => {
  type("a");
  sheet.confidence = 3;
  sheet.begin();
  assert.deepEqual([sheet.canUndo, sheet.confidence], [false, null]);
});
