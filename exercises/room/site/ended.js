/* That a lesson ended with all saved is known at the page of a notebook, and said at the way in, once. */

const NAME = "whosays-room-ended";

export function noteEnd() {
  try {
    sessionStorage.setItem(NAME, "yes");
  } catch {
    /* A browser that keeps nothing: then it is not said. */
  }
}

export function hasEnded() {
  try {
    const noted = sessionStorage.getItem(NAME);
    sessionStorage.removeItem(NAME);
    return noted !== null;
  } catch {
    return false;
  }
}
