import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Choice } from "../../exercises/page/choice.js";
import { Button, Document, Element } from "../storm/elements.mjs";

const WORDS = {
  draft_found: "Kept.",
  draft_use: "Use it",
  draft_drop: "Put it aside",
  changed_ask: "Which one?",
  keep_other: "Keep that one",
  keep_mine: "Keep mine",
  earlier_versions: "Earlier versions",
  earlier_why: { window: "From another window" },
  earlier_use: "Use this one",
  earlier_away: "Throw away",
};
const DRAFT = { answer: { text: "kept" }, confidence: null, at: "2026-01-01T00:00:00Z" };
const ASKED = { state: { version: "v2" }, theirs: ["theirs"], mine: ["mine"], may_keep: true };
let now;
let done;
let frame;
let choice;
let usable;

beforeEach(() => {
  Object.assign(globalThis, { document: new Document(), HTMLButtonElement: Button });
  const [notices, earlier, earlierTitle, earlierList] = ["div", "details", "summary", "ul"].map(
    (tag) => new Element(tag),
  );
  done = [];
  usable = true;
  now = { page: {}, state: { phase: "open", aside: [] }, busy: false, asked: null };
  frame = { root: new Element("div"), notices, earlier, earlierTitle, earlierList, say() {}, focusBody() {} };
  choice = new Choice({
    now,
    words: WORDS,
    dates: { moment: () => "09:00" },
    frame,
    drafts: { clear: () => done.push("clear"), drop: (name, { answer }) => done.push(`drop ${name} ${answer.text}`) },
    keeping: {
      toOffer: () => (done.some((one) => one.startsWith("drop")) ? [] : [{ name: "left", draft: DRAFT }]),
      mayUse: () => true,
      use: ({ answer }) => usable && done.push(`use ${answer.text}`) > 0,
      adopt: () => done.push("adopt"),
    },
    act: (kind) => done.push(kind),
    send: (kind, content, after) => {
      done.push(kind);
      after();
    },
  });
});

const buttons = () => [...frame.notices.querySelectorAll("button"), ...frame.earlierList.querySelectorAll("button")];
const names = () => buttons().map((button) => button.textContent);
const press = (name) =>
  buttons()
    .find((button) => button.textContent === name)
    .dispatchEvent(new Event("click"));

test("a draft that is used or put aside is thrown away as it was found", () => {
  choice.offer();
  press("Use it");
  assert.deepEqual(done.splice(0), ["use kept", "drop left kept"]);
  choice.offer();
  press("Put it aside");
  assert.deepEqual(done, ["aside", "drop left kept"]);
});

test("no draft is offered in the place of a question, and after its answer it is", () => {
  for (const answer of ["Keep that one", "Keep mine"]) {
    now.asked = ASKED;
    choice.ask();
    choice.offer();
    assert.deepEqual(names(), ["Keep that one", "Keep mine"]);
    press(answer);
    assert.deepEqual(names(), ["Use it", "Put it aside"]);
  }
});

test("nothing takes the place of an answer that is being sent or asked about", () => {
  now.state.aside = [{ id: "a1", lines: ["old"], at: "", why: "window" }];
  choice.offer();
  for (const held of [{ busy: true }, { busy: false, asked: ASKED }]) {
    Object.assign(now, held);
    choice.draw();
    press("Use it");
    assert.deepEqual([done, names()], [[], ["Use it", "Put it aside", "Throw away"]]);
  }
  now.asked = null;
  choice.draw();
  assert.ok(names().includes("Use this one"));
});

test("a draft that this edition cannot show stays in the browser", () => {
  usable = false;
  choice.offer();
  press("Use it");
  assert.deepEqual(done, []);
});
