/* Which answer stands: the stored one, one that is still on its way there, or none of another student's. */

/** @import { Body, Content, Draft, Now, Page, State } from "./types.d.ts" */
/** @import { Send } from "./courier.js" */
/** @import { Drafts } from "./drafts.js" */
/** @import { Sheet } from "./sheet.js" */

import { canonical } from "./canonical.js";
import { isBegun } from "./phases.js";

/**
 * What it is given of the exercise.
 * @typedef {Object} Parts
 * @property {Now} now
 * @property {Sheet} sheet
 * @property {Drafts} drafts
 * @property {Body} body
 * @property {() => boolean} unsaved whether an answer is still on its way to the kernel
 * @property {() => void} draw
 * @property {Send} send
 * @property {(after?: import("./courier.js").After) => void} replace sends what the page shows, in place of the one that stands
 * @property {(state: State, blank: boolean) => void} elsewhere says that an answer came from another place, and whether
 *   one stood here before
 */

/**
 * Give what a page may show before anything of its student is known.
 * @param {Page} page
 * @returns {State}
 */
function nothingOf({ code }) {
  const answer = { answer: null, confidence: null, phase: /** @type {const} */ ("open"), version: null, aside: [] };
  return { ...answer, code, result: null, key: null, attempts: 0, saved_at: null, older: false };
}

/**
 * Give what stands when an exercise is drawn, before it takes what is stored.
 * @param {Page} page
 * @returns {Now}
 */
export function untouched(page) {
  const state = nothingOf(page);
  const nothing = { refused: "", trouble: "", asked: null };
  return { page, state, busy: false, held: false, ...nothing, offered: false, fresh: true };
}

/** @param {State} state */
const asideOf = ({ aside, more_aside }) => ({ aside, more_aside });

/** Takes over answers that come from outside the page; what the student does is in kit.js. */
export class Keeping {
  #parts;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** Say what the page shows, for messages to name, and whether it is that alone. */
  stands() {
    const { now, unsaved } = this.#parts;
    const { page, state, asked, refused, busy } = now;
    return { code: page.code, base: state.version ?? null, rests: !asked && !refused && !busy && !unsaved() };
  }

  /**
   * Take the stored state. An answer that is on its way stays, and names the version that it changes: if another one
   * stands there, the kernel asks.
   * @param {State} state
   */
  adopt(state) {
    const { now, unsaved, draw } = this.#parts;
    const { asked, state: before } = now;
    this.#saveVersions(before, state);
    if (asked) now.asked = { ...asked, latest: state };
    else if (unsaved() || this.#isRefused()) now.state = { ...before, ...asideOf(state) };
    else if (this.#isLost(state)) this.#bringBack(state);
    else this.#take(state);
    draw();
  }

  /** Earlier versions that only the page still has, because another file stands there: they are put aside once more. @param {State} before @param {State} state */
  #saveVersions(before, state) {
    if (before.code !== state.code || before.file === undefined || before.file === state.file) return;
    const essence = (/** @type {Content} */ { answer, confidence }) => canonical([answer, confidence ?? null]);
    const there = new Set([state, ...(state.aside ?? [])].map((one) => essence(/** @type {Content} */ (one))));
    for (const one of before.aside ?? []) if (!there.has(essence(one))) this.putAside(one);
  }

  /** @param {State} state */
  #take(state) {
    const { now, sheet } = this.#parts;
    const { state: before, fresh } = now;
    Object.assign(now, { state, fresh: false, refused: "" });
    const answer = state.answer && Object.keys(state.answer).length ? state.answer : sheet.blank();
    const other = !sheet.shows(answer);
    const blank = sheet.shows(sheet.blank());
    if (other) sheet.write(answer);
    // Nothing that was committed can be undone, wherever it was.
    if (other || (state.phase === "half" && before.phase !== "half")) sheet.forget();
    sheet.confidence = state.confidence ?? null;
    if (!fresh && other && sheet.readable && before.version !== state.version) this.#tellNews(state, blank);
  }

  /** Say that an answer came from elsewhere; where a sealed one is opened stands what this page sealed above. @param {State} state @param {boolean} blank */
  #tellNews(state, blank) {
    const { now, elsewhere } = this.#parts;
    if (!now.page.opening) elsewhere(state, blank);
  }

  /** Whether the kernel would not have what the page shows: then it rests on the version before, whatever came since. */
  #isRefused() {
    const { now, sheet } = this.#parts;
    return Boolean(now.refused) && !sheet.holds(now.state);
  }

  /** Whether only the page still has its answer: the store has none, or another file with another one. @param {State} state */
  #isLost(state) {
    const { now, sheet } = this.#parts;
    const { page, state: before } = now;
    if (page.opening || !before.version || before.version === state.version) return false;
    const another = !state.version || before.file !== state.file;
    return another && !sheet.shows(sheet.blank()) && !sheet.holds(state);
  }

  /** It is sent once more. If another one stands there, it names the version before, so that the kernel asks. @param {State} state */
  #bringBack(state) {
    const { now, sheet, drafts } = this.#parts;
    const { file } = state;
    now.state = state.version ? { ...now.state, ...asideOf(state), file } : state;
    drafts.change(sheet.content());
  }

  /** After another student began, nothing of the last one may be shown. @param {Page} page */
  begin(page) {
    const { now, sheet, drafts, body } = this.#parts;
    if (this.#isRefused()) drafts.setApart(sheet.content());
    Object.assign(now, { ...untouched(page), trouble: now.trouble });
    drafts.begin(page);
    sheet.begin();
    body.arrange?.(page.body);
    body.reset?.();
    sheet.write(sheet.blank());
  }

  /** Give what the browser kept and the student should be asked about; what stands there anyway is no question. */
  toOffer() {
    const { now, sheet, drafts, unsaved } = this.#parts;
    if (now.page.opening) return [];
    const left = drafts.left();
    const same = left.filter(({ draft }) => sheet.holds(draft));
    if (same.length) this.#confirm();
    // Another window that shows the same may have thrown away the copy of this one.
    if (same.length && unsaved()) drafts.keep(sheet.content());
    // One that stands on this page alone is still the only one that the browser keeps.
    if (drafts.kept || !unsaved()) for (const { name, draft } of same) drafts.drop(name, draft);
    return left.filter((one) => !same.includes(one));
  }

  /** Whether what was offered still waits: the browser keeps it as it was found, and something else stands here. @param {{name: string, draft: Draft}} offered */
  isLeft({ name, draft }) {
    const { sheet, drafts } = this.#parts;
    return drafts.holds(name, draft) && !sheet.holds(draft);
  }

  /** Send what stands once more: what was sent before it and is still on its way then rests on an older version. */
  #confirm() {
    const { now, sheet, drafts } = this.#parts;
    if (isBegun(now.state.phase) && !sheet.shows(sheet.blank())) drafts.change(sheet.content());
  }

  /** Whether an answer may take the place of the one that stands: of what was sealed only the second part. @param {Content} one */
  mayUse({ answer }) {
    const { now, body } = this.#parts;
    if (!now.page.seal || ["open", "passed"].includes(now.state.phase)) return true;
    if (now.state.phase !== "half" || !body.first) return false;
    return canonical(body.first(answer)) === canonical(body.first(body.read()));
  }

  /** Put an answer aside that the kernel may not have: the browser keeps it until it lies there. @param {Content} content */
  putAside({ answer, confidence }) {
    const { drafts, send } = this.#parts;
    const name = drafts.spare({ answer, confidence });
    send("aside", { answer, confidence }, (done) => (done ? drafts.drop(name) : drafts.release(name)));
  }

  /**
   * Whether another file stands there, or none, since two answers were shown: then only the page still has them.
   * @param {{state: State, latest?: State}} asked
   */
  isGone({ state, latest }) {
    if (!latest || latest.version === state.version) return false;
    return !latest.version || latest.file !== state.file;
  }

  /**
   * Put an answer in place of the one that stands, which is kept aside; says whether this edition can show it.
   * @param {Content} one
   * @param {{alone?: boolean, after?: import("./courier.js").After}} [more] whether only the page has the one that stands,
   *   and what to do when the kernel has answered
   */
  use({ answer, confidence }, { alone = false, after } = {}) {
    const { sheet, unsaved, replace } = this.#parts;
    const before = sheet.content();
    const owed = alone || unsaved() || this.#isRefused();
    if (!sheet.replace(answer)) return false;
    if (owed) this.putAside(before);
    sheet.confidence = confidence ?? null;
    replace(after);
    return true;
  }
}
