/* Whether the class looks on: the box is ticked, the address asks for it, or it was so before a reload. */

const KEPT = "whosays-wall";

export const projector = /** @type {HTMLInputElement} */ (document.querySelector(".room-projector"));

/** Whether it was so before this page was loaded again. */
function before() {
  try {
    return window.sessionStorage.getItem(KEPT) === "true";
  } catch {
    return false; // A browser that keeps nothing.
  }
}

function keep() {
  document.body.dataset.wall = String(projector.checked);
  try {
    window.sessionStorage.setItem(KEPT, String(projector.checked));
  } catch {
    /* As above. */
  }
}

// A tick that is older than this script counts as well: where one says that the class looks on, it does.
projector.checked ||= new URLSearchParams(location.search).has("projector") || before();
keep();
projector.addEventListener("change", () => {
  if (!projector.checked) window.history.replaceState(null, "", location.pathname);
  keep();
});
