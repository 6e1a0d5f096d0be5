/* The answer that is not saved yet: kept in the browser at once, sent to the kernel when the hand rests. */

/** @import { Content, Draft, Page } from "./types.d.ts" */

const DRAFT_AFTER = 400; // milliseconds

/** @template T @param {() => T} action that a browser may forbid @returns {T|null} */
function guarded(action) {
  try {
    return action();
  } catch {
    return null;
  }
}

/** @param {string} name @returns {Draft|null} */
function readDraft(name) {
  const draft = guarded(() => JSON.parse(localStorage.getItem(name) ?? "null"));
  return draft?.answer && typeof draft.answer === "object" ? draft : null;
}

/** @param {Pick<Page, "code" | "lesson" | "id">} page */
const shelf = (page) => `whosays/${page.code}/${page.lesson}/${page.id}`;

/** What was changed since it was last sent. Every window has a place of its own, so that none clears another's. */
export class Drafts {
  #page;
  #tab;
  #send;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer;
  #spared = 0;
  #turn = 0;
  /** Whether a change was not sent yet. */
  dirty = false;
  /** Whether the browser keeps what it is given. */
  kept;

  /**
   * @param {Page} page
   * @param {string} tab name of this instance
   * @param {() => void} send called when a change should be sent
   */
  constructor(page, tab, send) {
    this.#page = page;
    this.#tab = tab;
    this.#send = send;
    this.kept = guarded(() => this.#tryOut()) === true;
  }

  #tryOut() {
    localStorage.setItem("whosays/kept", "yes");
    localStorage.removeItem("whosays/kept");
    return true;
  }

  /** Every time that a student comes back while something is still on its way, what is written then has a place of its own. */
  #name(code = this.#page.code, turn = this.#turn) {
    return `${shelf({ ...this.#page, code })}/${this.#tab}${turn ? `-again-${turn}` : ""}`;
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
    const text = JSON.stringify({ ...content, at: new Date().toISOString() });
    this.kept = guarded(() => (localStorage.setItem(this.#name(), text), true)) === true;
  }

  /**
   * Keep what has to give way on this page, like a draft that another window left.
   * @param {Content} content
   * @returns {string} under which name
   */
  spare(content) {
    this.#spared += 1;
    const name = `${this.#name()}-${this.#spared}`;
    const text = JSON.stringify({ ...content, at: new Date().toISOString() });
    guarded(() => localStorage.setItem(name, text));
    return name;
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

  /**
   * Give what other windows, or this one before it was opened anew, have left here; the newest first.
   * @returns {{name: string, draft: Draft}[]}
   */
  left() {
    const own = this.#name(this.#page.code, 0);
    const names = guarded(() => Object.keys(localStorage)) ?? [];
    const mine = names.filter((name) => !name.startsWith(own) && `${name}/`.startsWith(`${shelf(this.#page)}/`));
    return mine
      .map((name) => ({ name, draft: readDraft(name) }))
      .flatMap(({ name, draft }) => (draft ? [{ name, draft }] : []))
      .sort((a, b) => (a.draft.at < b.draft.at ? 1 : -1));
  }

  /**
   * Throw away what was left under a name.
   * @param {string} name
   * @param {Draft} [draft] that was found there; something newer, of a window that is still open, stays
   */
  drop(name, draft) {
    if (draft && JSON.stringify(readDraft(name)) !== JSON.stringify(draft)) return;
    guarded(() => localStorage.removeItem(name));
  }

  /** Throw away all that this window keeps for a student, of whom nothing is on its way any more. @param {string} [code] */
  clear(code) {
    for (let turn = 0; turn <= this.#turn; turn += 1) this.drop(this.#name(code, turn));
  }

  /** @param {Page} page of the student who begins */
  begin(page) {
    this.settle();
    this.#page = page;
    // Still on its way since this student was here before: what is written now may not take its place.
    if (readDraft(this.#name())) this.#turn += 1;
  }
}
