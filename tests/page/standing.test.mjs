import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Keeping } from "../../exercises/page/keeping.js";
import { Sheet } from "../../exercises/page/sheet.js";

const LEFT = { name: "left", draft: { answer: { text: "draft" }, confidence: null } };
let shown;
let parts;
let keeping;
let dropped;

/** A page on which something was typed. */
beforeEach(() => {
  shown = "";
  dropped = [];
  const body = {
    read: () => ({ text: shown }),
    write: ({ text = "" }) => (shown = text),
    first: ({ text }) => text[0],
  };
  parts = {
    now: { page: { code: "amber-heron-42" }, state: { phase: "open", version: null }, asked: null, fresh: false },
    sheet: new Sheet(body, () => {}),
    body,
    drafts: { kept: true, left: () => [LEFT], drop: (name) => dropped.push(name), change() {}, keep() {} },
    unsaved: () => false,
    draw() {},
    elsewhere() {},
  };
  keeping = new Keeping(parts);
  type("draft");
});

function type(text) {
  shown = text;
  parts.sheet.take(null);
}

const adopt = (phase) => keeping.adopt({ answer: { text: shown }, phase, version: "v1" });

test("a draft that stands on this page alone stays in a browser that has no room for it a second time", () => {
  Object.assign(parts, { unsaved: () => true });
  assert.deepEqual([keeping.toOffer(), dropped], [[], ["left"]]);
  Object.assign(parts.drafts, { kept: false });
  assert.deepEqual([keeping.toOffer(), dropped], [[], ["left"]]);
});

test("of two windows with the same words that are not saved yet, neither throws away the only copy", () => {
  Object.assign(parts, { unsaved: () => true });
  Object.assign(parts.drafts, { keep: ({ answer }) => dropped.push(`keeps ${answer.text}`) });
  parts.now.state.phase = "shown";
  assert.deepEqual([keeping.toOffer(), dropped], [[], ["keeps draft", "left"]]);
});

test("a first part that was committed in another window cannot be undone here", () => {
  adopt("open");
  assert.equal(parts.sheet.canUndo, true);
  adopt("half");
  assert.equal(parts.sheet.canUndo, false);
});

test("of the second part what was done since can be undone, however often it is saved", () => {
  adopt("half");
  type("draft, rated");
  adopt("half");
  assert.equal(parts.sheet.canUndo, true);
});

test("of what was sealed only the second part may be replaced", () => {
  parts.now.page.seal = true;
  const may = (text) => keeping.mayUse({ answer: { text }, confidence: null });
  assert.equal(may("another"), true);
  adopt("sealed");
  assert.equal(may("draft, rated"), false);
  adopt("half");
  assert.deepEqual([may("another"), may("draft, rated")], [false, true]);
});

test("what a page shows is told as what stands only if nothing was changed, asked, refused or is under way", () => {
  Object.assign(parts.now, { refused: "", busy: false });
  assert.deepEqual(keeping.stands(), { code: "amber-heron-42", base: null, rests: true });
  for (const more of [{ asked: {} }, { refused: "No." }, { busy: true }]) {
    const before = { ...parts.now };
    Object.assign(parts.now, more);
    assert.equal(keeping.stands().rests, false, JSON.stringify(more));
    Object.assign(parts.now, before);
  }
  parts.unsaved = () => true;
  assert.equal(new Keeping(parts).stands().rests, false);
});
