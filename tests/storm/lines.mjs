/* The line between one page and its kernel: it may be cut, and what is on its way is lost, comes late, or comes twice. */

import { numbersIn } from "./page.mjs";

/** Which replies say that something was committed. */
const COMMITS = ["check", "show", "pass"];

export class Line {
  cut = false;
  /** Messages on their way to the kernel, and what it said on its way to the page. */
  out = [];
  back = [];

  /** @param {import("./kernels.mjs").Kernel} kernel @param {number} number under which the kernel shows the page */
  constructor(kernel, number) {
    Object.assign(this, { kernel, number, life: kernel.life });
  }
  get dead() {
    return this.life !== this.kernel.life;
  }
}

/** All lines of one storm, and what the storm knows of the acts that were acknowledged. */
export class Post {
  lines = [];
  late = [];
  /** Attempts in the order in which they were first acknowledged; of some the place in that order is unknown. */
  attempts = [];
  #unordered = new Set();
  /** Attempts of a file that was damaged since: they may come over into the new one, and are no more owed. */
  #before = new Set();

  /** @param {ReturnType<typeof import("./clock.mjs").chance>} luck @param {(what: string) => void} note */
  constructor(luck, note) {
    Object.assign(this, { luck, note, rough: true, kills: false });
  }

  /** The file is gone: no attempt in it is owed any more. */
  forget() {
    for (const { id } of this.attempts.splice(0)) this.#before.add(id);
  }

  /** @param {Line} line @param {object} content */
  send(line, content) {
    if (!line.cut) line.out.push(content);
    else if (this.luck.once(0.3)) this.late.push([line, content]);
  }

  /** Cut a line; what is on it may be lost. @param {Line} line */
  sever(line) {
    line.cut = true;
    if (this.luck.once(0.5)) this.late.push(...line.out.splice(0).map((content) => [line, content]));
    if (this.luck.once(0.5)) line.out = [];
    if (line.back.length && this.luck.once(0.5)) line.back = [];
  }

  /** Bring all that is on a line to the kernel and back. @param {Line} line @param {{hear: Function}} page */
  async carry(line, page) {
    if (line.cut) return;
    while (line.out.length) await this.#hand(line, line.out.shift());
    // What the kernel says may lie there while the student goes on.
    if (this.rough && this.luck.once(0.4)) return;
    for (const one of line.back.splice(0)) page.hear(one);
  }

  /** Let nothing that a kernel said lie on a line any more: the page hears it, or never will. @param {Line} line @param {{hear: Function}} page */
  settle(line, page) {
    const said = line.back.splice(0);
    if (!line.cut) for (const one of said) page.hear(one);
  }

  /** Bring one of the messages that were late. */
  async carryLate() {
    const [[line, content]] = this.late.splice(this.luck.below(this.late.length), 1);
    await this.#hand(line, content);
  }

  /** @param {Line} line @param {object} content */
  async #hand(line, content) {
    if (line.dead) return;
    const trouble = this.rough && content.kind !== "ping" ? this.#trouble() : {};
    const { swallows, ...more } = trouble;
    const told = await line.kernel.ask({ do: "message", number: line.number, content, ...more });
    const name = `${content.kind} ${[...numbersIn(content)].join(" ")} (${content.seq})`;
    const said = told ? told.said.map(({ to, reply }) => (reply ? reply.kind : `→${to}`)) : ["killed"];
    if (content.kind !== "ping") this.note(`   ${line.name}: ${name} ${JSON.stringify(trouble)}: ${said.join(", ")}`);
    if (!told) {
      line.kernel.life += 1;
      this.#unordered.add(`${content.tab}/${content.seq}`);
      await this.reborn(line.kernel);
      return;
    }
    this.#acknowledge(content, told);
    this.spread(line.kernel, told.said, swallows ? line : null);
  }

  #trouble() {
    const { luck } = this;
    if (this.kills && luck.once(0.08)) return { kills: luck.below(12) };
    if (luck.once(0.08)) return { fails: luck.below(12) };
    if (luck.once(0.06)) return { swallows: true };
    return luck.once(0.06) ? { times: 2 } : {};
  }

  /** Put what a kernel said on the lines to its pages. */
  spread(kernel, said, swallowed = null) {
    for (const { to, ...what } of said) {
      const line = this.lines.find((one) => one.kernel === kernel && !one.dead && one.number === to);
      if (!line) continue;
      const lost = line === swallowed ? what.reply || this.luck.once(0.5) : line.cut && this.luck.once(0.5);
      if (!lost) line.back.push(what);
    }
  }

  #acknowledge(content, { said, attempt }) {
    const done = said.some(({ reply }) => reply?.kind === "result" && reply.seq === content.seq);
    if (!done || !COMMITS.includes(content.kind) || this.attempts.some(({ id }) => id === attempt)) return;
    const ordered = !this.#unordered.has(`${content.tab}/${content.seq}`) && !this.#before.has(attempt);
    this.attempts.push({ id: attempt, ordered, text: content.answer?.text, code: content.code });
  }
}
