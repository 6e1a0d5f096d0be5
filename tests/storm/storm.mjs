/*
 * One storm: three pages, two kernels, one store, random acts; afterwards nothing that was typed or committed is gone.
 * node storm.mjs PYTHON FOLDER FIRST COUNT prints what it found as JSON; with LOUD set also all that happens.
 */

import { join } from "node:path";
import { argv, env, stderr, stdout } from "node:process";

import {
  ACTS,
  ACTS_OF_A_BODY,
  ACTS_OF_A_FULL_BROWSER,
  ACTS_OF_A_TIDY_STUDENT,
  ACTS_OF_A_WRONG_CLOCK,
} from "./acts.mjs";
import { faultsOf, strangersOn } from "./checks.mjs";
import { chance, Clock } from "./clock.mjs";
import { Kernel } from "./kernels.mjs";
import { Line, Post } from "./lines.mjs";
import { numbersIn, Page, storage } from "./page.mjs";

const PAGES = 3;
const LENGTH = [20, 40]; // acts, at least and at most
const KILLS_EVERY = 25; // one storm of so many kills processes
const FILLS_EVERY = 7; // one storm of so many fills the storage of the browser
const SETS_EVERY = 4; // one storm of so many sets the clock of the day
const TIDIES = [0, 5, 6]; // of each eight storms those that throw earlier versions away; none that once found something
const ANEW = [0, 2, 5, 7, 12]; // of each sixteen storms those whose exercise can be begun anew; none that once found something
const SLICE = 500; // milliseconds
const QUIET = 14; // slices without anything but questions whether somebody is there
const PATIENCE = 200; // slices

/** The words of the exercise, which are the same in all storms. */
const said = { words: null };

/** All that there is during one storm. */
class Storm {
  acts = [];
  kept = new Map();
  clock = new Clock();
  pages = [];
  files = [];
  /** What was typed last somewhere, and by nobody typed over who saw it. */
  expected = new Set();
  /** By text the pages on which it was typed over. */
  givenUp = new Map();
  damaged = false;
  /** Whether the storage of the browser is full, and what was typed since and may stand on a page alone. */
  full = false;
  pageAlone = new Set();
  /** What was thrown away, and is owed no more. */
  thrown = new Set();
  /** By word the student who wrote it. */
  writers = new Map();
  /** All students who were here. */
  codes = new Set();
  /** What was seen in the store before. */
  stored = new Set();
  #words = 0;

  constructor(seed, kernels) {
    Object.assign(this, { seed, kernels, luck: chance(seed) });
    this.browser = { clock: this.clock, localStorage: storage(this.kept, this) };
    const fills = seed % FILLS_EVERY === 0 ? ACTS_OF_A_FULL_BROWSER : [];
    const sets = seed % SETS_EVERY === 0 ? ACTS_OF_A_WRONG_CLOCK : [];
    const tidies = TIDIES.includes(seed % 8) ? ACTS_OF_A_TIDY_STUDENT : [];
    const anew = ANEW.includes(seed % 16) ? ACTS_OF_A_BODY : [];
    this.possible = [...ACTS, ...fills, ...sets, ...tidies, ...anew];
    this.post = new Post(this.luck, (what) => this.note(what));
    this.post.kills = seed % KILLS_EVERY === 0;
    this.post.reborn = (kernel) => kernel.begin();
  }

  note(what) {
    this.acts.push(what);
  }

  /** Load a page, or load it anew. @param {number} at */
  async load(at) {
    const { luck, post } = this;
    const kernel = luck.oneOf(this.kernels);
    if (this.damaged) this.forgets(at);
    const drawn = await kernel.ask({ do: "show", words: !said.words });
    said.words ??= drawn.words;
    const line = Object.assign(new Line(kernel, drawn.number), { name: `line ${at}` });
    post.lines = post.lines.filter((one) => one !== this.pages[at]?.line);
    post.lines.push(line);
    this.pages[at] = {
      at,
      line,
      page: new Page(this.browser, { ...drawn, ...said }, (content) => post.send(line, content)),
    };
  }

  /** A new word, unlike all before. @param {string} sign @param {string} code of the student who writes it */
  word(sign, code) {
    this.#words += 1;
    const word = `${sign}${this.#words}`;
    this.writers.set(word, code);
    return word;
  }

  /** The student changes what a page shows, and gives up what was there; undo brings back what no other page gave up. */
  edits({ at, page }, change) {
    const before = page.written;
    change();
    const after = page.written;
    for (const one of before) {
      if (after.has(one)) continue;
      this.expected.delete(one);
      this.givenUp.set(one, (this.givenUp.get(one) ?? new Set()).add(at));
    }
    for (const one of after) {
      const elsewhere = [...(this.givenUp.get(one) ?? [])].some((other) => other !== at);
      if (before.has(one) || elsewhere || this.thrown.has(one)) continue;
      this.expected.add(one);
      if (this.full) this.pageAlone.add(one);
    }
  }

  /** A word was thrown away; it may stand in other places, and come back from there. @param {string} one */
  letGo(one) {
    this.expected.delete(one);
    this.thrown.add(one);
  }

  /** The file is gone: no attempt is owed any more, and of texts those on pages and in the browser. */
  lostFile() {
    this.damaged = true;
    this.post.forget();
    this.stored.clear();
    // What the kernel said of the file that was sound comes before that: it was true when it was said.
    for (const { page, line } of this.pages) this.post.settle(line, page);
    const left = numbersIn([...this.kept.values()]);
    for (const { page, line } of this.pages) if (!line.dead) for (const one of page.written) left.add(one);
    for (const one of this.expected) if (!left.has(one)) this.expected.delete(one);
  }

  /** A page that is closed before it has heard of the damage takes along what stands nowhere else. @param {number} at */
  forgets(at) {
    const kept = numbersIn([...this.kept.values()]);
    for (const one of this.pages[at]?.page.written ?? []) if (!kept.has(one)) this.expected.delete(one);
  }

  async carry(rough) {
    for (const { line, page } of this.pages) if (!rough || this.luck.once(0.7)) await this.post.carry(line, page);
  }

  async act() {
    const one = this.luck.oneOf(this.pages);
    const act = this.luck.weighed(this.possible);
    const what = await act(this, one);
    if (what) this.note(`page ${one.at}: ${what}`);
    await this.carry(true);
    if (this.post.late.length && this.luck.once(0.3)) await this.post.carryLate();
  }

  /**
   * Whatever was typed is at any moment where a browser that crashes leaves it: in its storage, or in the store. What a
   * full storage did not take may stand on a page alone, until it has been in one of them.
   */
  async onPagesAlone() {
    const inBrowser = numbersIn([...this.kept.values()]);
    for (const one of this.pageAlone) if (inBrowser.has(one) || this.stored.has(one)) this.pageAlone.delete(one);
    const owed = [...this.expected].filter((number) => !this.pageAlone.has(number));
    const unknown = owed.filter((number) => !inBrowser.has(number) && !this.stored.has(number));
    // After the file was damaged a page does not know yet that what it shows is nowhere else.
    if (!unknown.length || this.damaged) return [];
    for (const number of numbersIn(await this.kernels[0].ask({ do: "all" }))) this.stored.add(number);
    return unknown.filter((number) => !this.stored.has(number)).map((number) => `${number} is on a page alone`);
  }

  /** Mend all lines, load what a dead kernel has left, and let time pass until nothing happens any more. */
  async settle() {
    const { post } = this;
    this.note("everything is mended");
    Object.assign(post, { rough: false });
    while (post.late.length) await post.carryLate();
    for (const { at, line, page } of this.pages) {
      line.cut = false;
      if (!line.dead) continue;
      page.removed();
      page.close();
      await this.load(at);
    }
    let quiet = 0;
    for (let slice = 0; quiet < QUIET; slice += 1) {
      if (slice === PATIENCE) throw new Error("It never becomes quiet.");
      this.clock.pass(SLICE);
      const busy = this.pages.some(({ line }) => line.back.length || line.out.some(({ kind }) => kind !== "ping"));
      quiet = busy ? 0 : quiet + 1;
      await this.carry(false);
    }
  }

  async run() {
    await this.kernels[0].ask({ do: "empty" });
    for (const kernel of this.kernels) this.codes.add((await kernel.begin()).code);
    for (let at = 0; at < PAGES; at += 1) await this.load(at);
    const [least, most] = LENGTH;
    for (let left = least + this.luck.below(most - least); left > 0; left -= 1) {
      await this.act();
      const faults = [...strangersOn(this), ...(await this.onPagesAlone())];
      if (faults.length) return faults;
    }
    await this.settle();
    return faultsOf(this, await this.kernels[0].ask({ do: "all" }));
  }
}

async function main() {
  const [python, folder, first, count] = argv.slice(2);
  const program = join(import.meta.dirname, "kernel.py");
  const kernels = [0, 1].map((at) => new Kernel(python, program, join(folder, `kernel-${at}`), join(folder, "store")));
  for (const kernel of kernels) await kernel.ready();
  const failed = [];
  for (let seed = Number(first); seed < Number(first) + Number(count); seed += 1) {
    const storm = new Storm(seed, kernels);
    const faults = await storm.run().catch((error) => [String(error.stack)]);
    if (faults.length) failed.push({ seed, faults, acts: storm.acts });
    if (env.LOUD) stderr.write(`Seed ${seed}:\n${[...storm.acts, ...faults].join("\n")}\n`);
  }
  for (const kernel of kernels) kernel.end();
  stdout.write(JSON.stringify({ count: Number(count), failed }));
}

await main();
