/* What a group is, where the student chooses one, and the buttons to choose it with. */

/** @import { Words } from "../../page/types.d.ts" */
/** @import { MarkPage } from "./types.d.ts" */

import { fill, make } from "../../page/elements.js";

/** Say what belongs into one group. @param {MarkPage} page @param {Words} words */
export function groupsLine({ labels, given }, { groups }) {
  if (given.length) return groups.given;
  if (labels.length === 1) return groups.one_label;
  return labels.some(({ id }) => id === "scope") ? groups.certainty : groups.attribution;
}

/** @param {number} count @param {number} chosen @param {Words} words @param {(number: number) => void} choose */
export function groupButtons(count, chosen, words, choose) {
  return Array.from({ length: count }, (_, index) => index + 1).map((number) =>
    make("button", {
      class: "ws-button ws-mark-group",
      "aria-pressed": number === chosen,
      text: fill(words.group_number, { group: number }),
      on: { click: () => choose(number) },
    }),
  );
}
