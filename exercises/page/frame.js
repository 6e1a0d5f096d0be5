/* What an exercise looks like: title, buttons, confidence, the result with its remarks, and the sentences it says. */

import { badge, fill, make } from "./elements.js";
import { canonical } from "./courier.js";
import { buttonsOf, isAnswered, isCovered, sealLine, sealedSince } from "./phases.js";

/** Draws an exercise from its page, state and words; what the buttons do is decided in kit.js. */
export class Frame {
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
    this.result = make("section", { class: "ws-result", hidden: true, "aria-labelledby": `${uid}-title ${uid}-result` });
    this.resultTitle.id = `${uid}-result`;
    this.statusLine = make("p", { class: "ws-status" });
    this.sure = this.buildConfidence();
    this.sealLine = paragraph("ws-seal-line", "", { id: `${uid}-seal` });
    this.bodyPlace = make("div", { class: "ws-body" }, this.body.root);
    this.buttons = {
      check: button("check", "primary", () => this.check()),
      open: button("open", "primary", () => this.act("open")),
      again: button("again", "primary", () => this.again()),
      show: button("show", "plain", () => this.act("show")),
      hint: button("hint", "plain", () => this.hint()),
      undo: button("undo", "plain", () => this.undo()),
      pass: button("pass", "quiet", () => this.act("pass")),
    };
    this.buttonRow = make("div", { class: "ws-buttons" }, Object.values(this.buttons));
    this.root = make("div", { class: `ws-root ws-exercise ws-kind-${page.kind}`, role: "group", "aria-labelledby": `${uid}-title`, on: { keydown: (event) => this.key(event) } }, [
      make("h3", { class: "ws-title", id: `${uid}-title`, text: page.title }),
      paragraph("ws-label", page.label), paragraph("ws-instruction", page.opening ? words.opening : page.instruction),
      this.older, this.notices, this.bodyPlace, this.hintList, this.sure, this.result, this.body.below || "",
      this.note, this.sealLine, this.buttonRow, this.take.root, this.statusLine, this.live,
    ]);
    if (page.seal) this.buttons.check.setAttribute("aria-describedby", `${uid}-seal`);
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
    const { phase, result, key, sealed_at } = this.state;
    const { page, words, busy } = this;
    const there = buttonsOf(this.state, page, this.body, this.unreadable);
    const covered = isCovered(this.state, page);
    this.body.lock(phase !== "open" || busy || this.unreadable, phase === "half" && !busy);
    this.body.recall?.(this.state.earlier);
    this.bodyPlace.hidden = covered;
    this.sure.hidden = covered || !page.confidence;
    this.sure.disabled = phase !== "open" || busy;
    for (const radio of this.sure.querySelectorAll("input")) radio.checked = Number(radio.value) === this.confidence;
    for (const [name, button] of Object.entries(this.buttons)) {
      button.hidden = !there.includes(name);
      button.setAttribute("aria-disabled", String(busy || (name === "undo" && !this.history.length)));
    }
    this.buttonRow.hidden = !there.length;
    this.buttons.check.textContent = phase === "half" ? this.body.secondCheck : page.seal ? words.seal : words.check;
    this.buttons.again.classList.toggle("ws-primary", phase !== "half");
    this.sealLine.textContent = sealLine(this.state, page, words);
    this.sealLine.hidden = !this.sealLine.textContent;
    this.older.hidden = !this.state.older;
    this.root.dataset.phase = phase;
    this.take.draw(phase === "open" ? [] : this.state.take || []);
    const next = canonical([phase, result, key, sealed_at]);
    if (next !== this.drawn) { this.drawn = next; this.drawResult(); }
    this.announce();
  }

  drawResult() {
    const { words, page } = this;
    const { phase, result, key } = this.state;
    const shown = isAnswered(phase) ? result : null;
    const since = sealedSince(this.state, page, words);
    const paragraph = (name, text) => (text ? [make("p", { class: name, text })] : []);
    this.body.show(shown, phase === "shown" ? key : null, phase);
    this.result.hidden = phase === "open" || isCovered(this.state, page);
    this.resultTitle.textContent = phase === "open" ? "" : words[phase];
    const parts = [this.resultTitle, ...paragraph(phase === "sealed" ? "ws-summary" : "ws-since", since)];
    if (phase === "passed") parts.push(...paragraph("ws-summary", words.passed_on));
    if (shown) {
      const points = { points: Number(shown.points.toFixed(2)), out_of: Number(shown.out_of.toFixed(2)) };
      parts.push(...paragraph("ws-summary", shown.summary));
      if (points.out_of && phase !== "half") parts.push(...paragraph("ws-points", fill(words.points, points)));
      parts.push(make("ul", { class: "ws-remarks", hidden: !shown.remarks.length }, shown.remarks.map((remark) => this.remark(remark))));
      // A kind may draw more behind the reasons.
      parts.push(this.body.after?.(shown) || null);
    }
    if (page.seal && ["checked", "shown"].includes(phase)) parts.push(...paragraph("ws-since", words.once));
    this.result.replaceChildren(...parts.filter(Boolean));
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
}
