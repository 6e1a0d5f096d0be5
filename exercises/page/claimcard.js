/* Draws a claim card into a canvas: one picture with the same look in every theme, fair without any words around it. */

const CARD = {
  width: 640,
  edge: 36,
  scale: 2,
  family: "system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif",
};
const INKS = { ink: "#1a1a1a", quiet: "#4a4a4a", line: "#b8b8b8", paper: "#ffffff", band: "#1a1a1a", tint: "#f3f3f3" };
const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** @import { Card } from "./offers.d.ts" */

/**
 * What is drawn: a line of text, a bar, or a box behind an answer.
 * @typedef {{line: string, font: string, colour: string, rtl: boolean, x: number, y: number}} Line
 * @typedef {{bar: Box, colour: string}} Bar
 * @typedef {[x: number, y: number, width: number, height: number]} Box
 */

/** Cut a text into what the eye takes for one sign, so that no accent or emoji is torn apart. @param {string} text */
function signs(text) {
  return Intl.Segmenter ? Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment) : Array.from(text);
}

/**
 * Break a text into lines that fit; a word wider than a line is cut.
 * @param {CanvasRenderingContext2D} pen
 * @param {string} text
 * @param {number} width
 */
function wrapped(pen, text, width) {
  const fits = (/** @type {string} */ line) => pen.measureText(line).width <= width;
  return text.split("\n").flatMap((paragraph) => linesOf(paragraph, fits));
}

/** Break one paragraph into lines that fit. @param {string} paragraph @param {(line: string) => boolean} fits */
function linesOf(paragraph, fits) {
  const lines = [];
  let line = "";
  for (const word of paragraph.split(" ")) {
    const longer = line ? `${line} ${word}` : word;
    if (fits(longer)) {
      line = longer;
    } else {
      if (line) lines.push(line);
      const cut = pieces(word, fits);
      lines.push(...cut.slice(0, -1));
      line = cut.at(-1) ?? "";
    }
  }
  return [...lines, line];
}

/** Cut a word into pieces that fit. @param {string} word @param {(line: string) => boolean} fits */
function pieces(word, fits) {
  const cut = [""];
  for (const sign of signs(word)) {
    const last = cut.length - 1;
    if (cut[last] && !fits(cut[last] + sign)) cut.push(sign);
    else cut[last] += sign;
  }
  return cut;
}

/**
 * Lay out a card from top to bottom; gives what is to be drawn, and the heights of its band and of the whole.
 * @param {CanvasRenderingContext2D} pen
 * @param {Card} card
 */
function layout(pen, card) {
  /** @type {Line[]} */
  const lines = [];
  /** @type {Bar[]} */
  const bars = [];
  /** @type {Box[]} */
  const boxes = [];
  let y = 0;
  /**
   * @param {string} text
   * @param {{size: number, weight?: number, colour?: string, indent?: number, gap?: number, space?: number}} look
   */
  function write(text, { size, weight = 400, colour = INKS.ink, indent = 0, gap = 0, space = 1.4 }) {
    const x = CARD.edge + indent;
    const right = CARD.width - CARD.edge - indent;
    const font = `${weight} ${size}px ${CARD.family}`;
    pen.font = font;
    y += gap;
    for (const line of wrapped(pen, text, right - x)) {
      const rtl = RIGHT_TO_LEFT.test(line);
      lines.push({ line, font, colour, rtl, x: rtl ? right : x, y: y + size });
      y += size * space;
    }
  }
  /** @param {Box} box @param {string} colour */
  const bar = (box, colour) => bars.push({ bar: box, colour });

  y = 16;
  write(card.practice, { size: 17, weight: 700, colour: INKS.paper });
  const band = y + 10;
  y = band;
  let top = y + 26;
  write(card.words, { size: 25, weight: 650, indent: 20, gap: 26, space: 1.3 });
  bar([CARD.edge, top, 5, y - top], INKS.ink);
  write(card.about, { size: 15, weight: 600, gap: 8 });
  for (const { question, answer, notes, ours } of card.answers) {
    y += 22;
    top = y;
    write(question, { size: 16, colour: INKS.quiet, indent: 18, gap: 12 });
    write(answer, { size: 23, weight: 700, indent: 18, gap: 2, space: 1.3 });
    for (const note of notes) write(note, { size: 15, colour: INKS.quiet, indent: 18, gap: 2 });
    if (ours) write(ours, { size: 16, weight: 600, indent: 18, gap: 8 });
    y += 10;
    boxes.push([CARD.edge, top, CARD.width - 2 * CARD.edge, y - top]);
  }
  write(card.evidence, { size: 16, weight: 600, gap: 22 });
  bar([CARD.edge, y + 16, CARD.width - 2 * CARD.edge, 1], INKS.line);
  y += 20;
  for (const line of card.foot) write(line, { size: 14, colour: INKS.quiet, gap: 4 });
  return { lines, bars, boxes, band, height: Math.ceil(y + 22) };
}

/**
 * Draw a card.
 * @param {Card} card its words by their place, as the kernel sends them
 */
export function drawCard(card) {
  const canvas = document.createElement("canvas");
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const { lines, bars, boxes, band, height } = layout(pen, card);
  canvas.width = CARD.width * CARD.scale;
  canvas.height = height * CARD.scale;
  /** @param {string} colour @param {Box} box */
  const fill = (colour, box) => {
    pen.fillStyle = colour;
    pen.fillRect(...box);
  };
  pen.scale(CARD.scale, CARD.scale);
  fill(INKS.paper, [0, 0, CARD.width, height]);
  fill(INKS.band, [0, 0, CARD.width, band]);
  pen.strokeStyle = INKS.ink;
  pen.lineWidth = 4;
  pen.strokeRect(0, 0, CARD.width, height);
  for (const box of boxes) fill(INKS.tint, box);
  for (const { bar, colour } of bars) fill(colour, bar);
  for (const { line, font, colour, rtl, x, y } of lines) {
    Object.assign(pen, { font, fillStyle: colour, direction: rtl ? "rtl" : "ltr", textAlign: "start" });
    pen.fillText(line, x, y);
  }
  return canvas;
}
