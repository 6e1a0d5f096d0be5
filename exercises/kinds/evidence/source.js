/* One source of a log of one's own: who is behind it, where it stands, its days, what it shows, and how near it is. */

/** @import { Bench, Source } from "./types.d.ts" */

import { fill, make } from "../../page/elements.js";
import { choiceField, option, question } from "../desk/parts.js";
import { fieldOf } from "./field.js";

const TYPED = /** @type {const} */ ([
  ["who", "text"],
  ["where", "text"],
  ["day", "date"],
  ["read", "date"],
  ["tells", "textarea"],
]);

/**
 * Build its fields.
 * @param {Bench} bench
 * @param {string} id of the source
 * @param {() => void} remove
 */
export function sourceForm(bench, id, remove) {
  const { words } = bench;
  const uid = `${bench.uid}-${id}`;
  /** @param {Partial<Source>} part @param {string | null} [run] */
  const take = (part, run = null) => {
    const log = bench.check().log.map((one) => (one.id === id ? { ...one, ...part } : one));
    bench.change({ log }, "", run && `${id}-${run}`);
  };
  const typed = TYPED.map(([name, form]) => {
    const label = words[`field_${name}`];
    return { name, ...fieldOf(bench, name, label, form, (value) => take({ [name]: value }, name), `${uid}-${name}`) };
  });
  const shows = question({
    legend: words.shows_question,
    options: words.shows,
    name: `${uid}-shows`,
    key: "shows",
    chosen: (value) => take({ shows: value }),
  });
  const nears = Object.entries(words.near).map(([value, text]) => option(value, text));
  const near = choiceField(
    words.near_question,
    `${uid}-near`,
    "near",
    [option("", words.choose_one), ...nears],
    (value) => take({ near: value }),
  );
  const same = choiceField(words.same_question, `${uid}-same`, "same", [], (value) => take({ same_as: value }));
  const legend = make("legend", {});
  const out = make("button", { class: "ws-button ws-quiet", on: { click: remove } });
  const fields = make("fieldset", { class: "ws-desk-form" }, [
    legend,
    ...typed.map((one) => one.root),
    shows.root,
    near.row,
    same.row,
    out,
  ]);
  const root = make("li", { class: "ws-evidence-source" }, fields);

  /** @param {Source} source @param {number} number @param {Source[]} log */
  function draw(source, number, log) {
    legend.textContent = fill(words.source_number, { number });
    out.textContent = fill(words.take_out, { number });
    for (const one of typed) {
      one.draw(source[one.name]);
      one.lock(bench.locked());
    }
    shows.set(source.shows);
    near.field.value = source.near;
    const others = log.map((one, index) => ({ one, place: index + 1 })).filter(({ one }) => one.id !== id);
    same.field.replaceChildren(
      option("", words.independent),
      ...others.map(({ one, place }) =>
        option(one.id, fill(words.source_named, { number: place, who: one.who.trim() || words.nobody_yet })),
      ),
    );
    same.field.value = source.same_as;
    same.row.hidden = !others.length;
    out.hidden = bench.locked();
    for (const field of [near.field, same.field, ...shows.root.querySelectorAll("input")]) {
      field.disabled = bench.locked();
    }
  }

  return { root, draw, focus: () => typed[0].input.focus() };
}
