/* The third step: two answers as of a day, why, what would change them, and how sure one is. */

/** @import { Bench, Check } from "./types.d.ts" */

import { fill, make } from "../../page/elements.js";
import { heading, question } from "../desk/parts.js";
import { fieldOf } from "./field.js";
import { hasEvidence } from "./log.js";

/** Build the step. @param {Bench} bench */
export function answersStep(bench) {
  const { words, uid } = bench;
  /** @param {"said" | "so" | "sure"} part @param {string} legend @param {string} help @param {Record<string, string>} options */
  const ask = (part, legend, help, options) =>
    question({
      legend,
      help,
      options,
      name: `${uid}-${part}`,
      key: part,
      chosen: (value) => bench.change({ [part]: part === "sure" ? Number(value) : value }),
    });
  /** @param {"as_of" | "reason" | "change"} name @param {"date" | "textarea"} form */
  const field = (name, form) =>
    fieldOf(bench, name, words[name], form, (value) => bench.change({ [name]: value }, "", name));

  const { none: _, ...verdicts } = words.so;
  const day = field("as_of", "date");
  const said = ask("said", words.said_question, words.said_help, words.said);
  const so = ask("so", words.so_then, words.so_help, verdicts);
  const reason = field("reason", "textarea");
  const change = field("change", "textarea");
  const sure = ask("sure", words.sure_question, "", words.sure);
  const closed = make("p", { class: "ws-desk-closed", text: words.locked });
  const parts = [day.root, said.root, so.root, reason.root, change.root, sure.root];
  const answers = make("fieldset", { class: "ws-desk-answers", "aria-label": words.step_answers }, parts);
  const title = heading("h4", words.step_answers, "ws-desk-step");
  const root = make("section", { class: "ws-evidence-answers" }, [title, closed, answers]);
  const legend = /** @type {HTMLElement} */ (so.root.querySelector("legend"));

  return {
    root,
    /** @param {Check} check */
    draw(check) {
      const isReady = hasEvidence(check);
      closed.hidden = isReady;
      answers.disabled = bench.locked() || !isReady;
      day.draw(check.as_of);
      reason.draw(check.reason);
      change.draw(check.change);
      legend.textContent = check.as_of ? fill(words.so_question, { day: bench.plainDate(check.as_of) }) : words.so_then;
      said.set(check.said);
      so.set(check.so);
      sure.set(check.sure);
    },
  };
}
