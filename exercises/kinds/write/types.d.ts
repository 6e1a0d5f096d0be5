/* The types of what a write exercise is told by the kernel; checked by TypeScript, never loaded by a browser. */

/** A text for one level of the rubric, with a reason. */
export interface Sample {
  level: number;
  text: string;
  why: string;
}

/** A row of the rubric with its levels in words. */
export interface RubricRow {
  row: string;
  name: string;
  levels: string[];
  /** Whether the teacher ticks a level on it, too. */
  marked: boolean;
}

export interface WritePage {
  prompt: string;
  quote: string;
  asks: string[];
  most: number;
  least: number;
  /** The names of the levels. */
  steps: string[];
  rows: RubricRow[];
  /** The row on which the samples have their level, where texts are rated on several; else empty. */
  sample_row: string;
}
