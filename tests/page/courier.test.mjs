import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

import { courier, randomName } from "../../exercises/page/courier.js";

let sent;
let post;
let stand;
let passed; // milliseconds

beforeEach(() => {
  passed = 0;
  mock.restoreAll();
  mock.method(performance, "now", () => passed);
  sent = [];
  stand = { code: "amber-heron-42", base: "v0" };
  post = courier({ send: (message) => sent.push({ ...message }) }, "tab", () => stand);
});

function later(milliseconds) {
  passed += milliseconds;
  post.tick();
}

const kinds = () => sent.map(({ kind }) => kind);

/** Take the reply to a message, as the page does: what it made stands, and the next message may go. */
function reply(kind, seq, version) {
  const settled = post.settle({ kind, seq });
  stand = { ...stand, base: version ?? stand.base };
  post.go();
  return settled?.message.kind ?? null;
}

test("messages are numbered, and name their tab, their student and the version that they change", () => {
  post.send("draft", { answer: { a: 1 } });
  reply("saved", 1, "v1");
  post.send("check", { answer: { a: 2 } });
  assert.deepEqual(sent, [
    { kind: "draft", tab: "tab", seq: 1, code: "amber-heron-42", base: "v0", answer: { a: 1 } },
    { kind: "check", tab: "tab", seq: 2, code: "amber-heron-42", base: "v1", answer: { a: 2 } },
  ]);
});

test("one message is on its way at a time, and the next rests on what that one made", () => {
  post.send("again", {});
  post.send("draft", { answer: "one" });
  assert.deepEqual(kinds(), ["again"]);
  reply("saved", 1, "v1");
  assert.deepEqual(
    sent.map(({ kind, base }) => [kind, base]),
    [
      ["again", "v0"],
      ["draft", "v1"],
    ],
  );
});

test("a message that comes again is the same to the letter", () => {
  post.send("draft", { answer: "one" });
  stand = { code: "blue-otter-77", base: "v9" };
  later(2000);
  assert.deepEqual(sent[1], sent[0]);
});

test("a page that is left sends all that waits, in its order", () => {
  post.send("again", {});
  post.send("draft", { answer: "one" });
  post.hurry();
  assert.deepEqual(kinds(), ["again", "draft"]);
  post.hurry();
  assert.equal(sent.length, 2);
});

test("what was begun under one code is sent under it, and waits for one student only", () => {
  post.send("draft", { answer: "mine" });
  stand = { code: "blue-otter-77", base: null };
  post.send("draft", { answer: "hers" });
  assert.deepEqual([post.waiting("amber-heron-42"), post.waiting("blue-otter-77"), post.waiting()], [true, true, true]);
  reply("saved", 1);
  assert.deepEqual(
    sent.map(({ code, base, answer }) => [code, base, answer]),
    [
      ["amber-heron-42", "v0", "mine"],
      ["blue-otter-77", null, "hers"],
    ],
  );
  assert.equal(post.waiting("amber-heron-42"), false);
});

test("whether something newer waits is told apart from what was typed over before it", () => {
  post.send("draft", { answer: "older" });
  assert.deepEqual([post.waiting("amber-heron-42", 0), post.waiting("amber-heron-42", 1)], [true, false]);
});

test("whoever sent a message hears whether it was done or refused", () => {
  const heard = [];
  post.send("aside", {}, (done) => heard.push(done));
  reply("refused", 1);
  post.send("aside", {}, (done) => heard.push(done));
  reply("saved", 2);
  assert.deepEqual(heard, [false, true]);
});

test("a question says what the page shows, if it shows nothing but that", () => {
  post.ask();
  stand = { ...stand, rests: true };
  post.ask();
  assert.deepEqual(sent, [
    { kind: "ping", tab: "tab", seq: 1 },
    { kind: "ping", tab: "tab", seq: 2, code: "amber-heron-42", base: "v0" },
  ]);
});

test("a page that is seen again asks at once whether something has changed", () => {
  post.ask();
  assert.deepEqual(kinds(), ["ping"]);
  post.send("draft", {});
  post.ask();
  assert.deepEqual(kinds(), ["ping", "draft"]);
});

test("a message goes out again every two seconds, until it is acknowledged", () => {
  post.send("check", {});
  later(1999);
  assert.equal(sent.length, 1);
  later(1);
  later(2000);
  assert.deepEqual(
    sent.map(({ seq }) => seq),
    [1, 1, 1],
  );
  assert.equal(reply("result", 1), "check");
  later(2000);
  assert.equal(kinds().filter((kind) => kind === "check").length, 3);
  assert.equal(post.waiting(), false);
});

test("a newer answer takes the place of a draft that waits, and of none that is on its way", () => {
  post.send("draft", { answer: "old" });
  post.send("draft", { answer: "newer" });
  post.send("let_go", { what: "one" });
  post.send("draft", { answer: "newest" });
  later(2000);
  reply("saved", 1);
  reply("saved", 3);
  reply("saved", 4);
  assert.deepEqual(
    sent.map(({ kind, answer }) => answer ?? kind),
    ["old", "old", "let_go", "newest"],
  );
});

test("a reply to what was settled before settles nothing", () => {
  post.send("check", {});
  post.settle({ kind: "result", seq: 1 });
  assert.equal(post.settle({ kind: "result", seq: 1 }), null);
});

test("a file that is asked for needs no saving, and waits for nothing", () => {
  post.send("draft", {});
  post.send("take", { what: "card" });
  assert.equal(reply("file", 2), "take");
  assert.equal(post.waiting(), true);
  post.send("take", { what: "card" });
  reply("saved", 1);
  assert.equal(post.waiting(), false);
  later(2000);
  assert.deepEqual(kinds(), ["draft", "take", "take", "take"]);
});

test("trouble and pong settle nothing, but somebody is there", () => {
  post.send("check", {});
  later(12_001);
  assert.equal(post.lost(), true);
  assert.equal(reply("trouble", 1), null);
  assert.equal(post.lost(), false);
  assert.equal(post.waiting(), true);
});

test("nobody is there when twelve seconds have passed without a reply", () => {
  post.send("check", {});
  later(12_000);
  assert.equal(post.lost(), false);
  later(1);
  assert.equal(post.lost(), true);
});

test("a clock that is set back by hours, or forward, changes nothing of all that", ({ mock: day }) => {
  day.timers.enable({ apis: ["Date"], now: 7_200_000 });
  post.send("draft", {});
  day.timers.setTime(0);
  later(2000);
  assert.deepEqual(kinds(), ["draft", "draft"]);
  day.timers.setTime(14_400_000);
  later(10_000);
  assert.equal(post.lost(), false);
  later(1);
  assert.equal(post.lost(), true);
  reply("saved", 1);
  day.timers.setTime(0);
  later(5000);
  assert.equal(kinds().at(-1), "ping");
});

test("a quiet page asks every five seconds whether somebody is there", () => {
  later(4999);
  assert.deepEqual(kinds(), []);
  later(1);
  assert.deepEqual(kinds(), ["ping"]);
  post.settle({ kind: "pong", seq: 1 });
  later(4999);
  later(1);
  assert.deepEqual(kinds(), ["ping", "ping"]);
});

test("a closed channel breaks nothing and shows as lost", () => {
  post = courier(
    {
      send() {
        throw new Error("closed");
      },
    },
    "tab",
    () => stand,
  );
  post.send("draft", {});
  later(12_001);
  assert.equal(post.lost(), true);
});

test("two tabs get two names", () => {
  assert.notEqual(randomName(), randomName());
});

test("a student who comes back is another page to the kernel, and what was sent before is told apart", () => {
  post.send("draft", { answer: "before" });
  post.begin();
  post.send("draft", { answer: "after" });
  const before = post.settle({ kind: "saved", seq: 1 });
  post.go();
  const after = post.settle({ kind: "saved", seq: 2 });
  assert.deepEqual([Boolean(before.past), Boolean(after.past)], [true, false]);
  const [old, young] = sent.map(({ tab }) => tab);
  assert.notEqual(old, young);
  assert.deepEqual(
    [old, young, "another"].map((tab) => post.owns({ tab })),
    [true, true, false],
  );
});
