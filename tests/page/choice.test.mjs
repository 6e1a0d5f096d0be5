import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Choice } from "../../exercises/page/choice.js";
import { Button, Document, Element } from "../storm/elements.mjs";

const WORDS = {
  draft_found: "Kept.",
  draft_sealed: "It is sealed.",
  draft_use: "Show it and use it",
  draft_drop: "Keep it under Earlier versions",
  changed_ask: "Which one?",
  keep_other: "Keep the other one",
  keep_mine: "Keep the one on this page",
  earlier_versions: "Earlier versions",
  earlier_why: { window: "From another window" },
  earlier_use: "Use this one",
  earlier_away: "Throw away",
  earlier_away_sure: "Yes, throw it away",
  earlier_away_no: "No, keep it",
  cannot_use: "It cannot be shown.",
};
const DRAFT = { answer: { text: "kept" }, confidence: null, at: "2026-01-01T00:00:00Z" };
const ASKED = { state: { version: "v2" }, theirs: ["theirs"], mine: ["mine"], may_keep: true };
const OLD = { id: "a1", lines: ["old"], at: "", why: "window" };
let now;
let done;
let frame;
let choice;
let readable;
let allowed;
let takes; // whether the kernel puts aside what it is sent
let told;
let focused;
let roomy; // whether the browser had room for what the page shows now
let kernel; // answers to what was used

beforeEach(() => {
  Object.assign(globalThis, { document: new Document(), HTMLButtonElement: Button });
  const [root, notices, earlier, earlierTitle, earlierNote, earlierList] = [
    ...["div", "div", "details", "summary", "p", "ul"],
  ].map((tag) => new Element(tag));
  done = [];
  readable = allowed = takes = roomy = true;
  told = [];
  focused = [];
  now = { page: {}, state: { phase: "open", aside: [] }, busy: false, asked: null };
  const tell = (sentence) => told.push(sentence);
  const focusBody = () => focused.push("body");
  earlierTitle.focus = () => focused.push("list");
  frame = { root, notices, earlier, earlierTitle, earlierNote, earlierList, tell, say() {}, focusBody };
  choice = new Choice({
    now,
    words: WORDS,
    dates: { moment: () => "09:00" },
    frame,
    drafts: {
      get kept() {
        return roomy;
      },
      clear: () => done.push("clear"),
      drop: (name, { answer }) => done.push(`drop ${name} ${answer.text}`),
      hold: (name) => done.push(`hold ${name}`),
      release: (name) => done.push(`release ${name}`),
    },
    keeping: {
      toOffer: () => (done.some((one) => /^(drop|hold)/.test(one)) ? [] : [{ name: "left", draft: DRAFT }]),
      mayUse: () => allowed,
      use({ answer }, { after } = {}) {
        kernel = after;
        return readable && done.push(`use ${answer.text}`) > 0;
      },
      adopt: () => done.push("adopt"),
    },
    act: (kind) => done.push(kind),
    send: (kind, content, after) => {
      done.push(kind);
      after?.(takes);
    },
  });
});

const buttons = () => [...frame.notices.querySelectorAll("button"), ...frame.earlierList.querySelectorAll("button")];
const names = () =>
  buttons()
    .filter(({ seen }) => seen)
    .map((button) => button.textContent);
const press = (name) =>
  buttons()
    .find((button) => button.textContent === name)
    .dispatchEvent(new Event("click"));

test("a draft that is used or put aside is thrown away as it was found", () => {
  choice.offer();
  press("Show it and use it");
  assert.deepEqual(done.splice(0), ["use kept", "drop left kept"]);
  choice.offer();
  press("Keep it under Earlier versions");
  assert.deepEqual(done, ["aside", "drop left kept"]);
});

test("where the browser has no room for it a second time, a draft that is used stays there until the kernel has it", () => {
  for (const [stored, then] of [
    [true, "drop left kept"],
    [false, "release left"],
  ]) {
    done.length = 0;
    roomy = false;
    choice.offer();
    press("Show it and use it");
    assert.deepEqual(done.splice(0), ["use kept", "hold left"]);
    kernel(stored);
    assert.deepEqual(done, [then]);
  }
});

test("a draft that the kernel would not put aside stays in the browser, and is asked about again", () => {
  takes = false;
  choice.offer();
  press("Keep it under Earlier versions");
  assert.deepEqual(done, ["aside"]);
  assert.ok(names().includes("Keep it under Earlier versions"));
});

test("no draft is offered in the place of a question, and after its answer it is", () => {
  for (const answer of ["Keep the other one", "Keep the one on this page"]) {
    now.asked = ASKED;
    choice.ask();
    choice.offer();
    assert.deepEqual(names(), ["Keep the other one", "Keep the one on this page"]);
    press(answer);
    assert.deepEqual(names(), ["Show it and use it", "Keep it under Earlier versions"]);
  }
});

test("nothing takes the place of an answer that is being sent or asked about", () => {
  now.state.aside = [OLD];
  choice.offer();
  for (const held of [{ busy: true }, { busy: false, asked: ASKED }]) {
    Object.assign(now, held);
    choice.draw();
    press("Show it and use it");
    assert.deepEqual([done, names()], [[], ["Show it and use it", "Keep it under Earlier versions", "Throw away"]]);
  }
  now.asked = null;
  choice.draw();
  assert.ok(names().includes("Use this one"));
});

test("a draft that this edition cannot show stays in the browser, and that is said", () => {
  readable = false;
  choice.offer();
  press("Show it and use it");
  assert.deepEqual([done, told], [[], ["It cannot be shown."]]);
  assert.deepEqual(names(), ["Show it and use it", "Keep it under Earlier versions"]);
});

test("where an answer is sealed, it is said why the one of the browser cannot be used", () => {
  allowed = false;
  choice.offer();
  assert.deepEqual(names(), ["Keep it under Earlier versions"]);
  assert.match(frame.notices.textContent, /It is sealed\./);
});

test("an earlier version that this edition cannot show changes nothing, and that is said", () => {
  now.state.aside = [OLD];
  readable = false;
  choice.draw();
  press("Use this one");
  assert.deepEqual([done, told], [[], ["It cannot be shown."]]);
});

test("an earlier version is thrown away after a yes, and stays after a no", () => {
  now.state.aside = [OLD];
  choice.draw();
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
  choice.draw();
  press("Throw away");
  press("Yes, throw it away");
  assert.deepEqual([done, focused], [["let_go"], ["list"]]);
});

test("what using an earlier version does is said only where it can be used", () => {
  now.state.aside = [OLD];
  choice.draw();
  assert.equal(frame.earlierNote.hidden, false);
  allowed = false;
  now.state.phase = "sealed";
  choice.draw();
  assert.equal(frame.earlierNote.hidden, true);
});
