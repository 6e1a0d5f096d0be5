/* Two kernels, each a process of its own, asked one question at a time. */

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export class Kernel {
  /** Which of its lives it is: what was shown in an earlier one is shown no more. */
  life = 0;

  /** @param {string} python @param {string} program @param {string} folder for its lesson @param {string} store */
  constructor(python, program, folder, store) {
    this.process = spawn(python, [program, folder, store], { stdio: ["pipe", "pipe", "inherit"] });
    this.lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
  }

  async #line() {
    const { value, done } = await this.lines.next();
    if (done) throw new Error("A kernel is gone.");
    return JSON.parse(value);
  }

  async ready() {
    await this.#line();
  }

  /** @param {object} question @returns {Promise<any>} null if it was killed meanwhile */
  async ask(question) {
    this.process.stdin.write(`${JSON.stringify(question)}\n`);
    const told = await this.#line();
    if (told.broken) throw new Error(`The kernel broke at ${JSON.stringify(question).slice(0, 300)}: ${told.broken}`);
    return told.ready ? null : told;
  }

  /** Its memory is gone, as after a restart; what is stored stays. */
  async begin() {
    this.life += 1;
    return this.ask({ do: "begin" });
  }

  end() {
    this.process.stdin.end();
  }
}
