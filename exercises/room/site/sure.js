/* Asks before what cannot be undone, and keeps the keyboard at the button that asked, also where it is drawn anew. */

const sure = /** @type {HTMLDialogElement} */ (document.querySelector(".room-sure"));

/** @param {string} [key] */
export const focusOn = (key) =>
  key && /** @type {HTMLElement|null} */ (document.querySelector(`[data-key="${CSS.escape(key)}"]`))?.focus();
export const focused = () => /** @type {HTMLElement|null} */ (document.activeElement)?.dataset.key;

/** Ask before what cannot be undone. @param {string} sentence @returns {Promise<boolean>} */
export function isSure(sentence) {
  const asked = /** @type {HTMLElement} */ (sure.querySelector("p"));
  asked.textContent = sentence;
  sure.returnValue = "no";
  const key = focused();
  sure.showModal();
  return new Promise((done) => {
    const closed = () => {
      asked.textContent = ""; // It may name a code, and the class may look on later.
      // The button that asked may have been drawn anew meanwhile.
      focusOn(key);
      done(sure.returnValue === "yes");
    };
    sure.addEventListener("close", closed, { once: true });
  });
}
for (const button of sure.querySelectorAll("button")) {
  button.addEventListener("click", () => sure.close(button.value));
}
