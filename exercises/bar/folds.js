/** Tend the folds of the notebook's own text: keys on them stay theirs, and paper shows them open. */
export function tendFolds(signal) {
  const closed = new Set();
  // Jupyter takes such attributes out of Markdown, so they are set when the focus arrives.
  document.addEventListener("focusin", ({ target }) => {
    if (target.matches?.(".ws-fold > summary")) target.setAttribute("data-lm-suppress-shortcuts", "true");
  }, { signal });
  window.addEventListener("beforeprint", () => {
    for (const box of document.querySelectorAll(".ws-fold:not([open])")) { closed.add(box); box.open = true; }
  }, { signal });
  window.addEventListener("afterprint", () => {
    for (const box of closed) box.open = false;
    closed.clear();
  }, { signal });
}
