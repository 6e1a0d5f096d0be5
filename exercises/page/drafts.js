/* The answer that is not saved yet: kept in the browser at once, sent to the kernel when the hand rests. */

/** @import { Content, Draft, Page } from "./types.d.ts" */

const DRAFT_AFTER = 400; // milliseconds

/** @template T @param {() => T} action that a browser may forbid @returns {T|null} */
export function guarded(action) {
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

/** Whether two answers are the same to the letter. @param {Content|null} one @param {Partial<Content>} other */
const isSame = (one, { answer, confidence }) =>
  JSON.stringify([one?.answer, one?.confidence]) === JSON.stringify([answer, confidence]);

/** @param {Pick<Page, "code" | "lesson" | "id">} page */
export const shelf = (page) => `whosays/${page.code}/${page.lesson}/${page.id}`;

/**
 * Find a code by what was typed, if this browser still keeps an answer under it.
 * @param {string} typed
 * @returns {string} the code, or nothing
 */
export function codeOfKept(typed) {
  // As `answers/code.py` reads it.
  const code = typed
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, "-");
  const names = guarded(() => Object.keys(localStorage)) ?? [];
  return code && names.some((name) => name.startsWith(`whosays/${code}/`) && readDraft(name)) ? code : "";
}

/**
 * Give all answers that this browser keeps under a code, of whatever exercise.
 * @param {string} code
 */
export function keptUnder(code) {
  return (guarded(() => Object.keys(localStorage)) ?? []).flatMap((name) => {
    const [ours, whose, lesson, exercise] = name.split("/");
    const draft = ours === "whosays" && whose === code && exercise ? readDraft(name) : null;
    return draft ? [{ lesson, exercise, answer: draft.answer, confidence: draft.confidence ?? null }] : [];
  });
}

/** What was changed since it was last sent. Every window has a place of its own, so that none clears another's. */
export class Drafts {
  #page;
  #tab;
  #send;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer;
  #spared = 0;
  #turn = 0;
  /** Names of what is on its way to the kernel, and of what was refused; nobody writes over them any more. */
  #onWay = new Set();
  #apart = new Set();
  /** What the browser would not keep, as long as this page is open. @type {Map<string, Draft>} */
  #unkept = new Map();
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
    this.kept = this.#store(this.#name(), content);
  }

  /**
   * Keep what has to give way on this page until it lies aside.
   * @param {Content} content
   * @returns {string} under which name
   */
  spare(content) {
    const own = this.#name();
    this.#spared += 1;
    const beside = `${own}-${this.#spared}`;
    if (this.#store(beside, content) || !isSame(readDraft(own), content)) return this.hold(beside);
    // A full storage has no room for a second one: the first stays, and what is written next has another place.
    this.#unkept.delete(beside);
    this.#turn += 1;
    return this.hold(own);
  }

  /** Whether the browser keeps it; if not, this page does. @param {string} name @param {Content} content */
  #store(name, content) {
    const draft = { ...content, at: new Date().toISOString() };
    const kept = guarded(() => (localStorage.setItem(name, JSON.stringify(draft)), true)) === true;
    if (kept) this.#unkept.delete(name);
    else this.#unkept.set(name, draft);
    return kept;
  }

  /** What of this exercise and student the page alone keeps. @returns {Draft[]} */
  alone() {
    return [...this.#unkept].filter(([name]) => name.startsWith(`${shelf(this.#page)}/`)).map(([, draft]) => draft);
  }

  /** @param {string} name */
  #read(name) {
    return this.#unkept.get(name) ?? readDraft(name);
  }

  /** Ask nobody about what goes to the kernel now, and keep it until it is there. @param {string} name */
  hold(name) {
    this.#onWay.add(name);
    return name;
  }

  /** Let what did not get there after all be found here, like a draft that another window left. @param {string} name */
  release(name) {
    this.#onWay.delete(name);
    this.#apart.add(name);
  }

  /**
   * Let what was refused stay where it is, when nobody goes on with it here: it is found when its student comes back.
   * @param {Content} content what was changed since is another one, which took its place
   * @param {string} [code]
   */
  setApart(content, code) {
    for (const name of this.#own(code)) if (isSame(this.#read(name), content)) this.#apart.add(name);
  }

  /** The places of what is written on this page. @param {string} [code] */
  #own(code) {
    return Array.from({ length: this.#turn + 1 }, (_, turn) => this.#name(code, turn));
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
   * Give what other windows, or this one before it was opened anew, have left here, and what was refused; newest first.
   * @returns {{name: string, draft: Draft}[]}
   */
  left() {
    const names = [...(guarded(() => Object.keys(localStorage)) ?? []), ...this.#unkept.keys()];
    const here = this.#own().filter((name) => !this.#apart.has(name));
    const mine = names.filter((name) => `${name}/`.startsWith(`${shelf(this.#page)}/`));
    return [...new Set(mine)]
      .filter((name) => !here.includes(name) && !this.#onWay.has(name))
      .map((name) => ({ name, draft: this.#read(name) }))
      .flatMap(({ name, draft }) => (draft ? [{ name, draft }] : []))
      .sort((a, b) => (a.draft.at < b.draft.at ? 1 : -1));
  }

  /** Whether a draft is kept under a name as it was found there. @param {string} name @param {Draft} draft */
  holds(name, draft) {
    return JSON.stringify(this.#read(name)) === JSON.stringify(draft);
  }

  /**
   * Throw away what was left under a name.
   * @param {string} name
   * @param {Draft} [draft] that was found there; something newer, of a window that is still open, stays
   */
  drop(name, draft) {
    if (draft && !this.holds(name, draft)) return;
    guarded(() => localStorage.removeItem(name));
    for (const names of [this.#onWay, this.#apart, this.#unkept]) names.delete(name);
  }

  /**
   * Throw away what this window keeps for a student whose answer is stored, but what was refused or is to be put aside.
   * @param {string} [code]
   * @param {Partial<Content>} [stored] the answer that is; kept is then what is another one, and all if it is none
   */
  clear(code, stored) {
    const other = (/** @type {string} */ name) => stored && !isSame(this.#read(name), stored);
    const kept = this.#own(code).filter((name) => !this.#apart.has(name) && !this.#onWay.has(name));
    for (const name of kept) if (!other(name)) this.drop(name);
  }

  /** @param {Page} page of the student who begins */
  begin(page) {
    this.settle();
    this.#page = page;
    // Still on its way since this student was here before: what is written now may not take its place.
    if (this.#read(this.#name())) this.#turn += 1;
  }
}
