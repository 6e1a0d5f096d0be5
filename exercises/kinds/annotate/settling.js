/* You and the machine: each difference with the rule of its draft, what the student lets stand, and why. */

/** @import { Kit } from "../../page/types.d.ts" */
/** @import { StoredMark } from "../mark/types.d.ts" */
/** @import { AnnotatePage, Pair, Part, Settled } from "./types.d.ts" */

import { canonical } from "../../page/canonical.js";
import { fill, make } from "../../page/elements.js";
import { cardOf } from "./card.js";

/** One difference on the page. @typedef {ReturnType<typeof cardOf>} Card */

/**
 * Build the place where differences are settled.
 * @param {Kit<AnnotatePage>} kit
 */
export function settlingOf(kit) {
  const words = kit.words.settling;
  const alike = make("details", { class: "ws-on-tap ws-annotate-alike", hidden: true });
  const list = make("ol", { class: "ws-annotate-cards" });
  const tick = make("input", { type: "checkbox", on: { change: () => ((looked = tick.checked), kit.changed()) } });
  const none = make("div", { class: "ws-annotate-nothing", hidden: true }, [
    make("p", { text: words.nothing_differs }),
    make("label", { class: "ws-choice" }, [tick, make("span", { text: words.looked })]),
  ]);
  const root = make(
    "div",
    { class: "ws-annotate-settling", role: "group", "aria-labelledby": `${kit.uid}-settling`, hidden: true },
    [
      make("h4", { class: "ws-result-title", id: `${kit.uid}-settling`, text: words.title }),
      make("p", { text: words.help }),
      alike,
      list,
      none,
    ],
  );
  /** @type {Map<string, Card>} */
  let cards = new Map();
  /** What is stored, also of differences that are not drawn. @type {Record<string, Settled>} */
  let settled = {};
  let drawn = "";
  let looked = false;
  let isLocked = true;

  /** @param {string} id @param {Settled} one @param {string} [spoken] @param {string | null} [run] */
  function change(id, one, spoken, run) {
    settled = { ...settled, [id]: one };
    kit.changed(spoken, run);
  }

  /** @param {Pair[]} pairs @param {Part} part @param {StoredMark[]} marks */
  function build(pairs, part, marks) {
    for (const card of cards.values()) card.end();
    const differing = pairs.filter((pair) => !pair.alike);
    cards = new Map(differing.map((pair) => [pair.id, cardOf(kit, pair, part, marks, change)]));
    list.replaceChildren(...[...cards.values()].map((card) => card.root));
    const same = pairs.filter((pair) => pair.alike);
    alike.hidden = !same.length;
    alike.replaceChildren(
      make("summary", { text: fill(words.alike, { count: same.length }) }),
      make(
        "ul",
        {},
        same.map((pair) => make("li", { dir: "auto", text: lineOf(pair, part) })),
      ),
    );
  }

  /** @param {Pair} pair @param {Part} part */
  function lineOf(pair, part) {
    const points = Array.from(part.sentences.join("\n"));
    const quotes = (pair.draft?.marks ?? []).map(({ start, end }) => `“${points.slice(start, end).join("")}”`);
    return `${quotes.join(" · ")}. ${fill(words.rule, { rule: pair.draft?.rule ?? "" })}`;
  }

  function write() {
    for (const [id, card] of cards) card.write(settled[id]);
  }

  return {
    root,
    read: () => ({ settled, looked }),
    isBegun: () => Object.keys(settled).length > 0,
    /** @param {Record<string, Settled>} stored @param {boolean} read whether there was nothing to settle, and it was read */
    set(stored, read) {
      [settled, looked] = [stored, read];
      tick.checked = looked;
      write();
    },
    /** @param {Pair[] | null} pairs null before the first part is checked @param {Part | null} part @param {StoredMark[]} marks */
    show(pairs, part, marks) {
      root.hidden = !pairs || !part;
      const next = root.hidden ? "" : canonical([pairs, part, marks]);
      if (next === drawn) return;
      drawn = next;
      build(pairs ?? [], part ?? { title: "", first: 1, sentences: [], language: "" }, marks);
      list.hidden = !cards.size;
      none.hidden = cards.size > 0;
      for (const card of cards.values()) card.lock(isLocked);
      write();
    },
    /** @param {boolean} locks */
    lock(locks) {
      isLocked = locks;
      tick.disabled = locks;
      for (const card of cards.values()) card.lock(locks);
    },
    lacks() {
      if (!cards.size) return looked ? "" : words.not_looked;
      for (const card of cards.values()) if (card.lacks()) return card.lacks();
      return "";
    },
  };
}
