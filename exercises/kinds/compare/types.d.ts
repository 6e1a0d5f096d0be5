/* The types of what a compare exercise is told by the kernel; checked by TypeScript, never loaded by a browser. */

import type { Words } from "../../page/types.d.ts";

export interface Term {
  words: string;
  language?: string;
  plain: string;
}

export interface Quotation {
  original: string;
  language: string;
  literal: string;
  plain: string;
}

/** One version of a statement on its way. */
export interface Version {
  id: string;
  who: string;
  when: string;
  says: string;
  order: string | null;
  terms: Term[];
  quote: Quotation | null;
}

export interface Question {
  id: string;
  ask: string;
  nowhere: string | null;
  /** The answer with its reasons, where it is given. */
  given: { at: string; basis: string; reasons: string[] } | null;
}

export interface ComparePage {
  versions: Version[];
  questions: Question[];
}

/** One version on the way, with how it stands on each question, and who sees the step there. */
export interface PathNode {
  id: string;
  states: { state: string; words: string }[];
  ours: boolean[];
  yours: boolean[];
}

export interface PathQuestion {
  reasons: { step: string; why: string }[];
}

/** The way that the words took; it comes with the result. */
export interface Path {
  nodes: PathNode[];
  questions: PathQuestion[];
  shown: string[];
  inferred: string[];
  intent: string;
}

/** What may be chosen: its value, its words, and what these mean. */
export type Choice = [value: string, text: string, help?: string];

/** Our answers, by question. */
export interface Key {
  steps: Record<string, string>;
  basis: Record<string, string>;
}

/** What all nodes of a path share. */
export interface Around {
  path: Path;
  page: ComparePage;
  words: Words;
  lines: number[];
}
