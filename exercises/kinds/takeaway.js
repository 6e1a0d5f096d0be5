/* Files to take along after a Check: a button each, and the sentence that says under which name the file was saved. */

import { canonical } from "./courier.js";
import { saveFile } from "./download.js";
import { fill, make } from "./elements.js";

/**
 * Build the part "Take it along" of an exercise.
 * @param {{words: Object, uid: string, ask: function(string): void, say: function(string): void}} parts of the frame
 */
export function takeaway({ words, uid, ask, say }) {
  const list = make("ul", { class: "ws-take-list" });
  const note = make("p", { class: "ws-take-note", hidden: true });
  const title = make("h4", { class: "ws-take-title", id: `${uid}-take`, text: words.title });
  const root = make("section", { class: "ws-take", hidden: true, "aria-labelledby": `${uid}-title ${title.id}` }, [
    title, make("p", { class: "ws-take-about", text: words.about }), list, note,
  ]);
  let drawn = "[]";
  let asked = "";

  function tell(sentence) {
    note.textContent = sentence;
    note.hidden = !sentence;
    if (sentence) say(sentence);
  }
  function choose(what) {
    if (asked) return; // the file is on its way
    asked = what;
    ask(what);
  }
  function button(subject, { format, what }) {
    const text = words.formats[format];
    const name = subject ? fill(words.name, { button: text, subject }) : null;
    return make("button", { class: "ws-button ws-plain", text, "aria-label": name, "data-what": what, on: { click: () => choose(what) } });
  }
  const row = ({ subject, files }) => make("li", { class: "ws-take-row" }, [
    subject ? make("p", { class: "ws-take-subject", text: subject, dir: "auto" }) : null,
    make("div", { class: "ws-take-buttons" }, files.map((file) => button(subject, file))),
  ]);

  return {
    root,
    /** Show what the checked answer offers; drawn anew only if that changed, so that the focus stays. */
    draw(parts) {
      if (canonical(parts) === drawn) return;
      drawn = canonical(parts);
      asked = "";
      tell("");
      list.replaceChildren(...parts.map(row));
      root.hidden = !parts.length;
    },
    /** Take the kernel's answer: a file, or the sentence that says why there is none. */
    receive(reply) {
      asked = "";
      if (reply.kind !== "file") { tell(reply.words); return; }
      saveFile(reply.name, new Blob([reply.text], { type: reply.type }));
      tell(fill(words.saved_as, { name: reply.name }));
    },
  };
}
