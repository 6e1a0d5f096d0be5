/** @import { Body, Kit } from "../../page/types.d.ts" */
/** @import { Label, Mark, MarkPage, StoredMark } from "./types.d.ts" */

import { fill, make } from "../../page/elements.js";
import { known } from "../../page/known.js";
import { groupButtons, groupsLine } from "./groups.js";
import { listenTo } from "./hands.js";
import { keyParts } from "./key.js";
import { selectionOf } from "./selection.js";
import { textView } from "./text.js";

const MOST_MARKS = 400;
const LAST_GROUP = 99;

/**
 * Marking words: by drag, by tap on the first and last word, or by keyboard.
 * @param {Kit<MarkPage>} kit
 * @returns {Body}
 */
export function body({ page, words, changed, say, uid, signal }) {
  const grouped = page.free || page.asked > 1;
  const view = textView(page, words, uid, { live: true, grouped });
  const { all } = view;
  const given = view.readable(page.given, true);
  const locked = new Set(given.map((mark) => mark.label));
  const offered = page.labels.filter(({ id }) => !locked.has(id));
  const labels = offered.map(({ name }) => name).join(", ");
  /** @type {Mark[]} */
  let marks = []; // {group, label, from, to}
  let group = 1;
  let isLocked = false;

  const list = make("ul", { class: "ws-mark-list" });
  const none = make("p", { class: "ws-mark-none", text: words.no_marks });
  const listTitle = make("h4", { class: "ws-mark-list-title", text: words.marks, tabindex: "-1" });
  const keyBox = make("section", { class: "ws-mark-key", hidden: true });
  const groups = make("div", { class: "ws-mark-groups", role: "group", "aria-label": words.group, hidden: !grouped });
  const clearButton = make("button", {
    class: "ws-button ws-quiet ws-mark-clear",
    text: words.clear,
    on: { click: () => selection.clear(true) },
    "aria-hidden": "true",
    tabindex: "-1",
  });
  // Clear stands with the labels, so that it never takes a row of its own while it is hidden.
  const labelButtons = make("div", { class: "ws-mark-labels", role: "group", "aria-label": words.labels }, [
    ...offered.map(labelButton),
    clearButton,
  ]);
  const bar = make("div", { class: "ws-mark-bar" }, [groups, labelButtons]);
  const how = make("p", { class: "ws-mark-how", text: words.how });
  const aboutGroups = make("p", { class: "ws-mark-how", text: groupsLine(page, words), hidden: !grouped });
  const legend = make(
    "p",
    { class: "ws-mark-legend", hidden: !given.length },
    page.labels.filter(({ id }) => locked.has(id)).map((label) => sample(label, `${label.name} (${words.locked})`)),
  );
  const root = make("div", { class: "ws-mark" }, [
    how,
    legend,
    view.root,
    aboutGroups,
    bar,
    listTitle,
    none,
    list,
    keyBox,
  ]);

  // Not hidden outright: the toolbar must not jump under the pointer while words are chosen.
  const selection = selectionOf(view, words, say, (some) => {
    if (some) clearButton.removeAttribute("aria-hidden");
    else clearButton.setAttribute("aria-hidden", "true");
    clearButton.tabIndex = some ? 0 : -1;
  });

  /** @param {Label} label @param {string} text */
  function sample({ id }, text) {
    return make("span", { class: "ws-mark-sample" }, [
      make("span", { class: "ws-mark-letter", "aria-hidden": "true", text: view.letters.get(id) }),
      make("span", { class: `ws-mark-name ws-pattern-${known(view.order, id) % 4}`, text }),
    ]);
  }

  /** @param {Label} label */
  function labelButton(label) {
    return make(
      "button",
      { class: "ws-button ws-mark-label", "aria-keyshortcuts": label.key, on: { click: () => putLabel(label, false) } },
      [make("kbd", { class: "ws-mark-digit", "aria-hidden": "true", text: label.key }), sample(label, label.name)],
    );
  }

  /* Labelling */

  /** @param {Label} label @param {boolean} byKey */
  function putLabel(label, byKey) {
    if (isLocked) return;
    if (!selection.range() && !byKey) {
      say(words.nothing_selected);
      return;
    }
    const [from, to] = selection.target();
    const same = (/** @type {Mark} */ mark) => mark.group === group && mark.label === label.id;
    const quote = view.quote(from, to);
    selection.clear(false);
    selection.stay();
    if (marks.some((mark) => same(mark) && mark.from <= from && to <= mark.to)) {
      say(words.already);
      return;
    }
    const merged = { group, label: label.id, from, to };
    // Words that touch become one mark; the same words under another label of the group change their label.
    const stays = marks.filter((mark) => {
      const touches =
        mark.from <= merged.to + 1 && merged.from <= mark.to + 1 && all[mark.from].line === all[from].line;
      if (same(mark) && touches) {
        merged.from = Math.min(merged.from, mark.from);
        merged.to = Math.max(merged.to, mark.to);
        return false;
      }
      return !(mark.group === group && mark.from === from && mark.to === to);
    });
    if (stays.length >= MOST_MARKS) return;
    marks = [...stays, merged].sort(view.place);
    draw();
    changed(fill(words.marked, { label: label.name, quote }));
  }

  /** @param {Mark} mark */
  function remove(mark) {
    marks = marks.filter((other) => other !== mark);
    draw();
    changed(fill(words.removed, { label: view.names.get(mark.label), quote: view.quote(mark.from, mark.to) }));
  }

  /** @param {number} index */
  function removeUnder(index) {
    const under = marks
      .filter((mark) => mark.from <= index && index <= mark.to)
      .sort((a, b) => a.to - a.from - (b.to - b.from));
    if (under.length) remove(under[0]);
    else say(words.none_under);
  }

  /* Drawing */

  function draw() {
    view.paint([...given, ...marks]);
    none.hidden = marks.length > 0;
    list.hidden = !marks.length;
    list.replaceChildren(...marks.map(listItem));
    drawGroups();
  }

  /** @param {Mark} mark */
  function listItem(mark) {
    const line = view.sentenceLine(mark);
    const click = () => {
      const place = marks.indexOf(mark);
      remove(mark);
      (list.querySelectorAll("button")[Math.min(place, marks.length - 1)] || listTitle).focus();
    };
    const button = make("button", {
      class: "ws-button ws-mark-remove",
      text: words.remove,
      "aria-label": fill(words.remove_mark, { mark: line }),
      on: { click },
      hidden: isLocked,
    });
    return make("li", {}, [make("span", { dir: "auto", text: line }), button]);
  }

  function drawGroups() {
    if (!grouped) return;
    const used = Math.max(1, group, ...marks.map((mark) => mark.group), ...given.map((mark) => mark.group));
    const count = page.free ? used : Math.max(page.asked, used);
    const buttons = groupButtons(count, group, words, chooseGroup);
    if (page.free && count < LAST_GROUP) {
      buttons.push(
        make("button", {
          class: "ws-button ws-mark-group ws-mark-new",
          text: words.new_group,
          on: { click: () => chooseGroup(count + 1) },
        }),
      );
    }
    groups.replaceChildren(...buttons);
  }

  /** @param {number} number */
  function chooseGroup(number) {
    group = number;
    drawGroups();
    groups.querySelectorAll("button")[number - 1]?.focus();
    say(fill(words.group_chosen, { group }));
  }

  /** @param {{marks: StoredMark[]} | null} key */
  function showKey(key) {
    keyBox.hidden = !key;
    keyBox.replaceChildren(...(key ? keyParts(key.marks, view, page, words, uid, grouped) : []));
  }

  const acts = {
    isLocked: () => isLocked,
    offered,
    putLabel: (/** @type {Label} */ label) => putLabel(label, true),
    removeUnder,
  };
  listenTo(view, selection, acts, signal);
  draw();
  return {
    root,
    read: () => ({
      marks: marks.map(({ group: number, label, from, to }) => ({
        group: number,
        label,
        start: all[from].start,
        end: all[to].end,
      })),
    }),
    write(answer) {
      selection.clear(false);
      marks = view
        .readable(answer.marks)
        .map(({ group: number, label, from, to }) => ({ group: number, label, from, to }))
        .sort(view.place);
      draw();
    },
    essence: view.essence,
    lock(locks) {
      if (locks === isLocked) return;
      isLocked = locks;
      if (locks) selection.clear(false);
      bar.hidden = how.hidden = locks;
      aboutGroups.hidden = locks || !grouped;
      root.classList.toggle("ws-mark-locked", locks);
      for (const button of list.querySelectorAll("button")) button.hidden = locks;
    },
    show: (_result, key) => showKey(key),
    complete: () =>
      marks.length ? "" : fill(words[selection.range() ? "incomplete_chosen" : "incomplete"], { labels }),
    focus: () => selection.focusLine(),
  };
}
