import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { setImmediate } from "node:timers/promises";

import view from "../../exercises/bar/view.js";
import { Button, Document, Element } from "../storm/elements.mjs";

const WORDS = new Proxy({ save: "Save my work" }, { get: (words, name) => words[name] ?? String(name) });
const PAGE = { lesson: "kupyansk", notebook: "one", code: "amber-heron-42", exercises: [], largest: 5_000_000 };
const EXPORT = { kind: "export", name: "work.json", text: "{}", words: "" };
let el;
let reply; // what the kernel says
let held; // whether the exercises are locked
let stop;
let sent;

beforeEach(() => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const document = new Document();
  Object.assign(globalThis, { document, Element, HTMLElement: Element, HTMLButtonElement: Button });
  const kept = { length: 0, key: () => null, getItem: () => null };
  Object.assign(globalThis, { window: new EventTarget(), localStorage: kept });
  URL.createObjectURL = () => "blob:work";
  document.addEventListener("whosays:hold", ({ detail }) => (held = detail.on));
  held = false;
  sent = [];
  el = new Element("div");
  el.getBoundingClientRect = () => ({ bottom: 0 });
  const elsewhere = { code: "blue-otter-7", words: "Somebody began elsewhere." };
  const traits = { page: PAGE, words: { bar: WORDS, download: WORDS }, state: { elsewhere } };
  const model = {
    get: (name) => traits[name],
    on: (name, listener) => name === "msg:custom" && (reply = listener),
    off() {},
    send: ({ kind }) => sent.push(kind),
  };
  stop = view.render({ model, el, signal: new AbortController().signal });
});

afterEach(() => {
  stop();
  mock.timers.reset();
});

const press = (name) =>
  el
    .querySelectorAll("button")
    .find((one) => one.textContent === name)
    .dispatchEvent(new Event("click"));
const save = () => press("Save my work");

async function openWork() {
  const field = el.querySelector(".ws-bar-file");
  field.files = [{ size: 2, text: async () => "{}" }];
  field.dispatchEvent(new Event("change"));
  await setImmediate();
  assert.equal(held, true);
}

for (const kind of ["done", "trouble"]) {
  test(`after a question that was never answered, a file that is opened locks nothing when it is ${kind}`, async () => {
    save();
    mock.timers.tick(20_000);
    await openWork();
    reply({ kind, words: "This is told." });
    assert.equal(held, false);
  });

  test(`nor does a file that was never answered, when the next one is ${kind}`, async () => {
    await openWork();
    mock.timers.tick(20_000);
    await openWork();
    reply({ kind, words: "This is told." });
    assert.equal(held, false);
  });
}

test("the reply to what was asked before unlocks nothing, however late it comes", async () => {
  for (const late of [0, 20_000]) {
    save();
    mock.timers.tick(late);
    await openWork();
    mock.timers.tick(late);
    reply(EXPORT);
    assert.equal(held, true);
    reply({ kind: "done", words: "" });
    assert.equal(held, false);
  }
});

test("nor does the reply to a file that is to be made unlock anything, if no file could be made", async () => {
  save();
  await openWork();
  reply({ kind: "trouble", words: "Too large." });
  assert.equal(held, true);
  reply({ kind: "done", words: "" });
  assert.equal(held, false);
});

test("of a file that the browser cannot read, that is said, and nothing is locked", async () => {
  const field = el.querySelector(".ws-bar-file");
  const text = async () => Promise.reject(new Error("gone"));
  field.files = [{ size: 2, text }];
  field.dispatchEvent(new Event("change"));
  await setImmediate();
  assert.equal(el.querySelector(".ws-bar-notice").textContent, "unread");
  assert.equal(held, false);
});

test("the door asks to write down the code of the work on the page before it names any way out of it", () => {
  const said = el.querySelector(".ws-bar-door").children.map((one) => one.textContent);
  assert.deepEqual(said.slice(0, 2), ["door-before", "door-code"]);
  assert.ok(said.indexOf("sure") > 1);
});

test("what is pressed twice is asked once while its reply is on the way, so that the code before stays in sight", () => {
  el.querySelector(".ws-bar-typed").value = "blue-otter-7";
  for (const name of ["door-go-on", "door-use"]) {
    for (let times = 0; times < 2; times += 1) press(name);
    reply({ kind: "done", words: "The code before is amber-heron-42." });
  }
  assert.deepEqual(sent, ["go-on", "use-code"]);
});

test("where no reply comes, the same may be asked once more", () => {
  press("door-go-on");
  mock.timers.tick(20_000);
  press("door-go-on");
  assert.deepEqual(sent, ["go-on", "go-on"]);
});
