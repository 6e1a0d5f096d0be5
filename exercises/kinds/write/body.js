/** @import { Body, Kit } from "../../page/types.d.ts" */
/** @import { WritePage } from "./types.d.ts" */

import { fill, make } from "../../page/elements.js";
import { ratingOf, samplesOf } from "./samples.js";
import { countWords, wholeSigns } from "./words.js";

/**
 * A sheet to write on; after the commit, sample texts and the own rating.
 * @param {Kit<WritePage>} kit
 * @returns {Body}
 */
export function body({ page, words, changed, say, uid }) {
  let fits = true;
  // Counts what one undo takes back: a blank with the word typed behind it, or a change of any other kind.
  let stretch = 0;
  const area = make("textarea", {
    id: `${uid}-text`,
    class: "ws-write-area",
    rows: 5,
    dir: "auto",
    spellcheck: "true",
    "aria-describedby": `${uid}-count`,
    on: { input: typed },
  });
  const count = make("p", { class: "ws-write-count", id: `${uid}-count` });
  const asks = page.asks.length
    ? make("div", { class: "ws-write-asks" }, [
        make("p", { text: words.asks }),
        make(
          "ul",
          {},
          page.asks.map((text) => make("li", { text })),
        ),
      ])
    : null;
  const then = make("section", { class: "ws-write-then", "aria-label": words.then, hidden: true });
  const now = make("h4", { class: "ws-write-when", hidden: true, text: words.now });
  const copy = make("button", { class: "ws-button", text: words.then_copy, on: { click: copyThen } });
  const quote = page.quote ? make("blockquote", { class: "ws-write-quote", dir: "auto", text: page.quote }) : null;
  const sheets = make("div", { class: "ws-write-sheets" }, [then, make("div", {}, [now, area, count])]);
  const root = make("div", { class: "ws-write" }, [
    quote,
    make("label", { class: "ws-write-prompt", for: area.id, text: page.prompt }),
    asks,
    sheets,
  ]);
  const samples = make("section", { class: "ws-write-samples", "aria-labelledby": `${uid}-samples`, hidden: true });
  const rating = ratingOf(page, words, uid, changed);
  const after = make("div", { class: "ws-write-after", hidden: true }, [samples, rating.root]);
  let earlier = "";

  const text = () => wholeSigns(area.value);
  const over = () => countWords(area.value) - page.most;

  /** @param {InputEvent} event */
  function typed(event) {
    const within = event.inputType === "insertText" && Boolean(event.data?.trim());
    if (!within) stretch += 1;
    tidy(true);
    changed("", event.inputType === "insertText" ? `words-${stretch}` : null);
  }

  /** Say how many words there are; aloud only when the limit is crossed. */
  function tidy(aloud = false) {
    const counted = countWords(area.value);
    const values = { count: counted, most: page.most, least: page.least, over: over() };
    const short = counted < page.least && page.least > 1;
    count.textContent = fill(over() > 0 ? words.count_over : short ? words.count_least : words.count, values);
    count.dataset.over = String(over() > 0);
    if (aloud && fits !== over() <= 0) say(over() > 0 ? count.textContent : fill(words.fits_again, values));
    fits = over() <= 0;
  }

  function copyThen() {
    area.value = earlier;
    tidy();
    changed(words.copied);
    copy.hidden = true;
    area.focus();
  }

  tidy();
  return {
    root,
    below: after,
    secondCheck: words.keep,
    hasKey: (phase) => phase !== "checked",
    first: ({ text: written = "" }) => ({ text: written }),
    read: () => ({ text: text(), rated: rating.levels(), why: wholeSigns(rating.why.value) }),
    write({ text: written = "", rated = {}, why = "" }) {
      if (area.value !== written) area.value = written;
      rating.set(rated, why);
      tidy();
      copy.hidden = area.readOnly || area.value.trim() !== "";
    },
    lock(locked, second) {
      area.readOnly = locked;
      count.hidden = locked;
      copy.hidden = locked || area.value.trim() !== "";
      rating.lock(!second);
    },
    recall(was) {
      const old = was?.text || "";
      if (old === earlier) return;
      earlier = old;
      then.hidden = now.hidden = !old;
      sheets.classList.toggle("ws-write-beside", Boolean(old));
      then.replaceChildren(
        ...(old
          ? [
              make("h4", { class: "ws-write-when", text: words.then }),
              make("p", { class: "ws-write-help", text: fill(words.then_from, { title: was.title }) }),
              make("blockquote", { class: "ws-write-old", dir: "auto", text: old }),
              copy,
            ]
          : []),
      );
    },
    show(result, key, phase) {
      const shown = result?.extra?.samples || key?.samples || [];
      samples.hidden = after.hidden = !shown.length;
      samples.replaceChildren(
        ...(shown.length ? samplesOf(shown, page, words, `${uid}-samples`, result ? text() : "") : []),
      );
      rating.root.hidden = !result;
      rating.root.classList.toggle("ws-write-rated", phase !== "half");
    },
    complete(phase) {
      if (phase === "half") return rating.lacks();
      const values = { count: countWords(area.value), most: page.most, least: page.least, over: over() };
      return over() > 0 ? fill(words.too_long, values) : values.count < page.least ? fill(words.too_short, values) : "";
    },
    focus: () => area.focus(),
  };
}
