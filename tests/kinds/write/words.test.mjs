import assert from "node:assert/strict";
import { test } from "node:test";

import { wholeSigns } from "../../../exercises/kinds/write/words.js";

test("half an emoji becomes a sign for “unknown”, a whole one stays", () => {
  assert.equal(wholeSigns("a\ud83db"), "a\ufffdb");
  assert.equal(wholeSigns("\ude42"), "\ufffd");
  assert.equal(wholeSigns("a🙂b"), "a🙂b");
});
