/*
 * The frame that all exercises share: numbered messages with acknowledgement, undo, hints, confidence, results,
 * the status line and the live region. A view gives a body; exercise(body) puts the frame around it.
 * Joined in front of each view, once an instance: nothing here may be a singleton.
 */

const RESEND_AFTER = 2000; // milliseconds, like all times here
const PING_AFTER = 5000;
const LOST_AFTER = 12000;
const DRAFT_AFTER = 400;
const UNDO_STEPS = 200;
const FOCUSABLE = /^(a|button|input|select|summary|textarea)$/;
const OUTCOME_SIGNS = { right: "✓", accepted: "✓", part: "◐", "wrong-label": "⇄", missed: "○", extra: "+", wrong: "✗", note: "i" };

/**
 * Build an element. Every focusable one tells the notebook to leave its keys alone.
 * @param {string} tag
 * @param {{class?: string, text?: string, on?: Object<string, function(Event): void>}} options and attributes
 * @param {(Node|string|null)[]|Node|string} children
 */
export function make(tag, options = {}, children = []) {
  const { class: name, text, on = {}, ...attributes } = options;
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (tag === "button") element.type = "button";
  if (text !== undefined && text !== null) element.textContent = text;
  for (const [event, listener] of Object.entries(on)) element.addEventListener(event, listener);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || (value === false && !attribute.startsWith("aria-"))) continue;
    element.setAttribute(attribute, value === true && !attribute.startsWith("aria-") ? "" : String(value));
  }
  if (FOCUSABLE.test(tag) || "tabindex" in attributes) element.setAttribute("data-lm-suppress-shortcuts", "true");
  element.append(...[children].flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** Put values where a sentence has {names}. */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** Say an outcome with a sign and a word, never by colour alone. */
export function badge(outcome, outcomes) {
  const sign = make("span", { "aria-hidden": "true", class: "ws-sign", text: OUTCOME_SIGNS[outcome] || "" });
  return make("span", { class: "ws-outcome", "data-outcome": outcome }, [sign, outcomes[outcome] || outcome]);
}

function randomName() {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (number) => number.toString(36).padStart(7, "0")).join("");
}

function canonical(value) {
  const ordered = (_, part) => (part && typeof part === "object" && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part);
  return JSON.stringify(value, ordered);
}

/** Sends numbered messages again until each is acknowledged, and knows when nobody answers. */
function courier(model, tab) {
  let seq = 0;
  let pending = []; // {message, at}
  let asked = null; // when the oldest unanswered question went out
  let pinged = Date.now();
  function post(message) {
    asked ??= Date.now();
    try { model.send(message); } catch { /* A closed channel shows by the missing reply. */ }
  }
  return {
    /** A newer message holds the newer answer, so a waiting draft is dropped. */
    send(kind, content) {
      pending = pending.filter((entry) => entry.message.kind !== "draft");
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
      pending = pending.filter((entry) => entry.message.seq > reply.seq);
      return settled ? settled.message.kind : null;
    },
    forget() { pending = []; },
    waiting: () => pending.length > 0,
    lost: () => asked !== null && Date.now() - asked > LOST_AFTER,
  };
}

/** Keeps the unsaved answer in the browser; every call survives a browser that forbids storage. */
function draftBox(page) {
  const name = `whosays/${page.code}/${page.lesson}/${page.id}`;
  const guarded = (action) => { try { return action(); } catch { return null; } };
  return {
    keep: (draft) => guarded(() => { localStorage.setItem(name, JSON.stringify(draft)); return true; }) === true,
    read: () => guarded(() => JSON.parse(localStorage.getItem(name))),
    clear: () => guarded(() => localStorage.removeItem(name)),
  };
}

/** One exercise on the page. */
class Exercise {
  constructor(model, el, body) {
    const all = model.get("words");
    this.model = model;
    this.page = model.get("page");
    this.state = model.get("state");
    this.words = { ...all.results, ...all.kit };
    this.outcomes = all.outcomes || {};
    this.tab = randomName();
    this.uid = `ws-${this.page.id}-${this.tab.slice(0, 8)}`;
    this.courier = courier(model, this.tab);
    this.box = draftBox(this.page);
    Object.assign(this, { history: [], confidence: null, dirty: false, timer: null, busy: false, kept: true, hints: 0, trouble: "", refused: "", status: {}, drawn: "" });
    this.end = new AbortController();
    this.body = body({
      page: this.page.body, words: all[this.page.kind], outcomes: this.outcomes, uid: this.uid, signal: this.end.signal,
      changed: (spoken) => this.changed(spoken), say: (sentence) => this.say(sentence),
    });
    this.current = this.blank = JSON.stringify(this.body.read());
    this.build(el);
    this.listen();
    this.adopt(this.state);
    this.offerDraft();
    this.announce();
  }

  /* Drawing */

  build(el) {
    const { page, words, uid } = this;
    const paragraph = (name, text = "", more = {}) => make("p", { class: name, text, hidden: !text, ...more });
    const button = (name, kind, click) => make("button", { class: `ws-button ws-${kind}`, text: words[name], on: { click } });
    this.note = paragraph("ws-note");
    this.live = make("p", { class: "ws-live", role: "status", "aria-live": "polite" });
    this.notices = make("div", { class: "ws-notices" });
    this.hintList = make("ol", { class: "ws-hints", hidden: true, "aria-label": words.hints });
    this.older = make("p", { class: "ws-notice", text: words.older, hidden: true });
    this.resultTitle = make("h4", { class: "ws-result-title", tabindex: "-1" });
    this.result = make("section", { class: "ws-result", hidden: true, "aria-labelledby": `${uid}-result` });
    this.resultTitle.id = `${uid}-result`;
    this.statusLine = make("p", { class: "ws-status" });
    this.sure = this.buildConfidence();
    this.buttons = {
      check: button("check", "primary", () => this.check()),
      again: button("again", "primary", () => this.again()),
      show: button("show", "plain", () => this.act("show")),
      hint: button("hint", "plain", () => this.hint()),
      undo: button("undo", "plain", () => this.undo()),
      pass: button("pass", "quiet", () => this.act("pass")),
    };
    this.root = make("div", { class: `ws-root ws-exercise ws-kind-${page.kind}`, role: "group", "aria-labelledby": `${uid}-title`, on: { keydown: (event) => this.key(event) } }, [
      make("h3", { class: "ws-title", id: `${uid}-title`, text: page.title }),
      paragraph("ws-label", page.label), paragraph("ws-instruction", page.instruction),
      this.older, this.notices, make("div", { class: "ws-body" }, this.body.root), this.hintList, this.sure,
      this.note, this.result, make("div", { class: "ws-buttons" }, Object.values(this.buttons)), this.statusLine, this.live,
    ]);
    this.buttons.hint.hidden = !page.hints.length;
    el.replaceChildren(this.root);
  }

  buildConfidence() {
    const steps = [1, 2, 3, 4].map((step) => make("label", { class: "ws-choice ws-step" }, [
      make("input", { type: "radio", name: `${this.uid}-sure`, value: step, on: { change: () => { this.confidence = step; this.edited(); } } }),
      make("span", { text: this.words[`sure_${step}`] }),
    ]));
    return make("fieldset", { class: "ws-confidence", hidden: !this.page.confidence }, [make("legend", { text: this.words.how_sure }), make("div", { class: "ws-steps" }, steps)]);
  }

  draw() {
    const { phase, attempts, result, key } = this.state;
    const open = phase === "open";
    this.body.lock(!open || this.busy);
    this.sure.disabled = !open || this.busy;
    for (const radio of this.sure.querySelectorAll("input")) radio.checked = Number(radio.value) === this.confidence;
    for (const name of ["check", "undo", "pass"]) this.buttons[name].hidden = !open;
    this.buttons.hint.hidden = !open || !this.page.hints.length;
    this.buttons.again.hidden = open;
    this.buttons.show.hidden = !attempts || phase === "shown";
    for (const button of Object.values(this.buttons)) button.setAttribute("aria-disabled", String(this.busy));
    if (!this.history.length) this.buttons.undo.setAttribute("aria-disabled", "true");
    this.older.hidden = !this.state.older;
    this.root.dataset.phase = phase;
    const next = canonical([phase, result, key]);
    if (next !== this.drawn) { this.drawn = next; this.drawResult(); }
    this.announce();
  }

  drawResult() {
    const { words } = this;
    const { phase, result, key } = this.state;
    const shown = phase === "checked" || phase === "shown" ? result : null;
    this.body.show(shown, phase === "shown" ? key : null);
    this.result.hidden = phase === "open";
    this.resultTitle.textContent = phase === "open" ? "" : words[phase];
    const parts = [this.resultTitle];
    if (phase === "passed") parts.push(make("p", { class: "ws-summary", text: words.passed_on }));
    if (shown) {
      const points = { points: Number(shown.points.toFixed(2)), out_of: Number(shown.out_of.toFixed(2)) };
      parts.push(make("p", { class: "ws-summary", text: shown.summary }), make("p", { class: "ws-points", text: fill(words.points, points) }));
      parts.push(make("ul", { class: "ws-remarks" }, shown.remarks.map((remark) => this.remark(remark))));
    }
    this.result.replaceChildren(...parts);
  }

  remark({ subject, outcome, reason, fact }) {
    return make("li", { class: "ws-remark", "data-outcome": outcome }, [
      make("p", { class: "ws-remark-head" }, [badge(outcome, this.outcomes), " ", make("strong", { class: "ws-subject", text: subject, dir: "auto" })]),
      make("p", { class: "ws-reason", text: reason }),
      fact ? make("p", { class: "ws-fact" }, [make("strong", { text: this.words.fact }), " ", fact]) : null,
    ]);
  }

  /** Say a sentence in the live region; a sentence that comes twice is read twice. */
  say(sentence) {
    this.live.textContent = sentence === this.live.textContent ? sentence + "\u00a0" : sentence;
  }

  /** Show a sentence beside the buttons and say it. */
  tell(sentence) {
    this.note.textContent = sentence;
    this.note.hidden = !sentence;
    if (sentence) this.say(sentence);
  }

  /* What the student does */

  changed(spoken) {
    const now = JSON.stringify(this.body.read());
    if (now !== this.current) {
      this.history = [...this.history.slice(-UNDO_STEPS), this.current];
      this.current = now;
      this.edited();
    }
    if (spoken) this.say(spoken);
  }

  edited() {
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
    if (this.busy || this.state.phase !== "open") return;
    if (!this.history.length) { this.say(this.words.nothing_to_undo); return; }
    this.current = this.history.pop();
    this.body.write(JSON.parse(this.current));
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
    const missing = this.body.complete ? this.body.complete() : "";
    if (missing) { this.tell(missing); return; }
    if (this.page.confidence && this.confidence === null) {
      this.tell(this.words.say_how_sure);
      this.sure.querySelector("input").focus();
      return;
    }
    this.act("check");
  }

  /** Send check, show or pass, and wait with everything locked until the reply is here. */
  act(kind) {
    if (this.busy) return;
    this.tell("");
    clearTimeout(this.timer);
    this.dirty = false;
    this.busy = true;
    this.box.keep({ ...this.content(), at: new Date().toISOString() });
    this.courier.send(kind, this.content());
    this.draw();
  }

  again() {
    if (this.busy) return;
    this.courier.send("again", {});
    this.state = { ...this.state, phase: "open", result: null, key: null };
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
    if (settled && ["check", "show", "pass"].includes(settled)) this.busy = false;
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
    const keyTitle = settled === "show" ? this.body.root.querySelector(".ws-key-title") : null;
    (keyTitle || this.resultTitle).focus();
    this.say(settled === "check" ? this.state.result?.summary || "" : this.words[settled === "show" ? "shown_below" : "passed_on"]);
  }

  /** Take the stored state; an answer that is still on its way there is newer and stays. */
  adopt(state) {
    if (this.dirty || this.courier.waiting()) {
      this.state = { ...state, phase: this.state.phase, result: this.state.result, key: this.state.key };
      this.draw();
      return;
    }
    this.state = state;
    const answer = state.answer && Object.keys(state.answer).length ? state.answer : JSON.parse(this.blank);
    if (!this.refused) {
      if (canonical(answer) !== canonical(this.body.read())) { this.write(answer); this.history = []; }
      this.confidence = state.confidence ?? null;
    }
    this.draw();
  }

  write(answer) {
    try { this.body.write(answer); } catch { this.body.write(JSON.parse(this.blank)); }
    this.current = JSON.stringify(this.body.read());
  }

  /** After another student began, nothing of the last one may be sent or shown. */
  otherStudent(page) {
    if (page.code === this.page.code) return;
    clearTimeout(this.timer);
    this.courier.forget();
    Object.assign(this, { page, box: draftBox(page), dirty: false, busy: false, history: [], refused: "" });
    this.notices.replaceChildren();
  }

  offerDraft() {
    const draft = this.box.read();
    if (!draft || !draft.answer) return;
    if (canonical(draft.answer) === canonical(this.body.read()) && (draft.confidence ?? null) === this.confidence) { this.box.clear(); return; }
    const close = (action) => () => { this.notices.replaceChildren(); action(); this.focusBody(); };
    const offer = (name, action) => make("button", { class: "ws-button", text: this.words[name], on: { click: close(action) } });
    this.notices.replaceChildren(make("div", { class: "ws-notice", role: "group", "aria-label": this.words.draft_name }, [
      make("p", { text: fill(this.words.draft_found, { time: new Date(draft.at).toLocaleString() }) }),
      offer("draft_use", () => this.useDraft(draft)), offer("draft_drop", () => { this.box.clear(); this.say(this.words.draft_dropped); }),
    ]));
  }

  useDraft(draft) {
    if (this.state.phase !== "open") this.again();
    this.history = [...this.history, this.current];
    this.write(draft.answer);
    this.confidence = draft.confidence ?? null;
    this.edited();
    this.say(this.words.draft_used);
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
    document.dispatchEvent(new CustomEvent("whosays:status", { detail: { ...status } }));
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
