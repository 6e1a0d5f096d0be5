/* The types of what figures are sent by the kernel; checked by TypeScript, never loaded by a browser. */

import type { Words } from "../page/types.d.ts";

/** What a figure needs besides its content. */
export interface Parts {
  words: Words;
  say(sentence: string): void;
}

/** Draws what the kernel sends for a figure. */
export type DrawFigure = (content: any, parts: Parts) => HTMLElement;

/** Words of a text, with the numbers of those whom they come from. */
export interface PeelPiece {
  text: string;
  owners: number[];
  words: number;
}

export interface PeelOwner {
  name: string;
  words: number;
}

export interface PeelText {
  name: string;
  words: number;
  owners: PeelOwner[];
  sentences: { number: number; pieces: PeelPiece[] }[];
}

/** A dated answer of ours. */
export interface ClockVerdict {
  day: string;
  verdict: string;
  reason: string;
}

/** A claim between two clocks; `sources` are the days of its sources. */
export interface ClockClaim {
  place: string;
  words: string;
  by: string;
  verdicts: ClockVerdict[];
  sources: string[];
}

export interface ClockContent {
  first: string;
  last: string;
  days: string[];
  sources: string[];
  claims: ClockClaim[];
}

/** One place where a word stands; without `place` it is a practice sentence. */
export interface ConcordanceLine {
  place: string;
  left: string;
  hit: string;
  right: string;
  who: string;
  /** What the machine takes for the source; null where it drafts nothing, empty where nobody is named. */
  draft: string | null;
}

export interface ConcordanceEntry {
  word: string;
  forms: string[];
  lines: ConcordanceLine[];
}

export interface NegationPiece {
  text: string;
  negated: string;
  stands: boolean;
}

export interface NegationSentence {
  number: number;
  pieces: NegationPiece[];
  why: string;
}

export interface MachinePiece {
  text: string;
  /** Its number, from 1; 0 where the words are no flag. */
  flag: number;
}

export interface MachineContent {
  label: string;
  flags: number;
  sentences: { number: number; pieces: MachinePiece[] }[];
}

export interface ChartContent {
  title: string;
  caption: string;
  alt: string;
  /** The picture as SVG in base64. */
  picture: string;
  heads: string[];
  rows: string[][];
}
