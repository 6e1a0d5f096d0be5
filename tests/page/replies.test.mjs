import assert from "node:assert/strict";
import { test } from "node:test";

import { Replies } from "../../exercises/page/replies.js";

const WORDS = { shown_below: "Our answer is below.", passed_on: "Passed." };

/** Replies to the message of a kind, with what they do to an exercise noted down. */
function exercise(sent, { waiting = false, phase = "checked" } = {}) {
  const done = [];
  const note =
    (name) =>
    (...what) =>
      done.push([name, ...what].join(" "));
  const now = { page: {}, state: { phase: "open", saved_at: null }, busy: true, refused: "", trouble: "" };
  const parts = {
    now,
    words: WORDS,
    dates: {},
    courier: { settle: () => sent, waiting: () => waiting },
    sheet: { forget: note("forget"), content: () => "what stands there" },
    drafts: { clear: note("clear"), change: note("change") },
    keeping: { adopt: (state) => Object.assign(now, { state: { ...state, phase } }) },
    frame: { tell: note("tell"), say: note("say"), focusResult: note("focus") },
    take: { receive: note("take") },
    unsaved: () => waiting,
    draw: note("draw"),
    announce: note("announce"),
  };
  return { now, done, replies: new Replies(parts) };
}

test("a saved answer takes its draft away and says nothing", () => {
  const { now, done, replies } = exercise("draft");
  replies.receive({ kind: "saved" });
  assert.deepEqual(done, ["clear", "draw"]);
  assert.notEqual(now.state.saved_at, null);
  assert.equal(now.busy, true);
});

test("with a newer answer on its way the draft stays", () => {
  const { done, replies } = exercise("draft", { waiting: true });
  replies.receive({ kind: "saved" });
  assert.deepEqual(done, ["draw"]);
});

test("a result is gone to and its summary is said", () => {
  const { now, done, replies } = exercise("check");
  replies.receive({ kind: "result", state: { result: { summary: "All right." } } });
  assert.deepEqual(done, ["clear", "focus false", "say All right.", "draw"]);
  assert.equal(now.busy, false);
});

test("after the first of two parts nothing can be undone", () => {
  const { done, replies } = exercise("check", { phase: "half" });
  replies.receive({ kind: "result", state: { result: { summary: "Kept." } } });
  assert.ok(done.includes("forget"));
});

test("what was asked to be shown is gone to", () => {
  const { done, replies } = exercise("show");
  replies.receive({ kind: "result", state: {} });
  assert.deepEqual(done.slice(1, 3), ["focus true", "say Our answer is below."]);
});

test("a refusal is told and opens the exercise again, and the answer is sent to be saved by itself", () => {
  const { now, done, replies } = exercise("check");
  replies.receive({ kind: "refused", words: "Too long." });
  assert.deepEqual(done, ["change what stands there", "tell Too long.", "draw"]);
  assert.deepEqual([now.refused, now.busy], ["Too long.", false]);
});

test("what was refused of a committed answer, or where a seal is opened, sends no draft that would undo it", () => {
  for (const at of [{ state: { phase: "checked" } }, { page: { opening: true } }]) {
    const { now, done, replies } = exercise("show");
    replies.receive({ kind: "refused", words: "No." }, Object.assign(now, at));
    assert.deepEqual(done, ["tell No.", "draw"]);
  }
});

test("a refusal with something newer on its way is about what no longer matters", () => {
  const { now, done, replies } = exercise("draft", { waiting: true });
  replies.receive({ kind: "refused", words: "Too long." });
  assert.deepEqual([done, now.refused], [["draw"], ""]);
});

test("a file goes to the takeaway alone", () => {
  const { done, replies } = exercise("take");
  replies.receive({ kind: "file" });
  assert.deepEqual(done, ["take [object Object]", "announce"]);
});

test("trouble is kept until the next reply", () => {
  const { now, replies } = exercise(null);
  replies.receive({ kind: "trouble", words: "The disk is full." });
  assert.equal(now.trouble, "The disk is full.");
  replies.receive({ kind: "pong" });
  assert.equal(now.trouble, "");
});
