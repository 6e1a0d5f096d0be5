/* The types of what a bring exercise is told by the kernel and tells it; checked by TypeScript, never loaded. */

export interface BringPage {
  most_sentences: number;
  most_characters: number;
  most_kept: number;
  largest: number;
  example: string[];
  example_title: string;
  example_origin: string;
}

/** What a student brought; `begins` is the number of the first kept sentence. */
export interface Brought {
  title: string;
  origin: string;
  sentences: string[];
  begins: number;
  total: number;
  first: number;
  last: number;
  language: string;
  notes: string[];
}
