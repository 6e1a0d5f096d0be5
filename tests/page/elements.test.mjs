import assert from "node:assert/strict";
import { test } from "node:test";

import { fill, make, shortened } from "../../exercises/page/elements.js";
import { Button, Document } from "../storm/elements.mjs";

test("a word without an end is cut, and many words are not", () => {
  const many = "word ".repeat(60_000);
  assert.equal(shortened(many), many);
  assert.equal(shortened(`so ${"a".repeat(300_000)} far`), `so ${"a".repeat(2000)}… far`);
  assert.equal(shortened("🦢".repeat(3000)), `${"🦢".repeat(2000)}…`);
  Object.assign(globalThis, { document: new Document(), HTMLButtonElement: Button });
  const endless = "a".repeat(30_000);
  assert.equal(make("p", { text: endless }).textContent.length, 2001);
  assert.equal(make("textarea", { text: endless }).textContent.length, 30_000);
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
