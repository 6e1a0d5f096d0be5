/* What a result says of its points. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { inTenths } from "../../exercises/page/result.js";

test("points are told in tenths, and all of them only where nothing is missing", () => {
  assert.deepEqual([0, 2.375, 2.4303, 0.9996, 3, 0.3].map(inTenths), [0, 2.3, 2.4, 0.9, 3, 0.3]);
});
