import assert from "node:assert/strict";
import { test } from "node:test";

import { canonical, holdsSame } from "../../exercises/page/canonical.js";

test("the order of names makes no difference, at any depth", () => {
  assert.equal(canonical({ a: 1, b: { c: 2, d: [3] } }), canonical({ b: { d: [3], c: 2 }, a: 1 }));
});

test("the order in a list does", () => {
  assert.notEqual(canonical(["a", "b"]), canonical(["b", "a"]));
});

test("two answers hold the same if they differ in what is blank or in how a line ends, and in nothing else", () => {
  assert.ok(holdsSame({ text: "a\r\nb", why: "", rated: {} }, { text: "a\nb", log: [] }));
  for (const other of [{ text: "a" }, { text: "b", level: 0 }, { text: "b", log: [{}] }, {}, { text: ["b"] }]) {
    assert.ok(!holdsSame({ text: "b" }, other));
  }
});
