/** @import { Told } from "../page/types.d.ts" */

import { saveFile, secondWay } from "../page/download.js";
import { codeOfKept } from "../page/drafts.js";
import { fill, make } from "../page/elements.js";
import { holdKeys, takeNothingBack } from "../page/keys.js";
import { askedFile } from "../page/owed.js";
import { beginAtTop, tendFolds } from "./around.js";
import { door } from "./door.js";
import { listenButton } from "./listen.js";
import { noticeBoard } from "./notices.js";
import { surenessFold } from "./sureness.js";
import { Tally } from "./tally.js";
import { Waits } from "./waits.js";

const PATIENCE = 3000; // milliseconds that an answer of the kernel may take before the student is told
const LONGEST = 60000; // and before the exercises are unlocked all the same

/**
 * Draw the bar: progress, saving, the student's code, save and open work, confidence shown back.
 * @param {import("../page/types.d.ts").Place} place
 */
function render({ model, el, signal }) {
  const words = model.get("words").bar;
  const tally = new Tally();

  const saved = make("p", { class: "ws-bar-saved", role: "status", "aria-live": "polite" });
  const notice = make("p", { class: "ws-bar-notice", role: "alert" });
  const progress = make("progress", { class: "ws-bar-progress", "aria-label": words.progress });
  const count = make("span", { class: "ws-bar-count" });
  const code = make("strong", { class: "ws-bar-code" });
  const file = make("input", {
    type: "file",
    accept: ".json,application/json",
    class: "ws-bar-file",
    "aria-label": words.open,
    tabindex: "-1",
  });
  const say = (/** @type {string} */ sentence) => {
    notice.textContent = sentence;
    notice.hidden = !sentence;
  };
  const button = (/** @type {string} */ name, /** @type {() => void} */ click) =>
    make("button", { type: "button", class: "ws-button", text: words[name], on: { click } });
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let silence;
  const asked = askedFile();
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let held;
  const waits = new Waits();
  /** Lock the exercises of this notebook, or unlock them. @param {boolean} on */
  function hold(on) {
    clearTimeout(held);
    if (!on && held === undefined) return;
    if (!on) waits.end();
    held = on ? setTimeout(() => hold(false), LONGEST) : undefined;
    const { lesson, notebook, code: whose } = model.get("page");
    document.dispatchEvent(new CustomEvent("whosays:hold", { detail: { lesson, notebook, code: whose, on } }));
  }
  let onWay = ""; // pressed twice it would have two replies, and the second stands in place of what the first one says
  let joins = ""; // the code whose work is asked for, as it was typed
  /**
   * Ask the kernel for something; the last words of the student who is here go out before.
   * @param {{kind: string, typed?: string, text?: string, number?: number}} wish
   */
  const ask = (wish) => {
    const same = JSON.stringify(wish);
    if (same === onWay) return;
    onWay = same;
    joins = wish.kind === "join" ? (wish.typed ?? "") : "";
    document.dispatchEvent(new CustomEvent("whosays:leave"));
    // In a class nobody else begins here, and a file is taken in beside the work.
    if (waits.brings(wish.kind) && !model.get("page").guest) hold(true);
    clearTimeout(silence);
    silence = setTimeout(() => {
      onWay = "";
      waits.doubt();
      say(words.silent);
    }, PATIENCE);
    try {
      model.send(wish.kind === "export" ? { ...wish, ...owed() } : wish);
      waits.ask(wish.kind);
    } catch {
      // A closed channel shows by the missing reply.
      onWay = "";
      hold(false);
    }
  };
  /** What is not stored goes into the file from here; half of what a file may hold is far more than all of that. */
  const owed = () => {
    const { code: whose, guest, largest } = model.get("page");
    return asked.take(whose, guest ? undefined : largest / 2);
  };
  const since = () => asked.since(words["saved-since"]);
  /** Ask for what changes nothing. @param {string} kind */
  const askAside = (kind) => {
    try {
      model.send({ kind });
    } catch {
      say(words.silent);
    }
  };
  const second = secondWay(model.get("words").download, (sentence) => say(`${sentence} ${since()}`.trim()));
  const entry = door(words, ask);
  entry.opener.hidden = model.get("page").guest;
  const board = noticeBoard(words, ask, () => root.focus({ preventScroll: true }));
  const fold = surenessFold(words, () => askAside("sureness"));
  const listen = listenButton(el, words.aloud, () => askAside("aloud"));

  const root = make("section", { class: "ws-root ws-bar", "aria-label": words.name }, [
    make("div", { class: "ws-bar-row" }, [progress, count, saved]),
    make("div", { class: "ws-bar-row" }, [
      make("span", { class: "ws-bar-who" }, [make("span", { text: `${words.code} ` }), code]),
      entry.opener,
      button("save", () => ask({ kind: "export" })),
      button("open", () => file.click()),
      file,
      fold.button,
      listen.button,
    ]),
    entry.panel,
    fold.panel,
    notice,
    second.root,
    board.root,
  ]);
  el.replaceChildren(holdKeys(root));

  function drawPage() {
    const page = model.get("page");
    const begins = code.textContent !== page.code;
    if (begins) (second.close(), listen.end());
    if (code.textContent && begins) takeNothingBack(root);
    code.textContent = page.code;
    if (begins) tally.begin();
    tally.know(page.exercises);
    // Those that show this student already have told so, perhaps before the bar knew.
    if (begins) document.dispatchEvent(new CustomEvent("whosays:ask"));
    draw();
    fold.update();
  }
  function draw() {
    const { all, done, begun, worst } = tally;
    progress.max = Math.max(all, 1);
    progress.value = done;
    count.textContent = fill(words.done, { done, all });
    root.dataset.state = worst?.state ?? "saved";
    root.dataset.kept = String(begun && !model.get("state")?.temporary);
    const next = worst ? sayWorst(worst) : stands(begun);
    if (saved.textContent !== next) saved.textContent = next;
  }
  /** @param {Told & {gone?: boolean}} told */
  function sayWorst({ state, asks, gone, title, words: said }) {
    if (state === "trouble") return said;
    if (gone) return fill(words["state-gone"], { title });
    return asks ? fill(words["state-asks"], { title }) : words[`state-${state}`];
  }
  function stands(/** @type {boolean} */ begun) {
    const temporary = model.get("state")?.temporary;
    return words[temporary ? "state-temporary" : begun ? "state-saved" : "state-nothing"];
  }
  /** @param {{detail: Told}} event */
  function hear({ detail }) {
    const { code: mine, lesson, notebook } = model.get("page");
    if (detail.lesson !== lesson || detail.notebook !== notebook) return;
    // What another kernel shows of another student is that one's.
    const checked = detail.code === mine && tally.hear(detail);
    if (detail.code !== mine) tally.forget(detail.view);
    draw();
    if (checked) fold.update();
  }
  /** @param {{detail: {view: string}}} event */
  function part({ detail }) {
    // Another view of that exercise knows how it stands.
    if (tally.forget(detail.view)) document.dispatchEvent(new CustomEvent("whosays:ask"));
    draw();
  }
  async function open() {
    const chosen = file.files?.[0];
    file.value = "";
    if (!chosen) return;
    if (chosen.size > model.get("page").largest) {
      say(words.large);
      return;
    }
    try {
      ask({ kind: "import", text: await chosen.text() });
    } catch {
      say(words.unread); // it is gone, or the browser may not read it
    }
  }
  /** @param {string} name @param {string} text @param {string} about it */
  function download(name, text, about) {
    saveFile(name, new Blob([text], { type: "application/json" }));
    say([second.offer(name, text), since(), about].filter(Boolean).join(" "));
  }
  /** Of the work of a code the kernel knows what is stored, and the browser what is not. */
  function sayKept() {
    const kept = codeOfKept(joins);
    joins = "";
    return kept && kept !== model.get("page").code ? fill(words["join-kept"], { code: kept }) : "";
  }
  /** @param {any} message */
  function receive(message) {
    if (message.kind === "sureness") {
      fold.show(message);
      return;
    }
    if (message.kind === "aloud") {
      listen.open(message.words, say);
      return;
    }
    clearTimeout(silence);
    onWay = "";
    if (!waits.hear(message.kind)) hold(false);
    second.close();
    const told = `${message.words ?? ""} ${sayKept()}`.trim();
    if (message.kind === "export") download(message.name, message.text, message.words ?? "");
    else say(entry.refused(message.kind === "done" ? "" : told) ? "" : told);
    if (message.kind === "done") entry.close();
  }
  function drawState() {
    board.draw(model.get("state") ?? {});
    draw(); // answers may be kept for now only from here on
  }

  file.addEventListener("change", open, { signal });
  document.addEventListener("whosays:status", (event) => hear(/** @type {CustomEvent} */ (event)), { signal });
  document.addEventListener("whosays:goodbye", (event) => part(/** @type {CustomEvent} */ (event)), { signal });
  tendFolds(signal);
  model.on("msg:custom", receive);
  model.on("change:page", drawPage);
  model.on("change:state", drawState);
  drawPage();
  drawState();
  const stay = beginAtTop(el, signal);
  return () => {
    stay();
    hold(false);
    listen.end();
    clearTimeout(silence);
    model.off("msg:custom", receive);
    model.off("change:page", drawPage);
    model.off("change:state", drawState);
  };
}

export default { render };
