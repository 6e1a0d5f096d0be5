/** @import { Words } from "../page/types.d.ts" */
/** @import { MachineContent, MachinePiece, Parts } from "./types.d.ts" */

import { fill, make } from "../page/elements.js";
import { figure } from "./gate.js";

/** Underline one flag; its number is read out as well as seen. @param {MachinePiece} piece @param {Words} words */
function flagged({ text, flag }, words) {
  return make("mark", { class: "ws-machine-flag" }, [
    text,
    make("sup", { "aria-hidden": "true", text: String(flag) }),
    make("span", { class: "ws-live", text: ` (${fill(words.flag, { number: flag })})` }),
  ]);
}

/**
 * Draw the text with the flags of the machine, labelled as a draft.
 * @param {MachineContent} content
 * @param {Parts} parts
 */
function draw({ label, flags, sentences }, { words }) {
  /** @param {MachineContent["sentences"][0]} one */
  const pieces = (one) => one.pieces.map((piece) => (piece.flag ? flagged(piece, words) : piece.text));
  return make("div", { class: "ws-machine" }, [
    make("p", { class: "ws-machine-head" }, [
      make("strong", { text: words.draft }),
      " ",
      make("span", { class: "ws-machine-label", text: label }),
    ]),
    make(
      "ol",
      { class: "ws-machine-text" },
      sentences.map((one) =>
        make("li", {}, [
          make("span", { class: "ws-machine-number", text: String(one.number) }),
          make("p", { dir: "auto" }, pieces(one)),
        ]),
      ),
    ),
    make("p", { class: "ws-machine-note", text: fill(words.note, { flags }) }),
  ]);
}

export default { render: figure(draw) };
