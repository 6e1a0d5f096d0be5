/* The teacher's page: asks every second whether the figures are others, and puts the new ones in their place. */

import { projector } from "./wall.js";
import "./steering.js";
import { datesIn } from "../../page/dates.js";

const EVERY = 1000; // milliseconds

const place = /** @type {HTMLElement} */ (document.querySelector(".room-figures"));
const notice = /** @type {HTMLElement} */ (document.querySelector(".room-line"));
const live = /** @type {HTMLElement} */ (document.querySelector(".room-live"));
const day = /** @type {HTMLElement} */ (document.querySelector(".room-on-paper"));
const waiting = [...place.children];
const cut = notice.textContent;
let mark = "";
let asked = 0;

/** @param {string|null} sentence */
function say(sentence) {
  notice.textContent = sentence;
  notice.hidden = !sentence;
  live.hidden = Boolean(sentence);
}

/** Put new figures in; what was open or closed stays so, and the focus where it was. @param {string} html */
function put(html) {
  const folds = [...place.querySelectorAll("details")].map(({ id, open }) => ({ id, open }));
  const at = document.activeElement;
  const focused = place.contains(at) ? at?.closest("[id]")?.id : undefined;
  // Written by our own server, which lets nothing through as HTML that it has not written itself.
  place.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
  for (const { id, open } of folds) document.getElementById(id)?.toggleAttribute("open", open);
  if (focused) focusOn(document.getElementById(focused));
}

/** @param {HTMLElement|null} found */
function focusOn(found) {
  const target = found?.querySelector("summary") ?? found;
  target?.focus({ preventScroll: true });
}

async function look() {
  const turn = ++asked;
  const wall = projector.checked ? "1" : "0";
  try {
    const reply = await fetch(`/teacher/figures?wall=${wall}&have=${mark}`);
    // Somebody has made a new key, or signed this browser out in another window: the page asks for the key.
    if (reply.status === 403) {
      location.reload();
      return;
    }
    const told = await reply.json();
    // Whoever has turned the projector on meanwhile must not see an answer to the question before.
    if (turn !== asked) return;
    say(told.trouble ?? null);
    if (told.html !== undefined) put(told.html);
    mark = told.mark ?? mark;
  } catch {
    if (turn === asked) say(cut);
  }
}

async function go() {
  await look();
  setTimeout(go, EVERY);
}

projector.addEventListener("change", () => {
  // Nothing of the desk stays in sight while the figures for the wall are on their way.
  place.replaceChildren(...waiting.map((one) => one.cloneNode(true)));
  live.hidden = true;
  mark = "";
  void look();
});
window.addEventListener("beforeprint", () => {
  day.textContent = datesIn(document.documentElement.lang).today();
});
void go();
