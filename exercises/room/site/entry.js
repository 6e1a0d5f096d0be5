/* The way in: says whose answers this browser still keeps because they could not be saved, and that a lesson ended. */

import { fill } from "../../page/elements.js";
import { hasEnded } from "./ended.js";

const place = /** @type {HTMLElement} */ (document.querySelector(".room-kept"));

/** Give the codes under which something is kept here. */
function kept() {
  try {
    const names = Object.keys(localStorage).map((name) => name.split("/"));
    return names.flatMap(([ours, code, ...more]) =>
      ["whosays", "unread-whosays"].includes(ours) && more.length > 1 ? [code] : [],
    );
  } catch {
    return []; // a browser that keeps nothing
  }
}

const codes = [...new Set(kept())].sort();
place.textContent = fill(place.dataset.words ?? "", { codes: codes.join(", ") });
place.hidden = !codes.length;
/** @type {HTMLElement} */ (document.querySelector(".room-ended")).hidden = !hasEnded() || codes.length > 0;
