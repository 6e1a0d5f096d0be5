import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

import { Drafts } from "../../exercises/page/drafts.js";
import { Keeping, untouched } from "../../exercises/page/keeping.js";
import { Sheet } from "../../exercises/page/sheet.js";

const PAGE = { code: "amber-heron-42", lesson: "kupyansk", id: "one" };
const OTHER = { ...PAGE, code: "blue-otter-7" };
const EARLIER = { answer: { text: "earlier" }, confidence: null };
let shown;
let kept; // what the browser keeps
let takes; // whether the kernel puts aside what it is sent
let stored;
let parts;
let keeping;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  shown = "";
  takes = true;
  stored = [];
  kept = new Map();
  const things = {
    setItem: (name, value) => kept.set(name, value),
    getItem: (name) => kept.get(name) ?? null,
    removeItem: (name) => kept.delete(name),
  };
  globalThis.localStorage = new Proxy(things, {
    ownKeys: () => [...kept.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  });
  const body = { read: () => ({ text: shown }), write: ({ text = "" }) => (shown = text) };
  const drafts = new Drafts(PAGE, "tab-1", () => {});
  parts = {
    now: { ...untouched(PAGE), fresh: false },
    sheet: new Sheet(body, () => {}),
    body,
    drafts,
    unsaved: () => false,
    draw() {},
    send(kind, { answer }, after) {
      if (takes) stored.push(`${kind} ${answer.text}`);
      after(takes);
    },
    replace: (content) => drafts.keep(content),
    elsewhere() {},
  };
  keeping = new Keeping(parts);
  shown = "much too long";
  parts.sheet.take(null);
  drafts.change(parts.sheet.content());
  parts.now.refused = "Too long.";
});

/** The texts that the browser keeps, and those that the student is asked about. */
const texts = () => [...kept.values()].map((text) => JSON.parse(text).answer.text);
const offered = () => keeping.toOffer().map(({ draft }) => draft.answer.text);

test("a refused text lies aside before an earlier version takes its place", () => {
  keeping.use(EARLIER);
  parts.now.refused = "";
  parts.drafts.clear();
  assert.deepEqual([shown, stored, texts(), offered()], ["earlier", ["aside much too long"], [], []]);
});

test("a refused text that cannot lie aside either stays in the browser, and the student is asked about it", () => {
  takes = false;
  keeping.use(EARLIER);
  parts.now.refused = "";
  parts.drafts.clear();
  assert.deepEqual([shown, texts(), offered()], ["earlier", ["much too long"], ["much too long"]]);
});

test("a refused text waits for its student while another one works, and what is saved then does not clear it", () => {
  keeping.begin(OTHER);
  assert.deepEqual([shown, offered()], ["", []]);
  keeping.begin(PAGE);
  assert.deepEqual(offered(), ["much too long"]);
  shown = "short";
  parts.sheet.take(null);
  parts.drafts.change(parts.sheet.content());
  parts.drafts.clear();
  assert.deepEqual([texts(), offered()], [["much too long"], ["much too long"]]);
});

test("a refused text that was made shorter, and saved, is asked about no more", () => {
  shown = "long";
  parts.sheet.take(null);
  parts.now.refused = "";
  parts.drafts.change(parts.sheet.content());
  parts.drafts.clear();
  keeping.begin(OTHER);
  keeping.begin(PAGE);
  assert.deepEqual([texts(), offered()], [[], []]);
});
