/* The types of what a mark exercise is told by the kernel and tells it; checked by TypeScript, never loaded. */

import type { selectionOf } from "./selection.js";
import type { textView } from "./text.js";

export interface Label {
  id: string;
  name: string;
  key: string;
}

/** A sentence with the ranges of its words, in code points of the whole text. */
export interface Sentence {
  number: number;
  start: number;
  text: string;
  words: [number, number][];
}

/** A mark as the kernel knows it: a range of code points. */
export interface StoredMark {
  group: number;
  label: string;
  start: number;
  end: number;
}

export interface MarkPage {
  text_id: string;
  labels: Label[];
  sentences: Sentence[];
  given: StoredMark[];
  free: boolean;
  asked: number;
}

/** A run of words on the page, by their numbers. */
export interface Run {
  from: number;
  to: number;
}

/** A mark on the page. */
export interface Mark extends Run {
  group: number;
  label: string;
  given?: boolean;
}

/** A mark with its depth below the words. */
export interface LaidMark extends Mark {
  depth: number;
}

/** A word on the page; `drawn` tells which marks are painted under it. */
export interface Word {
  start: number;
  end: number;
  line: number;
  element: HTMLElement;
  text: string;
  drawn: string;
}

/** A sentence on the page, with its first and its last word. */
export interface Line {
  number: number;
  first: number;
  last: number;
  box: HTMLElement;
  points: string[];
  start: number;
  rows?: string;
}

/** The first and the last of some words; null where there are none. */
export type Ends = [number, number] | null;

export type TextView = ReturnType<typeof textView>;
export type Selection = ReturnType<typeof selectionOf>;
