/* Messages with acknowledgement, and the draft that the browser keeps meanwhile. */

const RESEND_AFTER = 2000; // milliseconds, like all times here
const PING_AFTER = 5000;
const LOST_AFTER = 12000;

export function randomName() {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (number) => number.toString(36).padStart(7, "0")).join("");
}

export function canonical(value) {
  const ordered = (_, part) => (part && typeof part === "object" && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part);
  return JSON.stringify(value, ordered);
}

/** Sends numbered messages again until each is acknowledged, and knows when nobody answers. */
export function courier(model, tab) {
  let seq = 0;
  let pending = []; // {message, at}
  let asked = null; // when the oldest unanswered question went out
  let pinged = Date.now();
  function post(message) {
    asked ??= Date.now();
    try { model.send(message); } catch { /* A closed channel shows by the missing reply. */ }
  }
  return {
    /** A newer message holds the newer answer, so a waiting draft is dropped; asking for a file holds none. */
    send(kind, content) {
      if (kind !== "take") pending = pending.filter((entry) => entry.message.kind !== "draft");
      const message = { kind, tab, seq: ++seq, ...content };
      pending.push({ message, at: Date.now() });
      post(message);
    },
    tick() {
      const now = Date.now();
      for (const entry of pending) {
        if (now - entry.at >= RESEND_AFTER) { entry.at = now; post(entry.message); }
      }
      if (!pending.length && now - pinged >= PING_AFTER) { pinged = now; post({ kind: "ping", tab, seq: ++seq }); }
    },
    /** Take a reply; gives the kind of the message that it settles, if any. */
    settle(reply) {
      asked = null;
      if (reply.kind === "pong" || reply.kind === "trouble") return null;
      const settled = pending.find((entry) => entry.message.seq === reply.seq);
      // A file that is asked for settles nothing but itself, and nothing else settles it.
      const done = ({ message }) => message.seq === reply.seq || (message.seq < reply.seq && message.kind !== "take" && settled?.message.kind !== "take");
      pending = pending.filter((entry) => !done(entry));
      return settled ? settled.message.kind : null;
    },
    forget() { pending = []; },
    /** Whether something is not saved yet; a file that is asked for needs no saving. */
    waiting: () => pending.some((entry) => entry.message.kind !== "take"),
    lost: () => asked !== null && Date.now() - asked > LOST_AFTER,
  };
}

/** Keeps the unsaved answer in the browser; every call survives a browser that forbids storage. */
export function draftBox(page) {
  const name = `whosays/${page.code}/${page.lesson}/${page.id}`;
  const guarded = (action) => { try { return action(); } catch { return null; } };
  return {
    keep: (draft) => guarded(() => { localStorage.setItem(name, JSON.stringify(draft)); return true; }) === true,
    read: () => guarded(() => JSON.parse(localStorage.getItem(name))),
    clear: () => guarded(() => localStorage.removeItem(name)),
  };
}
