/* Mouse, touch and keys on the text of a mark exercise: a few listeners for all words. */

/** @import { Label, Selection, TextView } from "./types.d.ts" */

/**
 * Listen to the text.
 * @param {TextView} view the text
 * @param {Selection} selection what is chosen in it
 * @param {{isLocked: () => boolean, offered: Label[], putLabel: (label: Label) => void,
 *   removeUnder: (index: number) => void}} acts what a key may do
 * @param {AbortSignal} signal ends it
 */
export function listenTo(view, selection, acts, signal) {
  const { root, all, lines } = view;
  /** @type {{from: number, moved: boolean}|null} */
  let drag = null;

  /** @param {Event} event */
  function wordAt(event) {
    const hit = event.target instanceof Element ? event.target.closest("[data-word]") : null;
    return hit && root.contains(hit) ? Number(hit.getAttribute("data-word")) : null;
  }

  /** @param {Event} event */
  function lineAt(event) {
    const line = event.target instanceof HTMLElement ? event.target.dataset.line : undefined;
    return line === undefined ? null : Number(line);
  }

  const hasWords = (/** @type {number} */ line) => lines[line].last >= lines[line].first;

  root.addEventListener("pointerdown", (event) => {
    const index = wordAt(event);
    drag = null;
    if (acts.isLocked() || index === null || event.pointerType === "touch" || event.button !== 0) return;
    drag = { from: index, moved: false };
  });
  root.addEventListener("pointermove", (event) => {
    const index = event.buttons ? wordAt(event) : null;
    if (!drag || index === null || index === (drag.moved ? selection.end() : drag.from)) return;
    drag.moved = true;
    selection.select(drag.from, index, false);
  });
  document.addEventListener(
    "pointerup",
    () => {
      if (!drag?.moved || !selection.range()) return;
      selection.stay();
      selection.tell();
    },
    { signal },
  );
  root.addEventListener("click", (event) => {
    const index = wordAt(event);
    if (index === null || acts.isLocked() || drag?.moved) return;
    selection.tap(index);
    selection.stay(all[index].line);
  });
  root.addEventListener("focusin", (event) => {
    const line = lineAt(event);
    if (line !== null && hasWords(line)) selection.setActive(selection.activeIn(line));
  });
  root.addEventListener("keydown", (event) => {
    const line = lineAt(event);
    if (line === null || event.ctrlKey || event.metaKey || event.altKey || !hasWords(line)) return;
    if (go(event, line) || act(event.key, line)) event.preventDefault();
  });

  /** Move by a key; says whether it was one for that. @param {KeyboardEvent} event @param {number} line */
  function go({ key, shiftKey }, line) {
    const { first, last, box } = lines[line];
    if (key === "ArrowUp" || key === "ArrowDown") {
      const step = key === "ArrowUp" ? -1 : 1;
      let next = line + step;
      while (lines[next] && !hasWords(next)) next += step;
      if (lines[next]) selection.focusLine(next);
      return true;
    }
    const at = selection.activeIn(line);
    const right = getComputedStyle(box).direction === "rtl" ? -1 : 1;
    /** @type {Record<string, number>} */
    const targets = { Home: first, End: last, ArrowRight: at + right, ArrowLeft: at - right };
    const target = targets[key];
    if (target === undefined) return false;
    selection.move(Math.min(Math.max(target, first), last), shiftKey && !acts.isLocked(), line);
    return true;
  }

  /** Do what a key stands for; says whether it stands for anything. @param {string} key @param {number} line */
  function act(key, line) {
    if (acts.isLocked()) return false;
    const at = selection.activeIn(line);
    const label = acts.offered.find((one) => one.key === key);
    if (key === " " || key === "Enter") selection.tap(at);
    else if (key === "Escape" && selection.range()) selection.clear(true);
    else if (key === "Delete" || key === "Backspace") acts.removeUnder(at);
    else if (label) acts.putLabel(label);
    else return false;
    return true;
  }
}
