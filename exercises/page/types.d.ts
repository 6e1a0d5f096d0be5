/* The types of what travels between kernel, kit and views; checked by TypeScript, never loaded by a browser. */

import type { After, Send } from "./courier.js";
import type { Offer } from "./offers.d.ts";

/** What a host gives a view: the part of anywidget's model (AFM) that all hosts have. */
export interface Model {
  get(name: string): any;
  on(event: string, listener: (content: any) => void): void;
  off(event: string, listener: (content: any) => void): void;
  send(message: object): void;
}

/** What a view's `render` gets. */
export interface Place {
  model: Model;
  el: HTMLElement;
  signal?: AbortSignal;
}

/** What an element is built from: class, text, listeners by event, and any attribute. */
export interface Options {
  class?: string;
  text?: string | number | null;
  on?: Record<string, (event: any) => void>;
  [attribute: string]: unknown;
}

export type Child = Node | string | null | undefined;

/** Words of the interface by name, as they stand in a section of `locale/en.yaml`. */
export type Words = Record<string, any>;

/** Says days and times in the language of the words. */
export interface Dates {
  day(day: string): string;
  moment(iso: string, earlier: string): string;
}

export type Phase = "open" | "half" | "sealed" | "checked" | "shown" | "passed";

/** All that the page may know of an exercise before the commit. */
export interface Page {
  id: string;
  kind: string;
  lesson: string;
  notebook: string;
  code: string;
  title: string;
  instruction: string;
  label: string;
  hints: string[];
  confidence: boolean;
  seal?: boolean;
  opening?: boolean;
  ways?: Record<string, { id: string; title: string }>; // where each leads
  body: any;
}

export interface Remark {
  subject: string;
  outcome: string;
  reason: string;
  fact?: string;
  /** The reason in two doses. */
  at_once?: string;
  on_tap?: string;
  /** Neither chosen nor ours: it waits on tap. */
  other?: boolean;
  /** Its whole reason waits on tap, so the first dose is empty. */
  folded?: boolean;
}

export interface Result {
  points: number;
  out_of: number;
  summary: string;
  remarks: Remark[];
  extra?: any;
}

/** An answer; what is in it is the kind's affair. */
export type Answer = Record<string, any>;

/** What is stored of an exercise and may be seen now. */
export interface State {
  answer: Answer | null;
  confidence: number | null;
  phase: Phase;
  result: Result | null;
  key: any;
  attempts: number;
  saved_at: string | null;
  sealed_at?: string | null;
  older: boolean;
  take?: Offer[];
  way?: string; // that is offered now
  earlier?: any;
  /** Whether it is kept for this session only. */
  temporary?: boolean;
  /** Which file of answers it stands in; another number is another file. */
  file?: number;
  code?: string; // whose state it is
  /** Name of what is stored; null if nothing is. */
  version: string | null;
  aside?: Aside[];
  more_aside?: number;
}

/** An answer that does not stand, told in lines. */
export interface Aside extends Content {
  id: string;
  lines: string[];
  at: string;
  why: string;
}

/** What is asked when another answer stands than the page knew, and what came since. */
export interface Asked {
  state: State;
  theirs: string[];
  mine: string[];
  may_keep: boolean;
  latest?: State;
}

/** An answer with its confidence, as a message or the browser's own draft holds it. */
export interface Content {
  answer: Answer;
  confidence: number | null;
}

export interface Draft extends Content {
  at: string;
}

/** How an exercise stands, for its status line and for the bar. */
export interface Status {
  state: "saved" | "unsaved" | "disconnected" | "trouble";
  words: string;
}

/** What a view tells the bar: of which exercise and student it speaks, under which name, and how that stands. */
export interface Told extends Status {
  view: string;
  exercise: string;
  lesson: string;
  notebook: string;
  code: string;
  title: string;
  phase: Phase;
  begun: boolean;
  /** Whether the student has to choose between two answers. */
  asks: boolean;
  /** Whether there is an answer that may not be stored yet. */
  owes: boolean;
}

/** What a kind gives the kit; all but the first five may be missing. */
export interface Body {
  root: HTMLElement;
  read(): Answer;
  /** Show an answer; throws if this edition cannot. What `read` does not give back was not shown. */
  write(answer: any): void;
  lock(locked: boolean, second: boolean): void;
  show(result: Result | null, key: any, phase: Phase): void;
  /** Stands below the result. */
  below?: HTMLElement;
  /** The words on Check for the second part of an answer. */
  secondCheck?: string;
  /** The part of an answer that a first commit holds. */
  first?(answer: any): Answer;
  /** The part of an answer that makes it another one, with all that this edition does not know. */
  essence?(answer: any): Answer;
  /** Draws more behind the reasons. */
  after?(result: Result): Node | string;
  /** Says what is still missing; empty if nothing. */
  complete?(phase: Phase): string;
  /** Whether there is more of ours than the result tells. */
  hasKey?(phase: Phase): boolean;
  focus?(): void;
  /** Put what is drawn in the order of the student who works now; the page is that of another one. */
  arrange?(page: any): void;
  recall?(earlier: any): void;
  reset?(): void;
}

/** What the kit gives a kind. */
export interface Kit<P = any> {
  page: P;
  words: Words;
  outcomes: Record<string, string>;
  uid: string;
  signal: AbortSignal;
  dates: Dates;
  /** The answer has changed; the sentence is said, and changes of one `run` are one step to undo. */
  changed(spoken?: string, run?: string | null): void;
  say(sentence: string): void;
  /** Ask the kernel for something besides; what changes an answer the kit sends itself. */
  ask: Ask;
  /** Where the browser keeps answers to this exercise of whoever works here now. */
  shelf(): string;
  /** The answer as it stood at the last change goes to Earlier versions; until it lies there, the browser keeps it. */
  putAside(): void;
}

/** What a body may ask for itself: what changes no answer. */
export type Ask = (kind: "read", content: Parameters<Send>[1], after?: After) => void;

export type MakeBody = (kit: Kit) => Body;

/** What stands now; the kit keeps it, its parts read it. */
export interface Now {
  page: Page;
  state: State;
  /** A commit is on its way; or perhaps another student, whom the bar has asked for. */
  busy: boolean;
  held: boolean;
  /** Why the kernel would not take the last answer, and what went wrong there. */
  refused: string;
  trouble: string;
  /** Two answers wait for the student's choice. */
  asked: Asked | null;
  /** An answer that the browser kept waits for the student's choice. */
  offered: boolean;
  /** Nothing of this student has been shown yet. */
  fresh: boolean;
}
