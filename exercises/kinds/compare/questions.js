/* The questions about the versions: which one, and is that shown or only inferred. */

/** @import { Words } from "../../page/types.d.ts" */
/** @import { Choice, Key, Question, Version } from "./types.d.ts" */

import { fill, make } from "../../page/elements.js";
import { versionName } from "./versions.js";

const NOWHERE = "nowhere";

/**
 * Give what a student may choose, in order: every version, then *nowhere*.
 * @param {Version[]} versions
 * @param {Question} question
 * @param {Words} words
 * @returns {Choice[]}
 */
function stepsOf(versions, question, words) {
  /** @type {Choice[]} */
  const named = versions.map((version, index) => [version.id, versionName(version, index, words)]);
  return [...named, [NOWHERE, question.nowhere || words.nowhere]];
}

/**
 * @param {string} name
 * @param {string} legend
 * @param {Choice[]} options
 * @param {(value: string, text: string) => void} picked
 */
function radios(name, legend, options, picked) {
  /** @type {Map<string, {input: HTMLInputElement, key: HTMLElement, label: HTMLElement}>} */
  const inputs = new Map();
  const labels = options.map(([value, text, help]) => {
    const input = make("input", { type: "radio", name, value, on: { change: () => picked(value, text) } });
    const key = make("span", { class: "ws-compare-key", hidden: true });
    const label = make("label", { class: "ws-choice ws-compare-choice", "data-value": value }, [
      input,
      make("span", { class: "ws-compare-text", dir: "auto" }, [
        text,
        help ? make("span", { class: "ws-compare-what", text: ` · ${help}` }) : null,
      ]),
      key,
    ]);
    inputs.set(value, { input, key, label });
    return label;
  });
  const root = make("fieldset", { class: "ws-compare-choices" }, [
    make("legend", { text: legend }),
    make("div", { class: "ws-compare-options" }, labels),
  ]);
  const read = () => [...inputs].find(([, { input }]) => input.checked)?.[0];
  const write = (/** @type {string | undefined} */ value) => {
    for (const [one, { input }] of inputs) input.checked = one === value;
  };
  /** @param {string | undefined} ours @param {string} said */
  function mark(ours, said) {
    for (const [value, { key, label }] of inputs) {
      key.hidden = value !== ours;
      key.textContent = value === ours ? said : "";
      label.classList.toggle("ws-compare-ours", value === ours);
    }
  }
  const focus = () => (inputs.get(read() ?? "") || [...inputs.values()][0]).input.focus();
  return { root, read, write, mark, focus };
}

/**
 * Draw a question that is answered for the student, with its reasons.
 * @param {Question} question
 * @param {NonNullable<Question["given"]>} given
 * @param {number} number
 * @param {Version[]} versions
 * @param {Words} words
 */
function givenQuestion(question, { at, basis, reasons }, number, versions, words) {
  const name = stepsOf(versions, question, words).find(([value]) => value === at)?.[1];
  return make("section", { class: "ws-compare-question ws-compare-given" }, [
    make("h4", { class: "ws-compare-ask" }, [
      make("span", { class: "ws-compare-tag", text: fill(words.question, { number }) }),
      " ",
      question.ask,
    ]),
    make("p", { class: "ws-compare-answer", text: fill(words.given, { version: name, basis: words.basis[basis] }) }),
    ...reasons.map((text) => make("p", { text })),
  ]);
}

/**
 * Draw one question: given with its answer, or with its two choices.
 * @param {Question} question
 * @param {number} number
 * @param {{versions: Version[], words: Words, uid: string, changed: (spoken: string) => void}} around
 */
export function questionOf(question, number, { versions, words, uid, changed }) {
  const { id, given } = question;
  if (given) return { root: givenQuestion(question, given, number, versions, words), asked: null };
  const named = `${uid}-q${number}`;
  const steps = stepsOf(versions, question, words);
  const step = radios(`${named}-step`, question.ask, steps, (_, version) =>
    changed(fill(words.picked, { number, version })),
  );
  /** @type {Choice[]} */
  const known = Object.keys(words.basis).map((value) => [value, words.basis[value], words.basis_help[value]]);
  const basis = radios(`${named}-basis`, words.basis_question, known, (value) =>
    changed(fill(words.picked_basis, { number, basis: words.basis[value] })),
  );
  basis.root.classList.add("ws-compare-basis");
  const root = make("section", { class: "ws-compare-question", "aria-label": fill(words.question, { number }) }, [
    make("p", { class: "ws-compare-tag", "aria-hidden": "true", text: fill(words.question, { number }) }),
    step.root,
    basis.root,
  ]);
  const asked = {
    id,
    step,
    basis,
    /** @param {boolean} locks */
    lock(locks) {
      step.root.disabled = locks;
      basis.root.disabled = locks;
    },
    missing() {
      if (!step.read()) return fill(words.incomplete_step, { number });
      return basis.read() ? "" : fill(words.incomplete_basis, { number });
    },
    /** @param {Key | null} key */
    show(key) {
      step.mark(key?.steps[id], words.key);
      basis.mark(key?.basis[id], words.key);
    },
  };
  return { root, asked };
}
