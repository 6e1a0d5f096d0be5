/* What stands below a committed text: samples for each level with their reasons, and the own rating. */

/** @import { Words } from "../../page/types.d.ts" */
/** @import { Sample, WritePage } from "./types.d.ts" */

import { fill, make } from "../../page/elements.js";

/**
 * Draw the sample texts, the lowest level first, below the student's own.
 * @param {Sample[]} samples
 * @param {WritePage} page
 * @param {Words} words
 * @param {string} id
 * @param {string} own
 */
export function samplesOf(samples, page, words, id, own) {
  const mine = make("div", { class: "ws-write-sample ws-write-own" }, [
    make("p", { class: "ws-write-level", text: words.text }),
    make("blockquote", { class: "ws-write-old", dir: "auto", text: own }),
  ]);
  const row = page.sample_row;
  const form = row ? words.sample_row : words.sample;
  const drawn = samples.map(({ level, text, why }) =>
    make("li", { class: "ws-write-sample", "data-level": level }, [
      make("p", { class: "ws-write-level", text: fill(form, { level, step: page.steps[level], row }) }),
      make("blockquote", { class: "ws-write-old", dir: "auto", text }),
      make("p", { class: "ws-write-reason", text: why }),
    ]),
  );
  return [
    make("h4", { class: "ws-key-title", id, text: words.samples }),
    make("p", { class: "ws-write-help", text: own ? words.samples_help : words.samples_alone }),
    own ? mine : "",
    make("ol", { class: "ws-write-list" }, drawn),
  ];
}

/**
 * Build the own rating: a level for each row of the rubric, and a sentence that says why.
 * @param {WritePage} page
 * @param {Words} words
 * @param {string} uid
 * @param {(spoken?: string, run?: string) => void} changed
 */
export function ratingOf(page, words, uid, changed) {
  const rows = page.rows.map(({ row, name, levels }) => {
    const inputs = levels.map((text, level) => {
      const input = make("input", {
        type: "radio",
        name: `${uid}-${row}`,
        value: level,
        on: { change: () => changed() },
      });
      return {
        input,
        label: make("label", { class: "ws-choice" }, [
          input,
          make("span", { text: fill(words.level, { level, step: page.steps[level], text }) }),
        ]),
      };
    });
    const root = make("fieldset", { class: "ws-write-row", "data-row": row }, [
      make("legend", { text: fill(words.rate, { row, name }) }),
      make(
        "div",
        { class: "ws-write-levels" },
        inputs.map(({ label }) => label),
      ),
    ]);
    return { row, name, root, inputs: inputs.map(({ input }) => input) };
  });
  const why = make("textarea", {
    id: `${uid}-why`,
    class: "ws-write-why",
    rows: 2,
    dir: "auto",
    on: { input: () => changed("", "why") },
  });
  const root = make("div", { class: "ws-write-rating", hidden: true }, [
    ...rows.map((one) => one.root),
    make("p", { class: "ws-write-field" }, [make("label", { for: why.id, text: words.why }), why]),
    make("p", { class: "ws-write-help", text: words.rate_help }),
  ]);
  const levelOf = (/** @type {{inputs: HTMLInputElement[]}} */ { inputs }) =>
    inputs.findIndex((input) => input.checked);
  return {
    root,
    why,
    levels: () =>
      Object.fromEntries(rows.map((one) => [one.row, levelOf(one)]).filter(([, level]) => Number(level) >= 0)),
    /** @param {Record<string, number>} rated @param {string} reason */
    set(rated, reason) {
      for (const { row, inputs } of rows) {
        inputs.forEach((input, level) => {
          input.checked = rated[row] === level;
        });
      }
      if (why.value !== reason) why.value = reason;
    },
    /** @param {boolean} locked */
    lock(locked) {
      for (const one of rows) one.root.disabled = locked;
      why.readOnly = locked;
    },
    /** Say what the rating still lacks, and go there. */
    lacks() {
      const open = rows.find((one) => levelOf(one) < 0);
      if (open) {
        open.inputs[0].focus();
        return fill(words.no_level, { name: open.name });
      }
      if (why.value.trim()) return "";
      why.focus();
      return words.no_why;
    },
  };
}
