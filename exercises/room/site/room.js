/* The page of a notebook in a room: draws every face where its place is, and keeps the line to the class. */

import { canonical } from "../../page/canonical.js";
import { lineTo } from "./line.js";
import { modelOf } from "./model.js";
import { isOut, lookAround, take } from "./news.js";
import { whole } from "./whole.js";

/** @import { Told } from "./whole.js" */

/** @type {Map<number, ReturnType<typeof modelOf>>} */
const models = new Map();
let isOfOther = false;
const notice = /** @type {HTMLElement} */ (document.querySelector(".room-line"));

/**
 * Draw what comes first, or bring what is drawn already up to what stands.
 * @param {Told[]} all
 * @param {Record<string, object>} words of the views, by their modules
 */
async function drawAll(all, words) {
  const fresh = all.filter(({ face }) => !models.has(face));
  // All are known before the first is drawn: what changes meanwhile reaches those that are drawn late, too.
  for (const { face, module, traits } of all) {
    const send = (/** @type {any} */ content) =>
      content.kind === "import" ? line.open(content.text) : line.send({ face, content });
    const known = models.get(face);
    if (known) known.set(news(known.get("page"), traits));
    else models.set(face, modelOf({ ...traits, words: words[module] }, send));
  }
  // One after the other from the top, so that the first exercise can be used before the last is drawn; one that cannot
  // be drawn holds up no other.
  for (const one of fresh) {
    await draw(one).catch(reportError);
    await othersTurn();
  }
  document.body.dataset.ready = "true";
}

/** Let the browser paint and hear keys in between; a page that is hidden is not held up, as it is with timers. */
function othersTurn() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((done) => {
    port1.onmessage = done;
    port2.postMessage(0);
  });
}

/**
 * Say whether a page that is drawn already is brought for another student: one has come in here while the line was cut.
 * @param {Told[]} all
 */
function isOfAnother(all) {
  return all.some(({ face, traits }) => {
    const known = models.get(face);
    return known !== undefined && known.get("page").code !== traits.page.code;
  });
}

/**
 * Give what is new of a face: a page that is what it was is none, as a new one can mean that a student begins.
 * @param {object} before
 * @param {Record<string, any>} traits
 */
function news(before, { page, state }) {
  return canonical(before) === canonical(page) ? { state } : { page, state };
}

/** @param {Told} told */
async function draw({ face, module }) {
  const el = document.querySelector(`[data-face="${face}"]`);
  const { default: view } = await import(module);
  view.render({ model: models.get(face), el, signal: new AbortController().signal });
}

const line = lineTo(`/line${location.pathname}`, {
  hear({ faces: told, alike, words, face, reply, traits, room }) {
    if (room) take(room);
    if (isOfOther) return;
    const faces = told && whole(told, alike);
    if (faces && isOfAnother(faces)) {
      // Nothing of theirs is drawn here, and nothing of this page is sent as theirs: it stays with whom it was drawn for.
      isOfOther = true;
      take({ out: "other" });
      line.cut();
      return;
    }
    if (faces) void drawAll(faces, words);
    if (traits) models.get(face)?.set(traits);
    if (reply) models.get(face)?.tell("msg:custom", reply);
  },
  state(connected) {
    document.body.dataset.line = connected ? "there" : "cut";
    notice.hidden = connected || isOut();
    if (!connected && !isOut()) void lookAround().then(() => (notice.hidden = isOut() || notice.hidden));
  },
  ended: isOut,
});
