import assert from "node:assert/strict";
import { test } from "node:test";

import { isKeptWhole, nothing, room, usual, withPart } from "../../../exercises/kinds/bring/part.js";

const PAGE = { most_sentences: 20, most_characters: 100, most_kept: 1000 };
const some = (count, text = "Ten signs.") => Array.from({ length: count }, () => text);

test("a part has no more sentences and letters than go at once", () => {
  assert.equal(room(some(30), 1, 20, 1000), 20);
  assert.equal(room(some(30), 1, 20, 100), 10);
  assert.equal(room(some(30), 28, 20, 1000), 3);
  assert.equal(room(["😀😀"], 1, 20, 2), 1);
});

test("the usual part begins where it is wanted, or behind a sentence that is too long", () => {
  assert.deepEqual(usual(some(30), 3, PAGE), [3, 12]);
  assert.deepEqual(usual(["x".repeat(101), "Short."], 1, PAGE), [2, 2]);
  assert.equal(usual(["x".repeat(101)], 1, PAGE), null);
});

test("a short text is kept whole, of a long one the part alone, with its numbers", () => {
  const short = withPart(nothing(), some(5), 2, 3, PAGE);
  assert.deepEqual([short.sentences.length, short.begins, short.first, short.last, short.total], [5, 1, 2, 3, 5]);
  const long = withPart(nothing(), some(500), 101, 103, PAGE);
  assert.deepEqual([long.sentences.length, long.begins, long.total], [3, 101, 500]);
});

test("letters that take more on their way count more", () => {
  assert.equal(isKeptWhole(some(40), PAGE), true);
  assert.equal(isKeptWhole(some(20, "Мер сказав"), PAGE), false);
});
