/* The types of what a sort exercise is told by the kernel; checked by TypeScript, never loaded by a browser. */

export interface Card {
  id: string;
  text: string;
}

export interface Bin {
  id: string;
  title: string;
}

export interface SortPage {
  cards: Card[];
  bins: Bin[];
  ordered: boolean;
}

/** A bin on the page, or the tray with the cards that wait; that has no id. */
export interface Box {
  root: HTMLElement;
  title: HTMLElement;
  list: HTMLElement;
  empty: HTMLElement;
}
