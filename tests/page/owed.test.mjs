import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Drafts } from "../../exercises/page/drafts.js";
import { askedFile, tellOwed } from "../../exercises/page/owed.js";
import { storageOf } from "./storage.mjs";

const CODE = "amber-heron-42";
const PAGE = { code: CODE, lesson: "kupyansk", id: "one", title: "Mend it" };
let kept;
let now;
let words;
let waits;
let drafts;
let ended;
let asked;

/** Show an exercise. */
function show(page = PAGE) {
  ended = new AbortController();
  now = { page, state: {}, busy: false, refused: "", asked: null, offered: false };
  words = "My words";
  waits = false;
  drafts = new Drafts(page, "tab-1", () => {});
  const sheet = { content: () => ({ answer: { text: words }, confidence: null }) };
  tellOwed({ now, sheet, drafts }, () => waits, ended.signal);
}

beforeEach(() => {
  kept = new Map();
  Object.assign(globalThis, { document: new EventTarget(), localStorage: storageOf(kept) });
  asked = askedFile();
  show();
});

const owed = (...more) => asked.take(CODE, ...more).owed.map(({ exercise, answer }) => [exercise, answer.text]);
const put = (place, text) =>
  kept.set(`whosays/${place}`, JSON.stringify({ answer: { text }, confidence: 2, at: "2026-01-01T00:00:00Z" }));

test("an answer that is stored is not sent along", () => {
  assert.deepEqual(asked.take(CODE), { owed: [], left: [] });
});

for (const [name, change] of Object.entries({
  "is on its way": () => (waits = true),
  "was refused": () => (now.refused = "This answer is too long."),
  "waits for a choice beside one that the browser kept": () => (now.offered = true),
  "is being checked": () => (now.busy = true),
})) {
  test(`an answer that ${name} is sent along`, () => {
    change();
    assert.deepEqual(owed(), [["one", "My words"]]);
  });
}

test("of two answers that met, both are sent along: the store may be another one by now", () => {
  now.asked = { state: { answer: { text: "Theirs" }, confidence: null }, theirs: [], mine: [], may_keep: true };
  assert.deepEqual(owed().sort(), [
    ["one", "My words"],
    ["one", "Theirs"],
  ]);
});

test("what the browser keeps of any exercise of the student is sent along, and nothing of another one", () => {
  put(`${CODE}/kupyansk/one/tab-0`, "Of an earlier window");
  put(`${CODE}/harbour/two/tab-9`, "Of another lesson");
  put("blue-otter-7/kupyansk/one/tab-0", "Of somebody else");
  assert.deepEqual(owed().sort(), [
    ["one", "Of an earlier window"],
    ["two", "Of another lesson"],
  ]);
});

test("what only the page keeps, because the browser would not, is sent along", () => {
  globalThis.localStorage = storageOf(kept, true);
  drafts.spare({ answer: { text: "Gave way" }, confidence: 1 });
  assert.deepEqual(owed(), [["one", "Gave way"]]);
});

test("the same words on the page and in the browser are sent once", () => {
  waits = true;
  drafts.change({ answer: { text: "My words" }, confidence: null });
  assert.deepEqual(owed(), [["one", "My words"]]);
});

test("neither an exercise of another student nor a place where a seal is opened tells anything", () => {
  ended.abort();
  show({ ...PAGE, code: "blue-otter-7" });
  waits = true;
  assert.deepEqual(owed(), []);
  ended.abort();
  show({ ...PAGE, opening: true });
  waits = true;
  assert.deepEqual(owed(), []);
});

test("what is too long for the line is named, and the rest is sent", () => {
  put(`${CODE}/kupyansk/two/tab-0`, "word ".repeat(1000));
  put(`${CODE}/kupyansk/three/tab-0`, "short");
  const { owed: sent, left } = asked.take(CODE, 2000);
  assert.deepEqual(
    [sent.map(({ exercise }) => exercise), left],
    [["three"], [{ lesson: "kupyansk", exercise: "two" }]],
  );
});

test("signs with which parts of JSON begin count more, for the line to a class takes in few of them", () => {
  put(`${CODE}/kupyansk/two/tab-0`, ",".repeat(1000));
  assert.equal(asked.take(CODE, 20_000).left.length, 1);
});

test("what is typed between the question and the file is named", () => {
  asked.take(CODE);
  assert.equal(asked.since("Without {titles}."), "");
  words = "My words and more";
  assert.equal(asked.since("Without {titles}."), "Without Mend it.");
  asked.take(CODE);
  assert.equal(asked.since("Without {titles}."), "");
});
