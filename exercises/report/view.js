import { saveFile, secondWay } from "../page/download.js";
import { make } from "../page/elements.js";
import { holdKeys } from "../page/keys.js";
import { askedFile } from "../page/owed.js";

const LOST_AFTER = 20000; // milliseconds

/**
 * Draw the report's place: what it holds as a list, and the buttons to save it and to count again.
 * @param {import("../page/types.d.ts").Place} place
 */
function render({ model, el, signal }) {
  const words = model.get("words");
  const lines = make("ul", { class: "ws-report-lines" });
  const note = make("p", { class: "ws-note", hidden: true });
  const live = make("p", { class: "ws-live", role: "status", "aria-live": "polite" });
  /** @param {string} text @param {string} kind @param {string} more */
  const button = (text, kind, more) =>
    make("button", { class: `ws-button ${more}`, text, on: { click: () => ask(kind) } });
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let waiting;

  const asked = askedFile();
  const since = () => asked.since(words.since);
  const second = secondWay(model.get("words").download, (sentence) => say(`${sentence} ${since()}`.trim(), true));
  const root = holdKeys(
    make("section", { class: "ws-root ws-exercise ws-report", "aria-label": words.title }, [
      make("h3", { class: "ws-title", text: words.title }),
      make("p", { class: "ws-instruction", text: words.about }),
      make("h4", { class: "ws-report-inside", text: words.inside }),
      lines,
      make("div", { class: "ws-report-buttons" }, [
        button(words.button, "save", "ws-primary"),
        button(words.again, "count", ""),
      ]),
      note,
      second.root,
      live,
    ]),
  );
  el.replaceChildren(root);

  let student = model.get("page").code;
  function draw() {
    if (student !== model.get("page").code) {
      // A report of whoever was here before is not for who is here now.
      second.close();
      say("");
      student = model.get("page").code;
    }
    lines.replaceChildren(...model.get("page").lines.map((/** @type {string} */ line) => make("li", { text: line })));
  }
  /** @param {string} sentence @param {boolean} [good] whether it tells of a success */
  function say(sentence, good = false) {
    note.toggleAttribute("data-good", good);
    note.textContent = sentence;
    note.hidden = !sentence;
    live.textContent = sentence === live.textContent ? `${sentence}\u00a0` : sentence;
  }
  /** @param {string} kind */
  function ask(kind) {
    if (waiting !== undefined) return; // the answer is on its way
    waiting = setTimeout(() => {
      waiting = undefined;
      say(words.lost);
    }, LOST_AFTER);
    document.dispatchEvent(new CustomEvent("whosays:leave")); // The last words go out before the report is made.
    try {
      model.send(kind === "save" ? { kind, ...asked.take(student) } : { kind });
    } catch {
      /* A closed channel shows by the missing reply. */
    }
  }
  /** @param {any} reply */
  function receive(reply) {
    clearTimeout(waiting);
    waiting = undefined;
    if (reply.kind === "file") {
      saveFile(reply.name, new Blob([reply.text], { type: reply.type }));
      const said = [second.offer(reply.name, reply.text), reply.words, since(), words.saved_as];
      say(said.filter(Boolean).join(" "), true);
    } else if (reply.kind === "counted") say(words.counted_again, true);
    else say(reply.words);
  }

  model.on("msg:custom", receive);
  model.on("change:page", draw);
  signal?.addEventListener("abort", () => clearTimeout(waiting));
  draw();
  return () => {
    clearTimeout(waiting);
    model.off("msg:custom", receive);
    model.off("change:page", draw);
  };
}

export default { render };
