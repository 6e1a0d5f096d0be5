/* The types of what an evidence exercise is told by the kernel and tells it; checked by TypeScript, never loaded. */

import type { Kit, Words } from "../../page/types.d.ts";
import type { Part } from "../annotate/types.d.ts";

export interface EvidencePage {
  most: number;
  longest: Record<string, number>;
  links: string;
}

/** The claim, to the letter. */
export interface Claim {
  title: string;
  number: number;
  sentence: string;
  own: string;
}

/** A source that the student found; what is not known yet is empty. */
export interface Source {
  id: string;
  who: string;
  where: string;
  day: string;
  read: string;
  tells: string;
  shows: string;
  near: string;
  same_as: string;
}

export interface Check {
  claim: Claim | null;
  log: Source[];
  searched: string;
  said: string | null;
  so: string | null;
  as_of: string;
  reason: string;
  change: string;
  sure: number | null;
}

/** A sentence that a machine would check, and why. */
export interface Offered {
  number: number;
  rules: string[];
}

/** What is known of the exercise where the text is brought. */
export interface Earlier {
  title: string;
  part: Part | null;
}

/** The whole check, as its parts see it. */
export interface Bench {
  page: EvidencePage;
  words: Words;
  uid: string;
  say: Kit["say"];
  plainDate(day: string): string;
  locked(): boolean;
  check(): Check;
  change(part: Partial<Check>, spoken?: string, run?: string | null): void;
}
