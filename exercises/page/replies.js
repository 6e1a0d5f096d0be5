/* What a reply of the kernel changes: an answer is saved, a commit has come through, or a refusal is said. */

/** @import { Message, Reply } from "./messages.d.ts" */
/** @import { Dates, Now, Words } from "./types.d.ts" */
/** @import { Choice } from "./choice.js" */
/** @import { courier, Entry } from "./courier.js" */
/** @import { Drafts } from "./drafts.js" */
/** @import { Frame } from "./frame.js" */
/** @import { Keeping } from "./keeping.js" */
/** @import { Sheet } from "./sheet.js" */
/** @import { Takeaway } from "./offers.d.ts" */

import { changesNothing } from "./courier.js";
import { isBegun, sealedSince } from "./phases.js";

const COMMITS = ["check", "seal", "open", "show", "pass", "mine"];
/** What changes the answer itself, so that the page goes on from the version that it made. */
const CHANGES = [...COMMITS, "draft", "again"];

/**
 * What it is given of the exercise.
 * @typedef {Object} Parts
 * @property {Now} now
 * @property {Words} words
 * @property {Dates} dates
 * @property {ReturnType<typeof courier>} courier
 * @property {Sheet} sheet
 * @property {Drafts} drafts
 * @property {Keeping} keeping
 * @property {Choice} choice
 * @property {Frame} frame
 * @property {Takeaway} [take]
 * @property {() => boolean} unsaved whether an answer is still on its way to the kernel
 * @property {() => void} draw
 * @property {() => void} announce
 */

/** Takes what the kernel says; what the student does is in kit.js. */
export class Replies {
  #parts;
  #done = 0; // number of the newest message that the kernel took

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** @param {Reply} reply to a message of this page */
  receive(reply) {
    const { now, courier: post, take, choice, draw, announce } = this.#parts;
    const settled = post.settle(reply);
    now.trouble = reply.kind === "trouble" ? (reply.words ?? "") : "";
    if (settled && changesNothing(settled.message.kind)) {
      // What whoever was here before has asked for is not for who is here now.
      if (!settled.past && settled.message.kind === "take") take?.receive(reply);
      if (!settled.past && settled.message.kind === "tell") choice.told(settled.message, reply);
      announce();
      return;
    }
    if (settled) this.#answer(reply, settled);
    post.go();
    draw();
  }

  /** @param {Reply} reply @param {Entry} settled what it answers */
  #answer(reply, { message, past }) {
    if (reply.kind === "refused") this.#keep(message);
    if (past) this.#ofBefore(reply, message);
    else this.#settle(reply, message.kind);
  }

  /**
   * A last answer of whoever was here before is stored now, so the browser need not keep it. It is no version to go on
   * from, for the same student neither: the page has not shown it since.
   * @param {Reply} reply
   * @param {Message} message
   */
  #ofBefore(reply, message) {
    const { now, courier: post, drafts } = this.#parts;
    const { code, seq, answer } = message;
    const waits = post.waiting(code, seq) || (code === now.page.code && drafts.dirty);
    // A late reply to one that was typed over says nothing of what came since, and one to a message that brought no
    // answer, as when an earlier version is thrown away, says nothing of any.
    if (answer && reply.kind !== "refused" && !waits) drafts.clear(code, message);
  }

  /** A refused answer that does not stand on the page stays in the browser, and its student is asked about it. @param {Message} settled */
  #keep({ kind, answer, confidence = null, code = "" }) {
    const { now, sheet, drafts } = this.#parts;
    const stands = code === now.page.code && sheet.holds({ answer: answer ?? null, confidence });
    if (answer && !stands && CHANGES.includes(kind)) drafts.setApart({ answer, confidence }, code);
  }

  /** @param {Reply} reply @param {string} settled kind of the message that it answers */
  #settle(reply, settled) {
    const { now } = this.#parts;
    const commit = COMMITS.includes(settled);
    if (commit) now.busy = false;
    const overtaken = (reply.seq ?? 0) < this.#done;
    if (reply.kind !== "refused") this.#done = Math.max(this.#done, reply.seq ?? 0);
    if (reply.kind === "conflict") {
      this.#overtaken(reply);
      return;
    }
    if (reply.kind !== "refused") {
      this.#acknowledged(reply, settled);
      return;
    }
    if (settled === "aside") this.#notAside(reply);
    else this.#refused(reply, commit, overtaken);
  }

  /** What was to be put aside lies nowhere but here: the student is asked about it, whatever came since. @param {Reply} reply */
  #notAside({ words = "" }) {
    const { frame, choice } = this.#parts;
    frame.tell(words);
    choice.offer();
  }

  /** @param {Reply} reply @param {boolean} commit whether a commit was refused @param {boolean} overtaken by a newer message */
  #refused(reply, commit, overtaken) {
    const { now, courier: post, frame, sheet, drafts } = this.#parts;
    // The answer went with the commit: it is sent once more, by itself, so that it is saved all the same.
    if (commit && isBegun(now.state.phase) && !now.page.opening) drafts.change(sheet.content());
    if (!post.waiting() && !overtaken) {
      // With something newer on its way or done, it would be about a message that no longer matters.
      now.refused = reply.words ?? "";
      frame.tell(now.refused);
    }
  }

  /** Another answer stands there: the student chooses, unless the page shows the same. @param {Reply} reply */
  #overtaken({ state, theirs = [], mine = [], may_keep = false }) {
    const { now, courier: post, sheet, drafts, keeping, choice } = this.#parts;
    if (!state) return;
    // What was written since is late as well: the question is about that.
    drafts.flush();
    if (post.waiting(now.page.code)) return;
    now.refused = "";
    if (sheet.holds(state) || !mine.length) {
      drafts.clear();
      now.state = { ...now.state, version: "" };
      keeping.adopt(state);
      return;
    }
    now.asked = { state, theirs, mine, may_keep };
    choice.ask();
  }

  /** @param {Reply} reply @param {string} settled */
  #acknowledged(reply, settled) {
    const { now, sheet, drafts, keeping, frame, unsaved } = this.#parts;
    if (CHANGES.includes(settled)) {
      now.refused = "";
      if (!unsaved()) drafts.clear();
      now.state = {
        ...now.state,
        version: reply.version ?? null,
        saved_at: now.state.saved_at || new Date().toISOString(),
      };
    }
    if (reply.state) keeping.adopt(reply.state);
    if (settled === "mine") frame.focusBody();
    if (reply.kind !== "result") return;
    if (now.state.phase === "half") sheet.forget(); // Nothing that was committed can be undone.
    frame.focusResult(settled === "show");
    frame.say(this.#outcome(settled));
  }

  /** Say what came of a commit. @param {string} settled */
  #outcome(settled) {
    const { now, words, dates } = this.#parts;
    if (settled === "show") return words.shown_below;
    if (settled === "pass") return words.passed_on;
    if (settled === "seal") return sealedSince(now.state, now.page, words, dates);
    return now.state.result?.summary ?? "";
  }
}
