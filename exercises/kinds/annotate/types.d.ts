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

export interface AnnotateAnswer {
  on: Part | null;
  marks: StoredMark[];
}

/** What is known of the exercise where the text is brought. */
export interface Earlier {
  title: string;
  part: Part | null;
}
