/* Brings what a student has to the kernel, to be read: piece after piece, as one large message would end a session. */

/** @import { Reply } from "./messages.d.ts" */
/** @import { Ask } from "./types.d.ts" */

import { randomName } from "./courier.js";

/** Bytes of one piece. */
const PIECE = 90_000;
const STEP = 8192; // signs that a browser takes as arguments at once

/** @param {Uint8Array} bytes */
function base64(bytes) {
  let signs = "";
  for (let at = 0; at < bytes.length; at += STEP) signs += String.fromCharCode(...bytes.subarray(at, at + STEP));
  return btoa(signs);
}

/** What is on its way to be read; the newest alone is listened to. */
export class Bringing {
  #ask;
  #turn = 0;

  /** @param {Ask} ask */
  constructor(ask) {
    this.#ask = ask;
  }

  /**
   * @param {string} name of the file; empty for what was pasted
   * @param {Uint8Array} bytes
   * @param {(reply: Reply) => void} heard takes what was read, or why it was not
   */
  bring(name, bytes, heard) {
    this.#turn += 1;
    const turn = this.#turn;
    const what = randomName();
    const send = (/** @type {number} */ at) => {
      const end = (at + 1) * PIECE;
      const data = base64(bytes.subarray(at * PIECE, end));
      const answer = { name: name.slice(-300), at, last: end >= bytes.length, data };
      this.#ask("read", { what, answer }, (_done, reply) => {
        if (turn !== this.#turn) return;
        if (reply.kind === "piece") send(at + 1);
        else heard(reply);
      });
    };
    send(0);
  }

  /** Listen no more. */
  stop() {
    this.#turn += 1;
  }
}
