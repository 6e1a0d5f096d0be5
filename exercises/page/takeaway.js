/* Files to take along after a Check: a button each, and the sentence that says under which name the file was saved. */

import { drawCard } from "./claimcard.js";
import { canonical } from "./courier.js";
import { saveFile } from "./download.js";
import { fill, make } from "./elements.js";

/**
 * Build the part "Take it along" of an exercise.
 * @param {{words: Object, uid: string, ask: function(string): void, say: function(string): void}} parts of the frame
 */
export function takeaway({ words, uid, ask, say }) {
  const subject = make("div", { class: "ws-take-subject" });
  const buttons = make("div", { class: "ws-take-buttons" });
  const note = make("p", { class: "ws-take-note", hidden: true });
  const picture = make("div", { class: "ws-take-picture" });
  const title = make("h4", { class: "ws-take-title", id: `${uid}-take`, text: words.title });
  const root = make("section", { class: "ws-take", hidden: true, "aria-labelledby": `${uid}-title ${title.id}` }, [
    title, make("p", { class: "ws-take-about", text: words.about }), subject, buttons, note, picture,
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
  function offer({ files }) {
    picture.replaceChildren();
    buttons.replaceChildren(...files.map(({ format, what }) => make("button", { class: "ws-button ws-plain", text: words.formats[format], on: { click: () => choose(what) } })));
  }
  /** Name the part of the answer; where there are several, let the student choose one. */
  function nameParts(parts) {
    if (parts.length < 2) {
      subject.replaceChildren(...parts.map((part) => make("p", { text: part.subject, dir: "auto" })));
      return;
    }
    const id = `${uid}-take-which`;
    const options = parts.map((part, index) => make("option", { value: index, text: part.subject }));
    const select = make("select", { id, on: { change: () => { tell(""); offer(parts[Number(select.value)]); } } }, options);
    subject.replaceChildren(make("label", { for: id, text: words.which }), select);
  }
  /** Save a picture, and show it with the same words for those who cannot see it. */
  function savePicture({ name, type, text, card }) {
    const canvas = drawCard(card);
    picture.replaceChildren(make("img", { src: canvas.toDataURL(type), alt: text, dir: "auto" }));
    canvas.toBlob((blob) => { saveFile(name, blob); tell(fill(words.saved_as, { name })); }, type);
  }

  return {
    root,
    /** Show what the checked answer offers; drawn anew only if that changed, so that the focus stays. */
    draw(parts) {
      if (canonical(parts) === drawn) return;
      drawn = canonical(parts);
      asked = "";
      tell("");
      nameParts(parts);
      offer(parts[0] || { files: [] });
      root.hidden = !parts.length;
    },
    /** Take the kernel's answer: a file, or the sentence that says why there is none. */
    receive(reply) {
      asked = "";
      if (reply.kind !== "file") { tell(reply.words); return; }
      if (reply.card) { savePicture(reply); return; }
      saveFile(reply.name, new Blob([reply.text], { type: reply.type }));
      tell(fill(words.saved_as, { name: reply.name }));
    },
  };
}
