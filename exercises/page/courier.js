/* Messages with acknowledgement: sent again until the kernel has answered, or nobody does. */

/** @import { Message, Model, Reply } from "./types.d.ts" */

const RESEND_AFTER = 2000; // milliseconds, like all times here
const PING_AFTER = 5000;
const LOST_AFTER = 12000;

export function randomName() {
  const numbers = crypto.getRandomValues(new Uint32Array(3));
  return Array.from(numbers, (number) => number.toString(36).padStart(7, "0")).join("");
}

/**
 * Send numbered messages, each again until it is acknowledged, and know when nobody answers.
 * @param {Pick<Model, "send">} model
 * @param {string} tab name of this instance
 */
export function courier(model, tab) {
  let seq = 0;
  /** @type {{message: Message, at: number}[]} */
  let pending = [];
  /** @type {number|null} */
  let asked = null; // when the oldest unanswered question went out
  let pinged = Date.now();
  /** @param {Message} message */
  function post(message) {
    asked ??= Date.now();
    try {
      model.send(message);
    } catch {
      /* A closed channel shows by the missing reply. */
    }
  }
  return {
    /**
     * A newer message holds the newer answer, so a waiting draft is dropped; asking for a file holds none.
     * @param {string} kind
     * @param {Partial<Message>} content
     */
    send(kind, content) {
      if (kind !== "take") pending = pending.filter((entry) => entry.message.kind !== "draft");
      const message = { kind, tab, seq: ++seq, ...content };
      pending.push({ message, at: Date.now() });
      post(message);
    },
    tick() {
      const now = Date.now();
      for (const entry of pending) {
        if (now - entry.at >= RESEND_AFTER) {
          entry.at = now;
          post(entry.message);
        }
      }
      if (!pending.length && now - pinged >= PING_AFTER) {
        pinged = now;
        post({ kind: "ping", tab, seq: ++seq });
      }
    },
    /**
     * Take a reply; gives the kind of the message that it settles, if any.
     * @param {Pick<Reply, "kind" | "seq">} reply
     */
    settle(reply) {
      asked = null;
      if (reply.kind === "pong" || reply.kind === "trouble") return null;
      const settled = pending.find((entry) => entry.message.seq === reply.seq);
      // A file that is asked for settles nothing but itself, and nothing else settles it.
      const earlier = settled?.message.kind !== "take";
      const done = (/** @type {Message} */ { seq: number, kind }) =>
        number === reply.seq || (number < reply.seq && kind !== "take" && earlier);
      pending = pending.filter((entry) => !done(entry.message));
      return settled ? settled.message.kind : null;
    },
    forget() {
      pending = [];
    },
    /** Whether something is not saved yet; a file that is asked for needs no saving. */
    waiting: () => pending.some((entry) => entry.message.kind !== "take"),
    lost: () => asked !== null && Date.now() - asked > LOST_AFTER,
  };
}
