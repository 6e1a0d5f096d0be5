/* The types of what an annotate exercise is told by the kernel and tells it; checked by TypeScript, never loaded. */

import type { Label, StoredMark } from "../mark/types.d.ts";

/** Some sentences of a text that was brought, to the letter. */
export interface Part {
  title: string;
  first: number;
  sentences: string[];
  language: string;
}

export interface AnnotatePage {
  labels: Label[];
}

/** What stands of one difference, and why: the marks that stand, and the student's group that the draft lies beside. */
export interface Settled {
  choice: "" | "accepted" | "changed" | "dropped" | "kept";
  why: string;
  marks: StoredMark[];
  group: number | null;
}

export interface AnnotateAnswer {
  on: Part | null;
  marks: StoredMark[];
  settled: Record<string, Settled>;
  looked: boolean;
}

/** A draft of the machine: its marks, how sure its rule is, and the rule in a sentence. */
export interface Draft {
  id: string;
  marks: StoredMark[];
  level: "sure" | "look";
  rule: string;
}

/** A draft beside the group that goes with it; one of the two may be missing. */
export interface Pair {
  id: string;
  draft: Draft | null;
  group: number | null;
  alike: boolean;
}

/** What is known of the exercise where the text is brought. */
export interface Earlier {
  title: string;
  part: Part | null;
}
