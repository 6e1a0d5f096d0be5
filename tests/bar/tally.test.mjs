import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Tally } from "../../exercises/bar/tally.js";

const STORED = ["one", "two"].map((id) => ({ id, phase: "open", begun: false }));
let tally;

const says = (view, more) =>
  tally.hear({
    view,
    exercise: "one",
    phase: "open",
    begun: true,
    state: "saved",
    words: "Saved",
    asks: false,
    owes: false,
    ...more,
  });

beforeEach(() => {
  tally = new Tally();
  tally.know(STORED);
});

test("before anything is told, what is stored counts", () => {
  tally.begin();
  tally.know([STORED[0], { id: "two", phase: "checked", begun: true }]);
  assert.deepEqual([tally.all, tally.done, tally.begun, tally.worst], [2, 1, true, undefined]);
});

test("of two views of an exercise the worse counts, whichever speaks last", () => {
  says("a", { state: "disconnected" });
  says("b");
  assert.equal(tally.worst.state, "disconnected");
  says("a");
  assert.equal(tally.worst, undefined);
});

test("trouble is worse than a lost kernel, and that is worse than an answer on its way", () => {
  says("a", { state: "unsaved" });
  says("b", { state: "trouble", words: "Too long." });
  says("c", { exercise: "two", state: "disconnected" });
  assert.equal(tally.worst.words, "Too long.");
  tally.forget("b");
  assert.equal(tally.worst.state, "disconnected");
});

test("of those that wait the one with a question is named", () => {
  says("a", { state: "unsaved" });
  says("b", { exercise: "two", state: "unsaved", asks: true, title: "Who says it?" });
  assert.equal(tally.worst.title, "Who says it?");
});

test("a view that is gone counts no more, but how far its exercise is stays known", () => {
  says("a", { phase: "checked", state: "unsaved" });
  tally.forget("a");
  assert.deepEqual([tally.worst, tally.done, tally.begun], [undefined, 1, true]);
});

test("what a view that is gone still owed stays owed, until another view of that exercise tells how it stands", () => {
  says("a", { state: "trouble", words: "Too long.", owes: true, title: "Who says it?" });
  says("b", { exercise: "two" });
  assert.equal(tally.forget("a"), true);
  says("b", { exercise: "two" });
  assert.deepEqual([tally.worst.state, tally.worst.title, tally.worst.gone], ["unsaved", "Who says it?", true]);
  says("c");
  assert.equal(tally.worst, undefined);
});

test("a view that is gone without owing anything leaves no alarm, and the next student none", () => {
  says("a", { state: "disconnected" });
  assert.equal(tally.forget("a"), false);
  assert.equal(tally.worst, undefined);
  says("a", { state: "unsaved", owes: true });
  tally.forget("a");
  tally.begin();
  assert.equal(tally.worst, undefined);
});

test("what is stored does not take back what a view told of itself", () => {
  says("a", { phase: "checked" });
  tally.know(STORED);
  assert.equal(tally.done, 1);
});

test("a view that has not heard of a check takes nothing back by repeating itself", () => {
  says("dead");
  assert.deepEqual([says("a", { phase: "checked" }), says("a", { phase: "checked" })], [true, false]);
  says("dead", { state: "disconnected" });
  assert.deepEqual([tally.done, tally.worst.state], [1, "disconnected"]);
});

test("an exercise of another notebook whose seal is opened here is not counted, but its state is", () => {
  says("a", { exercise: "elsewhere", phase: "checked", state: "unsaved" });
  assert.deepEqual([tally.all, tally.done, tally.worst.state], [2, 0, "unsaved"]);
});

test("nothing of one student counts for the next", () => {
  says("a", { phase: "checked", state: "unsaved" });
  tally.begin();
  tally.know(STORED);
  assert.deepEqual([tally.done, tally.begun, tally.worst], [0, false, undefined]);
});
