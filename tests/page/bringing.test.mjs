import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { beforeEach, test } from "node:test";

import { Bringing } from "../../exercises/page/bringing.js";

let asked;
let bringing;
let heard;
const hear = (reply) => heard.push(reply);

beforeEach(() => {
  [asked, heard] = [[], []];
  bringing = new Bringing((kind, content, after) => asked.push({ kind, ...content, after }));
});

const reply = (kind, more = {}) => asked.at(-1).after(kind !== "refused", { kind, ...more });

test("a short text goes in one piece, and what was read comes back", () => {
  bringing.bring("", new TextEncoder().encode("Кава"), hear);
  const [{ kind, answer }] = asked;
  assert.deepEqual([kind, answer.name, answer.at, answer.last], ["read", "", 0, true]);
  assert.equal(Buffer.from(answer.data, "base64").toString(), "Кава");
  reply("read", { read: { sentences: ["Кава"] } });
  assert.deepEqual(heard[0].read.sentences, ["Кава"]);
});

test("the next piece of a long one goes when the one before has come through, and none is lost", () => {
  const bytes = Uint8Array.from({ length: 200_000 }, (_, index) => index % 251);
  bringing.bring("a.pdf", bytes, hear);
  assert.equal(asked.length, 1);
  reply("piece");
  reply("piece");
  assert.deepEqual(
    asked.map(({ answer }) => [answer.at, answer.last]),
    [
      [0, false],
      [1, false],
      [2, true],
    ],
  );
  assert.equal(new Set(asked.map(({ what }) => what)).size, 1);
  const whole = Buffer.concat(asked.map(({ answer }) => Buffer.from(answer.data, "base64")));
  assert.ok(whole.equals(Buffer.from(bytes)));
});

test("nothing at all is one piece, too", () => {
  bringing.bring("a.txt", new Uint8Array(), hear);
  assert.deepEqual([asked[0].answer.last, asked[0].answer.data], [true, ""]);
});

test("of two texts only the newest is listened to, and of one that was stopped none", () => {
  bringing.bring("", new Uint8Array([65]), hear);
  const [first] = asked;
  bringing.bring("", new Uint8Array([66]), hear);
  first.after(true, { kind: "read" });
  assert.deepEqual(heard, []);
  bringing.stop();
  reply("read");
  assert.deepEqual(heard, []);
});

test("why it could not be read is heard", () => {
  bringing.bring("", new Uint8Array([65]), hear);
  reply("refused", { words: "No." });
  assert.equal(heard[0].words, "No.");
});
