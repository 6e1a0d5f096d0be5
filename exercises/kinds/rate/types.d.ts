/* The types of what a rate exercise is told by the kernel; checked by TypeScript, never loaded by a browser. */

import type { Child } from "../../page/types.d.ts";

export interface Statement {
  id: string;
  text: string;
  context: string;
}

export interface RatePage {
  prompt: string;
  scale: { low: string; high: string; steps: string[] };
  /** Number of the first step, as it is shown. */
  first: number;
  statements: Statement[];
  cannot_tell: boolean;
  each_sure: boolean;
  shuffle: boolean;
  scored: boolean;
}

/** A step of the scale, or that one cannot tell. */
export type Value = number | string;

/** One radio button with its label, and the place for what was chosen before or by us. */
export interface Step {
  input: HTMLInputElement;
  tag: HTMLElement;
  value: Value;
  label: HTMLElement;
}

/** One statement on the page. */
export interface Row {
  item: HTMLElement;
  fields: HTMLFieldSetElement[];
  scale: Step[];
  sure: Step[];
  number: HTMLElement;
  asked: HTMLElement;
}

export type Pieces = Child[];
