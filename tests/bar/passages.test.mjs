import assert from "node:assert/strict";
import { test } from "node:test";

import { breaths } from "../../exercises/bar/passages.js";

test("a passage is said sentence by sentence, each with its closing marks", () => {
  const text = "“It rains,” she said. Is it so? (Nobody knows!) He asked: “Why?” 3.5 per cent … and more";
  assert.deepEqual(breaths(text), [
    "“It rains,” she said.",
    "Is it so?",
    "(Nobody knows!)",
    "He asked: “Why?”",
    "3.5 per cent …",
    "and more",
  ]);
});

test("what has no sign at its end is said, and what is nothing but signs is not", () => {
  assert.deepEqual(breaths("Who says so"), ["Who says so"]);
  for (const empty of ["", "…", "— * —", "?!", "○"]) assert.deepEqual(breaths(empty), [], empty);
});

test("no piece is longer than a breath, and no letter is lost or said twice", () => {
  const words = "Bread will cost more in Velden from Monday ".repeat(40).trim();
  const endless = "x".repeat(1000);
  for (const text of [words, endless, `${words} ${endless}. ${words}!`]) {
    const pieces = breaths(text);
    assert.ok(pieces.every((one) => one.length <= 260 && one === one.trim()));
    assert.equal(pieces.join("").replaceAll(" ", ""), text.replaceAll(" ", ""));
  }
  assert.ok(breaths(words).every((one) => words.includes(` ${one} `) || words.startsWith(one) || words.endsWith(one)));
});
