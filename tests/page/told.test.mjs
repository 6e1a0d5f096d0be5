import assert from "node:assert/strict";
import { test } from "node:test";

import { Choice } from "../../exercises/page/choice.js";
import { Button, Document, Element } from "../storm/elements.mjs";

const WORDS = {
  draft_found: "Kept.",
  draft_held: "Held here",
  draft_stands: "Saved",
  draft_use: "Show it and use it",
  draft_drop: "Keep it under Earlier versions",
  other_stays: "The other stays.",
};
const DRAFT = { answer: { text: "kept" }, confidence: null, at: "2026-01-01T00:00:00Z" };

test("what the browser held is shown in words beside what is saved, before anybody chooses", () => {
  Object.assign(globalThis, { document: new Document(), HTMLButtonElement: Button });
  const notices = new Element("div");
  const asked = [];
  const choice = new Choice({
    now: { page: {}, state: { phase: "open" }, busy: false, asked: null },
    words: WORDS,
    dates: { moment: () => "09:00" },
    frame: { root: new Element("div"), notices },
    drafts: {},
    keeping: { toOffer: () => [{ name: "left", draft: DRAFT }], mayUse: () => true },
    act() {},
    send: (kind, content) => asked.push({ kind, ...content }),
  });
  const all = (name) => notices.querySelectorAll(name).map((one) => one.textContent);
  choice.offer();
  assert.deepEqual(asked, [{ kind: "tell", answer: DRAFT.answer }]);
  assert.deepEqual(all(".ws-choice-note"), ["The other stays."]);
  choice.told({ answer: { text: "of another box" } }, { kind: "told", theirs: [], mine: ["not this"] });
  choice.told(asked[0], { kind: "refused", words: "Too long." });
  assert.deepEqual(all(".ws-choice-line"), []);
  choice.told(asked[0], { kind: "told", theirs: ["saved words"], mine: ["held words"] });
  assert.deepEqual(all(".ws-choice-title"), ["Held here", "Saved"]);
  assert.deepEqual(all(".ws-choice-line"), ["held words", "saved words"]);
  choice.told(asked[0], { kind: "told", theirs: [], mine: ["held words"] });
  assert.deepEqual(all(".ws-choice-title"), ["Held here"]);
});
