import assert from "node:assert/strict";
import { test } from "node:test";

import { Frame } from "../../exercises/page/frame.js";
import { Announcer, statusOf } from "../../exercises/page/status.js";

const WORDS = {
  disconnected: "gone, and the browser keeps it",
  disconnected_unkept: "gone, and nothing keeps it",
  disconnected_idle: "gone",
  unsaved: "kept",
  unsaved_unkept: "stay",
  saved: "Saved",
  nothing_yet: "nothing",
  unsaved_asked: "choose",
  unsaved_offered: "waits",
  keeps_nothing: "Stay.",
};
const FINE = { lost: false, waiting: false, kept: true };
const PAGE = { id: "one", lesson: "kupyansk", notebook: "01", code: "amber-heron-42", title: "Who says it?" };
const NOW = { trouble: "", refused: "", page: PAGE, state: { saved_at: null, phase: "open" } };

const status = (more, sending) => Object.values(statusOf({ ...NOW, ...more }, { ...FINE, ...sending }, WORDS));

test("the status names the worst: trouble, then a question, then a lost kernel, then an answer on its way", () => {
  assert.deepEqual(status({}, {}), ["saved", "nothing"]);
  assert.deepEqual(status({ state: { saved_at: "then" } }, {}), ["saved", "Saved"]);
  assert.deepEqual(status({}, { waiting: true }), ["unsaved", "kept"]);
  assert.deepEqual(status({}, { waiting: true, kept: false }), ["unsaved", "stay"]);
  assert.deepEqual(status({ asked: {} }, { waiting: true }), ["unsaved", "choose"]);
  assert.deepEqual(status({ offered: true }, {}), ["unsaved", "waits"]);
  assert.deepEqual(status({ offered: true }, { lost: true }), ["disconnected", "gone"]);
  assert.deepEqual(status({}, { kept: false }), ["saved", "nothing. Stay."]);
  assert.deepEqual(status({ asked: {} }, { lost: true }), ["unsaved", "choose"]);
  assert.deepEqual(status({}, { lost: true }), ["disconnected", "gone"]);
  assert.deepEqual(status({ refused: "no" }, { lost: true }), ["trouble", "no"]);
  assert.deepEqual(status({ refused: "no", trouble: "broken" }, {}), ["trouble", "broken"]);
});

test("of a lost kernel it is said whether anything keeps the answer that did not arrive", () => {
  const lost = { waiting: true, lost: true };
  assert.deepEqual(status({}, lost), ["disconnected", "gone, and the browser keeps it"]);
  assert.deepEqual(status({}, { ...lost, kept: false }), ["disconnected", "gone, and nothing keeps it"]);
});

test("a status is told once, an alarming one aloud, and the bar hears of it", () => {
  const told = [];
  const heard = [];
  globalThis.document = { dispatchEvent: ({ detail }) => heard.push(detail.state) };
  const frame = { say: (words) => told.push(words), showStatus() {} };
  const announcer = new Announcer(frame, WORDS, "tab-1", new AbortController().signal);
  announcer.tell(NOW, FINE, false);
  announcer.tell(NOW, FINE, false);
  const owed = { ...FINE, lost: true, waiting: true };
  announcer.tell(NOW, owed, false);
  assert.deepEqual([heard, told], [["saved", "disconnected"], [WORDS.disconnected]]);
  announcer.tell(NOW, owed, true);
  assert.deepEqual([heard.length, told], [3, [WORDS.disconnected]]);
});

test("a line that is cut is said aloud where something is not saved; elsewhere the bar says it for the whole page", () => {
  const { line, announcer, shown } = aloud();
  announcer.tell(NOW, { ...FINE, lost: true }, false);
  assert.deepEqual([line(), shown.at(-1)], ["", "gone"]);
  announcer.tell(NOW, { ...FINE, lost: true, waiting: true }, false);
  assert.equal(line(), WORDS.disconnected);
});

test("what was said aloud is taken back when it is no longer so, and it is said when all is saved", () => {
  const { line, announcer } = aloud();
  announcer.tell(NOW, { ...FINE, lost: true, waiting: true }, false);
  announcer.tell(NOW, { ...FINE, waiting: true }, false);
  assert.equal(line(), "");
  announcer.tell({ ...NOW, state: { saved_at: "then" } }, FINE, false);
  assert.equal(line(), "Saved");
  announcer.tell({ ...NOW, trouble: "broken" }, FINE, false);
  announcer.tell({ ...NOW, state: { saved_at: "then" } }, FINE, false);
  assert.equal(line(), "Saved");
});

test("a sentence that came after the alarm stays", () => {
  const { line, announcer, frame } = aloud();
  announcer.tell(NOW, { ...FINE, lost: true, waiting: true }, false);
  frame.say("A hint");
  announcer.tell({ ...NOW, state: { saved_at: "then" } }, FINE, false);
  assert.equal(line(), "A hint");
});

test("only what is on the disk has the sign of it", () => {
  globalThis.document = { dispatchEvent() {} };
  const signs = [];
  const frame = { say() {}, showStatus: (_, kept) => signs.push(kept) };
  const announcer = new Announcer(
    frame,
    { ...WORDS, saved_temporary: "for now" },
    "tab-1",
    new AbortController().signal,
  );
  const stay = { ...FINE, kept: false };
  announcer.tell(NOW, FINE, true);
  announcer.tell(NOW, stay, true);
  announcer.tell({ ...NOW, state: { saved_at: "then", temporary: true } }, FINE, true);
  announcer.tell({ ...NOW, state: { saved_at: "then", temporary: false } }, stay, true);
  assert.deepEqual(signs, [false, false, false, true]);
});

/** An announcer with the live region of a real frame, as far as it is a matter of text. */
function aloud() {
  globalThis.document = { dispatchEvent() {} };
  const shown = [];
  const frame = { live: { textContent: "" }, say: Frame.prototype.say, showStatus: ({ words }) => shown.push(words) };
  const announcer = new Announcer(frame, WORDS, "tab-1", new AbortController().signal);
  return { frame, announcer, shown, line: () => frame.live.textContent };
}

test("a view speaks under its own name, also where a seal is opened, and says when it is gone", () => {
  const heard = [];
  globalThis.document = { dispatchEvent: ({ type, detail }) => heard.push([type, detail.view, detail.exercise]) };
  const end = new AbortController();
  const announcer = new Announcer({ say() {}, showStatus() {} }, WORDS, "tab-1", end.signal);
  announcer.tell({ ...NOW, page: { ...PAGE, opening: true } }, FINE, false);
  end.abort();
  assert.deepEqual(heard, [
    ["whosays:status", "tab-1", "one"],
    ["whosays:goodbye", "tab-1", "one"],
  ]);
});

test("it is told whether an answer may not be stored yet, and a view that goes tells it once more", () => {
  const heard = [];
  globalThis.document = { dispatchEvent: ({ detail }) => heard.push(detail.owes) };
  const end = new AbortController();
  const announcer = new Announcer({ say() {}, showStatus() {} }, WORDS, "tab-1", end.signal);
  announcer.tell(NOW, { ...FINE, lost: true }, true);
  announcer.tell(NOW, { ...FINE, waiting: true }, true);
  for (const owed of [{ asked: {} }, { offered: true }, { refused: "Too long." }]) {
    announcer.tell({ ...NOW, ...owed }, FINE, true);
  }
  end.abort();
  assert.deepEqual(heard, [false, true, true, true, true, true]);
});

test("when another student begins, that is told anew, though all stands as it did", () => {
  const heard = [];
  globalThis.document = { dispatchEvent: ({ detail }) => heard.push(detail.code) };
  const announcer = new Announcer({ say() {}, showStatus() {} }, WORDS, "tab-1", new AbortController().signal);
  announcer.tell(NOW, FINE, false);
  announcer.tell({ ...NOW, page: { ...PAGE, code: "blue-otter-7" } }, FINE, false);
  assert.deepEqual(heard, ["amber-heron-42", "blue-otter-7"]);
});
