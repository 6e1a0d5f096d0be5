/* The answer that is not saved yet: kept in the browser at once, sent to the kernel when the hand rests. */

/** @import { Content, Draft, Page } from "./types.d.ts" */

const DRAFT_AFTER = 400; // milliseconds

/**
 * Keep an unsaved answer in the browser; every call survives a browser that forbids storage.
 * @param {Pick<Page, "code" | "lesson" | "id">} page
 */
export function draftBox(page) {
  const name = `whosays/${page.code}/${page.lesson}/${page.id}`;
  /** @template T @param {() => T} action */
  const guarded = (action) => {
    try {
      return action();
    } catch {
      return null;
    }
  };
  return {
    /** @param {Draft} draft */
    keep: (draft) =>
      guarded(() => {
        localStorage.setItem(name, JSON.stringify(draft));
        return true;
      }) === true,
    /** @returns {Draft|null} */
    read: () => guarded(() => JSON.parse(localStorage.getItem(name) ?? "null")),
    clear: () => guarded(() => localStorage.removeItem(name)),
  };
}

/** What was changed since it was last sent. */
export class Drafts {
  #box;
  #send;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer;
  /** Whether a change was not sent yet. */
  dirty = false;
  /** Whether the browser keeps the last change. */
  kept = true;

  /**
   * @param {Page} page
   * @param {() => void} send called when a change should be sent
   */
  constructor(page, send) {
    this.#box = draftBox(page);
    this.#send = send;
  }

  /** @param {Content} content that was changed */
  change(content) {
    this.dirty = true;
    this.keep(content);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), DRAFT_AFTER);
  }

  /** @param {Content} content */
  keep(content) {
    this.kept = this.#box.keep({ ...content, at: new Date().toISOString() });
  }

  /** Send now what was changed. */
  flush() {
    if (this.settle()) this.#send();
  }

  /** Send nothing later: what was changed goes with another message, or nowhere. Says whether there was something. */
  settle() {
    clearTimeout(this.#timer);
    const waited = this.dirty;
    this.dirty = false;
    return waited;
  }

  read() {
    return this.#box.read();
  }

  clear() {
    this.#box.clear();
  }

  /** @param {Page} page of the student who begins */
  begin(page) {
    this.settle();
    this.#box = draftBox(page);
  }
}
