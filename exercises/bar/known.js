/** Tend the folded boxes of the notebook's own text: keys on them stay theirs, and paper shows them open. */
export function tendKnownBoxes(signal) {
  const closed = new Set();
  // Jupyter takes such attributes out of Markdown, so they are set when the focus arrives.
  document.addEventListener("focusin", ({ target }) => {
    if (target.matches?.(".ws-known > summary")) target.setAttribute("data-lm-suppress-shortcuts", "true");
  }, { signal });
  window.addEventListener("beforeprint", () => {
    for (const box of document.querySelectorAll(".ws-known:not([open])")) { closed.add(box); box.open = true; }
  }, { signal });
  window.addEventListener("afterprint", () => {
    for (const box of closed) box.open = false;
    closed.clear();
  }, { signal });
}
