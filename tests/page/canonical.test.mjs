import assert from "node:assert/strict";
import { test } from "node:test";

import { canonical } from "../../exercises/page/canonical.js";

test("the order of names makes no difference, at any depth", () => {
  assert.equal(canonical({ a: 1, b: { c: 2, d: [3] } }), canonical({ b: { d: [3], c: 2 }, a: 1 }));
});

test("the order in a list does", () => {
  assert.notEqual(canonical(["a", "b"]), canonical(["b", "a"]));
});
