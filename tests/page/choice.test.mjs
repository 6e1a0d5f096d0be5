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
  cannot_use: "It cannot be shown.",
};
const DRAFT = { answer: { text: "kept" }, confidence: null, at: "2026-01-01T00:00:00Z" };
const ASKED = { state: { version: "v2" }, theirs: ["theirs"], mine: ["mine"], may_keep: true };
let now;
let done;
let frame;
let choice;
let left; // what the browser kept and the kernel never got
let readable;
let allowed;
let takes; // whether the kernel puts aside what it is sent
let told;
let focused;
let roomy; // whether the browser had room for what the page shows now
let onWay; // what nobody is asked about meanwhile
let kernel; // answers to what was used

beforeEach(() => {
  Object.assign(globalThis, { document: new Document(), HTMLButtonElement: Button });
  const [root, notices] = [new Element("div"), new Element("div")];
  done = [];
  readable = allowed = takes = roomy = true;
  told = [];
  focused = [];
  now = { page: {}, state: { phase: "open" }, busy: false, asked: null };
  const tell = (sentence) => told.push(sentence);
  const focusBody = () => focused.push("body");
  root.focus = () => focused.push("exercise");
  frame = { root, notices, tell, say() {}, focusBody };
  left = [{ name: "left", draft: DRAFT }];
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
      drop(name, { answer }) {
        done.push(`drop ${name} ${answer.text}`);
        left = [];
      },
      hold(name) {
        done.push(`hold ${name}`);
        onWay = left;
        left = [];
      },
      release(name) {
        done.push(`release ${name}`);
        left = onWay;
      },
    },
    keeping: {
      toOffer: () => left,
      isLeft: ({ draft }) => left.some((one) => one.draft === draft),
      mayUse: () => allowed,
      use({ answer }, { after } = {}) {
        kernel = after;
        return readable && done.push(`use ${answer.text}`) > 0;
      },
      adopt: () => done.push("adopt"),
    },
    act: (kind) => done.push(kind),
    send: (kind, content, after) => {
      if (kind === "tell") return;
      done.push(kind);
      after?.(takes);
    },
  });
});

const buttons = () => frame.notices.querySelectorAll("button");
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
  left = [{ name: "left", draft: DRAFT }];
  choice.offer();
  press("Keep it under Earlier versions");
  assert.deepEqual(done, ["hold left", "aside", "release left", "drop left kept"]);
});

test("where the browser has no room for it a second time, a draft that is used stays there until the kernel has it", () => {
  for (const [stored, then] of [
    [true, "drop left kept"],
    [false, "release left"],
  ]) {
    done.length = 0;
    left = [{ name: "left", draft: DRAFT }];
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
  assert.deepEqual(done, ["hold left", "aside", "release left"]);
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

test("nothing is asked any more about what stands by now, or is kept no longer, and the next is asked about", () => {
  const next = { name: "other", draft: { ...DRAFT, answer: { text: "other" } } };
  left.push(next);
  choice.offer();
  left = [next];
  choice.look();
  press("Show it and use it");
  assert.deepEqual(done.splice(0), ["use other", "drop other other"]);
  left = [next];
  choice.offer();
  left = [];
  choice.look();
  assert.deepEqual([names(), now.offered], [[], false]);
});

test("a look takes no box away that still waits, and none while two answers are asked about", () => {
  choice.offer();
  const [box] = frame.notices.children;
  choice.look();
  assert.equal(frame.notices.children[0], box);
  now.asked = ASKED;
  choice.ask();
  left = [];
  choice.look();
  assert.deepEqual(names(), ["Keep the other one", "Keep the one on this page"]);
});

test("where the answer is sealed meanwhile, the one of the browser can be used no more", () => {
  choice.offer();
  allowed = false;
  choice.look();
  assert.deepEqual(names(), ["Keep it under Earlier versions"]);
});

test("the focus of a box that goes by itself goes to the exercise", () => {
  choice.offer();
  document.activeElement = buttons()[0];
  left = [];
  choice.look();
  assert.deepEqual(focused, ["exercise"]);
});

test("what another view of this exercise owed when it went is asked about, and nothing of another one", () => {
  Object.assign(now, { page: { id: "one", lesson: "kupyansk", code: "amber-heron-42" }, fresh: false });
  const gone = { exercise: "one", lesson: "kupyansk", code: "amber-heron-42", owes: true };
  for (const other of [{ exercise: "two" }, { lesson: "bridge" }, { code: "blue-otter-7" }, { owes: false }]) {
    choice.gone({ ...gone, ...other });
    assert.deepEqual(names(), []);
  }
  choice.gone(gone);
  assert.deepEqual(names(), ["Show it and use it", "Keep it under Earlier versions"]);
});

test("nothing takes the place of an answer that is being sent or asked about", () => {
  choice.offer();
  for (const sending of [{ busy: true }, { busy: false, asked: ASKED }]) {
    Object.assign(now, sending);
    press("Show it and use it");
    assert.deepEqual([done, names()], [[], ["Show it and use it", "Keep it under Earlier versions"]]);
  }
});

test("a question stays while the bar holds the page, and is answered when that is over", () => {
  for (const [answer, then] of [
    ["Keep the one on this page", ["mine"]],
    ["Keep the other one", ["clear", "adopt"]],
  ]) {
    Object.assign(now, { held: true, asked: ASKED });
    done.length = 0;
    left = [];
    choice.ask();
    press(answer);
    assert.deepEqual([done, now.asked], [[], ASKED]);
    assert.deepEqual(names(), ["Keep the other one", "Keep the one on this page"]);
    now.held = false;
    press(answer);
    assert.deepEqual([done, now.asked, names()], [then, null, []]);
  }
});

test("the buttons of a question can be pressed only while the page may be changed", () => {
  Object.assign(now, { held: true, asked: ASKED });
  const locked = () => buttons().map((one) => one.getAttribute("aria-disabled"));
  choice.ask();
  assert.deepEqual(locked(), ["true", "true"]);
  now.held = false;
  choice.look();
  assert.deepEqual(locked(), ["false", "false"]);
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
