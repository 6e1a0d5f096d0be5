import assert from "node:assert/strict";
import { test } from "node:test";

import { fill } from "../../exercises/page/elements.js";

test("values take the place of their names, as often as they stand there", () => {
  assert.equal(fill("{a} and {b} and {a}", { a: 1, b: "two" }), "1 and two and 1");
});

test("a name without a value stays as it is", () => {
  assert.equal(fill("{a} {b}", { a: "x" }), "x {b}");
});

test("a value is put in as it is, whatever signs it holds", () => {
  assert.equal(fill("“{words}”", { words: "$& $1 {words} <b>" }), "“$& $1 {words} <b>”");
});
