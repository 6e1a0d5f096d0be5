/* The types of what a tiles exercise is told by the kernel; checked by TypeScript, never loaded by a browser. */

export interface Tile {
  id: string;
  text: string;
}

export interface TilesPage {
  /** Language of the original, and that of the tiles. */
  language: string;
  into: string;
  original: { word: string; meaning: string }[];
  origin: string;
  tiles: Tile[];
}

/** What becomes of the sentence without one tile. */
export interface Loss {
  tile: string;
  whole: string[];
  at: number;
  beside: string;
  why: string;
}
