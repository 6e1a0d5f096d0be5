import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Keeping } from "../../exercises/page/keeping.js";
import { Sheet } from "../../exercises/page/sheet.js";

const STATE = { answer: null, confidence: null, phase: "open", result: null, key: null };
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
  first: ({ text }) => text[0] ?? "",
};

beforeEach(() => {
  shown = "";
  unsaved = false;
  kept = null;
  const done = [];
  parts = {
    now: { page: { code: "amber-heron-42" }, state: STATE, busy: false, anew: false, refused: "", trouble: "" },
    sheet: new Sheet(body, () => {}),
    body,
    done,
    drafts: { read: () => kept, clear: () => done.push("clear"), begin: ({ code }) => done.push(code) },
    unsaved: () => unsaved,
    draw() {},
    again: () => done.push("again"),
    edited: () => done.push("edited"),
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

test("a refused answer stays on the page", () => {
  shown = "typed";
  parts.now.refused = "Too long.";
  adopt({ answer: { text: "stored" } });
  assert.equal(shown, "typed");
});

test("a stored answer that stands there already keeps its steps to undo", () => {
  shown = "typed";
  parts.sheet.take(null);
  adopt({ answer: { text: "typed" } });
  assert.equal(parts.sheet.canUndo, true);
  adopt({ answer: { text: "other" } });
  assert.equal(parts.sheet.canUndo, false);
});

test("a draft that the kernel never got is offered, one that stands there is thrown away", () => {
  kept = { answer: { text: "draft" }, confidence: null };
  assert.equal(keeping.draftToOffer(), kept);
  shown = "draft";
  assert.equal(keeping.draftToOffer(), null);
  assert.deepEqual(parts.done, ["clear"]);
});

test("for a sealed answer no draft is offered, but for the second part of it", () => {
  parts.now.page.seal = true;
  kept = { answer: { text: "draft" }, confidence: null };
  adopt({ answer: { text: "sealed" }, phase: "sealed" });
  assert.equal(keeping.draftToOffer(), null);
  adopt({ answer: { text: "sealed" }, phase: "half" });
  assert.equal(keeping.draftToOffer(), null);
  kept = { answer: { text: "same first sign" }, confidence: null };
  assert.equal(keeping.draftToOffer(), kept);
});

test("using a draft opens a checked exercise, and can be undone", () => {
  adopt({ answer: { text: "checked" }, phase: "checked" });
  assert.equal(keeping.use({ answer: { text: "draft" }, confidence: 2 }), true);
  assert.deepEqual([shown, parts.sheet.confidence, parts.done], ["draft", 2, ["again", "edited"]]);
  parts.sheet.undo();
  assert.equal(shown, "checked");
});

test("a draft of another edition is used for nothing", () => {
  assert.equal(keeping.use({ answer: { text: "unknown" }, confidence: 2 }), false);
  assert.deepEqual(parts.done, []);
});

test("another student finds a blank page", () => {
  adopt({ answer: { text: "mine" }, confidence: 3 });
  keeping.begin({ code: "blue-otter-7" });
  assert.deepEqual([shown, parts.sheet.confidence, parts.done], ["", null, ["blue-otter-7"]]);
});
