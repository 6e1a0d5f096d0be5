import assert from "node:assert/strict";
import { test } from "node:test";

import { fill, make, pieces } from "../../exercises/page/elements.js";
import { Button, Document } from "../storm/elements.mjs";

const THAI = "ที่นี่มีการบอกว่าน้ำ".repeat(500);
const TYPED = [
  "word ".repeat(60_000),
  "中文".repeat(4000),
  THAI,
  "🦢👩‍🚀e\u0301".repeat(2000),
  "\u0301".repeat(9000),
  "",
  "a",
];

test("nothing that a person could type is left out, and no letter is parted", () => {
  Object.assign(globalThis, { document: new Document(), HTMLButtonElement: Button });
  for (const text of [...TYPED, `so ${"a".repeat(30_000)} far`]) {
    const parts = pieces(text);
    assert.equal(parts.join(""), text);
    assert.ok(parts.every((one) => one.isWellFormed()));
    assert.equal(make("p", { text }).textContent, text);
    assert.equal(make("textarea", { text }).children.length, 1);
  }
  for (const text of [THAI, "🦢👩‍🚀e\u0301".repeat(2000)]) {
    for (const one of pieces(text).slice(1)) assert.doesNotMatch(one, /^[\p{M}\u200d]/u);
  }
});

test("a sign of several letters is not parted, as far as the browser knows signs", () => {
  const signs = ["🇺🇦", "👍🏽", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👨‍👩‍👧‍👦", "\u1100\u1161\u11a8", "น้ำ", "ab\u200c"];
  for (const text of signs.flatMap((one) => [one.repeat(1500), `x${one.repeat(1500)}`])) {
    const whole = new Set([...new Intl.Segmenter().segment(text)].map((one) => one.index));
    const begins = pieces(text).reduce((found, one) => [...found, found.at(-1) + one.length], [0]);
    assert.deepEqual(
      begins.slice(0, -1).filter((at) => !whole.has(at)),
      [],
      text.slice(0, 20),
    );
  }
});

test("a browser that knows no signs parts no letter from its accents", () => {
  const { Segmenter } = Intl;
  Object.assign(Intl, { Segmenter: undefined });
  try {
    for (const text of [THAI, "🦢👩‍🚀e\u0301".repeat(2000), "🦢".repeat(9000), "\u0301".repeat(9000)]) {
      const parts = pieces(text);
      assert.equal(parts.join(""), text);
      assert.ok(parts.every((one) => one.isWellFormed() && one.length <= 1001));
      const parted = parts.filter((one) => /^[\p{M}\u200d]/u.test(one));
      assert.equal(parted.length, text[0] === "\u0301" ? parts.length : 0);
    }
  } finally {
    Object.assign(Intl, { Segmenter });
  }
});

test("a line may break in a word without an end, and words with blanks between them stay whole", () => {
  assert.equal(pieces("word ".repeat(60_000)).length, 1);
  for (const text of ["a".repeat(30_000), THAI, "🦢".repeat(9000), "\u0301".repeat(9000)]) {
    assert.ok(pieces(text).every((one) => one.length <= 1001));
  }
});

test("each letter is looked at a few times only, however the blanks stand", () => {
  for (const text of [`${"a".repeat(999)} `.repeat(200), `${"a".repeat(1999)} `.repeat(100), "\u0301".repeat(90_000)]) {
    let steps = 0;
    const counted = {
      length: text.length,
      charCodeAt: (at) => ((steps += 1), text.charCodeAt(at)),
      slice: (from, to) => ((steps += to - from), text.slice(from, to)),
    };
    assert.equal(pieces(counted).join(""), text);
    assert.ok(steps < 8 * text.length, String(steps / text.length));
  }
});

test("values take the place of their names, as often as they stand there", () => {
  assert.equal(fill("{a} and {b} and {a}", { a: 1, b: "two" }), "1 and two and 1");
});

test("a name without a value stays as it is", () => {
  assert.equal(fill("{a} {b}", { a: "x" }), "x {b}");
});

test("a value is put in as it is, whatever signs it holds", () => {
  assert.equal(fill("“{words}”", { words: "$& $1 {words} <b>" }), "“$& $1 {words} <b>”");
});
