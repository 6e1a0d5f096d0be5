/* Listens for an exercise: to the kernel, to the bar, to the clock and to the browser that leaves the page. */

/** @import { Model, Now, Told } from "./types.d.ts" */

const TICK = 500; // milliseconds

/**
 * Begin to listen; gives what ends it.
 * @param {Model} model
 * @param {Record<string, (content: any) => void>} heard what to do by the name of the model's event
 * @param {{tick: () => void, asked: () => void, seen: () => void, gone: (told: Told) => void, leave: () => void}} other the
 *   clock, the bar's question, the page that comes back into sight, a view that is gone, and the end
 * @param {AbortController} end aborted at the end, for all else that listens as long
 */
export function listen(model, heard, { tick, asked, seen, gone, leave }, end) {
  const { signal } = end;
  const clock = setInterval(tick, TICK);
  for (const [name, listener] of Object.entries(heard)) model.on(name, listener);
  document.addEventListener("whosays:ask", asked, { signal });
  const hear = (/** @type {Event} */ event) => gone(/** @type {CustomEvent} */ (event).detail);
  document.addEventListener("whosays:goodbye", hear, { signal });
  // Before another student begins, the last answers of this one go out.
  document.addEventListener("whosays:leave", leave, { signal });
  document.addEventListener("visibilitychange", () => (document.hidden ? leave() : seen()), { signal });
  window.addEventListener("pagehide", leave, { signal });
  return () => {
    leave();
    clearInterval(clock);
    end.abort();
    for (const [name, listener] of Object.entries(heard)) model.off(name, listener);
  };
}

/**
 * Lock an exercise while the bar waits for another student, or for work that it opens: what is typed then would be
 * written under the code before. A new page, or the end of the waiting, unlocks it.
 * @param {Now} now
 * @param {() => void} draw
 * @param {AbortSignal} signal
 */
export function heedHold(now, draw, signal) {
  /** @param {{detail: {lesson: string, notebook: string, code: string, on: boolean}}} event */
  function heed({ detail: { lesson, notebook, code, on } }) {
    const { page } = now;
    if (lesson !== page.lesson || notebook !== page.notebook || now.held === on) return;
    if (on && code !== page.code) return;
    now.held = on;
    draw();
  }
  document.addEventListener("whosays:hold", (event) => heed(/** @type {CustomEvent} */ (event)), { signal });
}
