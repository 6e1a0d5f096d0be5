/*
 * What a student does with an exercise: change, undo, check and show. A view gives a body, exercise(body) puts the frame around it.
 * In a notebook each instance has modules of its own: nothing in them may be a singleton.
 */

/** @import { After } from "./courier.js" */
/** @import { MakeTakeaway } from "./offers.d.ts" */
/** @import { Reply } from "./messages.d.ts" */
/** @import { MakeBody, Now, Place, State, Told, Words } from "./types.d.ts" */

import { Choice } from "./choice.js";
import { courier, randomName } from "./courier.js";
import { datesIn } from "./dates.js";
import { Drafts, shelf } from "./drafts.js";
import { Earlier } from "./earlier.js";
import { Frame } from "./frame.js";
import { heedHold, listen } from "./hearing.js";
import { Keeping, untouched } from "./keeping.js";
import { heed } from "./keys.js";
import { tellOwed } from "./owed.js";
import { isBegun, isHeld } from "./phases.js";
import { Replies } from "./replies.js";
import { Sheet } from "./sheet.js";
import { Announcer } from "./status.js";

/** One exercise on the page. */
class Exercise {
  #announcer;
  #end = new AbortController();

  /**
   * @param {Place} place
   * @param {MakeBody} makeBody
   * @param {MakeTakeaway} [makeTakeaway]
   */
  constructor({ model, el }, makeBody, makeTakeaway) {
    const all = /** @type {Words} */ (model.get("words"));
    const page = model.get("page");
    const { outcomes = {} } = all;
    this.model = model;
    this.now = untouched(page);
    this.words = { ...all.results, ...all.seal, ...all.kit };
    this.tab = randomName();
    this.dates = datesIn(all.kit.language);
    this.courier = courier(model, this.tab, () => this.keeping.stands());
    const { send } = this.courier;
    const uid = `ws-${page.id}-${this.tab.slice(0, 8)}`;
    const say = (/** @type {string} */ sentence) => this.frame.say(sentence);
    this.take = makeTakeaway?.({
      words: all.takeaway,
      downloads: all.download,
      uid,
      say,
      ask: (what) => send("take", { what }),
    });
    this.body = makeBody({
      page: page.body,
      words: all[page.kind],
      outcomes,
      uid,
      say,
      dates: this.dates,
      signal: this.#end.signal,
      changed: (spoken, run) => this.changed(spoken, run),
      ask: send,
      shelf: () => shelf(this.now.page),
      putAside: () => this.keeping.putAside(this.sheet.content()),
    });
    this.sheet = new Sheet(this.body, () => this.frame.tell(this.words.unreadable));
    this.drafts = new Drafts(page, this.tab, () => send("draft", this.sheet.content()));
    const hands = {
      unsaved: () => this.unsaved(),
      draw: () => this.draw(),
      announce: () => this.announce(),
      send,
      replace: (/** @type {After | undefined} */ after) => this.act("mine", after),
      elsewhere: (/** @type {State} */ state, /** @type {boolean} */ blank) => this.choice.changed(state, blank),
    };
    const { now, sheet, drafts } = this;
    this.keeping = new Keeping({ now, sheet, drafts, body: this.body, ...hands });
    const parts = { page, words: this.words, outcomes, dates: this.dates, uid, body: this.body, foot: this.take?.root };
    const savesItself = () => this.frame.tell(this.words.saves_itself);
    this.frame = new Frame(el, parts, {
      press: (name) => this.press(name),
      beSure: (step) => {
        this.sheet.confidence = step;
        this.edited();
      },
      key: (event) => heed(event, savesItself, () => this.undo()),
    });
    this.#announcer = new Announcer(this.frame, this.words, this.tab, this.#end.signal);
    const { courier: post, keeping, frame, words, dates, take } = this;
    const said = { now, drafts, keeping, frame, words, dates, send };
    this.choice = new Choice({ ...said, act: (kind) => this.act(kind) });
    this.earlier = new Earlier({ ...said, choice: this.choice });
    this.replies = new Replies({ ...said, sheet, courier: post, take, choice: this.choice, ...hands });
    tellOwed(this, () => this.unsaved(), this.#end.signal);
    heedHold(this.now, () => this.draw(), this.#end.signal);
    this.stop = this.#listen();
    this.#takeStored();
    this.announce();
  }

  draw() {
    const { phase, take = [] } = this.now.state;
    this.frame.draw(this.now, this.sheet);
    this.take?.draw(phase === "open" ? [] : take);
    this.choice?.look();
    this.earlier?.draw();
    this.announce();
  }

  /** Whether an answer is still on its way to the kernel. */
  unsaved() {
    return this.drafts.dirty || this.courier.waiting(this.now.page.code);
  }

  /* What the student does */

  /** @param {string} name of a button */
  press(name) {
    if (name === "check") this.check();
    else if (name === "again") this.again();
    else if (name === "hint") this.frame.showHint(this.now.page.hints);
    else if (name === "undo") this.undo();
    else this.act(name);
  }

  /** @param {string} [spoken] @param {string|null} [run] */
  changed(spoken, run = null) {
    if (this.sheet.take(run)) this.edited();
    if (spoken) this.frame.say(spoken);
  }

  edited() {
    if (!this.sheet.readable) return;
    this.now.refused = "";
    this.frame.tell("");
    this.drafts.change(this.sheet.content());
    this.draw();
  }

  undo() {
    if (isHeld(this.now) || !isBegun(this.now.state.phase)) return;
    const { canUndo } = this.sheet;
    if (canUndo) {
      this.sheet.undo();
      this.edited();
    }
    this.frame.say(canUndo ? this.words.undone : this.words.nothing_to_undo);
  }

  check() {
    const { page, state } = this.now;
    if (isHeld(this.now) || this.frame.misses(this.now, this.sheet)) return;
    this.act(page.seal && state.phase === "open" ? "seal" : "check");
  }

  /** Send a commit, and wait with everything locked until the reply is here. @param {string} kind @param {After} [after] */
  act(kind, after) {
    if (isHeld(this.now)) return;
    this.frame.tell("");
    this.drafts.settle();
    this.now.busy = true;
    if (!this.now.page.opening) this.drafts.keep(this.sheet.content());
    this.courier.send(kind, this.sheet.content(), after);
    this.draw();
  }

  again() {
    const { now, sheet, frame } = this;
    if (isHeld(now)) return;
    if (!sheet.readable) {
      sheet.write(sheet.blank());
      sheet.forget();
    }
    // A blank answer takes the place of one that cannot be shown; another one than the page shows is asked about.
    this.courier.send("again", sheet.content());
    now.state = { ...now.state, phase: "open", result: null, key: null };
    if (this.body.below) sheet.forget();
    frame.tell("");
    this.draw();
    frame.focusBody();
    frame.say(this.words.open_again);
  }

  /* What comes from outside */

  #listen() {
    const { model } = this;
    const heard = {
      "msg:custom": (/** @type {Reply} */ reply) => {
        if (!this.courier.owns(reply)) return;
        this.replies.receive(reply);
        if (reply.page) (this.#otherStudent(reply.page), this.#takeStored(reply.state));
      },
      "change:state": () => this.#takeStored(),
      "change:page": () => this.#otherStudent(model.get("page")),
    };
    const tick = () => (this.courier.tick(), this.choice.look(), this.announce());
    const leave = () => (this.drafts.flush(), this.courier.hurry());
    const gone = (/** @type {Told} */ told) => (this.choice.gone(told), this.announce());
    const other = { tick, asked: () => this.announce(true), seen: () => this.courier.ask(), gone, leave };
    return listen(model, heard, other, this.#end);
  }

  /** @param {Now["page"]} page */
  #otherStudent(page) {
    if (page.code === this.now.page.code) return;
    // What is on its way was done under the code before, and rests on the answer that stood there.
    this.drafts.flush();
    this.courier.begin();
    this.frame.begin();
    this.take?.draw([]);
    this.keeping.begin(page);
    this.#takeStored();
  }

  /** Take what is stored. Page and state may come one after the other: what is another student's is never shown. */
  #takeStored(state = this.model.get("state")) {
    const { now } = this;
    if (state.code !== now.page.code) {
      this.draw();
      return;
    }
    const { fresh } = now;
    this.keeping.adopt(state);
    if (fresh) this.choice.offer();
  }

  /** Tell the status line and the bar how it stands. */
  announce(always = false) {
    const { courier: post, drafts } = this;
    // Also what is still on its way of whoever was here before.
    const waiting = drafts.dirty || post.waiting();
    this.#announcer.tell(this.now, { lost: post.lost(), waiting, kept: drafts.kept }, always);
  }
}

/**
 * Make the render function of a view from its body.
 * @param {MakeBody} body
 * @param {MakeTakeaway} [takeaway] given by kinds that offer files
 */
export function exercise(body, takeaway) {
  return (/** @type {Place} */ place) => new Exercise(place, body, takeaway).stop;
}
