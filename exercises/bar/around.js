/* What the bar tends of the page around it: where a student begins, and the folds of the notebook's own text. */

const AFTER = 400; // milliseconds: by then the cells above have their height
const ACTS = ["pointerdown", "wheel", "touchstart", "keydown"];

/**
 * After Run All a notebook of Jupyter stands at its end; the student should begin at the top.
 *
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

/**
 * Tend the folds of the notebook's own text: keys on them stay theirs, and paper shows them open; what is there to look
 * up, pages long, is printed only if it was opened.
 * @param {AbortSignal} [signal]
 */
export function tendFolds(signal) {
  /** @type {Set<Element>} */
  const closed = new Set();
  // Jupyter takes such attributes out of Markdown, so they are set when the focus arrives.
  document.addEventListener(
    "focusin",
    ({ target }) => {
      if (!(target instanceof Element) || !target.matches(":is(.ws-fold, .ws-plain) > summary")) return;
      target.setAttribute("data-lm-suppress-shortcuts", "true");
    },
    { signal },
  );
  window.addEventListener(
    "beforeprint",
    () => {
      for (const box of document.querySelectorAll("details.ws-fold:not([open], .ws-look-up)")) {
        closed.add(box);
        box.setAttribute("open", "");
      }
    },
    { signal },
  );
  window.addEventListener(
    "afterprint",
    () => {
      for (const box of closed) box.removeAttribute("open");
      closed.clear();
    },
    { signal },
  );
}
