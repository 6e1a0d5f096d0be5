import { make } from "../page/elements.js";

/**
 * The fold that shows how sure a student was and how often right.
 * @param {import("../page/types.d.ts").Words} words
 * @param {() => void} ask asks the kernel to count
 */
export function surenessFold(words, ask) {
  const rows = make("ul", { class: "ws-bar-sure-rows" });
  const few = make("p");
  const read = make("p", { class: "ws-bar-quiet" });
  const counted = make("p", { class: "ws-bar-quiet" });
  const title = make("summary");
  const more = make("ul");
  const how = make("details", { class: "ws-on-tap ws-bar-quiet" }, [title, more]);
  const panel = make("section", { class: "ws-bar-sure", "aria-label": words.sureness, hidden: true }, [
    rows,
    few,
    read,
    counted,
    how,
  ]);
  const button = make("button", {
    class: "ws-button",
    text: words.sureness,
    "aria-expanded": "false",
    on: { click: toggle },
  });

  function toggle() {
    panel.hidden = !panel.hidden;
    button.setAttribute("aria-expanded", String(!panel.hidden));
    update();
  }
  function update() {
    if (!panel.hidden) ask();
  }
  /** What explains the counts comes with them. @param {{lines: string[], few: string, about?: Record<string, string>}} reply */
  function show(reply) {
    const { about = {} } = reply;
    read.textContent = about["sureness-read"];
    counted.textContent = about["sureness-counted"];
    title.textContent = about["sureness-how"];
    const parts = ["sureness-parts", "sureness-not", "sureness-right"].map((name) => make("li", { text: about[name] }));
    more.replaceChildren(...parts);
    rows.replaceChildren(...reply.lines.map((line) => make("li", { text: line })));
    few.textContent = reply.few;
    rows.hidden = read.hidden = !reply.lines.length;
    few.hidden = !reply.few;
  }
  show({ lines: [], few: "" });
  return { button, panel, update, show };
}
