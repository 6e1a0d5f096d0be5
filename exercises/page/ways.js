/* The way on that is offered behind a result: another worked case, or where to go on. */

/** @import { Page, State, Words } from "./types.d.ts" */

import { make } from "./elements.js";

/**
 * Draw the offer; none where nothing is offered.
 * @param {Page} page
 * @param {State} state
 * @param {Words} words
 */
export function wayOn({ ways = {} }, { way }, words) {
  const to = way && ways[way];
  if (!to) return null;
  const where = make("span", { class: "ws-way-note" });
  const click = () => {
    if (!goTo(to.id)) where.textContent = ` ${words.way_further}`;
  };
  const go = make("button", { class: "ws-button ws-quiet", text: to.title, dir: "auto", on: { click } });
  return make("p", { class: "ws-way" }, [words[`way_${way}`], " ", go, where]);
}

/**
 * Go to the title of an exercise on this page. A notebook may not have drawn it yet.
 * @param {string} id
 * @returns {boolean} whether it is there
 */
function goTo(id) {
  const title = document.querySelector(`[data-exercise="${id}"] .ws-title`);
  if (!(title instanceof HTMLElement)) return false;
  title.tabIndex = -1;
  // What is told before it is to be seen as well.
  title.scrollIntoView({ block: "center" });
  title.focus({ preventScroll: true });
  return true;
}
