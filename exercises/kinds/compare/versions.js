/* The versions of a statement: one as a card, two side by side, and all of them in one list. */

/** @import { Words } from "../../page/types.d.ts" */
/** @import { Quotation, Term, Version } from "./types.d.ts" */

import { fill, make } from "../../page/elements.js";

export const versionName = (/** @type {Version} */ version, /** @type {number} */ index, /** @type {Words} */ words) =>
  fill(words.version, { number: index + 1, who: version.who });

/**
 * The very words wait on a tap: what all read are the key words above them.
 * @param {Quotation} quote
 * @param {Words} words
 */
function quotation({ original, language, literal, plain }, words) {
  const glosses = [
    [words.literal, literal],
    [words.plain, plain],
  ].filter(([, text]) => text);
  return make("details", { class: "ws-on-tap ws-compare-quote" }, [
    make("summary", { text: words.quote }),
    make("p", { text: original, lang: language, dir: "auto" }),
    glosses.length
      ? make(
          "dl",
          {},
          glosses.flatMap(([label, text]) => [make("dt", { text: label }), make("dd", { text, dir: "auto" })]),
        )
      : null,
  ]);
}

/** That a place in the order is inferred is seen at once; why, on a tap. @param {string} order @param {Words} words */
const orderReason = (order, words) =>
  make("details", { class: "ws-on-tap ws-compare-order" }, [
    make("summary", { text: words.order_inferred }),
    make("p", { text: `${order[0].toUpperCase()}${order.slice(1)}.` }),
  ]);

/** @param {Term[]} terms @param {Words} words */
function termList(terms, words) {
  const term = (/** @type {Term} */ { words: said, language, plain }) =>
    make("li", {}, [make("b", { text: said, lang: language, dir: "auto" }), plain ? ` = ${plain}` : null]);
  return make("div", { class: "ws-compare-terms" }, [
    make("span", { text: words.terms }),
    make("ul", { "aria-label": words.terms }, terms.map(term)),
  ]);
}

/**
 * Draw one version: who and when, our paraphrase, its key words, and on a tap its own words with a gloss.
 * @param {Version} version
 * @param {number} index
 * @param {Words} words
 * @param {"h4" | "h5"} level
 */
function versionParts(version, index, words, level) {
  return [
    make(level, { class: "ws-compare-who" }, [
      make("span", { class: "ws-compare-number", text: String(index + 1) }),
      make("span", { text: version.who, dir: "auto" }),
    ]),
    make("p", { class: "ws-compare-when", text: version.when }),
    version.order ? orderReason(version.order, words) : null,
    make("p", { class: "ws-compare-says", text: version.says, dir: "auto" }),
    version.terms.length ? termList(version.terms, words) : null,
    version.quote ? quotation(version.quote, words) : null,
  ];
}

/**
 * Two versions that the student picks, or walks through step by step.
 * @param {Version[]} versions
 * @param {Words} words
 * @param {string} uid
 * @param {(sentence: string) => void} say
 */
export function pairOf(versions, words, uid, say) {
  const places = [0, 1];
  const names = versions.map((version, index) => versionName(version, index, words));
  const last = versions.length - 1;
  const columns = ["left", "right"].map((side, column) => {
    const select = make(
      "select",
      { id: `${uid}-${side}`, on: { change: () => put(column, Number(select.value)) } },
      names.map((text, value) => make("option", { value, text })),
    );
    const picker = make("p", { class: "ws-compare-pick" }, [
      make("label", { for: select.id, text: words[side] }),
      select,
    ]);
    const card = make("div", { class: "ws-compare-card" });
    return {
      select,
      card,
      root: make("section", { class: "ws-compare-column", "aria-label": words[side] }, [picker, card]),
    };
  });
  const step = (/** @type {string} */ name, /** @type {number} */ by) =>
    make("button", { class: "ws-button", text: words[name], on: { click: () => walk(by) } });
  const back = step("back", -1);
  const on = step("on", 1);
  const root = make("section", { class: "ws-compare-pair", "aria-label": words.side_by_side }, [
    make("h4", { class: "ws-compare-heading", text: words.side_by_side }),
    make("p", { class: "ws-compare-help", text: words.walk_help }),
    make("div", { class: "ws-compare-walk" }, [back, on]),
    make(
      "div",
      { class: "ws-compare-columns" },
      columns.map((column) => column.root),
    ),
  ]);

  /** @param {number} column @param {number} place */
  function put(column, place) {
    places[column] = place;
    draw();
    tell();
  }

  /** Move both by one; from any other two, go back to neighbours. @param {number} by */
  function walk(by) {
    const at = places[0] + by;
    if (at < 0 || at + 1 > last) {
      say(at < 0 ? words.first_pair : words.last_pair);
      return;
    }
    places.splice(0, 2, at, at + 1);
    draw();
    tell();
  }

  const tell = () => say(fill(words.now, { left: names[places[0]], right: names[places[1]] }));

  function draw() {
    columns.forEach(({ select, card }, column) => {
      select.value = String(places[column]);
      card.replaceChildren(
        ...versionParts(versions[places[column]], places[column], words, "h5").filter((part) => part !== null),
      );
    });
    back.setAttribute("aria-disabled", String(places[0] === 0));
    on.setAttribute("aria-disabled", String(places[0] + 1 >= last));
  }

  draw();
  return { root, focus: () => columns[0].select.focus() };
}

/**
 * All versions in one list behind a button; on paper it is always open.
 * @param {Version[]} versions
 * @param {Words} words
 * @param {string} uid
 */
export function listOf(versions, words, uid) {
  const list = make(
    "ol",
    { id: `${uid}-all`, class: "ws-compare-all", hidden: true },
    versions.map((version, index) => make("li", {}, versionParts(version, index, words, "h5"))),
  );
  const button = make("button", {
    class: "ws-button ws-compare-fold",
    "aria-expanded": "false",
    "aria-controls": list.id,
    text: fill(words.all, { count: versions.length }),
    on: {
      click: () => {
        list.hidden = !list.hidden;
        button.setAttribute("aria-expanded", String(!list.hidden));
      },
    },
  });
  return make("div", { class: "ws-compare-whole" }, [button, list]);
}
