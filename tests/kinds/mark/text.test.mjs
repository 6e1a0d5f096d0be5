import assert from "node:assert/strict";
import { test } from "node:test";

import { layers, lettersOf } from "../../../exercises/kinds/mark/text.js";

const letters = (...names) => [...lettersOf(names.map((name) => ({ id: name, name }))).values()];

test("each label gets the shortest beginning that no other has", () => {
  assert.deepEqual(letters("source", "cue", "content"), ["S", "Cu", "Co"]);
});

test("a label that begins another one's name keeps its whole name", () => {
  assert.deepEqual(letters("said", "saidto"), ["Said", "Saidt"]);
});

test("capitals make no difference between labels", () => {
  assert.deepEqual(letters("Cue", "content"), ["Cu", "Co"]);
});

test("no two marks on one word share a depth, and short ones lie nearest", () => {
  const laid = layers([
    { from: 0, to: 9 },
    { from: 2, to: 3 },
    { from: 3, to: 5 },
  ]);
  const depth = Object.fromEntries(laid.map(({ from, to, depth: deep }) => [`${from}-${to}`, deep]));
  assert.deepEqual(depth, { "2-3": 0, "3-5": 1, "0-9": 2 });
});

test("marks beside each other lie at the same depth", () => {
  assert.deepEqual(
    layers([
      { from: 0, to: 1 },
      { from: 2, to: 3 },
    ]).map(({ depth }) => depth),
    [0, 0],
  );
});
