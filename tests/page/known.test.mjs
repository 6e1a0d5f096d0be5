import assert from "node:assert/strict";
import { test } from "node:test";

import { known } from "../../exercises/page/known.js";

test("what a map holds is given, also where it is empty", () => {
  const map = new Map([
    ["bin", 3],
    ["tray", 0],
  ]);
  assert.equal(known(map, "bin"), 3);
  assert.equal(known(map, "tray"), 0);
});

test("what a map does not hold is named", () => {
  assert.throws(() => known(new Map(), "bin"), /“bin”/);
});
