import assert from "node:assert/strict";
import { test } from "node:test";

import { datesIn, dayOf, numberOf } from "../../exercises/page/dates.js";

const EARLIER = "{time} on {day}";

test("a day is said in the language of the words", () => {
  assert.equal(datesIn("en-GB").day("2025-05-02"), "2 May 2025");
  assert.equal(datesIn("de").day("2025-05-02"), "2. Mai 2025");
});

test("a moment of today is its time alone", (context) => {
  context.mock.timers.enable({ apis: ["Date"], now: new Date(2025, 4, 2, 18, 0) });
  assert.equal(datesIn("en-GB").moment(new Date(2025, 4, 2, 9, 5).toISOString(), EARLIER), "09:05");
});

test("a moment of another day is time and day", (context) => {
  context.mock.timers.enable({ apis: ["Date"], now: new Date(2025, 4, 2, 0, 1) });
  const evening = new Date(2025, 4, 1, 23, 59).toISOString();
  assert.equal(datesIn("en-GB").moment(evening, EARLIER), "23:59 on 1 May 2025");
});

test("what is no moment breaks nothing", () => {
  for (const none of ["", "yesterday", undefined]) assert.equal(datesIn("en-GB").moment(none, EARLIER), "?");
});

test("days are counted and come back, over a leap day too", () => {
  assert.equal(numberOf("1970-01-02"), 1);
  assert.equal(numberOf("2024-03-01") - numberOf("2024-02-28"), 2);
  assert.equal(dayOf(numberOf("2024-02-29")), "2024-02-29");
});

test("today is the day of the reader", (context) => {
  context.mock.timers.enable({ apis: ["Date"], now: new Date(2025, 4, 2, 0, 1) });
  assert.equal(datesIn("en-GB").today(), "2 May 2025");
});
