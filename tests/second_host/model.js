/* A small model for views, over one websocket: what anywidget's front-end modules need, and no more. */

const faces = new Map(); // number -> model
window.unanswered = 0; // messages on their way, for tests

/** Hold the traits of one face, and pass its messages on. */
function modelOf(number, traits, line) {
  const heard = new Map();
  const listeners = (name) => heard.get(name) ?? heard.set(name, new Set()).get(name);
  return {
    get: (name) => structuredClone(traits[name]),
    on: (name, listener) => listeners(name).add(listener),
    off: (name, listener) => listeners(name).delete(listener),
    send: (content) => line.send(JSON.stringify({ face: number, content })),
    tell: (name, content) => [...listeners(name)].forEach((listener) => listener(content)),
    set(changed) {
      Object.assign(traits, changed);
      Object.keys(changed).forEach((name) => this.tell(`change:${name}`));
    },
  };
}

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
  const { faces: all, face, reply, traits } = JSON.parse(data);
  if (all) {
    // All are known before the first is drawn: what changes meanwhile reaches those that are drawn late, too.
    for (const one of all) faces.set(one.face, modelOf(one.face, one.traits, line));
    for (const one of all) await draw(one);
    document.body.dataset.ready = "true";
  }
  if (traits) faces.get(face).set(traits);
  if (reply) faces.get(face).tell("msg:custom", reply);
});
