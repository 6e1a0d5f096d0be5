import assert from "node:assert/strict";
import { test } from "node:test";

import { blank, isBegun, nothing, originsOf, without } from "../../../exercises/kinds/evidence/log.js";

const log = (...pairs) => pairs.map(([id, same_as = ""]) => ({ ...blank([]), id, same_as }));
const pointers = (sources) => Object.fromEntries(sources.map(({ id, same_as }) => [id, same_as]));

test("copies of one origin count once, whichever of them points at which", () => {
  assert.equal(originsOf([]), 0);
  assert.equal(originsOf(log(["s1"], ["s2"])), 2);
  assert.equal(originsOf(log(["s1"], ["s2", "s1"], ["s3", "s2"])), 1);
  assert.equal(originsOf(log(["s1", "s2"], ["s2", "s1"], ["s3"])), 2);
  assert.equal(originsOf(log(["s1", "s9"])), 1);
});

test("a source that is taken out leaves its copies together", () => {
  assert.deepEqual(pointers(without(log(["s1"], ["s2", "s1"], ["s3", "s1"]), "s1")), { s2: "", s3: "s2" });
  assert.deepEqual(pointers(without(log(["s1"], ["s2", "s1"], ["s3", "s2"]), "s2")), { s1: "", s3: "s1" });
  assert.deepEqual(pointers(without(log(["s1"], ["s2"]), "s9")), { s1: "", s2: "" });
});

test("a new source has a name of its own, and was read when the last one was", () => {
  const before = [{ ...blank([]), id: "s7", read: "2026-06-01" }];
  assert.deepEqual([blank(before).id, blank(before).read, blank([]).id], ["s8", "2026-06-01", "s1"]);
  assert.equal(blank([{ ...blank([]), id: "odd" }]).id, "s1");
});

test("to choose a claim is not yet to begin with it", () => {
  const claim = { title: "", number: 1, sentence: "It is shut.", own: "" };
  assert.equal(isBegun({ ...nothing(), claim }), false);
  assert.equal(isBegun({ ...nothing(), claim, searched: "x" }), true);
});
