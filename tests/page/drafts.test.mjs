import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

import { Drafts } from "../../exercises/page/drafts.js";

const PAGE = { code: "amber-heron-42", lesson: "kupyansk", id: "one" };
const OTHER = { ...PAGE, code: "blue-otter-7" };
const CONTENT = { answer: { a: 1 }, confidence: 2 };
let kept;
let sent;
let drafts;

function storage(forbidden = false) {
  const guard = () => {
    if (forbidden) throw new Error("storage is forbidden");
  };
  return {
    setItem(name, value) {
      guard();
      kept.set(name, value);
    },
    getItem(name) {
      guard();
      return kept.get(name) ?? null;
    },
    removeItem(name) {
      guard();
      kept.delete(name);
    },
  };
}

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: 0 });
  kept = new Map();
  sent = 0;
  globalThis.localStorage = storage();
  drafts = new Drafts(PAGE, () => {
    sent += 1;
  });
});

test("the browser keeps a change at once, under student, lesson and exercise", () => {
  drafts.change(CONTENT);
  assert.deepEqual([...kept.keys()], ["whosays/amber-heron-42/kupyansk/one"]);
  assert.deepEqual(drafts.read(), { ...CONTENT, at: "1970-01-01T00:00:00.000Z" });
  drafts.clear();
  assert.equal(drafts.read(), null);
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

test("a browser that forbids storage is said to keep nothing, and breaks nothing", () => {
  globalThis.localStorage = storage(true);
  drafts.change(CONTENT);
  assert.equal(drafts.kept, false);
  assert.equal(drafts.read(), null);
  drafts.clear();
});

test("what is no draft is none", () => {
  kept.set("whosays/amber-heron-42/kupyansk/one", "{broken");
  assert.equal(drafts.read(), null);
});

test("nothing of one student is sent or found under the next", () => {
  drafts.change(CONTENT);
  drafts.begin(OTHER);
  mock.timers.tick(1000);
  assert.deepEqual([sent, drafts.read()], [0, null]);
});
