/* Files to take along after a Check: a button each, and the sentence that says under which name the file was saved. */

/** @import { Card, MakeTakeaway, Offer } from "./offers.d.ts" */

import { canonical } from "./canonical.js";
import { drawCard } from "./claimcard.js";
import { saveFile, secondWay } from "./download.js";
import { make } from "./elements.js";

/**
 * Build the part "Take it along" of an exercise.
 * @type {MakeTakeaway}
 */
export function takeaway({ words, downloads, uid, ask, say }) {
  const subject = make("div", { class: "ws-take-subject" });
  const buttons = make("div", { class: "ws-take-buttons" });
  const note = make("p", { class: "ws-take-note", hidden: true });
  const picture = make("div", { class: "ws-take-picture" });
  const title = make("h4", { class: "ws-take-title", id: `${uid}-take`, text: words.title });
  const second = secondWay(downloads, tell);
  const root = make("section", { class: "ws-take", hidden: true, "aria-labelledby": `${uid}-title ${title.id}` }, [
    title,
    make("p", { class: "ws-take-about", text: words.about }),
    subject,
    buttons,
    note,
    second.root,
    picture,
  ]);
  let drawn = "[]";
  let asked = "";

  /** @param {string} sentence */
  function tell(sentence) {
    note.textContent = sentence;
    note.hidden = !sentence;
    if (sentence) say(sentence);
  }
  /** @param {string} what */
  function choose(what) {
    if (asked) return; // the file is on its way
    asked = what;
    ask(what);
  }
  /** @param {Pick<Offer, "files">} part */
  function offer({ files }) {
    picture.replaceChildren();
    second.close();
    buttons.replaceChildren(
      ...files.map(({ format, what }) => {
        const click = () => choose(what);
        return make("button", { class: "ws-button ws-plain", text: words.formats[format], on: { click } });
      }),
    );
  }
  /** Name the part of the answer; where there are several, let the student choose one. @param {Offer[]} parts */
  function nameParts(parts) {
    if (parts.length < 2) {
      subject.replaceChildren(...parts.map((part) => make("p", { text: part.subject, dir: "auto" })));
      return;
    }
    const id = `${uid}-take-which`;
    const options = parts.map((part, index) => make("option", { value: index, text: part.subject }));
    const change = () => {
      tell("");
      offer(parts[Number(select.value)]);
    };
    const select = make("select", { id, on: { change } }, options);
    subject.replaceChildren(make("label", { for: id, text: words.which }), select);
  }
  /** @param {string} name @param {Blob} blob @param {string} text the same as text @param {string} [asText] its name then */
  function save(name, blob, text, asText) {
    saveFile(name, blob);
    tell(second.offer(name, text, asText));
  }
  /**
   * Save a picture, and show it with the same words for those who cannot see it.
   * @param {{name: string, type: string, text: string, card: Card}} file
   */
  function savePicture({ name, type, text, card }) {
    const canvas = drawCard(card);
    picture.replaceChildren(make("img", { src: canvas.toDataURL(type), alt: text, dir: "auto" }));
    canvas.toBlob((blob) => {
      // The same in words is no picture: under its name nothing could open it.
      if (blob) save(name, blob, text, name.replace(/\.\w+$/, ".txt"));
    }, type);
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
      const { kind, name = "", type = "", text = "", card } = reply;
      if (kind !== "file") tell(reply.words ?? "");
      else if (card) savePicture({ name, type, text, card });
      else save(name, new Blob([text], { type }), text);
    },
  };
}
