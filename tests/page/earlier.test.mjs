import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Earlier } from "../../exercises/page/earlier.js";
import { Button, Document, Element } from "../storm/elements.mjs";

const WORDS = {
  earlier_versions: "Earlier versions ({count})",
  earlier_more: "{count} more are not shown.",
  earlier_why: { window: "From another window" },
  earlier_use: "Use this one",
  earlier_away: "Throw away",
  earlier_away_sure: "Yes, throw it away",
  earlier_away_no: "No, keep it",
  version_used: "It is shown.",
};
const OLD = { id: "a1", lines: ["old"], at: "", why: "window" };
let now;
let done;
let frame;
let earlier;
let readable;
let allowed;
let told;
let focused;

beforeEach(() => {
  Object.assign(globalThis, { document: new Document(), HTMLButtonElement: Button });
  const [root, details, earlierTitle, earlierNote, earlierList, earlierMore] = [
    "div",
    "details",
    "summary",
    "p",
    "ul",
    "p",
  ].map((tag) => new Element(tag));
  done = [];
  readable = allowed = true;
  told = [];
  focused = [];
  now = { page: {}, state: { phase: "open", aside: [] }, busy: false, asked: null };
  root.focus = () => focused.push("exercise");
  earlierTitle.focus = () => focused.push("list");
  const says = { tell: (sentence) => told.push(sentence), focusBody: () => focused.push("body") };
  frame = { root, earlier: details, earlierTitle, earlierNote, earlierList, earlierMore, ...says };
  earlier = new Earlier({
    now,
    words: WORDS,
    dates: { moment: () => "09:00" },
    frame,
    keeping: { mayUse: () => allowed },
    choice: { use: ({ id }) => readable && done.push(`use ${id}`) > 0 },
    send: (kind) => done.push(kind),
  });
});

const buttons = () => frame.earlierList.querySelectorAll("button");
const names = () =>
  buttons()
    .filter(({ seen }) => seen)
    .map((button) => button.textContent);
const press = (name) =>
  buttons()
    .find((button) => button.textContent === name)
    .dispatchEvent(new Event("click"));

test("what an earlier version that is used becomes is said, and nothing of one that cannot be shown", () => {
  now.state.aside = [OLD];
  earlier.draw();
  press("Use this one");
  readable = false;
  press("Use this one");
  assert.deepEqual([done, told], [["use a1"], ["It is shown."]]);
});

test("no earlier version takes the place of an answer that is being sent or asked about", () => {
  now.state.aside = [OLD];
  for (const sending of [{ busy: true }, { busy: false, asked: {} }]) {
    Object.assign(now, sending);
    earlier.draw();
    assert.deepEqual(names(), ["Throw away"]);
  }
  now.asked = null;
  earlier.draw();
  assert.deepEqual(names(), ["Use this one", "Throw away"]);
});

test("the focus of a button that goes stays with the list, and without a list with the exercise", () => {
  now.state.aside = [OLD];
  earlier.draw();
  for (const [change, place] of [
    [() => (now.busy = true), "list"],
    [() => (now.state.aside = []), "exercise"],
  ]) {
    [document.activeElement] = buttons();
    change();
    earlier.draw();
    assert.equal(focused.at(-1), place);
  }
});

test("an earlier version is thrown away after a yes, and stays after a no", () => {
  now.state.aside = [OLD];
  earlier.draw();
  press("Throw away");
  assert.deepEqual([done, names()], [[], ["Use this one", "Yes, throw it away", "No, keep it"]]);
  press("No, keep it");
  assert.deepEqual([done, names()], [[], ["Use this one", "Throw away"]]);
  press("Throw away");
  press("Yes, throw it away");
  assert.deepEqual([done, focused], [["let_go"], ["body"]]);
});

test("the focus goes to the list where another earlier version is left in it", () => {
  now.state.aside = [OLD, { ...OLD, id: "a2" }];
  earlier.draw();
  press("Throw away");
  press("Yes, throw it away");
  assert.deepEqual([done, focused], [["let_go"], ["list"]]);
});

test("what using an earlier version does is said only where it can be used", () => {
  now.state.aside = [OLD];
  earlier.draw();
  assert.equal(frame.earlierNote.hidden, false);
  allowed = false;
  now.state.phase = "sealed";
  earlier.draw();
  assert.equal(frame.earlierNote.hidden, true);
});

test("of versions that are too many for a page it is said how many there are, and that they are kept", () => {
  now.state.aside = [OLD];
  earlier.draw();
  assert.deepEqual([frame.earlierTitle.textContent, frame.earlierMore.hidden], ["Earlier versions (1)", true]);
  now.state = { ...now.state, more_aside: 70 };
  earlier.draw();
  assert.equal(frame.earlierTitle.textContent, "Earlier versions (71)");
  assert.deepEqual([frame.earlierMore.textContent, frame.earlierMore.hidden], ["70 more are not shown.", false]);
});
