import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Keeping } from "../../exercises/page/keeping.js";
import { Sheet } from "../../exercises/page/sheet.js";

const STATE = { answer: null, confidence: null, phase: "open", result: null, key: null, version: null };
let shown;
let unsaved;
let kept;
let parts;
let keeping;

const body = {
  read: () => ({ text: shown }),
  write({ text = "" }) {
    if (text === "unknown") throw new Error("not of this edition");
    shown = text;
  },
};

beforeEach(() => {
  shown = "";
  unsaved = false;
  kept = null;
  const done = [];
  parts = {
    now: {
      page: { code: "amber-heron-42" },
      state: STATE,
      busy: false,
      refused: "",
      trouble: "",
      asked: null,
      fresh: false,
    },
    sheet: new Sheet(body, () => {}),
    body,
    done,
    drafts: {
      kept: true,
      left: () => (kept ? [{ name: "left", draft: kept }] : []),
      spare: ({ answer }) => (done.push(`spare ${answer.text}`), "spare"),
      drop: (name) => done.push(`drop ${name}`),
      change: ({ answer }) => done.push(`change ${answer.text}`),
      begin: ({ code }) => done.push(code),
    },
    unsaved: () => unsaved,
    draw() {},
    send(kind, { answer }, after) {
      done.push(`${kind} ${answer.text}`);
      after(true);
    },
    replace: () => done.push(`replace ${shown}`),
    elsewhere: ({ version }, blank) => done.push(`${blank ? "came" : "elsewhere"} ${version}`),
  };
  keeping = new Keeping(parts);
});

const adopt = (more) => keeping.adopt({ ...STATE, ...more });

test("the stored answer is shown, with its confidence", () => {
  adopt({ answer: { text: "stored" }, confidence: 3 });
  assert.deepEqual([shown, parts.sheet.confidence], ["stored", 3]);
});

test("an answer that is still on its way to the kernel stays, and so does its result", () => {
  shown = "typed";
  parts.sheet.take(null);
  unsaved = true;
  adopt({ answer: { text: "stored" }, phase: "checked", result: {} });
  assert.deepEqual([shown, parts.now.state.phase, parts.now.state.result], ["typed", "open", null]);
});

test("a refused answer stays on the page and rests on the version before, so that the kernel asks when it goes out", () => {
  adopt({ answer: { text: "before" }, version: "v1" });
  shown = "typed";
  parts.now.refused = "Too long.";
  adopt({ answer: { text: "stored elsewhere" }, version: "v2", aside: ["one"] });
  assert.deepEqual([shown, parts.now.refused], ["typed", "Too long."]);
  assert.deepEqual([parts.now.state.version, parts.now.state.aside], ["v1", ["one"]]);
});

test("after something else was refused, what stands there is shown, and the refusal is over", () => {
  adopt({ answer: { text: "before" }, version: "v1" });
  parts.now.refused = "An older one.";
  adopt({ answer: { text: "stored elsewhere" }, version: "v2" });
  assert.deepEqual([shown, parts.now.refused, parts.now.state.version], ["stored elsewhere", "", "v2"]);
});

test("a stored answer that stands there already keeps its steps to undo", () => {
  shown = "typed";
  parts.sheet.take(null);
  adopt({ answer: { text: "typed" } });
  assert.equal(parts.sheet.canUndo, true);
  adopt({ answer: { text: "other" } });
  assert.equal(parts.sheet.canUndo, false);
});

test("an answer that is on its way keeps the version that it changes, so that the kernel can ask", () => {
  adopt({ answer: { text: "mine" }, version: "v1" });
  unsaved = true;
  adopt({ answer: { text: "theirs" }, version: "v2", aside: ["one"] });
  assert.deepEqual([shown, parts.now.state.version, parts.now.state.aside], ["mine", "v1", ["one"]]);
});

test("an answer that was changed in another place is shown, and that is said", () => {
  adopt({ answer: { text: "mine" }, version: "v1" });
  adopt({ answer: { text: "theirs" }, version: "v2" });
  adopt({ answer: { text: "theirs" }, version: "v3" });
  assert.deepEqual([shown, parts.done], ["theirs", ["came v1", "elsewhere v2"]]);
});

test("where a sealed answer is opened, it has come from no other place", () => {
  parts.now.page.opening = true;
  adopt({ answer: { text: "sealed above" }, version: "v1" });
  assert.deepEqual([shown, parts.done], ["sealed above", []]);
});

test("of an answer that cannot be shown it is not said that it is shown", () => {
  adopt({ answer: { text: "mine" }, version: "v1" });
  parts.done.length = 0;
  adopt({ answer: { text: "unknown" }, version: "v2" });
  assert.deepEqual([parts.sheet.readable, parts.done], [false, []]);
});

test("what is shown first was changed nowhere", () => {
  parts.now.fresh = true;
  adopt({ answer: { text: "stored" }, version: "v1" });
  assert.deepEqual(parts.done, []);
});

test("an answer that the store has lost is sent once more, a blank one is not", () => {
  adopt({ answer: { text: "mine" }, version: "v1", phase: "checked" });
  adopt({});
  assert.deepEqual([shown, parts.now.state.phase, parts.done.at(-1)], ["mine", "open", "change mine"]);
  adopt({ answer: { text: "" }, version: "v2" });
  const before = parts.done.length;
  adopt({});
  assert.equal(parts.done.length, before);
});

test("while the student chooses between two answers, the page waits with what comes", () => {
  parts.now.asked = { state: { version: "v2" } };
  adopt({ answer: { text: "theirs" }, version: "v3" });
  assert.deepEqual([shown, parts.now.asked.latest.version, parts.now.asked.state.version], ["", "v3", "v2"]);
});

/** Open a page that finds what an earlier one left in the browser. */
function open(text, phase, left = text) {
  adopt({ answer: { text }, phase });
  kept = { answer: { text: left }, confidence: null };
  return keeping.toOffer();
}

test("a draft that the kernel never got is offered", () => {
  assert.deepEqual(open("stored", "open", "draft"), [{ name: "left", draft: kept }]);
  assert.deepEqual(parts.done, []);
});

test("a draft that stands there is no question, but goes out again, so that what is on its way comes too late", () => {
  assert.deepEqual(open("draft", "open"), []);
  assert.deepEqual(parts.done, ["change draft", "drop left"]);
});

test("a draft that stands there and was checked, sealed or cleared does not go out again", () => {
  const found = [open("draft", "checked"), open("draft", "sealed"), open("", "open")];
  assert.deepEqual(
    [found, parts.done],
    [
      [[], [], []],
      ["drop left", "drop left", "drop left"],
    ],
  );
});

test("an answer that is used takes the place of the one that stands, and can be undone", () => {
  adopt({ answer: { text: "checked" }, phase: "checked" });
  parts.done.length = 0;
  assert.equal(keeping.use({ answer: { text: "draft" }, confidence: 2 }), true);
  assert.deepEqual([shown, parts.sheet.confidence, parts.done], ["draft", 2, ["replace draft"]]);
  parts.sheet.undo();
  assert.equal(shown, "checked");
});

test("what is not saved yet is put aside before another answer takes its place", () => {
  shown = "typed";
  parts.sheet.take(null);
  unsaved = true;
  keeping.use({ answer: { text: "draft" }, confidence: 2 });
  assert.deepEqual(parts.done, ["spare typed", "aside typed", "drop spare", "replace draft"]);
});

test("an answer that this edition cannot show leaves the one that stands, saved or not", () => {
  shown = "typed";
  parts.sheet.take(null);
  unsaved = true;
  assert.equal(keeping.use({ answer: { text: "unknown" }, confidence: 2 }), false);
  assert.deepEqual([shown, parts.sheet.readable, parts.sheet.confidence, parts.done], ["typed", true, null, []]);
});

test("an answer that another file of answers does not hold is sent, and names the version that it changes", () => {
  adopt({ answer: { text: "mine" }, version: "v1", file: 1 });
  parts.done.length = 0;
  adopt({ answer: { text: "from the other file" }, version: "v2", file: 2, aside: ["one"] });
  assert.deepEqual([shown, parts.done], ["mine", ["change mine"]]);
  assert.deepEqual([parts.now.state.version, parts.now.state.aside], ["v1", ["one"]]);
});

test("what another file of answers holds is shown where nothing would be lost", () => {
  for (const text of ["", "same"]) {
    adopt({ answer: { text }, version: "v1", file: 1 });
    parts.done.length = 0;
    adopt({ answer: { text: "same" }, version: "v2", file: 2 });
    assert.deepEqual([shown, parts.now.state.version], ["same", "v2"]);
    assert.ok(!parts.done.includes("change same"));
  }
});

test("another student finds a blank page, and neither version nor result of the one before", () => {
  adopt({ answer: { text: "mine" }, confidence: 3, version: "v1", phase: "checked", result: {}, attempts: 1 });
  parts.done.length = 0;
  keeping.begin({ code: "blue-otter-7" });
  assert.deepEqual([shown, parts.sheet.confidence, parts.done], ["", null, ["blue-otter-7"]]);
  const { phase, result, attempts } = parts.now.state;
  assert.deepEqual([phase, result, attempts], ["open", null, 0]);
  adopt({});
  assert.deepEqual(parts.done, ["blue-otter-7"]);
});

test("earlier versions that another file does not hold are put aside once more, those that it holds are not", () => {
  const [old, held] = ["old", "kept"].map((text) => ({ answer: { text }, confidence: null }));
  adopt({ answer: { text: "mine" }, version: "v1", file: 1, aside: [old, held] });
  parts.done.length = 0;
  adopt({ answer: { text: "mine" }, version: "v9", file: 2, aside: [held] });
  assert.deepEqual(parts.done, ["spare old", "aside old", "drop spare"]);
});

test("a version that was thrown away in another window stays thrown away", () => {
  adopt({ version: "v1", file: 1, aside: [{ answer: { text: "old" }, confidence: null }] });
  parts.done.length = 0;
  adopt({ version: "v1", file: 1, aside: [] });
  assert.deepEqual(parts.done, []);
});

test("what the browser held for the last student does not wait for the next", () => {
  parts.now.offered = true;
  keeping.begin({ code: "blue-otter-7" });
  assert.equal(parts.now.offered, false);
});
