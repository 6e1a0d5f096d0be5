import assert from "node:assert/strict";
import { test } from "node:test";

import { Replies } from "../../exercises/page/replies.js";

const HERE = "amber-heron-42";
const WORDS = { shown_below: "Our answer is below.", passed_on: "Passed." };

/** Replies to the message of a kind, with what they do to an exercise noted down. */
function exercise(sent, { waiting = false, phase = "checked", code = HERE, shown = "mine", given, past, dirty } = {}) {
  const done = [];
  const note =
    (name) =>
    (...what) =>
      done.push([name, ...what].join(" "));
  const page = { code: HERE };
  const message = { kind: sent, code, answer: given };
  const stands = { phase: "open", saved_at: null, version: "v1" };
  const now = { page, state: stands, busy: true, refused: "", trouble: "", asked: null };
  const parts = {
    now,
    words: WORDS,
    dates: {},
    courier: { settle: () => sent && { message, past: past ?? code !== HERE }, waiting: () => waiting, go: () => {} },
    sheet: { forget: note("forget"), content: () => "what stands there", holds: ({ answer }) => answer === shown },
    drafts: {
      dirty,
      clear: (whose, stored) => done.push(["clear", whose, stored?.answer].filter(Boolean).join(" ")),
      change: note("change"),
      setApart: (content, of) => done.push(`apart ${content.answer} of ${of}`),
      flush() {},
    },
    choice: { ask: note("ask"), offer: note("offer"), told: () => done.push("told") },
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
  replies.receive({ kind: "saved", version: "v2" });
  assert.deepEqual(done, ["clear", "draw"]);
  assert.equal(now.state.version, "v2");
  assert.notEqual(now.state.saved_at, null);
  assert.equal(now.busy, true);
});

test("an answer that was only to be told changes nothing, and one of whoever was here before is not told", () => {
  for (const past of [false, true]) {
    const { now, done, replies } = exercise("tell", { past });
    const before = { ...now.state };
    replies.receive({ kind: "told", theirs: [], mine: ["words"] });
    assert.deepEqual(done, past ? ["announce"] : ["told", "announce"]);
    assert.deepEqual(now.state, before);
  }
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

test("of an old message that is refused after a newer one was taken, nothing is said", () => {
  const { now, done, replies } = exercise("draft");
  replies.receive({ kind: "saved", version: "v2", seq: 3 });
  done.length = 0;
  replies.receive({ kind: "refused", words: "This change is older.", seq: 2 });
  assert.deepEqual([now.refused, done], ["", ["draw"]]);
  replies.receive({ kind: "refused", words: "Too long.", seq: 4 });
  assert.equal(now.refused, "Too long.");
});

test("what was refused of a committed answer, or where a seal is opened, sends no draft that would undo it", () => {
  for (const at of [{ state: { phase: "checked" } }, { page: { opening: true, code: "amber-heron-42" } }]) {
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

test("what should be put aside and was refused is told and asked about, whatever is on its way or was done since", () => {
  const { now, done, replies } = exercise("aside", { waiting: true, given: "mine" });
  replies.receive({ kind: "saved", version: "v2", seq: 3 });
  done.length = 0;
  replies.receive({ kind: "refused", words: "Too long.", seq: 2 });
  assert.deepEqual([now.refused, done], ["", ["tell Too long.", "offer", "draw"]]);
});

test("a refused answer that does not stand on the page is set apart in the browser, for whoever wrote it", () => {
  for (const [about, apart] of [
    [{ code: "blue-otter-7", given: "hers" }, ["apart hers of blue-otter-7"]],
    [{ given: "an earlier one" }, ["apart an earlier one of amber-heron-42"]],
    [{ given: "mine" }, []],
  ]) {
    const { done, replies } = exercise("draft", about);
    replies.receive({ kind: "refused", words: "Too long." });
    assert.deepEqual(
      done.filter((one) => one.startsWith("apart") || one === "clear"),
      apart,
    );
  }
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

const CONFLICT = { kind: "conflict", state: { answer: "theirs" }, theirs: ["theirs"], mine: ["mine"], may_keep: true };

test("where another answer stands the student is asked, and nothing of theirs is taken away", () => {
  const { now, done, replies } = exercise("draft");
  replies.receive(CONFLICT);
  assert.deepEqual(done, ["ask", "draw"]);
  assert.deepEqual([now.asked.theirs, now.asked.mine, now.asked.may_keep], [["theirs"], ["mine"], true]);
});

test("a question takes the place of what was refused before", () => {
  const { now, replies } = exercise("draft");
  now.refused = "Too old.";
  replies.receive(CONFLICT);
  assert.deepEqual([now.refused, now.asked.mine], ["", ["mine"]]);
});

test("the same answer in both places is no question", () => {
  const { now, done, replies } = exercise("check", { shown: "theirs" });
  replies.receive({ ...CONFLICT, state: { answer: "theirs" } });
  assert.equal(now.asked, null);
  assert.deepEqual([done, now.busy], [["clear", "draw"], false]);
});

test("what was written since the late message left goes after it, and the question is about that", () => {
  const { now, done, replies } = exercise("draft", { waiting: true });
  replies.receive(CONFLICT);
  assert.deepEqual([now.asked, done], [null, ["draw"]]);
});

test("who asked for nothing but another try gets the answer that stands there", () => {
  const { now, replies } = exercise("again");
  replies.receive({ ...CONFLICT, mine: [] });
  assert.deepEqual([now.asked, now.state.answer], [null, "theirs"]);
});

test("what was thrown away or put aside makes no version to go on from", () => {
  const { now, done, replies } = exercise("let_go");
  replies.receive({ kind: "saved", version: "v9" });
  assert.deepEqual([done, now.state.version], [["draw"], "v1"]);
});

test("of another student nothing is cleared while a later word of theirs is on its way", () => {
  const { done, replies } = exercise("draft", { code: "blue-otter-77", waiting: true });
  replies.receive({ kind: "saved" });
  assert.deepEqual(done, ["draw"]);
});

test("a file that another student asked for is not shown", () => {
  const { done, replies } = exercise("take", { code: "blue-otter-77" });
  replies.receive({ kind: "file", text: "theirs" });
  assert.deepEqual(done, ["announce"]);
});

test("the last answer of another student is cleared under their code and shown to nobody", () => {
  const { now, done, replies } = exercise("check", { code: "blue-otter-77", given: "theirs" });
  replies.receive({ kind: "result", state: { result: {} } });
  assert.deepEqual([done, now.busy, now.state.phase], [["clear blue-otter-77 theirs", "draw"], true, "open"]);
});

test("what was sent before a student came back makes no version to go on from", () => {
  const { now, done, replies } = exercise("draft", { past: true });
  replies.receive({ kind: "saved", version: "v2" });
  assert.deepEqual([now.state.version, done], ["v1", [`clear ${HERE}`, "draw"]]);
});

test("what a student who came back has written since is not cleared by what was sent before", () => {
  const { done, replies } = exercise("draft", { past: true, dirty: true });
  replies.receive({ kind: "saved", version: "v2" });
  assert.deepEqual(done, ["draw"]);
});

test("an answer that was refused stays so until it is taken itself, whatever else is done meanwhile", () => {
  for (const [sent, refused] of [
    ["let_go", "Too long."],
    ["aside", "Too long."],
    ["draft", ""],
  ]) {
    const { now, replies } = exercise(sent);
    now.refused = "Too long.";
    replies.receive({ kind: "saved", version: "v2" });
    assert.equal(now.refused, refused, sent);
  }
});
