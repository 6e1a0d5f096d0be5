/* A page without a line: looks every few seconds whether it still shows what is true, and is loaded again if not. */

import { canonical } from "../../page/canonical.js";

const EVERY = 4000; // milliseconds

const here = /** @type {HTMLElement} */ (document.querySelector(".room-here"));
const pause = /** @type {HTMLElement|null} */ (document.querySelector(".room-pause"));
const before = JSON.parse(here.dataset.news ?? "{}");

/** @param {{paused: boolean}} news */
function take({ paused, ...news }) {
  if (pause) pause.hidden = !paused;
  if (canonical({ ...news, paused: before.paused }) !== canonical(before)) location.reload();
}

async function look() {
  // A page that nobody looks at asks nothing; it looks as soon as it is seen again.
  if (!document.hidden) {
    try {
      take(await (await fetch("/here")).json());
    } catch {
      /* The class computer does not answer just now. */
    }
  }
  setTimeout(look, EVERY);
}

setTimeout(look, EVERY);
