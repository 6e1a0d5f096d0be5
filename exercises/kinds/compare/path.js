/* The picture of the way that the words took, drawn after the commit; it is a list, so that it can be heard as well. */

/** @import { Words } from "../../page/types.d.ts" */
/** @import { Around, ComparePage, Path, PathNode, PathQuestion } from "./types.d.ts" */

import { fill, make } from "../../page/elements.js";
import { versionName } from "./versions.js";

/**
 * Draw the nodes in order, a line a question, the cut, and what is shown and what inferred.
 * @param {Path} path
 * @param {ComparePage} page
 * @param {Words} words
 * @param {string} uid
 * @param {Record<string, string>} steps
 */
export function pathOf(path, page, words, uid, steps) {
  const said = words.path;
  const lines = path.questions.map((_, index) => index).filter((index) => path.nodes[0].states[index]);
  const nodes = path.nodes.map((node, place) => nodeOf(node, place, { path, page, words, lines }));
  const whole = lines
    .filter((index) => path.nodes.every((node) => node.states[index].state !== "after"))
    .map((index) => fill(said.whole, { number: index + 1 }));
  const unclear = path.nodes.some((node) => lines.some((index) => node.states[index].state === "unclear"));
  const nowhere = page.questions.flatMap((question, index) =>
    steps[question.id] === "nowhere" && path.nodes.some((node) => node.ours[index])
      ? [fill(said.yours_nowhere, { number: index + 1, words: question.nowhere || words.nowhere })]
      : [],
  );
  return make("section", { class: "ws-compare-path", "aria-labelledby": `${uid}-path` }, [
    make("h4", { class: "ws-compare-heading", id: `${uid}-path`, text: said.title }),
    lines.length
      ? make("p", { class: "ws-compare-help", text: unclear ? `${said.help} ${said.help_unclear}` : said.help })
      : null,
    make("ol", { class: "ws-compare-nodes" }, nodes),
    ...[...whole, ...nowhere].map((text) => make("p", { class: "ws-compare-note", text })),
    ...path.questions.map((question, index) => reasonsOf(question, index, said, uid)),
    knownOf(path, said, uid),
  ]);
}

/** What the whole way shows, folded like the reasons. @param {Path} path @param {Words} said @param {string} uid */
function knownOf(path, said, uid) {
  const intent = `${path.intent[0].toUpperCase()}${path.intent.slice(1)}.`.replace(/\.\.$/, ".");
  const parts = make("div", { id: `${uid}-known`, class: "ws-compare-known-all", hidden: true }, [
    listed(said.shown, path.shown, said, "shown"),
    listed(said.inferred, path.inferred, said, "inferred"),
    make("h5", { class: "ws-compare-part", text: said.intent }),
    make("p", { class: "ws-compare-intent", text: intent }),
  ]);
  return folded(said.known, parts);
}

/** @param {PathNode} node @param {number} place @param {Around} around */
function nodeOf(node, place, { path, page, words, lines }) {
  const said = words.path;
  const before = place ? path.nodes[place - 1] : null;
  const version = page.versions[place];
  const cuts = lines.filter((index) => node.states[index].state === "after" && node.ours[index]);
  const chip = (/** @type {number} */ index) =>
    make("span", {
      class: "ws-compare-chip",
      "data-state": node.states[index].state,
      text: fill(said.state, { number: index + 1, words: node.states[index].words }),
    });
  const mark = (/** @type {string} */ name, /** @type {number} */ index) =>
    make("span", { class: `ws-compare-mark ws-compare-${name}`, text: fill(said[name], { number: index + 1 }) });
  const marks = path.questions
    .flatMap((_, index) => [
      cuts.includes(index) ? mark("cut", index) : null,
      node.ours[index] && !lines.includes(index) ? mark("sought", index) : null,
      node.yours[index] ? mark("yours", index) : null,
    ])
    .filter(Boolean);
  const line = (/** @type {number} */ index) =>
    make("span", {
      class: "ws-compare-line",
      "data-state": node.states[index].state,
      "data-cut": String(cuts.includes(index)),
      "data-first": String(!before),
    });
  return make("li", { class: "ws-compare-node", "data-version": node.id }, [
    make("div", { class: "ws-compare-lines", "aria-hidden": "true" }, lines.map(line)),
    make("div", { class: "ws-compare-stop" }, [
      make("p", { class: "ws-compare-name" }, [
        make("strong", { text: versionName(version, place, words) }),
        " ",
        make("span", { class: "ws-compare-when", text: version.when }),
      ]),
      make(
        "p",
        { class: "ws-compare-chips" },
        [...lines.map(chip), ...marks].flatMap((part) => [part, " "]),
      ),
    ]),
  ]);
}

/** @param {PathQuestion} question @param {number} index @param {Words} said @param {string} uid */
function reasonsOf(question, index, said, uid) {
  const list = make(
    "ul",
    { id: `${uid}-reasons-${index}`, class: "ws-compare-reasons", hidden: true },
    question.reasons.map(({ step, why }) => make("li", {}, [make("strong", { text: `${step}: ` }), why])),
  );
  return folded(fill(said.reasons, { number: index + 1 }), list);
}

/** Put a part behind a button that says whether it is open. @param {string} text @param {HTMLElement} part */
function folded(text, part) {
  const button = make("button", {
    class: "ws-button ws-compare-fold",
    "aria-expanded": "false",
    "aria-controls": part.id,
    text,
    on: {
      click: () => {
        part.hidden = !part.hidden;
        button.setAttribute("aria-expanded", String(!part.hidden));
      },
    },
  });
  return make("div", {}, [button, part]);
}

/** @param {string} title @param {string[]} sentences @param {Words} said @param {string} name */
function listed(title, sentences, said, name) {
  const list = sentences.length
    ? make(
        "ul",
        {},
        sentences.map((text) => make("li", { text })),
      )
    : make("p", { text: said.none });
  return make("div", { class: `ws-compare-known ws-compare-known-${name}` }, [
    make("h5", { class: "ws-compare-part", text: title }),
    list,
  ]);
}
