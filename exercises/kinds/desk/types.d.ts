/* The types of what a desk is told by the kernel and tells it; checked by TypeScript, never loaded by a browser. */

import type { Dates, Kit, Words } from "../../page/types.d.ts";
import type { panelOf } from "./claim.js";
import type { sourceCard } from "./source.js";

/** A source as the page may show it. */
export interface Source {
  publisher: string;
  title: string;
  title_plain: string;
  language: string;
  says: string;
  /** A number of soldiers or of people killed: shown only for a claim that waits behind a warning. */
  counts?: string | null;
  position: string;
  interest: string;
  read: string;
  label: string;
  day: string | null;
  inferred: boolean;
  quote: Quotation | null;
  form: string;
  number: string | null;
  link: string | null;
  archive: string | null;
  /** It counts people killed: only a claim that waits behind a warning finds it. */
  grave?: boolean;
}

export interface Quotation {
  original: string;
  language: string;
  literal: string;
  plain: string;
}

/** What was written of one source. */
export interface Entry {
  source: string;
  shows: string;
  near: string;
  interest: string | null;
  same_as: string | null;
}

/** How one looked through the results for a claim; no part of the answer itself. */
export interface Look {
  scanned: number;
  first: number;
  behind: string[];
}

/** The work on one claim. */
export interface Work {
  log: Entry[];
  searched_nothing: string;
  said: string | null;
  so: Record<string, string>;
  reason: string;
  rated: Record<string, number>;
  confidence: number | null;
  look?: Look;
}

export interface Claim {
  id: string;
  words: string;
  quoted: boolean;
  stated_on: string | null;
  sentence: { number: number; text: string } | null;
  days: string[];
  sources: string[];
  /** Our log, where the claim is a worked example. */
  given: Entry[] | null;
  /** It is about people killed or in danger: it waits behind a word of warning. */
  grave?: boolean;
}

export interface DeskPage {
  choose_from: number;
  claims: Claim[];
  sources: Record<string, Source>;
  span: [string, string];
  search: boolean;
  spellings: string[][];
  links: string;
  most: number;
  gains: Record<string, string>;
  invented: boolean;
}

/** The whole desk, as its parts see it. */
export interface Desk {
  page: DeskPage;
  words: Words;
  uid: string;
  plainDate: Dates["day"];
  say: Kit["say"];
  locked(): boolean;
  of(claim: Claim): Work;
  /** What was logged of a claim, by the student or, in a worked example, by us. */
  logOf(claim: Claim): Entry[];
  wordsOf(claim: Claim): string;
  /** The letter or number that tells a source from the others. */
  tagOf(claim: Claim, id: string): string;
  dayOf(source: Source): string;
  named(claim: Claim, id: string): string;
  hasSlider(claim: Claim): boolean;
  asOf(claim: Claim): string;
  isNew(claim: Claim, id: string): boolean;
  setDay(claim: Claim, day: string): void;
  sayLater(sentence: () => string): void;
  find(wanted: Wanted, claim: Claim): Found;
  change(claim: Claim, part: Partial<Work>, spoken?: string, run?: string): void;
  openedFirst(claim: Claim, id: string): void;
  lookedBehind(claim: Claim, id: string): void;
}

/** What is looked for; an empty word, or an age of 0 days, asks for nothing. */
export interface Wanted {
  query: string;
  language: string;
  form: string;
  oldest: number;
  asOf: string;
}

export interface Found {
  ids: string[];
  later: number;
}

/** A claim on the board, with the student's answer and ours for each day. */
export interface BoardRow {
  words: string;
  side: string;
  about: "said" | "world";
  days: BoardDay[];
}

export interface BoardDay {
  day: string;
  yours: string;
  ours: string | null;
}

export type State = "done" | "begun" | "worked" | "empty";

export type Card = ReturnType<typeof sourceCard>;
export type Panel = ReturnType<typeof panelOf>;
