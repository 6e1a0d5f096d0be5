import assert from "node:assert/strict";
import { test } from "node:test";

import { buttonsOf, isCovered, sealedSince, sealLine } from "../../exercises/page/phases.js";

const PLAIN = { hints: [] };
const SEALED = { hints: [], seal: true };
const OPENING = { hints: [], seal: true, opening: true };
const ALL = { hasKey: () => true };
const NONE = { hasKey: () => false };
const DATES = { moment: () => "09:05" };
const WORDS = {
  seal_note: "note",
  older_sealed: "older",
  waiting: "sealed at {time}",
  passed_seal: "passed",
  not_yet: "not yet",
  sealed_at: "sealed {time}",
  opened_at: "opened {time} {sure}",
  opened_at_plain: "opened {time}",
  sure_3: "Quite sure",
};

const at = (phase, more = {}) => ({ phase, attempts: 0, older: false, ...more });

// What the student may do, by page and state.
const BUTTONS = [
  ["open, first time", at("open"), PLAIN, ALL, ["check", "undo", "pass"]],
  ["open, with hints", at("open"), { hints: ["a"] }, ALL, ["check", "undo", "pass", "hint"]],
  ["open, tried before", at("open", { attempts: 1 }), PLAIN, ALL, ["check", "undo", "pass", "show"]],
  ["open, tried before, nothing more to show", at("open", { attempts: 1 }), PLAIN, NONE, ["check", "undo", "pass"]],
  ["first half done", at("half"), PLAIN, ALL, ["check", "undo", "again", "pass"]],
  ["first half of a seal done", at("half"), SEALED, ALL, ["check", "undo"]],
  ["checked", at("checked"), PLAIN, ALL, ["again", "show"]],
  ["shown", at("shown"), PLAIN, ALL, ["again"]],
  ["passed", at("passed"), PLAIN, ALL, ["again", "show"]],
  ["to be sealed, tried before", at("open", { attempts: 1 }), SEALED, ALL, ["check", "undo", "pass"]],
  ["sealed", at("sealed"), SEALED, ALL, []],
  ["sealed in an older edition", at("sealed", { older: true }), SEALED, ALL, ["again"]],
  ["passed instead of sealed", at("passed"), SEALED, ALL, ["again"]],
  ["opened", at("checked"), SEALED, ALL, ["show"]],
  ["opened in an older edition", at("checked", { older: true }), SEALED, ALL, ["again", "show"]],
  ["the place to open, nothing sealed", at("open"), OPENING, ALL, []],
  ["the place to open, sealed", at("sealed"), OPENING, ALL, ["open"]],
  ["the place to open, sealed in an older edition", at("sealed", { older: true }), OPENING, ALL, []],
  ["the place to open, passed", at("passed"), OPENING, ALL, ["show"]],
  ["the place to open, opened", at("checked"), OPENING, ALL, ["show"]],
  ["the place to open, shown", at("shown"), OPENING, ALL, []],
];

for (const [name, state, page, body, buttons] of BUTTONS) {
  test(`the buttons are right: ${name}`, () => assert.deepEqual(buttonsOf(state, page, body, true), buttons));
}

test("an answer that cannot be shown leaves only Try again, except where a seal is opened", () => {
  assert.deepEqual(buttonsOf(at("checked"), PLAIN, ALL, false), ["again"]);
  assert.deepEqual(buttonsOf(at("sealed"), OPENING, ALL, false), ["open"]);
});

test("where a seal is opened, the exercise is covered until then", () => {
  assert.equal(isCovered(at("sealed"), OPENING), true);
  assert.equal(isCovered(at("checked"), OPENING), false);
  assert.equal(isCovered(at("sealed"), SEALED), false);
});

test("the line above the buttons says what there is about a seal", () => {
  const line = (state, page) => sealLine(state, page, WORDS, DATES);
  assert.equal(line(at("open"), PLAIN), "");
  assert.equal(line(at("open"), SEALED), "note");
  assert.equal(line(at("sealed"), SEALED), "");
  assert.equal(line(at("open"), OPENING), "not yet");
  assert.equal(line(at("passed"), OPENING), "passed");
  assert.equal(line(at("sealed", { sealed_at: "then" }), OPENING), "sealed at 09:05");
  assert.equal(line(at("sealed", { older: true }), OPENING), "older");
  assert.equal(line(at("checked"), OPENING), "");
});

test("the result says since when an answer was sealed, and how sure one was", () => {
  const since = (state, page = SEALED) => sealedSince({ sealed_at: "then", ...state }, page, WORDS, DATES);
  assert.equal(since(at("sealed")), "sealed 09:05");
  assert.equal(since(at("checked", { confidence: 3 })), "opened 09:05 quite sure");
  assert.equal(since(at("checked", { confidence: null })), "opened 09:05");
  assert.equal(since(at("open")), "");
  assert.equal(since(at("checked"), PLAIN), "");
  assert.equal(since(at("checked", { sealed_at: null })), "");
});
