/* The types of what a sources exercise is told by the kernel and tells it; checked by TypeScript, never loaded. */

import type { Bin, Card } from "../sort/types.d.ts";

export interface SourcesPage {
  bins: Bin[];
}

/** What is known of the exercise where the sources are marked. */
export interface Earlier {
  title: string;
  cards: Card[];
}
