/* The types of what a choose exercise is told by the kernel; checked by TypeScript, never loaded by a browser. */

export interface Option {
  id: string;
  text: string;
}

export interface ChoosePage {
  prompt: string;
  quote: string;
  several: boolean;
  options: Option[];
}
