/* What the teacher does reaches an open page here: look up, closed, the lesson has ended. Nothing typed is touched. */

import { guarded } from "../../page/drafts.js";
import { fill, make } from "../../page/elements.js";
import { askedFile } from "../../page/owed.js";
import { noteEnd } from "./ended.js";

/** @typedef {"ended"|"left"|"other"|"out"|"more"|"gone"|"many"} Out */
/** @typedef {{paused?: boolean, closed?: boolean, look?: boolean, out?: Out}} News */

const UNSAVED = ["unsaved", "trouble"];
const SAVED_WITHIN = 2500; // milliseconds: shorter than the line stays open after the end

const pause = /** @type {HTMLElement} */ (document.querySelector(".room-pause"));
const place = /** @type {HTMLElement} */ (document.querySelector(".room-news"));
const words = JSON.parse(place.dataset.words ?? "{}");

const code = () => document.querySelector(".ws-bar-code")?.textContent ?? "";

/** Whether a text waits to be read that this browser has, and nothing else; one that it does not keep is marked on the page. @param {string} whose */
function hasUnread(whose) {
  return (guarded(() => Object.keys(localStorage)) ?? []).some((name) => name.startsWith(`unread-whosays/${whose}/`));
}

/** Whether nothing waits: a page whose line has just come back may not have been told yet that all is saved. */
function isSaved() {
  const state = /** @type {HTMLElement} */ (document.querySelector(".ws-bar"))?.dataset.state ?? "";
  if (hasUnread(code()) || document.querySelector("[data-unread]")) return false;
  if (state !== "disconnected") return !UNSAVED.includes(state);
  const { owed, left } = askedFile().take(code());
  return !owed.length && !left.length;
}

/** @param {string} name @param {boolean} [door] */
function say(name, door) {
  const link = door ? make("p", {}, [make("a", { href: "/", text: words.door })]) : null;
  place.replaceChildren(make("p", { text: fill(words[name], { code: code() }) }), ...(link ? [link] : []));
  place.hidden = false;
}

/** The lesson has ended: what was typed last is sent; when all is saved, the way in takes the place of the page. */
function end() {
  say("ended");
  document.dispatchEvent(new CustomEvent("whosays:leave"));
  const began = performance.now();
  const clock = setInterval(() => {
    // Replaced, so that the next student at this device does not come back to it.
    if (isSaved() && performance.now() - began > 1000) {
      noteEnd();
      location.replace("/");
    } else if (performance.now() - began > SAVED_WITHIN) say("ended_unsaved", true);
    else return;
    clearInterval(clock);
  }, 200);
}

/**
 * Take what the teacher has done.
 * @param {News} news
 */
export function take({ paused, closed, look, out }) {
  if (paused !== undefined) pause.hidden = !paused;
  if (closed !== undefined && !place.dataset.out) {
    if (closed) say("closed");
    else place.hidden = true;
  }
  if (look) document.dispatchEvent(new CustomEvent("whosays:ask"));
  if (out && !place.dataset.out) {
    place.dataset.out = out;
    document.body.dataset.out = out;
    if (out === "ended") end();
    else say(out, out !== "many");
  }
}

/** The line was cut: say whether this device is still in, as far as the class computer answers. */
export async function lookAround() {
  try {
    const { code: now, paused } = await (await fetch("/here")).json();
    const isIn = now && (!code() || now === code());
    take(isIn ? { paused } : { out: now ? "left" : "gone" });
  } catch {
    /* It does not answer, and the page says that already. */
  }
}

/** Whether this device is out, so that its line need not be tried again. */
export const isOut = () => Boolean(place.dataset.out);
