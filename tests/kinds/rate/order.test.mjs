import assert from "node:assert/strict";
import { test } from "node:test";

import { mixedBy } from "../../../exercises/kinds/rate/order.js";

const LIST = ["a", "b", "c", "d", "e"];
const STUDENTS = Array.from({ length: 600 }, (_, number) => `code-${number}/one`);

test("a student finds the same order on every opening", () => {
  assert.deepEqual(mixedBy("amber-heron-42/one", LIST), mixedBy("amber-heron-42/one", LIST));
});

test("everything is in it once, and the list itself stays", () => {
  for (const seed of STUDENTS) assert.deepEqual(mixedBy(seed, LIST).sort(), LIST);
  assert.deepEqual(LIST.join(""), "abcde");
});

test("every statement comes first for about as many students", () => {
  const firsts = STUDENTS.map((seed) => mixedBy(seed, LIST)[0]);
  for (const one of LIST) {
    const times = firsts.filter((first) => first === one).length;
    assert.ok(times > 70 && times < 170, `${one} comes first ${times} times of 600`);
  }
});

test("a list of none or one needs no mixing", () => {
  assert.deepEqual([mixedBy("x", []), mixedBy("x", ["a"])], [[], ["a"]]);
});
