/*
 * What an exercise does: numbered messages, undo, hints, check and show, drafts, the status line.
 * A view gives a body; exercise(body) puts the frame around it. All modules are joined, once an instance:
 * nothing in them may be a singleton.
 */

import { canonical, courier, draftBox, randomName } from "./courier.js";
import { fill, make } from "./elements.js";
import { Keeping } from "./keeping.js";
import { sealedSince } from "./phases.js";
import { takeaway } from "./takeaway.js";

const DRAFT_AFTER = 400; // milliseconds
const UNDO_STEPS = 200;

/** One exercise on the page. */
class Exercise extends Keeping {
  constructor(model, el, body) {
    super();
    const all = model.get("words");
    this.model = model;
    this.page = model.get("page");
    this.state = model.get("state");
    this.words = { ...all.results, ...all.seal, ...all.kit };
    this.outcomes = all.outcomes || {};
    this.tab = randomName();
    this.uid = `ws-${this.page.id}-${this.tab.slice(0, 8)}`;
    this.courier = courier(model, this.tab);
    this.box = draftBox(this.page);
    Object.assign(this, { history: [], confidence: null, dirty: false, timer: null, busy: false, kept: true, hints: 0, run: null, unreadable: false, anew: false, trouble: "", refused: "", status: {}, drawn: "" });
    this.take = takeaway({ words: all.takeaway, uid: this.uid, ask: (what) => this.courier.send("take", { what }), say: (sentence) => this.say(sentence) });
    this.end = new AbortController();
    this.body = body({
      page: this.page.body, words: all[this.page.kind], outcomes: this.outcomes, uid: this.uid, signal: this.end.signal,
      seed: () => `${this.page.code}/${this.page.id}`, changed: (spoken, run) => this.changed(spoken, run), say: (sentence) => this.say(sentence),
    });
    this.current = this.blank = JSON.stringify(this.body.read());
    this.build(el);
    this.listen();
    this.adopt(this.state);
    this.offerDraft();
    this.announce();
  }

  /* What the student does */

  /** Take a change of the body; changes of one `run`, such as letters typed into one field, are one step to undo. */
  changed(spoken, run = null) {
    const now = JSON.stringify(this.body.read());
    if (now !== this.current) {
      if (!run || run !== this.run) this.history = [...this.history.slice(-UNDO_STEPS), this.current];
      this.run = run;
      this.current = now;
      this.edited();
    }
    if (spoken) this.say(spoken);
  }

  edited() {
    if (this.unreadable) return;
    this.anew = false;
    this.dirty = true;
    this.refused = "";
    this.tell("");
    this.kept = this.box.keep({ answer: JSON.parse(this.current), confidence: this.confidence, at: new Date().toISOString() });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), DRAFT_AFTER);
    this.draw();
  }

  content() {
    return { answer: JSON.parse(this.current), confidence: this.confidence };
  }

  flush() {
    clearTimeout(this.timer);
    if (!this.dirty) return;
    this.dirty = false;
    this.courier.send("draft", this.content());
    this.announce();
  }

  undo() {
    if (this.busy || !["open", "half"].includes(this.state.phase)) return;
    if (!this.history.length) { this.say(this.words.nothing_to_undo); return; }
    this.write(JSON.parse(this.history.pop()));
    this.run = null;
    this.edited();
    this.say(this.words.undone);
  }

  hint() {
    const { hints } = this.page;
    if (this.hints >= hints.length) { this.say(this.words.no_more_hints); return; }
    const hint = hints[this.hints++];
    this.hintList.hidden = false;
    this.hintList.append(make("li", { text: hint }));
    this.buttons.hint.textContent = this.hints < hints.length ? fill(this.words.next_hint, { shown: this.hints, all: hints.length }) : this.words.no_more_hints;
    this.say(hint);
  }

  check() {
    if (this.busy) return;
    const { phase } = this.state;
    const missing = this.body.complete ? this.body.complete(phase) : "";
    if (missing) { this.tell(missing); return; }
    if (this.page.confidence && this.confidence === null && phase === "open") {
      this.tell(this.words.say_how_sure);
      this.sure.querySelector("input").focus();
      return;
    }
    this.act(this.page.seal && phase === "open" ? "seal" : "check");
  }

  /** Send check, seal, open, show or pass, and wait with everything locked until the reply is here. */
  act(kind) {
    if (this.busy) return;
    this.tell("");
    clearTimeout(this.timer);
    this.dirty = false;
    this.busy = true;
    if (!this.page.opening) this.box.keep({ ...this.content(), at: new Date().toISOString() });
    this.courier.send(kind, this.content());
    this.draw();
  }

  again() {
    if (this.busy) return;
    if (this.unreadable) { this.write(JSON.parse(this.blank)); Object.assign(this, { history: [], anew: true }); }
    this.courier.send("again", {});
    this.state = { ...this.state, phase: "open", result: null, key: null };
    if (this.body.below) this.history = [];
    this.tell("");
    this.draw();
    this.focusBody();
    this.say(this.words.open_again);
  }

  focusBody() {
    if (this.body.focus) this.body.focus();
    else this.body.root.querySelector("input, select, textarea, button, [tabindex]")?.focus();
  }

  key(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const writing = event.target.matches("textarea, input:not([type=radio]):not([type=checkbox])");
    if (key === "s") { event.preventDefault(); event.stopPropagation(); this.tell(this.words.saves_itself); }
    if (key === "z" && !event.shiftKey && !writing) { event.preventDefault(); event.stopPropagation(); this.undo(); }
  }

  /* What the kernel says */

  listen() {
    const heard = (message) => this.receive(message);
    const stateChanged = () => this.adopt(this.model.get("state"));
    const pageChanged = () => this.otherStudent(this.model.get("page"));
    this.model.on("msg:custom", heard);
    this.model.on("change:state", stateChanged);
    this.model.on("change:page", pageChanged);
    document.addEventListener("whosays:ask", () => this.announce(true), { signal: this.end.signal });
    window.addEventListener("pagehide", () => this.flush(), { signal: this.end.signal });
    const clock = setInterval(() => { this.courier.tick(); this.announce(); }, 500);
    this.stop = () => {
      this.flush();
      clearInterval(clock);
      this.end.abort();
      this.model.off("msg:custom", heard);
      this.model.off("change:state", stateChanged);
      this.model.off("change:page", pageChanged);
    };
  }

  receive(reply) {
    if (!reply || reply.tab !== this.tab) return;
    const settled = this.courier.settle(reply);
    this.trouble = reply.kind === "trouble" ? reply.words : "";
    if (settled === "take") { this.take.receive(reply); this.announce(); return; }
    if (settled && ["check", "seal", "open", "show", "pass"].includes(settled)) this.busy = false;
    // A refusal with something newer on its way is about a message that no longer matters.
    if (reply.kind === "refused" && settled && !this.courier.waiting()) this.refuse(reply.words);
    if (settled && reply.kind !== "refused") this.acknowledged(reply, settled);
    this.draw();
  }

  refuse(sentence) {
    this.refused = sentence;
    this.tell(sentence);
  }

  acknowledged(reply, settled) {
    this.refused = "";
    if (!this.dirty && !this.courier.waiting()) this.box.clear();
    this.state = { ...this.state, saved_at: this.state.saved_at || new Date().toISOString() };
    if (reply.state) this.adopt(reply.state);
    if (reply.kind !== "result") return;
    if (this.state.phase === "half") this.history = []; // Nothing that was committed can be undone.
    const keyTitle = settled === "show" ? this.body.root.querySelector(".ws-key-title") : null;
    (keyTitle || this.resultTitle).focus();
    const sealed = () => sealedSince(this.state, this.page, this.words);
    this.say({ show: this.words.shown_below, pass: this.words.passed_on, seal: sealed() }[settled] ?? this.state.result?.summary ?? "");
  }

  /** Tell the status line and the bar how it stands. */
  announce(always = false) {
    const words = this.statusNow();
    const status = { exercise: this.page.id, notebook: this.page.notebook, phase: this.state.phase, ...words };
    if (!always && canonical(status) === canonical(this.status)) return;
    if (["trouble", "disconnected"].includes(status.state) && status.words !== this.status.words) this.say(status.words);
    this.status = status;
    this.statusLine.textContent = status.words;
    this.statusLine.dataset.state = status.state;
    this.statusLine.classList.toggle("ws-untouched", status.words === this.words.nothing_yet);
    // Where a seal is opened, the exercise above speaks for both to the bar.
    if (!this.page.opening) document.dispatchEvent(new CustomEvent("whosays:status", { detail: { ...status } }));
  }

  statusNow() {
    if (this.trouble || this.refused) return { state: "trouble", words: this.trouble || this.refused };
    if (this.courier.lost()) return { state: "disconnected", words: this.words.disconnected };
    if (this.dirty || this.courier.waiting()) return { state: "unsaved", words: this.kept ? this.words.unsaved : this.words.unsaved_unkept };
    return { state: "saved", words: this.state.saved_at ? this.words.saved : this.words.nothing_yet };
  }
}

/** Make the render function of a view from its body. */
export function exercise(body) {
  return ({ model, el }) => {
    const one = new Exercise(model, el, body);
    return () => one.stop();
  };
}
