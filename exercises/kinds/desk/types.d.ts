/* The types of what a desk is told by the kernel and tells it; checked by TypeScript, never loaded by a browser. */

import type { Dates, Kit, Words } from "../../page/types.d.ts";

/** A source as the page may show it. */
export interface Source {
  publisher: string;
  title: string;
  title_plain: string;
  language: string;
  says: string;
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
