/** @import { Body, Kit } from "../../page/types.d.ts" */
/** @import { AnnotateAnswer, AnnotatePage, Earlier, Part } from "./types.d.ts" */

import { canonical } from "../../page/canonical.js";
import { fill, make } from "../../page/elements.js";
import { exercise } from "../../page/kit.js";
import { takeaway } from "../../page/takeaway.js";
import { body as marking } from "../mark/body.js";
import { sentencesOf } from "./sentences.js";
import { settlingOf } from "./settling.js";

/**
 * Marking the text that was brought. An answer holds the words that it stands on, so it is shown on no others.
 * @param {Kit<AnnotatePage>} kit
 * @returns {Body}
 */
function body(kit) {
  const { page, words, say, ask, uid, signal } = kit;
  /** The part that is to be marked now, and the one that is shown. @type {Part | null} */
  let current = null;
  /** @type {Part | null} */
  let shown = null;
  /** @type {Body | null} */
  let inner = null;
  let end = new AbortController();
  let drawn = 0;
  let isLocked = false;
  signal.addEventListener("abort", () => end.abort());
  const settling = settlingOf(kit);

  const none = make("p", { class: "ws-annotate-none" });
  const other = make("div", { class: "ws-annotate-other", hidden: true });
  const about = make("p", { class: "ws-annotate-about", dir: "auto", hidden: true });
  const place = make("div", {});
  const root = make("div", { class: "ws-annotate" }, [none, other, about, place]);

  const blank = () => ({ on: null, marks: [], settled: {}, looked: false });
  const isSame = (/** @type {Part | null} */ one, /** @type {Part | null} */ two) => canonical(one) === canonical(two);
  const marks = () => /** @type {any[]} */ (inner?.read().marks ?? []);
  /** Whether there is anything to lose: what was settled stays, also while every mark is out. */
  const isBegun = () => marks().length > 0 || settling.isBegun();
  const isOne = (/** @type {Part} */ part) => part.sentences.length === 1;
  const lastOf = (/** @type {Part} */ part) => part.first + part.sentences.length - 1;

  /** Show the sentences of a part, without marks. @param {Part | null} part */
  function show(part) {
    if (isSame(part, shown)) return;
    end.abort();
    end = new AbortController();
    drawn += 1;
    shown = part;
    const whole = { text_id: "own", labels: page.labels, given: [], free: true, asked: 0 };
    inner =
      part &&
      marking({ ...kit, page: { ...whole, sentences: sentencesOf(part) }, uid: `${uid}-${drawn}`, signal: end.signal });
    place.replaceChildren(...(inner ? [inner.root] : []));
    inner?.lock(isLocked, false);
  }

  /** Go on with the part that is chosen now; the marks on the other one go to Earlier versions. */
  function beginAnew() {
    if (isLocked) return;
    ask("aside", { answer: read(), confidence: null });
    settling.set({}, false);
    show(current);
    draw();
    kit.changed(words.begun_anew);
    inner?.focus?.();
  }

  /** @returns {AnnotateAnswer} */
  function read() {
    return inner && isBegun() ? { on: shown, marks: marks(), ...settling.read() } : blank();
  }

  function draw() {
    none.hidden = Boolean(shown);
    about.hidden = !shown;
    if (shown) {
      const values = { title: shown.title || words.told.untitled, first: shown.first, last: lastOf(shown) };
      about.textContent = fill(isOne(shown) ? words.told.about_one : words.told.about, values);
    }
    const elsewhere = shown && current && !isSame(shown, current);
    other.hidden = !elsewhere;
    if (!elsewhere || !current) return;
    const said = fill(isOne(current) ? words.other_one : words.other_part, {
      first: current.first,
      last: lastOf(current),
    });
    other.replaceChildren(
      make("p", { text: said }),
      // Also what is checked says at once that it stands on another part.
      isLocked
        ? make("p", { text: words.other_checked })
        : make("button", { class: "ws-button", text: words.begin_anew, on: { click: beginAnew } }),
    );
  }

  return {
    root,
    below: settling.root,
    secondCheck: words.settling.keep,
    read,
    first: ({ on = null, marks: by_hand = [] }) => ({ on, marks: by_hand }),
    write(answer) {
      const { on = null, marks: stored = [], settled = {}, looked = false } = answer;
      show(on ?? current);
      inner?.write({ marks: stored });
      settling.set(settled, looked);
      draw();
    },
    essence(answer) {
      const { on = null, settled = {}, looked = false, ...more } = answer;
      return { on, settled, looked, ...(inner?.essence?.(more) ?? { marks: [], ...more }) };
    },
    recall(/** @type {Earlier | null} */ was) {
      const part = was?.part ?? null;
      none.textContent = was ? fill(words.no_part, { title: was.title }) : words.no_text;
      if (isSame(part, current) && (shown || !part)) return;
      current = part;
      if (!isBegun()) show(current);
      draw();
    },
    lock(locks, second) {
      isLocked = locks;
      inner?.lock(locks, false);
      settling.lock(!second);
      draw();
    },
    show(result) {
      settling.show(result?.extra?.pairs ?? null, shown, marks());
    },
    hasKey: () => false,
    complete: (phase) =>
      phase === "half" ? settling.lacks() : shown ? (inner?.complete?.("open") ?? "") : (none.textContent ?? ""),
    reset() {
      current = null;
      settling.set({}, false);
      show(null);
      draw();
    },
    focus: () => (inner?.focus ? inner.focus() : say(none.textContent ?? "")),
  };
}

export default { render: exercise(body, takeaway) };
