/* After Run All a notebook of Jupyter stands at its end; the student should begin at the top. */

const AFTER = 400; // milliseconds: by then the cells above have their height
const ACTS = ["pointerdown", "wheel", "touchstart", "keydown"];

/**
 * Bring the bar into sight once, unless somebody has begun to read or to work by then. Nothing but Jupyter goes to the
 * end of a page by itself: anywhere else a page stands where the student wants it.
 * @param {Element} el the place of the bar
 * @param {AbortSignal} [ended] ends it
 */
export function beginAtTop(el, ended) {
  const over = new AbortController();
  const stop = () => {
    clearTimeout(later);
    over.abort();
  };
  const later = setTimeout(() => {
    over.abort();
    const isAbove = el.getBoundingClientRect().bottom < 0;
    if (isAbove && el.closest(".jp-NotebookPanel")) el.scrollIntoView({ block: "center" });
  }, AFTER);
  for (const act of ACTS) document.addEventListener(act, stop, { capture: true, passive: true, signal: over.signal });
  ended?.addEventListener("abort", stop, { once: true });
  return stop;
}
