import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

import { courier, randomName } from "../../exercises/page/courier.js";

let sent;
let post;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["Date"], now: 0 });
  sent = [];
  post = courier({ send: (message) => sent.push({ ...message }) }, "tab");
});

function later(milliseconds) {
  mock.timers.setTime(Date.now() + milliseconds);
  post.tick();
}

const kinds = () => sent.map(({ kind }) => kind);

test("messages are numbered and name their tab", () => {
  post.send("draft", { answer: { a: 1 } });
  post.send("check", { answer: { a: 2 } });
  assert.deepEqual(sent, [
    { kind: "draft", tab: "tab", seq: 1, answer: { a: 1 } },
    { kind: "check", tab: "tab", seq: 2, answer: { a: 2 } },
  ]);
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
  assert.equal(post.settle({ kind: "result", seq: 1 }), "check");
  later(2000);
  assert.equal(kinds().filter((kind) => kind === "check").length, 3);
  assert.equal(post.waiting(), false);
});

test("a newer answer takes the place of a draft that waits", () => {
  post.send("draft", { answer: "old" });
  post.send("draft", { answer: "new" });
  later(2000);
  assert.deepEqual(
    sent.map(({ answer }) => answer),
    ["old", "new", "new"],
  );
});

test("a reply to a newer message settles the older ones", () => {
  post.send("check", {});
  post.send("again", {});
  assert.equal(post.settle({ kind: "saved", seq: 2 }), "again");
  assert.equal(post.waiting(), false);
});

test("a reply to what was settled before settles nothing", () => {
  post.send("check", {});
  post.settle({ kind: "result", seq: 1 });
  assert.equal(post.settle({ kind: "result", seq: 1 }), null);
});

test("a file that is asked for needs no saving, and stands by itself", () => {
  post.send("draft", {});
  post.send("take", { what: "card" });
  assert.equal(post.settle({ kind: "file", seq: 2 }), "take");
  assert.equal(post.waiting(), true);
  post.send("take", { what: "card" });
  post.settle({ kind: "saved", seq: 1 });
  assert.equal(post.waiting(), false);
  later(2000);
  assert.deepEqual(kinds(), ["draft", "take", "take", "take"]);
});

test("trouble and pong settle nothing, but somebody is there", () => {
  post.send("check", {});
  later(12_001);
  assert.equal(post.lost(), true);
  assert.equal(post.settle({ kind: "trouble", seq: 1 }), null);
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
  );
  post.send("draft", {});
  later(12_001);
  assert.equal(post.lost(), true);
});

test("what is forgotten is never sent again", () => {
  post.send("check", {});
  post.forget();
  later(2000);
  assert.deepEqual(kinds(), ["check"]);
});

test("two tabs get two names", () => {
  assert.notEqual(randomName(), randomName());
});
