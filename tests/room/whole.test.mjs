/* What stands once for several faces is put back into each, and entries come by id whatever way they were written. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { whole } from "../../exercises/room/site/whole.js";

const told = (face, same) => ({ face, module: "m", traits: { page: { body: { own: face } } }, ...(same && { same }) });

test("entries written field by field are entries again, in their order and with all their fields", () => {
  const written = { ids: ["b", "a"], columns: { day: ["2025", null], says: ["x", "y"] } };
  const [one, other] = whole([told(0, { sources: 0, names: 1 }), told(1)], [written, { plain: ["n"] }]);
  const sources = { b: { day: "2025", says: "x" }, a: { day: null, says: "y" } };
  assert.deepEqual(one.traits.page.body, { own: 0, sources, names: ["n"] });
  assert.deepEqual(Object.keys(one.traits.page.body.sources), ["b", "a"]);
  assert.deepEqual(other.traits.page.body, { own: 1 });
});
