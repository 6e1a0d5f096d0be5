/* The page of drafts: picked words stand in the form for a new entry, and what is typed does not go with the page. */

const page = /** @type {HTMLFormElement} */ (document.querySelector("form"));
/** What was picked last, by the field in which it stands. @type {WeakMap<Element, string>} */
const picks = new WeakMap();
let isSent = false;

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
    // Words that somebody typed stay: these may be picked to be copied.
    if (field.value && field.value !== picks.get(field)) return;
    field.value = now.words;
    picks.set(field, now.words);
  });
}

/** Say whether anything was typed or chosen since the page was made; until a button is used it stands here alone. */
function isTouched() {
  const written = [...page.querySelectorAll("textarea")].some((one) => one.value !== one.defaultValue);
  return written || [...page.querySelectorAll("select")].some((one) => !one.selectedOptions[0]?.defaultSelected);
}

window.addEventListener("beforeunload", (event) => {
  if (!isSent && isTouched()) event.preventDefault();
});

/** Ask whether the command still runs and knows this browser: by a file that only such a browser is given. */
async function isThere() {
  const style = /** @type {HTMLLinkElement} */ (document.querySelector('link[href$="/mend.css"]'));
  try {
    return (await fetch(style.href, { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

// A form that is sent to nobody is gone with all that stood in it: the browser shows an error instead of the page.
page.addEventListener("submit", async (event) => {
  if (isSent) return;
  event.preventDefault();
  const there = await isThere();
  /** @type {HTMLElement} */ (document.querySelector(".mend-gone")).hidden = there;
  if (!there || isSent) return;
  isSent = true;
  page.requestSubmit(event.submitter);
});
