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
