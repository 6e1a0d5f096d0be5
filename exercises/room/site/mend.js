/* The page of drafts: words that are picked in a sentence stand in the form for a new entry of that sentence. */

/**
 * Give the words that are picked, if all of them lie in one sentence of the article.
 * @returns {{ sentence: Element, words: string } | null}
 */
function picked() {
  const found = document.getSelection();
  if (!found || found.isCollapsed || !found.rangeCount) return null;
  const place = found.getRangeAt(0).commonAncestorContainer;
  const around = place instanceof Element ? place : place.parentElement;
  const sentence = around?.closest(".mend-words")?.closest(".mend-sentence");
  const words = String(found).replace(/\s+/gu, " ").trim();
  return sentence && words ? { sentence, words } : null;
}

// When the hand or the keys are at rest, not at every letter on the way.
for (const kind of ["mouseup", "keyup", "touchend"]) {
  document.addEventListener(kind, () => {
    const now = picked();
    const form = now?.sentence.querySelector("details.mend-new");
    const field = form?.querySelector("textarea");
    if (!now || !form || !field) return;
    form.setAttribute("open", "");
    field.value = now.words;
  });
}
