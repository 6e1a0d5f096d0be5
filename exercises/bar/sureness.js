import { make } from "../page/elements.js";

/**
 * The fold that shows how sure a student was and how often right.
 * @param {import("../page/types.d.ts").Words} words
 * @param {() => void} ask asks the kernel to count
 */
export function surenessFold(words, ask) {
  const rows = make("ul", { class: "ws-bar-sure-rows" });
  const few = make("p");
  const read = make("p", { class: "ws-bar-quiet", text: words["sureness-read"] });
  const counted = make("p", { class: "ws-bar-quiet", text: words["sureness-counted"] });
  const more = ["sureness-parts", "sureness-not", "sureness-right"];
  const how = make("details", { class: "ws-on-tap ws-bar-quiet" }, [
    make("summary", { text: words["sureness-how"] }),
    make(
      "ul",
      {},
      more.map((name) => make("li", { text: words[name] })),
    ),
  ]);
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
  /** @param {{lines: string[], few: string}} reply */
  function show(reply) {
    rows.replaceChildren(...reply.lines.map((line) => make("li", { text: line })));
    few.textContent = reply.few;
    rows.hidden = read.hidden = !reply.lines.length;
    few.hidden = !reply.few;
  }
  show({ lines: [], few: "" });
  return { button, panel, update, show };
}
