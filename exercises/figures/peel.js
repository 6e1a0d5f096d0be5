/** @import { Words } from "../page/types.d.ts" */
/** @import { Parts, PeelOwner, PeelPiece, PeelText } from "./types.d.ts" */

import { fill, make } from "../page/elements.js";
import { figure } from "./gate.js";

/** One text whose words are lifted off owner by owner. */
class Peel {
  /** @param {PeelText} text @param {Words} words @param {(sentence: string) => void} say */
  constructor(text, words, say) {
    this.text = text;
    this.words = words;
    this.say = say;
    this.lifted = new Set();
    /** @type {number | null} */
    this.pointed = null;
    this.count = make("p", { class: "ws-peel-count" });
    this.rest = make("div", {});
    this.bar = make("div", { class: "ws-peel-bar", "aria-hidden": "true" }, this.rest);
    this.back = make("button", {
      class: "ws-button ws-plain",
      text: words.all_back,
      on: { click: () => this.putAllBack() },
    });
    this.buttons = text.owners.map((_, owner) =>
      make("button", { class: "ws-button", on: { click: () => this.turn(owner) } }),
    );
    const owners = make(
      "ul",
      { class: "ws-peel-owners", "aria-label": words.owners },
      text.owners.map((one, owner) => this.row(one, owner)),
    );
    this.body = make("ol", { class: "ws-peel-text" });
    this.scroller = make(
      "div",
      { class: "ws-peel-scroll", role: "group", tabindex: "0", "aria-label": text.name },
      this.body,
    );
    this.root = make("div", { class: "ws-peel" }, [
      this.scroller,
      make("div", { class: "ws-peel-desk" }, [this.count, this.bar, owners, this.back]),
    ]);
    this.draw();
  }

  /** @param {PeelOwner} one @param {number} owner */
  row({ name, words }, owner) {
    const point = (/** @type {number | null} */ which) => () => {
      this.pointed = which;
      this.drawText();
    };
    return make(
      "li",
      { on: { pointerenter: point(owner), pointerleave: point(null), focusin: point(owner), focusout: point(null) } },
      [
        make("span", { class: "ws-peel-owner" }, [
          make("strong", { text: name, dir: "auto" }),
          " ",
          make("small", { text: fill(this.words.owned, { words }) }),
        ]),
        this.buttons[owner],
      ],
    );
  }

  /** @param {PeelPiece} piece */
  isGone(piece) {
    return piece.owners.some((owner) => this.lifted.has(owner));
  }

  left() {
    const gone = this.text.sentences.flatMap((sentence) => sentence.pieces).filter((piece) => this.isGone(piece));
    return this.text.words - gone.reduce((sum, piece) => sum + piece.words, 0);
  }

  counted() {
    return fill(this.words.left, { left: this.left(), all: this.text.words });
  }

  /** @param {number} owner */
  turn(owner) {
    const { name, words } = this.text.owners[owner];
    const back = this.lifted.delete(owner);
    if (!back) this.lifted.add(owner);
    this.draw();
    this.bring(owner);
    const all = this.lifted.size === this.text.owners.length ? this.words.all_lifted : "";
    this.say(
      [fill(back ? this.words.said_back : this.words.said_lifted, { name, words }), this.counted(), all]
        .filter(Boolean)
        .join(" "),
    );
  }

  /** Scroll the text, and nothing but the text, to the first words of an owner. @param {number} owner */
  bring(owner) {
    const index = this.text.sentences.findIndex(({ pieces }) => pieces.some((piece) => piece.owners.includes(owner)));
    const line = /** @type {HTMLElement} */ (this.body.children[index]);
    const { scroller } = this;
    const top = line.offsetTop - this.body.offsetTop;
    const seen = top >= scroller.scrollTop && top + line.offsetHeight <= scroller.scrollTop + scroller.clientHeight;
    if (!seen) scroller.scrollTop = Math.max(0, top - 40);
  }

  putAllBack() {
    if (!this.lifted.size) return;
    this.lifted.clear();
    this.draw();
    this.say(`${this.words.said_all_back} ${this.counted()}`);
  }

  draw() {
    const left = this.left();
    this.count.textContent =
      this.counted() + (this.lifted.size === this.text.owners.length ? ` ${this.words.all_lifted}` : "");
    this.rest.style.inlineSize = `${(100 * left) / this.text.words}%`;
    this.buttons.forEach((button, owner) => {
      const word = this.lifted.has(owner) ? this.words.put_back : this.words.lift_off;
      button.textContent = word;
      button.setAttribute("aria-label", `${word}: ${this.text.owners[owner].name}`);
      button.classList.toggle("ws-peel-off", this.lifted.has(owner));
    });
    this.back.setAttribute("aria-disabled", String(!this.lifted.size));
    this.drawText();
  }

  drawText() {
    this.body.replaceChildren(
      ...this.text.sentences.map(({ number, pieces }) =>
        make("li", {}, [
          make("span", { class: "ws-peel-number", text: `S${number}` }),
          make(
            "p",
            { dir: "auto" },
            pieces.map((piece) => this.piece(piece)),
          ),
        ]),
      ),
    );
  }

  /** @param {PeelPiece} piece */
  piece(piece) {
    const pointed = this.pointed !== null && piece.owners.includes(this.pointed) ? " ws-peel-pointed" : "";
    if (!piece.owners.length) return piece.text;
    return make(this.isGone(piece) ? "s" : "span", { class: `ws-peel-piece${pointed}`, text: piece.text });
  }
}

/**
 * Draw the switch between the texts and the text that is chosen.
 * @param {{texts: PeelText[]}} content
 * @param {Parts} parts
 */
function draw({ texts }, { words, say }) {
  const peels = texts.map((text) => new Peel(text, words, say));
  const name = `ws-peel-${Math.random().toString(36).slice(2)}`;
  const place = make("div", {}, peels[0].root);
  /** @param {PeelText} text @param {number} number */
  const choice = (text, number) =>
    make("label", { class: "ws-choice" }, [
      make("input", {
        type: "radio",
        name,
        checked: number === 0,
        on: {
          change: () => {
            place.replaceChildren(peels[number].root);
            say(`${text.name}. ${peels[number].counted()}`);
          },
        },
      }),
      make("span", { text: text.name }),
    ]);
  return make("div", { class: "ws-peeling" }, [
    make("fieldset", { class: "ws-peel-switch", hidden: texts.length < 2 }, [
      make("legend", { text: words.which }),
      make("div", {}, texts.map(choice)),
    ]),
    make("p", { class: "ws-peel-note", text: words.note }),
    place,
  ]);
}

export default { render: figure(draw) };
