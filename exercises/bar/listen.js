/* The button of the bar that reads aloud; what reads comes, with its words, when somebody wants to hear it. */

/** @import { Words } from "../page/types.d.ts" */

import { make } from "../page/elements.js";

/** A notebook in Jupyter, or the page of one; elsewhere it is the whole page. */
const NOTEBOOK = ".jp-NotebookPanel, main";

/**
 * Build the button.
 * @param {Element} el the place of the bar
 * @param {string} name
 * @param {() => void} ask asks for the words; `open` takes them
 */
export function listenButton(el, name, ask) {
  /** @type {(() => void)|null} */
  let close = null;
  let asked = false; // by this bar: another view of the notebook hears the reply, too
  const button = make("button", { class: "ws-button", text: name, "aria-expanded": "false", on: { click: press } });
  function press() {
    asked = !close;
    if (close) end();
    else ask();
  }
  /** @param {Words} words @param {(sentence: string) => void} say */
  function open(words, say) {
    import("./aloud.js").then(
      ({ readAloud }) => {
        if (!asked || close || !el.isConnected) return;
        close = readAloud(el.closest(NOTEBOOK) ?? document.body, words, () => {
          ended();
          button.focus();
        });
        button.setAttribute("aria-expanded", "true");
      },
      () => say(words.unloaded),
    );
  }
  function ended() {
    close = null;
    button.setAttribute("aria-expanded", "false");
  }
  function end() {
    close?.();
    ended();
  }
  return { button, open, end };
}
