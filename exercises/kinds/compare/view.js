/** @import { Body, Kit } from "../../page/types.d.ts" */
/** @import { ComparePage, Path } from "./types.d.ts" */

import { make } from "../../page/elements.js";
import { exercise } from "../../page/kit.js";
import { pathOf } from "./path.js";
import { questionOf } from "./questions.js";
import { listOf, pairOf } from "./versions.js";

/**
 * Versions to lay side by side, the questions about them, and after the commit the way that the words took.
 * @param {Kit<ComparePage>} kit
 * @returns {Body}
 */
function body({ page, words, changed, say, uid }) {
  const pair = pairOf(page.versions, words, uid, say);
  const whole = listOf(page.versions, words, uid);
  const questions = page.questions.map((question, index) =>
    questionOf(question, index + 1, { versions: page.versions, words, uid, changed }),
  );
  const open = questions.flatMap(({ asked }) => asked ?? []);
  const keyTitle = make("h4", { class: "ws-key-title", tabindex: "-1", hidden: true, text: words.key_title });
  const root = make("div", { class: "ws-compare" }, [
    pair.root,
    whole,
    keyTitle,
    make(
      "div",
      { class: "ws-compare-questions" },
      questions.map((one) => one.root),
    ),
  ]);
  const chosen = (/** @type {"step" | "basis"} */ part) =>
    Object.fromEntries(open.map((one) => [one.id, one[part].read()]).filter(([, value]) => value));
  const read = () => ({ steps: chosen("step"), basis: chosen("basis") });

  const drawable = (/** @type {Path} */ path) =>
    path &&
    path.nodes.length === page.versions.length &&
    path.questions.length === page.questions.length &&
    path.nodes.every((node, place) => node.id === page.versions[place].id);
  return {
    root,
    read,
    write({ steps = {}, basis = {} }) {
      for (const one of open) {
        one.step.write(steps[one.id]);
        one.basis.write(basis[one.id]);
      }
    },
    lock(locks) {
      for (const one of open) one.lock(locks);
    },
    show(_result, key) {
      keyTitle.hidden = !key;
      for (const one of open) one.show(key);
    },
    // The result of an older edition may speak of other versions: then its remarks stand alone.
    after: (result) => (drawable(result.extra?.path) ? pathOf(result.extra.path, page, words, uid, read().steps) : ""),
    complete: () => open.map((one) => one.missing()).find(Boolean) || "",
    focus: () => (open.find((one) => one.missing()) || open[0]).step.focus(),
  };
}

export default { render: exercise(body) };
