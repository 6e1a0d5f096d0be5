/* The types of what a student takes along from a checked answer; checked by TypeScript, never loaded by a browser. */

import type { Reply } from "./messages.d.ts";
import type { Words } from "./types.d.ts";

/** The words of a claim card by their place. */
export interface Card {
  practice: string;
  words: string;
  about: string;
  answers: { question: string; answer: string; notes: string[]; ours: string }[];
  evidence: string;
  foot: string[];
}

/** Files that a part of a checked answer can be taken along as. */
export interface Offer {
  subject: string;
  files: { format: string; what: string }[];
}

/** The part "Take it along" of an exercise. */
export interface Takeaway {
  root: HTMLElement;
  draw(offers: Offer[]): void;
  receive(reply: Reply): void;
}

export type MakeTakeaway = (parts: {
  words: Words;
  downloads: Words;
  uid: string;
  ask(what: string): void;
  say(sentence: string): void;
}) => Takeaway;
