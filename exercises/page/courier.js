/* Messages with acknowledgement: one at a time in their order, each sent again until the kernel has answered. */

/** @import { Message, Reply } from "./messages.d.ts" */
/** @import { Model } from "./types.d.ts" */

// Durations come from `performance.now()`: the clock of the day can be set. Where it stands still while a computer sleeps,
// what waits goes on after the sleep.
const RESEND_AFTER = 2000; // milliseconds, like all times here
const PING_AFTER = 5000;
const LOST_AFTER = 12000;

/**
 * A message that is not acknowledged yet; without a time it was not sent yet. It is past when somebody began on the page
 * since, be it the same student again: it rests on what the page showed before that.
 * @typedef {{message: Message, at: number|null, after?: After, past?: boolean}} Entry
 */

/** Called when a message was answered: with whether it was done, or refused. @typedef {(done: boolean, reply: Reply) => void} After */
/** @typedef {(kind: string, content: Partial<Message>, after?: After) => void} Send */

export function randomName() {
  const numbers = crypto.getRandomValues(new Uint32Array(3));
  return Array.from(numbers, (number) => number.toString(36).padStart(7, "0")).join("");
}

/** What changes no answer: it waits for nothing, and nothing waits for it. @param {string} kind */
export const changesNothing = (kind) => ["take", "tell", "read"].includes(kind);

/** Whether a newer message holds all that a draft holds. @param {Message} message */
const holdsAnswer = ({ kind, answer }) => Boolean(answer) && !["aside", "again"].includes(kind);

/**
 * Send numbered messages one after the other, and know when nobody answers.
 * @param {Pick<Model, "send">} model
 * @param {string} instance name of this instance
 * @param {() => {code: string, base: string|null, rests: boolean}} stand whose answer the page shows, which version of it,
 *   and whether it is that alone: nothing was changed or asked since
 */
export function courier(model, instance, stand) {
  let seq = 0;
  let begun = 0; // how often a student began here after the first
  let tab = instance;
  /** @type {Entry[]} */
  let queue = [];
  /** @type {Entry[]} */
  let taking = []; // what is only asked for, as files, and texts to be read: it changes no answer, so it waits for nothing
  /** @type {number|null} */
  let asked = null; // when the oldest unanswered question went out
  let pinged = performance.now();

  /** @param {Message} message */
  function post(message) {
    asked ??= performance.now();
    try {
      model.send(message);
    } catch {
      /* A closed channel shows by the missing reply. */
    }
  }
  /** Send a message for the first time: it rests on what stands now. @param {Entry} entry */
  function start(entry) {
    if (entry.message.base === undefined) entry.message.base = stand().base;
    entry.at = performance.now();
    post(entry.message);
  }
  /** Send the next message, if nothing is on its way. */
  function go() {
    if (queue.length && queue[0].at === null) start(queue[0]);
  }
  function ping() {
    pinged = performance.now();
    const { code, base, rests } = stand();
    // Who says what it shows is told what it missed.
    post({ kind: "ping", tab, seq: ++seq, ...(rests && { code, base }) });
  }
  /** Send all that waits at once, in its order: the page is about to be left, or somebody else begins. */
  function hurry() {
    for (const entry of queue) if (entry.at === null) start(entry);
  }
  return {
    go,
    hurry,
    /**
     * Send a message as soon as those before it are acknowledged; it takes the place of a draft that still waits.
     * @param {string} kind
     * @param {Partial<Message>} content
     * @param {After} [after]
     */
    send(kind, content, after) {
      const message = { kind, tab, seq: ++seq, code: stand().code, ...content };
      if (changesNothing(kind)) {
        taking.push({ message, at: performance.now(), after });
        post(message);
        return;
      }
      const gone = (/** @type {Entry} */ entry) => entry.at === null && entry.message.kind === "draft";
      if (holdsAnswer(message)) queue = queue.filter((entry) => !gone(entry) || entry.message.code !== message.code);
      queue.push({ message, at: null, after });
      go();
    },
    /** A student begins: what is on its way is past, and the page speaks as another one, to which it was never known. */
    begin() {
      hurry();
      begun += 1;
      tab = `${instance}-${begun}`;
      for (const entry of [...queue, ...taking]) entry.past = true;
    },
    /** Whether a reply is to a message of this instance. @param {Reply} [reply] */
    owns: (reply) => Boolean(reply?.tab?.startsWith(instance)),
    tick() {
      const now = performance.now();
      for (const entry of [...queue.slice(0, 1), ...taking]) {
        if (entry.at !== null && now - entry.at >= RESEND_AFTER) {
          entry.at = now;
          post(entry.message);
        }
      }
      go();
      if (!queue.length && !taking.length && now - pinged >= PING_AFTER) ping();
    },
    /** Ask at once whether something has changed elsewhere. */
    ask() {
      if (!queue.length) ping();
    },
    /**
     * Take a reply; gives the message that it settles, if any, and whether that is past.
     * @param {Reply} reply
     * @returns {Entry|null}
     */
    settle(reply) {
      asked = null;
      if (reply.kind === "pong" || reply.kind === "trouble") return null;
      const mine = (/** @type {Entry} */ { message }) => message.seq === reply.seq;
      const settled = queue.find(mine) ?? taking.find(mine);
      queue = queue.filter((entry) => !mine(entry));
      taking = taking.filter((entry) => !mine(entry));
      settled?.after?.(reply.kind !== "refused", reply);
      return settled ?? null;
    },
    /**
     * Whether something is not saved yet, of one student or of anybody; a file that is asked for needs no saving.
     * @param {string} [code]
     * @param {number} [after] number of a message: only newer ones count
     */
    waiting: (code = "", after = 0) =>
      queue.some(({ message }) => message.seq > after && (!code || message.code === code)),
    lost: () => asked !== null && performance.now() - asked > LOST_AFTER,
  };
}
