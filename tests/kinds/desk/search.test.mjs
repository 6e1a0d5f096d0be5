import assert from "node:assert/strict";
import { test } from "node:test";

import { searcher } from "../../../exercises/kinds/desk/search.js";

const source = (more) => ({ publisher: "Paper", says: "nothing", position: "", language: "en", form: "news", ...more });
const SOURCES = {
  bridge: source({ title: "The bridge at Kupiansk stands", day: "2025-05-01" }),
  café: source({ says: "In the CAFÉ they said so.", day: "2025-05-03", language: "fr" }),
  undated: source({ says: "The bridges were counted.", form: "report" }),
};
const ALL = { query: "", language: "", form: "", oldest: 0, asOf: "2025-12-31" };
const find = searcher(SOURCES, [["Kupiansk", "Kupyansk"]]);
const found = (wanted, first = []) => find({ ...ALL, ...wanted }, first).ids;

test("without words all sources are there, those of the claim first", () => {
  assert.deepEqual(found({}), ["bridge", "café", "undated"]);
  assert.deepEqual(found({}, ["undated"]), ["undated", "bridge", "café"]);
});

test("the beginning of a word is enough, without capitals and accents", () => {
  assert.deepEqual(found({ query: "BRID" }), ["bridge", "undated"]);
  assert.deepEqual(found({ query: "cafe" }), ["café"]);
  assert.deepEqual(found({ query: "ridge" }), []);
});

test("all words have to be there, in any order", () => {
  assert.deepEqual(found({ query: "stands bridge" }), ["bridge"]);
  assert.deepEqual(found({ query: "stands counted" }), []);
});

test("one spelling of a name finds the others", () => {
  assert.deepEqual(found({ query: "kupyansk" }), ["bridge"]);
});

test("filters keep what has the language and the form", () => {
  assert.deepEqual(found({ language: "fr" }), ["café"]);
  assert.deepEqual(found({ form: "report" }), ["undated"]);
});

test("what came later is counted and not shown; of a source without a day nobody knows", () => {
  assert.deepEqual(find({ ...ALL, asOf: "2025-05-02" }, []), { ids: ["bridge", "undated"], later: 1 });
  assert.deepEqual(found({ asOf: "2025-05-03" }), ["bridge", "café", "undated"]);
});

test("an age keeps what is no older, to the day", () => {
  assert.deepEqual(found({ oldest: 2, asOf: "2025-05-03" }), ["bridge", "café"]);
  assert.deepEqual(found({ oldest: 1, asOf: "2025-05-03" }), ["café"]);
});

test("signs that are no letters ask for nothing", () => {
  assert.deepEqual(found({ query: " .*([ " }), ["bridge", "café", "undated"]);
});
