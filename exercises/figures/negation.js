/** @import { Words } from "../page/types.d.ts" */
/** @import { NegationSentence, Parts } from "./types.d.ts" */

import { fill, make } from "../page/elements.js";
import { figure } from "./gate.js";

/** One sentence into which “not” is put, and out of which it is taken. */
class Negated {
  /**
   * @param {NegationSentence} sentence
   * @param {string} nothing
   * @param {Words} words
   * @param {(sentence: string) => void} say
   */
  constructor(sentence, nothing, words, say) {
    this.sentence = sentence;
    this.nothing = nothing;
    this.words = words;
    this.say = say;
    this.on = false;
    this.text = make("p", { class: "ws-not-text", dir: "auto" });
    this.why = make("p", { class: "ws-not-why", text: sentence.why });
    this.button = make("button", { class: "ws-button", on: { click: () => this.turn() } });
    const place = `S${sentence.number}`;
    this.root = make("li", {}, [
      make("span", { class: "ws-not-number", text: place }),
      make("div", {}, [this.text, make("p", { class: "ws-not-paper", dir: "auto" }, this.pieces(true)), this.why]),
      this.button,
    ]);
    this.draw();
  }

  turn() {
    this.on = !this.on;
    this.draw();
    const text = this.sentence.pieces.map((piece) => (this.on && piece.negated) || piece.text).join("");
    const stands = this.sentence.pieces
      .filter((piece) => piece.stands)
      .map((piece) => `“${piece.text}”`)
      .join(", ");
    const left =
      this.on && this.sentence.why
        ? [stands ? fill(this.words.said_stands, { stands }) : this.nothing, this.sentence.why]
        : [];
    this.say([text, ...left].join(" "));
  }

  draw() {
    const name = this.on ? this.words.out : this.words.in;
    this.button.textContent = name;
    this.button.setAttribute("aria-label", fill(this.words.labelled, { name, number: this.sentence.number }));
    this.root.classList.toggle("ws-not-on", this.on);
    this.why.hidden = !this.on || !this.sentence.why;
    this.text.replaceChildren(...this.pieces(this.on));
  }

  /** @param {boolean} on */
  pieces(on) {
    return this.sentence.pieces.map(({ text, negated, stands }) => {
      if (negated) return make("strong", { class: "ws-not-verb", text: on ? negated : text });
      return on && stands ? make("mark", { class: "ws-not-stands", text }) : text;
    });
  }
}

/**
 * Draw the sentences with their buttons.
 * @param {{ask: string, nothing: string, sentences: NegationSentence[]}} content
 * @param {Parts} parts
 */
function draw({ ask, nothing, sentences }, { words, say }) {
  return make("div", { class: "ws-negation" }, [
    make("p", { class: "ws-not-ask", text: ask }),
    make(
      "ol",
      { class: "ws-not-list" },
      sentences.map((sentence) => new Negated(sentence, nothing, words, say).root),
    ),
    make("p", { class: "ws-not-note", text: words.note }),
  ]);
}

export default { render: figure(draw) };
