/* The types of the messages of an exercise and of their replies; checked by TypeScript, never loaded by a browser. */

import type { Card } from "./offers.d.ts";
import type { Answer, Page, State } from "./types.d.ts";

/** What goes to the kernel. */
export interface Message {
  kind: string;
  tab: string;
  seq: number;
  answer?: Answer;
  confidence?: number | null;
  what?: string;
  /** Whose answer this is, and which version of it is changed. */
  code?: string;
  base?: string | null;
}

/** What comes back. */
export interface Reply {
  kind: "saved" | "result" | "conflict" | "refused" | "trouble" | "pong" | "file" | "told" | "piece" | "read";
  tab: string;
  seq: number;
  words?: string;
  state?: State;
  page?: Page; // with the state, where the page has missed that it was drawn anew
  /** The version that the message made. */
  version?: string | null;
  /** Of a conflict, and of what was to be told: both answers in words; of the conflict whether the one of the page may still stand. */
  theirs?: string[];
  mine?: string[];
  may_keep?: boolean;
  /** Of a file: its name, media type and text, and for a picture what is drawn. */
  name?: string;
  type?: string;
  text?: string;
  card?: Card | null;
  /** Of a text that was brought: what was read. */
  read?: { title: string; sentences: string[]; notes: string[]; language: string };
}
