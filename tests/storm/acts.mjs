/* What may happen: acts of the student, of the browser, of the line and of the kernels, with how often each does. */

/** @typedef {import("./page.mjs").Page} Page */

import { numbersIn } from "./page.mjs";

const STUDENTS = 3;

/** Type something new in place of what stands there, or rub it out. */
function types(storm, one) {
  const { page } = one;
  const names = page.open();
  if (!names.length) return "";
  const name = storm.luck.oneOf(names);
  const empty = storm.luck.once(0.05);
  const text =
    name === "ws-write-why"
      ? `Because ${storm.word("w", page.code)}.`
      : `The mayor may say ${storm.word("t", page.code)} again.`;
  storm.edits(one, () => page.type(name, empty ? "" : text));
  return `types ${empty ? "nothing" : text}`;
}

function rates(storm, one) {
  const { page } = one;
  if (!page.open().includes("ws-write-why")) return "";
  const level = storm.luck.below(4);
  storm.edits(one, () => page.rate(level));
  return `rates ${level}`;
}

/** Press any button that is there; only undo gives up what the page showed. */
function presses(storm, one) {
  const { page } = one;
  const buttons = page.buttons();
  if (!buttons.length) return "";
  const button = storm.luck.oneOf(buttons);
  const name = button.textContent;
  // After the file was damaged a choice may put away what stands nowhere else, before the page knows.
  if (name === page.words.kit.undo || storm.damaged) storm.edits(one, () => page.press(button));
  else page.press(button);
  return `presses “${name}”`;
}

/** Throw an earlier version away: its words are owed no more, wherever else they stand. */
function throwsAway(storm, { page }) {
  const versions = page.versions();
  if (!versions.length) return "";
  const version = storm.luck.oneOf([...versions]);
  const words = numbersIn(version.textContent);
  for (const one of words) storm.letGo(one);
  page.throwAway(version);
  return `throws ${[...words]} away`;
}

/** What stands there goes to Earlier versions, by a button of the exercise itself: nothing of it is given up. */
function beginsAnew(_storm, { page }) {
  const { written } = page;
  if (!written.size || !page.open().includes("ws-write-area")) return "";
  page.beginAnew();
  return `begins anew after ${[...written].join(" ")}`;
}

async function waits(storm) {
  const seconds = storm.luck.oneOf([0.1, 0.3, 0.5, 0.5, 1, 3, 8, 13]);
  storm.note(`${seconds} s pass`);
  for (let left = seconds * 1000; left > 0; left -= 500) {
    storm.clock.pass(Math.min(left, 500));
    await storm.carry(true);
  }
}

function cuts(storm, { line }) {
  if (line.cut) line.cut = false;
  else storm.post.sever(line);
  return line.cut ? "its line is cut" : "its line is mended";
}

/** The page is loaded anew, after it was left, after its cell ran again, or after it was torn away. */
async function reloads(storm, { at, page }) {
  const how = storm.luck.oneOf(["left", "removed", "torn away"]);
  if (how === "left") page.leave();
  if (how === "removed") page.removed();
  page.close();
  await storm.load(at);
  return `is ${how} and loaded anew`;
}

function turns(storm, { page }) {
  page.hide(!page.document.hidden);
  return page.document.hidden ? "goes out of sight" : "comes into sight";
}

async function restarts(storm) {
  const kernel = storm.luck.oneOf(storm.kernels);
  await kernel.begin();
  return `kernel ${storm.kernels.indexOf(kernel)} begins anew`;
}

async function takesAlong(storm, { line }) {
  const { reply } = await line.kernel.ask({ do: "bar", content: { kind: "export" } });
  storm.files.push({ text: reply.text, numbers: new Set(), draft: null, code: JSON.parse(reply.text).code });
  return "work is taken along";
}

/** A file goes to a computer with another clock; there the work goes on. */
async function travels(storm, { line }) {
  if (!storm.files.length) return "";
  const file = storm.luck.oneOf(storm.files);
  const number = storm.word("t", file.code);
  const answer = { text: `The mayor may say ${number} again.`, rated: {}, why: "" };
  const kind = storm.luck.oneOf(["draft", "check"]);
  const hours = storm.luck.oneOf([-1000, -2, 0, 2, 1000]);
  const came = await line.kernel.ask({ do: "travel", text: file.text, kind, answer, hours });
  // A draft that stood there was typed over.
  const numbers = new Set([...file.numbers, number]);
  if (came.kind !== "conflict") numbers.delete(file.draft);
  const draft = { saved: number, result: null, conflict: file.draft }[came.kind];
  storm.files.push({ text: came.text, numbers, draft, code: file.code });
  return `somewhere else: ${kind} ${number}, ${hours} h off: ${came.kind}`;
}

/** Bring a file back, by the bar of the notebook that a page stands in. */
async function bringsBack(storm, { page, line }) {
  if (!storm.files.length || line.dead || line.cut) return "";
  const at = storm.luck.below(storm.files.length);
  const file = storm.files[at];
  page.hurry();
  await storm.post.carry(line, page);
  if (line.dead) return "a kernel is killed before a file comes";
  const fails = storm.luck.once(0.2) ? { fails: storm.luck.below(20) } : {};
  const told = await line.kernel.ask({ do: "bar", content: { kind: "import", text: file.text }, ...fails });
  storm.post.spread(line.kernel, told.said);
  if (told.reply.kind === "done") for (const number of file.numbers) storm.expected.add(number);
  return `file ${at} (${[...file.numbers].join(" ")}) comes ${JSON.stringify(fails)}: ${told.reply.words}`;
}

/** Another student begins in the notebook that a page stands in, or one who was here before goes on. */
async function anotherBegins(storm, { page, line }) {
  if (line.dead || line.cut) return "";
  page.hurry();
  await storm.post.carry(line, page);
  if (line.dead) return "a kernel is killed before another student begins";
  const isNew = storm.codes.size < STUDENTS && storm.luck.once(0.5);
  const content = isNew ? { kind: "new-code" } : { kind: "use-code", typed: storm.luck.oneOf([...storm.codes]) };
  const fails = storm.luck.once(0.2) ? { fails: storm.luck.below(20) } : {};
  const told = await line.kernel.ask({ do: "bar", content, ...fails });
  storm.post.spread(line.kernel, told.said);
  storm.codes.add(told.code);
  return `${content.typed ?? "a new student"} begins ${JSON.stringify(fails)}: ${told.reply.words}`;
}

/** The disk writes over a part of the file; what stands on pages or waits in the browser is all that is left for sure. */
async function damages(storm) {
  if (storm.damaged || !storm.luck.once(0.1)) return "";
  const [at, length] = storm.luck.oneOf([
    [0, 100],
    [0, 1 << 20],
    [4096, 4096],
  ]);
  await storm.kernels[0].ask({ do: "damage", at, length });
  storm.lostFile();
  return `the file is damaged from ${at} on, ${length} bytes`;
}

/** Another program of the same address fills the storage of the browser, or gives it room again. */
function fills(storm) {
  storm.full = !storm.full;
  return storm.full ? "the storage of the browser is full" : "the storage of the browser has room";
}

/** The clock of the computer was wrong, and is set. */
function sets(storm) {
  const hours = storm.luck.oneOf([-1000, -2, 2, 1000]);
  storm.clock.turn(hours);
  return `the clock is set by ${hours} h`;
}

export const ACTS = [
  [12, types],
  [3, rates],
  [12, presses],
  [12, waits],
  [5, cuts],
  [4, reloads],
  [2, turns],
  [1, restarts],
  [1, takesAlong],
  [1, travels],
  [1, bringsBack],
  [3, anotherBegins],
  [1, damages],
];
export const ACTS_OF_A_FULL_BROWSER = [[8, fills]];
export const ACTS_OF_A_WRONG_CLOCK = [[4, sets]];
export const ACTS_OF_A_TIDY_STUDENT = [[14, throwsAway]];
export const ACTS_OF_A_BODY = [[8, beginsAnew]];
