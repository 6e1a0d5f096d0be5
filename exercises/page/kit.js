/*
 * What an exercise does: messages, undo, check and show. A view gives a body, exercise(body) puts the frame around it.
 * In a notebook each instance has modules of its own: nothing in them may be a singleton.
 */

/** @import { MakeBody, MakeTakeaway, Now, Place, Reply, Words } from "./types.d.ts" */

import { courier, randomName } from "./courier.js";
import { datesIn } from "./dates.js";
import { Drafts } from "./drafts.js";
import { Frame } from "./frame.js";
import { Keeping } from "./keeping.js";
import { wishOf } from "./keys.js";
import { offerDraft } from "./offer.js";
import { sealedSince } from "./phases.js";
import { Sheet } from "./sheet.js";
import { Announcer } from "./status.js";

const TICK = 500; // milliseconds
const COMMITS = ["check", "seal", "open", "show", "pass"];

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
    /** @type {Words} */
    const all = model.get("words");
    const page = model.get("page");
    const outcomes = all.outcomes ?? {};
    this.model = model;
    /** @type {Now} */
    this.now = { page, state: model.get("state"), busy: false, anew: false, refused: "", trouble: "" };
    this.words = { ...all.results, ...all.seal, ...all.kit };
    this.tab = randomName();
    this.dates = datesIn(all.kit.language);
    this.courier = courier(model, this.tab);
    const uid = `ws-${page.id}-${this.tab.slice(0, 8)}`;
    const say = (/** @type {string} */ sentence) => this.frame.say(sentence);
    this.take = makeTakeaway?.({ words: all.takeaway, uid, say, ask: (what) => this.courier.send("take", { what }) });
    this.body = makeBody({
      page: page.body,
      words: all[page.kind],
      outcomes,
      uid,
      say,
      dates: this.dates,
      signal: this.#end.signal,
      seed: () => `${this.now.page.code}/${page.id}`,
      changed: (spoken, run) => this.changed(spoken, run),
    });
    this.sheet = new Sheet(this.body, () => this.frame.tell(this.words.unreadable));
    this.drafts = new Drafts(page, () => this.#send());
    this.keeping = new Keeping({
      now: this.now,
      sheet: this.sheet,
      drafts: this.drafts,
      body: this.body,
      unsaved: () => this.unsaved(),
      draw: () => this.draw(),
      again: () => this.again(),
      edited: () => this.edited(),
    });
    const parts = { page, words: this.words, outcomes, dates: this.dates, uid, body: this.body, foot: this.take?.root };
    this.frame = new Frame(el, parts, {
      press: (name) => this.press(name),
      beSure: (step) => {
        this.sheet.confidence = step;
        this.edited();
      },
      key: (event) => this.key(event),
    });
    this.#announcer = new Announcer(this.frame, this.words);
    this.stop = this.#listen();
    this.keeping.adopt(this.now.state);
    this.#offerDraft();
    this.announce();
  }

  draw() {
    const { phase, take } = this.now.state;
    this.frame.draw(this.now, this.sheet);
    this.take?.draw(phase === "open" ? [] : (take ?? []));
    this.announce();
  }

  /** Whether an answer is still on its way to the kernel. */
  unsaved() {
    return this.drafts.dirty || this.courier.waiting();
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
    Object.assign(this.now, { anew: false, refused: "" });
    this.frame.tell("");
    this.drafts.change(this.sheet.content());
    this.draw();
  }

  #send() {
    this.courier.send("draft", this.sheet.content());
    this.announce();
  }

  undo() {
    if (this.now.busy || !["open", "half"].includes(this.now.state.phase)) return;
    const { canUndo } = this.sheet;
    if (canUndo) {
      this.sheet.undo();
      this.edited();
    }
    this.frame.say(canUndo ? this.words.undone : this.words.nothing_to_undo);
  }

  check() {
    const {
      page,
      busy,
      state: { phase },
    } = this.now;
    if (busy) return;
    const missing = this.body.complete?.(phase);
    if (missing) {
      this.frame.tell(missing);
      return;
    }
    if (page.confidence && this.sheet.confidence === null && phase === "open") {
      this.frame.tell(this.words.say_how_sure);
      this.frame.focusSure();
      return;
    }
    this.act(page.seal && phase === "open" ? "seal" : "check");
  }

  /** Send a commit, and wait with everything locked until the reply is here. @param {string} kind one of COMMITS */
  act(kind) {
    if (this.now.busy) return;
    this.frame.tell("");
    this.drafts.settle();
    this.now.busy = true;
    if (!this.now.page.opening) this.drafts.keep(this.sheet.content());
    this.courier.send(kind, this.sheet.content());
    this.draw();
  }

  again() {
    const { now, sheet, frame } = this;
    if (now.busy) return;
    if (!sheet.readable) {
      sheet.write(sheet.blank());
      sheet.forget();
      now.anew = true;
    }
    this.courier.send("again", {});
    now.state = { ...now.state, phase: "open", result: null, key: null };
    if (this.body.below) sheet.forget();
    frame.tell("");
    this.draw();
    frame.focusBody();
    frame.say(this.words.open_again);
  }

  #offerDraft() {
    const draft = this.keeping.draftToOffer();
    if (!draft) return;
    offerDraft(this.frame.notices, draft, this.words, this.dates, {
      use: () => {
        if (this.keeping.use(draft)) this.frame.say(this.words.draft_used);
      },
      drop: () => {
        this.drafts.clear();
        this.frame.say(this.words.draft_dropped);
      },
      after: () => this.frame.focusBody(),
    });
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const wish = wishOf(event);
    if (!wish) return;
    event.preventDefault();
    event.stopPropagation();
    if (wish === "save") this.frame.tell(this.words.saves_itself);
    else this.undo();
  }

  /* What the kernel says */

  /** Listen to kernel, bar and browser; gives what ends that. */
  #listen() {
    const { model } = this;
    /** @type {Record<string, (content: any) => void>} */
    const heard = {
      "msg:custom": (reply) => this.receive(reply),
      "change:state": () => this.keeping.adopt(model.get("state")),
      "change:page": () => this.#otherStudent(model.get("page")),
    };
    const { signal } = this.#end;
    const clock = setInterval(() => {
      this.courier.tick();
      this.announce();
    }, TICK);
    for (const [name, listener] of Object.entries(heard)) model.on(name, listener);
    document.addEventListener("whosays:ask", () => this.announce(true), { signal });
    window.addEventListener("pagehide", () => this.drafts.flush(), { signal });
    return () => {
      this.drafts.flush();
      clearInterval(clock);
      this.#end.abort();
      for (const [name, listener] of Object.entries(heard)) model.off(name, listener);
    };
  }

  /** @param {Now["page"]} page */
  #otherStudent(page) {
    if (page.code === this.now.page.code) return;
    this.courier.forget();
    this.frame.notices.replaceChildren();
    this.keeping.begin(page);
  }

  /** @param {Reply} reply */
  receive(reply) {
    if (!reply || reply.tab !== this.tab) return;
    const { kind, words = "" } = reply;
    const settled = this.courier.settle(reply);
    this.now.trouble = kind === "trouble" ? words : "";
    if (settled === "take") {
      this.take?.receive(reply);
      this.announce();
      return;
    }
    if (settled && COMMITS.includes(settled)) this.now.busy = false;
    if (settled && kind !== "refused") this.#acknowledged(reply, settled);
    // A refusal with something newer on its way is about a message that no longer matters.
    if (settled && kind === "refused" && !this.courier.waiting()) {
      this.now.refused = words;
      this.frame.tell(words);
    }
    this.draw();
  }

  /** @param {Reply} reply @param {string} settled kind of the message that it answers */
  #acknowledged(reply, settled) {
    const { now, sheet, frame, words } = this;
    now.refused = "";
    if (!this.unsaved()) this.drafts.clear();
    now.state = { ...now.state, saved_at: now.state.saved_at || new Date().toISOString() };
    if (reply.state) this.keeping.adopt(reply.state);
    if (reply.kind !== "result") return;
    if (now.state.phase === "half") sheet.forget(); // Nothing that was committed can be undone.
    frame.focusResult(settled === "show");
    if (settled === "show") frame.say(words.shown_below);
    else if (settled === "pass") frame.say(words.passed_on);
    else if (settled === "seal") frame.say(sealedSince(now.state, now.page, words, this.dates));
    else frame.say(now.state.result?.summary ?? "");
  }

  /** Tell the status line and the bar how it stands. */
  announce(always = false) {
    const { courier: post, drafts } = this;
    this.#announcer.tell(this.now, { lost: post.lost(), waiting: this.unsaved(), kept: drafts.kept }, always);
  }
}

/**
 * Make the render function of a view from its body.
 * @param {MakeBody} body
 * @param {MakeTakeaway} [takeaway] given by kinds that offer files
 */
export function exercise(body, takeaway) {
  return (/** @type {Place} */ place) => {
    const one = new Exercise(place, body, takeaway);
    return () => one.stop();
  };
}
