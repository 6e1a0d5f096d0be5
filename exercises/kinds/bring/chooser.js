/* The part of a text that is worked on: its sentences by number, and which ones they are. */

/** @import { Words } from "../../page/types.d.ts" */
/** @import { BringPage, Brought } from "./types.d.ts" */

import { fill, make } from "../../page/elements.js";
import { room, usual } from "./part.js";

/**
 * Build the place where a part is chosen.
 * @param {BringPage} page
 * @param {Words} words
 * @param {string} uid
 * @param {(first: number, last: number) => void} choose
 */
export function chooserOf(page, words, uid, choose) {
  /** @type {string[]} */
  let whole = [];
  let [first, last] = [0, 0];
  const from = number("from", () => go(from.valueAsNumber, from.valueAsNumber + last - first));
  const to = number("to", () => go(first, to.valueAsNumber));
  const before = make("button", { class: "ws-button", text: words.part_before, on: { click: () => step(-1) } });
  const next = make("button", { class: "ws-button", text: words.part_next, on: { click: () => step(1) } });
  const heading = make("h4", { class: "ws-bring-part", tabindex: "-1" });
  const fault = make("p", { class: "ws-bring-fault", role: "alert", hidden: true });
  const gone = make("p", { class: "ws-bring-about", hidden: true });
  const hands = make("div", { class: "ws-bring-row", role: "group", "aria-label": words.choose }, [
    make("span", { class: "ws-bring-end" }, [make("label", { for: from.id, text: words.from }), from]),
    make("span", { class: "ws-bring-end" }, [make("label", { for: to.id, text: words.to }), to]),
    before,
    next,
  ]);
  const list = make("ol", { class: "ws-bring-list" });
  const root = make("div", { class: "ws-bring-chooser" }, [heading, hands, gone, fault, list]);

  /** @param {string} name @param {() => void} change */
  function number(name, change) {
    return make("input", {
      id: `${uid}-number-${name}`,
      type: "number",
      min: 1,
      class: "ws-bring-number",
      on: { change },
    });
  }

  /** @param {string} sentence */
  function refuse(sentence) {
    fault.textContent = sentence;
    fault.hidden = !sentence;
  }

  /** Take other sentences; where that is too much, as many as go. @param {number} start @param {number} end */
  function go(start, end) {
    const begin = Math.min(Math.max(Math.trunc(start) || 1, 1), whole.length);
    const wanted = Math.min(Math.max(Math.trunc(end) || begin, begin), whole.length) - begin + 1;
    const fits = room(whole, begin, Math.min(wanted, page.most_sentences), page.most_characters);
    const most = { most: page.most_sentences, characters: page.most_characters };
    refuse(fits === wanted ? "" : fill(fits ? words.cut_to : words.too_long_one, most));
    if (fits) choose(begin, begin + fits - 1);
    else [from.value, to.value] = [String(first), String(last)];
  }

  /** @param {number} way */
  function step(way) {
    const count = Math.max(1, last - first + 1);
    const part = usual(whole, way > 0 ? Math.min(last + 1, whole.length) : Math.max(1, first - count), page);
    refuse(part ? "" : fill(words.too_long_one, { characters: page.most_characters }));
    if (part) choose(part[0], way > 0 ? part[1] : Math.max(part[0], Math.min(part[1], first - 1)));
  }

  return {
    root,
    /** @param {Brought} brought @param {string[] | null} all @param {boolean} locked */
    draw(brought, all, locked) {
      whole = all ?? [];
      ({ first, last } = brought);
      heading.textContent = fill(first === last && first ? words.part_one : words.part, {
        first,
        last,
        total: brought.total,
      });
      hands.hidden = locked || !all;
      const isKept = brought.begins === 1 && brought.sentences.length === brought.total;
      gone.textContent = all ? words.keeps_part : words.kept_part;
      gone.hidden = locked || isKept || !brought.total;
      from.max = to.max = String(brought.total);
      [from.value, to.value] = [String(first), String(last)];
      before.disabled = first <= 1;
      next.disabled = last >= brought.total;
      const { begins, sentences } = brought;
      const chosen = first ? sentences.slice(first - begins, last - begins + 1) : [];
      list.replaceChildren(...chosen.map((text, index) => make("li", { value: first + index, dir: "auto", text })));
    },
    focus: () => heading.focus(),
  };
}
