import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

import { Drafts } from "../../exercises/page/drafts.js";
import { storageOf } from "./storage.mjs";

const PAGE = { code: "amber-heron-42", lesson: "kupyansk", id: "one" };
const OTHER = { ...PAGE, code: "blue-otter-7" };
const CONTENT = { answer: { a: 1 }, confidence: 2 };
let kept;
let sent;
let drafts;

/** What a browser keeps, as far as it lets us. */
const storage = (forbidden, most) => storageOf(kept, forbidden, most);

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: 0 });
  kept = new Map();
  sent = 0;
  globalThis.localStorage = storage();
  drafts = new Drafts(PAGE, "tab-1", () => {
    sent += 1;
  });
});

/** Another window of the same exercise. */
const another = () => new Drafts(PAGE, "tab-2", () => {});

test("the browser keeps a change at once, under student, lesson, exercise and window", () => {
  drafts.change(CONTENT);
  assert.deepEqual([...kept.keys()], ["whosays/amber-heron-42/kupyansk/one/tab-1"]);
  const [left] = another().left();
  assert.deepEqual(left.draft, { ...CONTENT, at: "1970-01-01T00:00:00.000Z" });
  drafts.clear();
  assert.deepEqual(another().left(), []);
});

test("no window clears what another one has not saved yet", () => {
  drafts.change(CONTENT);
  another().change({ ...CONTENT, confidence: 4 });
  drafts.clear();
  assert.deepEqual(
    drafts.left().map(({ draft }) => draft.confidence),
    [4],
  );
});

test("what is left over is found, the newest first, but neither its own nor that of an exercise with a longer name", () => {
  const put = (name, at) => kept.set(name, JSON.stringify({ ...CONTENT, at }));
  put("whosays/amber-heron-42/kupyansk/one", "2026-01-01T00:00:00Z");
  put("whosays/amber-heron-42/kupyansk/one/tab-0", "2026-01-02T00:00:00Z");
  put("whosays/amber-heron-42/kupyansk/one-more/tab-0", "2026-01-03T00:00:00Z");
  drafts.change(CONTENT);
  const names = drafts.left().map(({ name }) => name.split("/").slice(3).join("/"));
  assert.deepEqual(names, ["one/tab-0", "one"]);
  drafts.drop("whosays/amber-heron-42/kupyansk/one/tab-0");
  assert.equal(drafts.left().length, 1);
});

test("what a window that is still open wrote since is not thrown away with what was found there", () => {
  another().change(CONTENT);
  const [{ name, draft }] = drafts.left();
  kept.set(name, JSON.stringify({ ...CONTENT, confidence: 4, at: draft.at }));
  drafts.drop(name, draft);
  assert.equal(drafts.left()[0].draft.confidence, 4);
  drafts.drop(name, drafts.left()[0].draft);
  assert.deepEqual(drafts.left(), []);
});

test("what has to give way is kept beside the draft, and found by other windows alone", () => {
  const names = [drafts.spare(CONTENT), drafts.spare({ ...CONTENT, confidence: 4 })];
  drafts.clear();
  assert.deepEqual([...kept.keys()], names);
  assert.deepEqual([drafts.left(), another().left().length], [[], 2]);
});

test("a full storage keeps what has to give way until it lies aside, and what is written next beside it", () => {
  drafts.change(CONTENT);
  globalThis.localStorage = storage(false, 120);
  const name = drafts.spare(CONTENT);
  drafts.keep({ ...CONTENT, confidence: 4 });
  drafts.clear();
  const confidences = () =>
    another()
      .left()
      .map(({ draft }) => draft.confidence);
  assert.deepEqual([confidences(), drafts.left()], [[2], []]);
  drafts.release(name);
  assert.equal(drafts.left()[0].draft.confidence, 2);
  drafts.drop(name);
  assert.deepEqual([confidences(), drafts.left()], [[], []]);
});

test("what was refused is there for the student who comes back, though a full storage only has what was typed over", () => {
  drafts.change(CONTENT);
  globalThis.localStorage = storage(false, 120);
  drafts.change({ ...CONTENT, answer: { text: "much too long ".repeat(9) } });
  drafts.setApart({ ...CONTENT, answer: { text: "much too long ".repeat(9) } });
  drafts.begin(OTHER);
  drafts.begin(PAGE);
  assert.deepEqual(
    drafts.left().map(({ draft }) => draft.answer.text),
    ["much too long ".repeat(9)],
  );
});

test("a change is sent when the hand has rested, once", () => {
  drafts.change(CONTENT);
  mock.timers.tick(399);
  drafts.change(CONTENT);
  mock.timers.tick(399);
  assert.deepEqual([sent, drafts.dirty], [0, true]);
  mock.timers.tick(1);
  assert.deepEqual([sent, drafts.dirty], [1, false]);
  drafts.flush();
  assert.equal(sent, 1);
});

test("what goes with another message is not sent by itself", () => {
  drafts.change(CONTENT);
  assert.equal(drafts.settle(), true);
  mock.timers.tick(1000);
  assert.equal(sent, 0);
});

test("a browser that forbids storage is known to keep nothing before the first key, and breaks nothing", () => {
  assert.equal(drafts.kept, true);
  globalThis.localStorage = storage(true);
  drafts = new Drafts(PAGE, "tab-1", () => {});
  assert.equal(drafts.kept, false);
  drafts.change(CONTENT);
  assert.deepEqual([drafts.kept, drafts.left()], [false, []]);
  drafts.clear();
});

test("a browser that is full is known to keep nothing from then on", () => {
  globalThis.localStorage = storage(true);
  drafts.change(CONTENT);
  assert.equal(drafts.kept, false);
});

test("what is no draft is none", () => {
  for (const text of ["{broken", "null", "5", '{"answer": 3}']) kept.set("whosays/amber-heron-42/kupyansk/one/x", text);
  assert.deepEqual(drafts.left(), []);
});

test("nothing of one student is sent or found under the next, and it is cleared under its own code", () => {
  drafts.change(CONTENT);
  drafts.begin(OTHER);
  mock.timers.tick(1000);
  assert.deepEqual([sent, drafts.left(), kept.size], [0, [], 1]);
  drafts.clear(PAGE.code);
  assert.equal(kept.size, 0);
});

test("an answer that is stored clears what is kept only where that is the same one", () => {
  drafts.change(CONTENT);
  drafts.begin(OTHER);
  drafts.clear(PAGE.code, { ...CONTENT, confidence: 4 });
  assert.equal(kept.size, 1);
  drafts.clear(PAGE.code, CONTENT);
  assert.equal(kept.size, 0);
});

test("what is still on its way of a student who comes back has its place beside what is written next", () => {
  drafts.change(CONTENT);
  drafts.begin(OTHER);
  drafts.begin(PAGE);
  drafts.change({ ...CONTENT, answer: { chosen: "another" } });
  const answers = another()
    .left()
    .map(({ draft }) => draft.answer);
  assert.equal(answers.length, 2);
  assert.ok(answers.some((answer) => JSON.stringify(answer) === JSON.stringify(CONTENT.answer)));
});

test("a storage that is nearly full keeps what is on its way of a student who comes back", () => {
  globalThis.localStorage = storage(false, 200);
  drafts.change({ ...CONTENT, answer: { text: "x".repeat(60) } });
  drafts.begin(OTHER);
  drafts.begin(PAGE);
  const [{ draft }] = another().left();
  assert.equal(draft.answer.text, "x".repeat(60));
});

test("all that was on its way of a student goes when nothing is any more", () => {
  drafts.change(CONTENT);
  drafts.begin(OTHER);
  drafts.begin(PAGE);
  drafts.change(CONTENT);
  drafts.clear();
  assert.equal(kept.size, 0);
});

const LONG = { answer: { text: "much too long" }, confidence: null };

test("what was refused is found when its student comes back, and what is saved then does not clear it", () => {
  drafts.change(LONG);
  drafts.setApart(LONG);
  drafts.begin(OTHER);
  assert.deepEqual(drafts.left(), []);
  drafts.begin(PAGE);
  drafts.change(CONTENT);
  drafts.clear();
  assert.deepEqual(
    drafts.left().map(({ draft }) => draft.answer.text),
    ["much too long"],
  );
  const [{ name, draft }] = drafts.left();
  drafts.drop(name, draft);
  assert.equal(kept.size, 0);
});

test("what was refused and then written over by its student is not found again", () => {
  drafts.change(LONG);
  drafts.change(CONTENT);
  drafts.setApart(LONG);
  drafts.clear();
  assert.deepEqual([drafts.left(), kept.size], [[], 0]);
});

test("what should be put aside and was refused is found, also where the browser keeps nothing", () => {
  for (const forbidden of [false, true]) {
    globalThis.localStorage = storage(forbidden);
    const name = drafts.spare(LONG);
    assert.deepEqual(drafts.left(), []);
    drafts.release(name);
    assert.equal(drafts.left()[0].draft.answer.text, "much too long");
    drafts.drop(name);
    assert.deepEqual(drafts.left(), []);
  }
});

test("where the browser keeps nothing, the page keeps what was refused for the student who comes back", () => {
  globalThis.localStorage = storage(true);
  drafts = new Drafts(PAGE, "tab-1", () => {});
  drafts.change(LONG);
  drafts.setApart(LONG);
  drafts.begin(OTHER);
  drafts.begin(PAGE);
  assert.equal(drafts.left()[0].draft.answer.text, "much too long");
});
