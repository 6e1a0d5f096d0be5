/* The door: who works here, how another student begins or goes on, and how work under two codes is joined. */

import { make } from "../page/elements.js";

/** @typedef {{kind: string, typed?: string}} Wish */

/**
 * Build the button with the question behind it.
 * @param {import("../page/types.d.ts").Words} words
 * @param {(wish: Wish) => void} ask sends what the student wants
 */
export function door(words, ask) {
  const id = `ws-door-${crypto.getRandomValues(new Uint32Array(1))[0]}`;
  const typed = make("input", {
    id,
    class: "ws-bar-typed",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    on: {
      keydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key === "Enter") send("use-code");
        else if (event.key === "Escape") close();
      },
    },
  });
  const fault = make("p", { id: `${id}-fault`, class: "ws-bar-fault", role: "alert", hidden: true });
  /** @param {string} name @param {() => void} click */
  const button = (name, click) => make("button", { class: "ws-button", text: words[name], on: { click } });
  const panel = make("section", { class: "ws-bar-door", hidden: true, "aria-label": words["not-you"] }, [
    make("p", { text: words["door-before"] }),
    make("p", { text: words["door-code"] }),
    make("div", { class: "ws-bar-row" }, [
      make("label", { for: id, text: words["door-label"] }),
      typed,
      button("door-use", () => send("use-code")),
    ]),
    fault,
    make("div", { class: "ws-bar-row" }, [button("door-join", () => send("join"))]),
    make("p", { class: "ws-bar-quiet", text: words["door-join-about"] }),
    make("p", { text: words.sure }),
    make("div", { class: "ws-bar-row" }, [
      button("yes", () => {
        close();
        ask({ kind: "new-code" });
      }),
      button("no", close),
    ]),
  ]);
  const opener = make("button", {
    class: "ws-button",
    text: words["not-you"],
    "aria-expanded": "false",
    on: { click: () => (panel.hidden ? open() : close()) },
  });

  function open() {
    panel.hidden = false;
    opener.setAttribute("aria-expanded", "true");
    typed.focus();
  }
  // The focus must not stay on something that is hidden, so it goes back to where the question came from; a reply that
  // closes it later takes nobody out of what is typed elsewhere by then.
  function close() {
    const inside = panel.contains(document.activeElement);
    panel.hidden = true;
    typed.value = "";
    refused("");
    opener.setAttribute("aria-expanded", "false");
    if (inside) opener.focus();
  }
  /** What was typed stays until it was taken: a slip is mended, not typed anew. @param {string} kind */
  function send(kind) {
    if (typed.value.trim()) {
      ask({ kind, typed: typed.value });
      return;
    }
    refused(words["door-empty"]);
    typed.focus();
  }
  /** Say beside the field why what was typed was not taken; says whether the field is there. @param {string} sentence */
  function refused(sentence) {
    fault.textContent = sentence;
    fault.hidden = !sentence;
    typed.toggleAttribute("aria-invalid", Boolean(sentence));
    if (sentence) typed.setAttribute("aria-describedby", fault.id);
    else typed.removeAttribute("aria-describedby");
    return !panel.hidden && Boolean(sentence);
  }
  return { opener, panel, refused, close: () => (panel.hidden ? undefined : close()) };
}
