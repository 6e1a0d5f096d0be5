/* What keys mean in every exercise. */

const ANOTHER = "data-another-began";
const WRITING = "textarea, input:not([type=radio]):not([type=checkbox])";

/**
 * Say what a key asks for; in a field that one writes in, undo is the browser's.
 * @param {KeyboardEvent} event
 * @returns {"save" | "undo" | null}
 */
function wishOf({ key, target, ctrlKey, metaKey, altKey, shiftKey }) {
  if (!(ctrlKey || metaKey) || altKey) return null;
  const writing = target instanceof Element && target.matches(WRITING);
  if (key.toLowerCase() === "s") return "save";
  return key.toLowerCase() === "z" && !shiftKey && !writing ? "undo" : null;
}

/**
 * Do what a key asks for, and let it go no further then.
 * @param {KeyboardEvent} event
 * @param {() => void} save
 * @param {() => void} undo
 */
export function heed(event, save, undo) {
  const wish = wishOf(event);
  if (!wish) return;
  event.preventDefault();
  event.stopPropagation();
  if (wish === "save") save();
  else undo();
}

/**
 * From now on the browser takes back nothing in the fields below a root: it still knows what another student typed there.
 * @param {HTMLElement} root that holds its keys
 */
export function takeNothingBack(root) {
  root.setAttribute(ANOTHER, "");
}

/**
 * Keep all keys with us that are pressed after a click anywhere inside: a notebook that has the focus would take them
 * for commands, and cut its cells. A click on something that cannot have the focus gives it to the whole.
 * @template {HTMLElement} Root
 * @param {Root} root
 * @returns {Root}
 */
export function holdKeys(root) {
  root.tabIndex = -1;
  root.setAttribute("data-lm-suppress-shortcuts", "true");
  // Jupyter asks what has the focus itself: so must a part that a browser lets one scroll by keyboard.
  root.addEventListener("focusin", ({ target }) => {
    if (target instanceof Element) target.setAttribute("data-lm-suppress-shortcuts", "true");
  });
  // A click may have led to another exercise, which holds its keys itself.
  const hold = () => {
    const { activeElement: at } = document;
    if (!root.contains(at) && !at?.closest("[data-exercise]")) root.focus({ preventScroll: true });
  };
  // JupyterLab listens on each field, and allows no new line in a cell, and no undo.
  const own = (/** @type {InputEvent} */ event) => {
    event.stopPropagation();
    // A browser has one undo for the whole page: it would change an exercise that one does not look at.
    const away = root.hasAttribute(ANOTHER) || !root.contains(document.activeElement);
    if (away && event.inputType.startsWith("history")) event.preventDefault();
  };
  root.addEventListener("beforeinput", own, { capture: true });
  // The host hears the click, too, and may take the focus; what was clicked may have been locked by it.
  for (const name of ["pointerdown", "mouseup", "click"]) root.addEventListener(name, () => setTimeout(hold));
  // Marked words that were dragged in from beside make no click here, and the focus stays on the cell that they came from.
  const ends = (/** @type {DragEvent} */ { clientX, clientY }) => {
    if (root.contains(document.elementFromPoint(clientX, clientY))) setTimeout(hold);
  };
  root.addEventListener("dragenter", () => document.addEventListener("dragend", ends, { capture: true, once: true }));
  return root;
}
