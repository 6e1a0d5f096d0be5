/* What of a page can be read aloud, in which order, and in pieces that a voice can say in one breath. */

/** Nobody reads these aloud: buttons, what one writes oneself, signs, and what Jupyter has around its cells. */
const SILENT =
  ".ws-button, input, textarea, select, script, style, svg, canvas, pre, [aria-hidden=true], .ws-bar, .ws-aloud, .ws-live, " +
  ".ws-unseen, .ws-status, .cm-editor, .jp-InputArea-editor, .jp-InputPrompt, .jp-Toolbar, .jp-Notebook-footer, .jp-InternalAnchorLink";
/** What a closed fold holds is not on the page. */
const FOLDED = "details:not([open]) > :not(summary)";
/** Words in such elements belong to the sentence around them. */
const FLOWS = /^(inline|contents|ruby)/;
const LONGEST = 260; // letters in one breath: some voices fall silent in longer pieces
const SENTENCE = /.+?(?:[.?!…]+["'”’»)\]]*(?=\s|$)|$)/gsu;
const BREATH = new RegExp(`\\S(?:.{0,${LONGEST - 2}}\\S(?=\\s|$)|.{0,${LONGEST - 1}})`, "gsu");

/** @typedef {{block: Element, text: string, first: Node, last: Node}} Passage words of one block that stand together */

/**
 * Give the next passage of a page.
 * @param {Element} root
 * @param {Node|null} from where to look, from what it holds on; nothing looks from the top on
 * @returns {Passage|null} null if there is none
 */
export function passageFrom(root, from) {
  const walker = walkerAt(root, from);
  return run(root, () => walker.nextNode());
}

/** Give the passage behind another one. @param {Element} root @param {Passage} one */
export function passageBehind(root, { last }) {
  return passageFrom(root, last);
}

/** Give the passage before another one. @param {Element} root @param {Passage} one */
export function passageBefore(root, { first }) {
  const walker = walkerAt(root, first);
  return run(root, () => walker.previousNode());
}

/** Whether a passage is in another language than a voice, as the page names it. @param {Passage} one @param {string} language */
export function isForeign({ block }, language) {
  const at = block.closest("[lang]");
  // The whole page has the language of its buttons, which may be another one than that of the lesson.
  return at !== null && at !== document.documentElement && at.getAttribute("lang")?.split("-")[0] !== language;
}

/**
 * Cut a passage where a voice may breathe: behind a sentence, and in a very long one at a blank.
 * @param {string} text
 * @returns {string[]} pieces that say something
 */
export function breaths(text) {
  const pieces = (text.match(SENTENCE) ?? []).flatMap((one) => one.match(BREATH) ?? []);
  return pieces.filter((one) => /[\p{L}\p{N}]/u.test(one));
}

/** @param {Element} root @param {Node|null} from */
function walkerAt(root, from) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  if (from) walker.currentNode = from;
  return walker;
}

/**
 * Take the words of one block that stand together, in either direction.
 * @param {Element} root @param {() => Node|null} step
 * @returns {Passage|null}
 */
function run(root, step) {
  /** @type {Node[]} */
  const words = [];
  /** @type {Element|null} */
  let block = null;
  for (let node = step(); node; node = step()) {
    if (!isSeen(node)) continue;
    const its = blockOf(node, root);
    const isBlank = !node.nodeValue?.trim();
    if (isBlank && its !== block) continue;
    if (block && its !== block) break;
    block = its;
    words.push(node);
  }
  if (!block) return null;
  words.sort((one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  const text = words.map((node) => node.nodeValue).join("");
  return { block, text: text.replace(/\s+/g, " ").trim(), first: words[0], last: words[words.length - 1] };
}

/** Whether somebody who looks at the page sees these words on it, and they are to be read. @param {Node} node */
function isSeen({ parentElement: around }) {
  if (!around || around.closest(SILENT) || around.closest(FOLDED)) return false;
  return around.getClientRects().length > 0 && getComputedStyle(around).visibility === "visible";
}

/** Give the block that words stand in. @param {Node} node @param {Element} root @returns {Element} */
function blockOf({ parentElement }, root) {
  let at = parentElement;
  while (at && at !== root && FLOWS.test(getComputedStyle(at).display)) at = at.parentElement;
  return at ?? root;
}
