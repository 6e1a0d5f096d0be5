/* The evidence log: the form that fills it, and the list of what was logged. */

/** @import { Claim, Desk, Entry } from "./types.d.ts" */

import { fill, make } from "../../page/elements.js";
import { choiceField, heading, limitOf, LONGEST, option, question } from "./parts.js";

/** The form under an opened source. @param {Desk} desk @param {Claim} claim @param {string} id @param {string} name */
export function logForm(desk, claim, id, name) {
  const { words } = desk;
  const entry = () => desk.of(claim).log.find((one) => one.source === id);
  const shows = question({
    legend: words.shows_question,
    options: words.shows,
    name: `${name}-shows`,
    key: "shows",
    chosen: appease,
  });
  const choices = (/** @type {Record<string, string>} */ names) => [
    option("", words.choose_one),
    ...Object.entries(names).map(([value, text]) => option(value, text)),
  ];
  const near = choiceField(words.near_question, `${name}-near`, "near", choices(words.near), appease);
  const interest = choiceField(words.interest_question, `${name}-interest`, "interest", choices(desk.page.gains));
  const same = choiceField(words.same_question, `${name}-same`, "same", []);
  const add = make("button", { class: "ws-button ws-desk-add", on: { click: put } });
  const need = make("p", { class: "ws-desk-need", text: words.log_needs, hidden: true });
  const root = make("fieldset", { class: "ws-desk-form" }, [
    make("legend", { text: words.log_title }),
    shows.root,
    near.row,
    interest.row,
    same.row,
    need,
    add,
  ]);
  /** @type {Entry | undefined} */
  let seen; // the entry that the form shows

  /** What was asked for is there now: nobody goes on asking for it. */
  function appease() {
    if (shows.get() && near.field.value) need.hidden = true;
  }
  function put() {
    const values = {
      source: id,
      shows: shows.get() ?? "",
      near: near.field.value,
      interest: interest.field.value || null,
      same_as: same.field.value || null,
    };
    need.hidden = Boolean(values.shows && values.near);
    if (!need.hidden) {
      desk.say(words.log_needs);
      return;
    }
    const { log } = desk.of(claim);
    const had = Boolean(entry());
    const full = !had && log.length >= desk.page.most;
    need.textContent = full ? fill(words.log_full, { most: desk.page.most }) : words.log_needs;
    need.hidden = !full;
    if (full) {
      desk.say(need.textContent);
      return;
    }
    const next = had ? log.map((one) => (one.source === id ? values : one)) : [...log, values];
    desk.change(
      claim,
      { log: next },
      fill(had ? words.changed : words.added, { source: desk.named(claim, id), count: next.length }),
    );
  }
  function draw() {
    const others = desk
      .of(claim)
      .log.filter((one) => one.source !== id)
      .map((one) => one.source);
    // Compared by content: a half-made change in the form stays when something else is undone.
    const moved = JSON.stringify(entry()) !== JSON.stringify(seen);
    const before = moved ? entry()?.same_as || "" : same.field.value;
    same.field.replaceChildren(
      option("", words.independent),
      ...others.map((other) => option(other, desk.named(claim, other))),
    );
    same.field.value = others.includes(before) ? before : "";
    same.row.hidden = !others.length;
    if (moved) {
      seen = entry();
      shows.set(seen?.shows);
      near.field.value = seen?.near || "";
      interest.field.value = seen?.interest || "";
      need.hidden = true;
    }
    add.textContent = entry() ? words.change : words.add;
    root.disabled = desk.locked();
  }
  return { root, draw };
}

/** Say an entry of the log in words. @param {Desk} desk @param {Claim} claim @param {Entry} entry */
export function entryWords(desk, claim, { source, shows, near, same_as }) {
  const { words } = desk;
  const origin = same_as ? fill(words.same_as, { source: desk.named(claim, same_as) }) : words.alone;
  return fill(words.entry, {
    source: desk.named(claim, source),
    shows: words.shows[shows],
    near: words.near[near],
    origin,
  });
}

/**
 * The second step of a claim: the list of what was logged, or what was searched for in vain.
 * @param {Desk} desk
 * @param {Claim} claim
 * @param {number} index
 */
export function logPart(desk, claim, index) {
  const { words } = desk;
  const title = heading("h5", words.log, "ws-desk-step");
  const list = make("ol", { class: "ws-desk-log" });
  const empty = make("p", { class: "ws-desk-empty", text: words.log_empty });
  const id = `${desk.uid}-${index}-nothing`;
  const limit = limitOf(words, `${id}-over`, LONGEST.searched_nothing);
  const nothing = make("input", {
    type: "text",
    id,
    class: "ws-desk-nothing",
    autocomplete: "off",
    "aria-describedby": `${id}-help ${id}-over`,
    on: { input: () => desk.change(claim, { searched_nothing: nothing.value }, "", `${id}-typed`) },
  });
  const search = make("div", { class: "ws-desk-field ws-desk-search", hidden: Boolean(claim.given) }, [
    make("label", { for: id, text: words.nothing }),
    make("p", { class: "ws-desk-help", id: `${id}-help`, text: words.nothing_help }),
    nothing,
    limit.line,
  ]);

  /**
   * Remove an entry; those that pointed at it now point where it pointed, or at the first of them.
   * @param {string} source
   */
  function remove(source) {
    const { log } = desk.of(claim);
    const heir = log.find((one) => one.source === source)?.same_as || log.find((one) => one.same_as === source)?.source;
    const pointed = (/** @type {Entry} */ one) =>
      one.same_as === source ? { ...one, same_as: one.source === heir ? null : (heir ?? null) } : one;
    desk.change(
      claim,
      { log: log.filter((one) => one.source !== source).map(pointed) },
      fill(words.removed, { source: desk.named(claim, source) }),
    );
    title.focus();
  }
  /** @param {Entry} entry */
  function line(entry) {
    const options = {
      class: "ws-button ws-quiet",
      text: words.remove,
      disabled: desk.locked(),
      "aria-label": fill(words.remove_name, { source: desk.named(claim, entry.source) }),
      on: { click: () => remove(entry.source) },
    };
    return make("li", {}, [
      make("span", { text: entryWords(desk, claim, entry) }),
      claim.given ? null : make("button", options),
    ]);
  }
  function draw() {
    const mine = desk.of(claim);
    list.replaceChildren(...desk.logOf(claim).map(line));
    empty.hidden = desk.logOf(claim).length > 0;
    if (nothing.value !== mine.searched_nothing) nothing.value = mine.searched_nothing;
    nothing.disabled = desk.locked();
    limit.tell(mine.searched_nothing);
  }
  return {
    parts: [
      title,
      make("p", { class: "ws-desk-help", text: claim.given ? words.log_given : words.log_help }),
      list,
      empty,
      search,
    ],
    draw,
  };
}
