import { saveFile, secondWay } from "../page/download.js";
import { fill, make } from "../page/elements.js";
import { holdKeys, takeNothingBack } from "../page/keys.js";
import { isBegun } from "../page/phases.js";
import { door } from "./door.js";
import { tendFolds } from "./folds.js";
import { noticeBoard } from "./notices.js";
import { surenessFold } from "./sureness.js";

/**
 * How an exercise stands.
 * @typedef {{state: string, phase: import("../page/types.d.ts").Phase, begun: boolean, asks?: boolean, title?: string, words?: string}} Told
 */

const PATIENCE = 3000; // milliseconds that an answer of the kernel may take before the student is told

/**
 * Draw the bar: progress, saving, the student's code, save and open work, confidence shown back.
 * @param {import("../page/types.d.ts").Place} place
 */
function render({ model, el, signal }) {
  const words = model.get("words").bar;
  /** @type {Map<string, Told>} */
  const known = new Map(); // exercise id -> last status

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
  /** Ask the kernel for something; the last words of the student who is here go out before. @param {object} wish */
  const ask = (wish) => {
    document.dispatchEvent(new CustomEvent("whosays:leave"));
    clearTimeout(silence);
    silence = setTimeout(() => say(words.silent), PATIENCE);
    try {
      model.send(wish);
    } catch {
      /* A closed channel shows by the missing reply. */
    }
  };
  const askCounts = () => {
    try {
      model.send({ kind: "sureness" });
    } catch {
      say(words.silent);
    }
  };
  const second = secondWay(model.get("words").download, say);
  const entry = door(words, ask);
  entry.opener.hidden = model.get("page").guest;
  const board = noticeBoard(words, ask);
  const fold = surenessFold(words, askCounts);

  const root = make("section", { class: "ws-root ws-bar", "aria-label": words.name }, [
    make("div", { class: "ws-bar-row" }, [progress, count, saved]),
    make("div", { class: "ws-bar-row" }, [
      make("span", { class: "ws-bar-who" }, [make("span", { text: `${words.code} ` }), code]),
      entry.opener,
      button("save", () => ask({ kind: "export" })),
      button("open", () => file.click()),
      file,
      fold.button,
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
    if (begins) second.close();
    if (code.textContent && begins) takeNothingBack(root);
    code.textContent = page.code;
    for (const { id, title, phase, begun } of page.exercises) {
      // What an exercise of this student told of itself is newer: it may hold what is not saved yet.
      const told = begins ? undefined : known.get(id);
      known.set(id, told ? { ...told, title } : { state: "saved", title, phase, begun });
    }
    draw();
    fold.update();
  }
  function draw() {
    const all = [...known.values()];
    const done = all.filter((status) => status.phase && !isBegun(status.phase)).length;
    progress.max = Math.max(all.length, 1);
    progress.value = done;
    count.textContent = fill(words.done, { done, all: all.length });
    const worst = ["trouble", "disconnected", "unsaved"].find((state) => all.some((status) => status.state === state));
    root.dataset.state = worst || "saved";
    root.dataset.begun = String(all.some((status) => status.begun));
    const trouble = all.find((status) => status.state === "trouble")?.words ?? "";
    const asking = all.find((status) => status.state === worst && status.asks);
    const stands = all.some((status) => status.begun) ? "saved" : "nothing";
    const next =
      worst === "trouble"
        ? trouble
        : asking
          ? fill(words["state-asks"], { title: asking.title ?? "" })
          : words[`state-${worst || (model.get("state")?.temporary ? "temporary" : stands)}`];
    if (saved.textContent !== next) saved.textContent = next;
  }
  /** @param {{detail: Told & {exercise: string, notebook: string}}} event */
  function hear({ detail }) {
    if (detail.notebook !== model.get("page").notebook) return;
    const before = known.get(detail.exercise);
    known.set(detail.exercise, { ...detail, title: before?.title });
    draw();
    if (detail.phase === "checked" && before?.phase !== "checked") fold.update();
  }
  async function open() {
    const chosen = file.files?.[0];
    file.value = "";
    if (!chosen) return;
    if (chosen.size > model.get("page").largest) {
      say(words.large);
      return;
    }
    ask({ kind: "import", text: await chosen.text() });
  }
  /** @param {string} name @param {string} text */
  function download(name, text) {
    saveFile(name, new Blob([text], { type: "application/json" }));
    say(`${second.offer(name, text)} ${words.downloaded}`);
  }
  /** @param {any} message */
  function receive(message) {
    if (message.kind === "sureness") {
      fold.show(message);
      return;
    }
    clearTimeout(silence);
    second.close();
    if (message.kind === "export") download(message.name, message.text);
    else say(entry.refused(message.kind === "done" ? "" : message.words) ? "" : message.words);
    if (message.kind === "done") entry.close();
  }
  const drawNotices = () => board.draw(model.get("state") ?? {});

  file.addEventListener("change", open, { signal });
  document.addEventListener("whosays:status", (event) => hear(/** @type {CustomEvent} */ (event)), { signal });
  tendFolds(signal);
  model.on("msg:custom", receive);
  model.on("change:page", drawPage);
  model.on("change:state", drawNotices);
  drawPage();
  drawNotices();
  document.dispatchEvent(new CustomEvent("whosays:ask"));
  // After Run All the notebook stands at its end; the student should begin at the top.
  const scroll = setTimeout(() => {
    if (el.getBoundingClientRect().bottom < 0) el.scrollIntoView({ block: "center" });
  }, 400);
  return () => {
    clearTimeout(scroll);
    clearTimeout(silence);
    model.off("msg:custom", receive);
    model.off("change:page", drawPage);
    model.off("change:state", drawNotices);
  };
}

export default { render };
