/** @import { Body, Kit } from "../../page/types.d.ts" */
/** @import { Pieces, RatePage, Row, Statement, Step, Value } from "./types.d.ts" */

import { canonical } from "../../page/canonical.js";
import { fill, make } from "../../page/elements.js";
import { exercise } from "../../page/kit.js";
import { known } from "../../page/known.js";

const CANNOT_TELL = "cannot-tell";
const NAMED = 4; // so many at most are named one by one while one works

/**
 * Statements, each with a scale of its own; where it is asked for, each with its own confidence.
 * @param {Kit<RatePage>} kit
 * @returns {Body}
 */
function body({ page, words, changed, uid }) {
  const { steps, low, high } = page.scale;
  let ids = page.statements.map(({ id }) => id);
  /** @type {string[]} */
  let order = []; // as shown; stays empty until the first rating, so that another student may find another one
  /** @type {Map<string, Row>} */
  const rows = new Map(
    page.statements.map((statement, index) => [statement.id, drawRow(statement, `${uid}-${index}`)]),
  );
  const list = make("ol", { class: "ws-rate-list" });
  const left = make("p", { class: "ws-rate-left" });
  const keyTitle = make("h4", { class: "ws-key-title", tabindex: "-1", hidden: true, text: words.key_title });
  const ends = make("p", {
    class: "ws-rate-ends",
    id: `${uid}-ends`,
    text: fill(words.ends, { low, high, first: page.first, last: page.first + steps.length - 1 }),
  });
  const root = make("div", { class: "ws-rate" }, [
    make("p", { class: "ws-rate-prompt", text: page.prompt }),
    ends,
    keyTitle,
    list,
    left,
  ]);

  /** @param {string} row @param {string} name @param {Value} value @param {Pieces} parts @param {string} [spoken] */
  function radio(row, name, value, parts, spoken = "") {
    const input = make("input", {
      type: "radio",
      name: `${row}-${name}`,
      value,
      on: {
        change: () => {
          order = shownOrder();
          tidy();
          changed(spoken || leftWords());
        },
      },
    });
    const tag = make("span", { class: "ws-rate-tag", hidden: true });
    return {
      input,
      tag,
      value,
      label: make("label", { class: "ws-choice", "data-step": value }, [input, ...parts, tag]),
    };
  }

  /** @param {Statement} statement @param {string} row */
  function drawRow({ id, text, context }, row) {
    const scale = steps.map((step, index) =>
      radio(row, "step", index + 1, [
        make("span", { class: "ws-rate-number", text: String(page.first + index) }),
        " ",
        make("span", { class: "ws-rate-label", text: step }),
      ]),
    );
    const cannot = page.cannot_tell
      ? [radio(row, "step", CANNOT_TELL, [make("span", { text: words.cannot_tell })])]
      : [];
    const sure = page.each_sure
      ? Object.entries(words.sure).map(([step, said]) =>
          radio(row, "sure", Number(step), [make("span", { text: said })], " "),
        )
      : [];
    const number = make("span", { class: "ws-rate-place" });
    // Not seen, but heard, and copied along: a number may come next.
    const stop = make("span", { class: "ws-rate-stop", text: ". " });
    const about = make("p", {
      class: "ws-rate-context",
      id: `${row}-context`,
      text: context,
      hidden: !context,
      dir: "auto",
    });
    const track = make(
      "div",
      { class: "ws-rate-steps" },
      scale.map(({ label }) => label),
    );
    track.style.setProperty("--ws-steps", String(steps.length));
    const fields = [
      make(
        "fieldset",
        { class: "ws-rate-scale", "aria-describedby": context ? `${about.id} ${uid}-ends` : `${uid}-ends` },
        [
          make("legend", { class: "ws-rate-text" }, [number, stop, make("span", { text, dir: "auto" })]),
          track,
          cannot.length
            ? make(
                "div",
                { class: "ws-rate-cannot" },
                cannot.map(({ label }) => label),
              )
            : null,
        ],
      ),
    ];
    const asked = make("legend", {});
    if (page.each_sure) {
      fields.push(
        make("fieldset", { class: "ws-rate-sure" }, [
          asked,
          make(
            "div",
            { class: "ws-rate-sure-steps" },
            sure.map(({ label }) => label),
          ),
        ]),
      );
    }
    const item = make("li", { class: "ws-rate-row", "data-statement": id }, [about, ...fields]);
    return { item, fields, scale: [...scale, ...cannot], sure, number, asked };
  }

  const shown = () => [...list.children].map((item) => item.getAttribute("data-statement") ?? "");
  const shownOrder = () => (page.shuffle ? shown() : []);
  const chosen = (/** @type {Step[]} */ group) => group.find(({ input }) => input.checked)?.value;
  const picked = (/** @type {"scale" | "sure"} */ name) =>
    Object.fromEntries(ids.map((id) => [id, chosen(known(rows, id)[name])]).filter(([, value]) => value !== undefined));
  /** The numbers, as they stand on the page, of the statements that lack something. @param {"scale" | "sure"} name */
  const lacking = (name) =>
    shown().flatMap((id, place) => (chosen(known(rows, id)[name]) === undefined ? [place + 1] : []));
  function leftWords() {
    const numbers = lacking("scale");
    if (!numbers.length) return words.all_rated;
    const form = numbers.length > NAMED ? words.left : words.left_which;
    return fill(form, { left: numbers.length, all: ids.length, numbers: numbers.join(", ") });
  }

  function tidy() {
    left.textContent = leftWords();
  }

  /** @param {string[]} kept */
  function place(kept) {
    const fits = kept.length === ids.length && ids.every((id) => kept.includes(id));
    order = page.shuffle && fits ? kept : [];
    const now = order.length ? order : ids;
    const same = canonical(now) === canonical(shown());
    if (!same) list.replaceChildren(...now.map((id) => known(rows, id).item));
    now.forEach((id, index) => {
      const { number, asked } = known(rows, id);
      number.textContent = String(page.first + index);
      asked.textContent = fill(words.sure_question, { number: index + 1 });
    });
  }

  /** @param {string} id @param {Value} step @param {string} said @param {string} kind */
  function tag(id, step, said, kind) {
    const found = rows.get(id)?.scale.find(({ value }) => value === step);
    if (!found) return;
    found.tag.hidden = false;
    found.tag.append(make("span", { class: `ws-rate-${kind}`, text: said }));
  }

  place([]);
  tidy();
  return {
    root,
    hasKey: () => page.scored,
    read: () => ({ ratings: picked("scale"), sure: picked("sure"), order }),
    write({ ratings = {}, sure = {}, order: kept = [] }) {
      place(kept);
      for (const [id, row] of rows) {
        for (const { input, value } of row.scale) input.checked = ratings[id] === value;
        for (const { input, value } of row.sure) input.checked = sure[id] === value;
      }
      tidy();
    },
    /** In which order the statements stood is kept beside the ratings. */
    essence: ({ order: _, ...answer }) => answer,
    arrange(/** @type {RatePage} */ { statements }) {
      ids = statements.map(({ id }) => id);
      place([]);
    },
    lock(locked) {
      for (const { fields } of rows.values()) for (const field of fields) field.disabled = locked;
      left.hidden = locked;
    },
    show(result, key) {
      keyTitle.hidden = !key;
      for (const { scale } of rows.values()) {
        for (const step of scale) {
          step.tag.hidden = true;
          step.tag.replaceChildren();
        }
      }
      for (const [id, step] of Object.entries(result?.extra?.earlier || {})) tag(id, step, words.before, "before");
      for (const [id, step] of Object.entries(key?.ratings || {})) tag(id, step, words.ours, "ours");
    },
    complete() {
      const name = lacking("scale").length ? "scale" : "sure";
      const numbers = name === "scale" || page.each_sure ? lacking(name) : [];
      if (!numbers.length) return "";
      // A form is long: go to the first one that was forgotten.
      known(rows, shown()[numbers[0] - 1])[name][0].input.focus();
      return fill(name === "scale" ? words.incomplete : words.incomplete_sure, { numbers: numbers.join(", ") });
    },
    focus() {
      const all = shown();
      const { scale } = known(rows, all.find((id) => chosen(known(rows, id).scale) === undefined) ?? all[0]);
      (scale.find(({ input }) => input.checked) || scale[0]).input.focus();
    },
  };
}

export default { render: exercise(body) };
