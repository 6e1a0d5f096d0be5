/* A page with all faces of a notebook, over one websocket. */

import { modelOf } from "/exercises/room/site/model.js";
import { whole } from "/exercises/room/site/whole.js";

const faces = new Map(); // number -> model
window.unanswered = 0; // messages on their way, for tests

function addStyle(address) {
  if ([...document.styleSheets].some((sheet) => sheet.href?.endsWith(address))) return;
  if (document.querySelector(`link[href="${address}"]`)) return;
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: address });
  document.head.append(link);
}

async function draw({ face, module, styles }) {
  const el = document.createElement("div");
  document.getElementById("faces").append(el);
  styles.forEach(addStyle);
  const view = (await import(module)).default;
  view.render({ model: faces.get(face), el, signal: new AbortController().signal });
}

const line = new WebSocket(`ws://${location.host}/line${location.pathname}`);
line.addEventListener("message", async ({ data }) => {
  const { faces: told, alike, words, face, reply, traits } = JSON.parse(data);
  const all = told && whole(told, alike);
  if (all) {
    // All are known before the first is drawn: what changes meanwhile reaches those that are drawn late, too.
    for (const one of all) {
      const send = (content) => line.send(JSON.stringify({ face: one.face, content }));
      faces.set(one.face, modelOf({ ...one.traits, words: words[one.module] }, send));
    }
    for (const one of all) await draw(one);
    document.body.dataset.ready = "true";
  }
  if (traits) faces.get(face).set(traits);
  if (reply) faces.get(face).tell("msg:custom", reply);
});
