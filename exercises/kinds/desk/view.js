import { fill, make } from "./elements.js";
import { exercise } from "./kit.js";

const NO_WORK = { log: [], searched_nothing: "", said: null, so: {}, confidence: null };
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const plainDate = (day) => DAY.format(new Date(`${day}T00:00:00Z`));
const wordsOf = (claim) => (claim.quoted ? `“${claim.words}”` : claim.words);
const heading = (tag, text, name) => make(tag, { class: name, text, tabindex: "-1" });

/** Fold a part of the page behind a button that says whether it is open. */
function folded(label, id, build, name = "ws-button ws-plain") {
  const part = make("div", { id, class: "ws-desk-folded", hidden: true });
  const button = make("button", { class: name, "aria-expanded": "false", "aria-controls": id, on: { click: () => turn(part.hidden) } }, label);
  function turn(open) {
    if (open && !part.firstChild) part.append(...build());
    part.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  }
  return { button, part, turn };
}

/** One question with native radio buttons. */
function question({ legend, help, options, name, chosen, key }) {
  const inputs = Object.entries(options).map(([value, text]) => {
    const input = make("input", { type: "radio", name, value, on: { change: () => chosen(value) } });
    return { input, label: make("label", { class: "ws-choice", "data-value": value }, [input, make("span", { text })]) };
  });
  const root = make("fieldset", { class: "ws-desk-question", "data-question": key }, [
    make("legend", { text: legend }), help ? make("p", { class: "ws-desk-help", text: help }) : null,
    make("div", { class: "ws-desk-options" }, inputs.map(({ label }) => label)),
  ]);
  return { root, set: (value) => { for (const { input } of inputs) input.checked = input.value === String(value); }, get: () => inputs.find(({ input }) => input.checked)?.input.value };
}

/** The body of a desk: claims to choose from, and for the open one look, log and answer. */
function body({ page, words, uid, changed, say }) {
  let work = {}; // claim id -> work, for claims that were begun
  let locked = false;
  let key = null;
  let open; // index of the claim that is looked at, or null
  const of = (claim) => work[claim.id] || NO_WORK;
  const logOf = (claim) => claim.given || of(claim).log;
  const letterOf = (claim, id) => String.fromCharCode(65 + claim.sources.indexOf(id)); // two sources may share publisher and day
  const named = (claim, id) => fill(words.source, { letter: letterOf(claim, id), publisher: page.sources[id].publisher, day: page.sources[id].day ? plainDate(page.sources[id].day) : words.day_unknown });
  const dayOf = (source) => (source.day ? fill(source.inferred ? words.day_inferred : "{day}", { day: plainDate(source.day) }) : words.day_unknown);
  function change(claim, part, spoken) {
    const next = { ...of(claim), ...part };
    work = { ...work, [claim.id]: next };
    if (JSON.stringify(next) === JSON.stringify(NO_WORK)) delete work[claim.id];
    draw();
    changed(spoken);
  }

  /** Say what a claim still lacks, or nothing; the kernel asks for the same. */
  function missing(claim, number) {
    const { searched_nothing, said, so, confidence } = of(claim);
    const say = (name, values = {}) => fill(words.missing[name], { number, ...values });
    if (!logOf(claim).length && !searched_nothing.trim()) return say("evidence");
    if (!said) return say("said");
    const day = claim.days.find((one) => !so[one]);
    if (day) return say("so", { day: plainDate(day) });
    return confidence ? "" : say("confidence");
  }

  /* 1. Look */

  function sourceCard(claim, id, index) {
    const source = page.sources[id];
    const name = `${uid}-${index}-${id}`;
    const state = make("span", { class: "ws-desk-state" });
    const form = logForm(claim, id, name);
    const later = source.day ? claim.days.filter((day) => source.day > day) : [];
    const notYet = source.day ? later.length && fill(words.later, { days: later.map(plainDate).join(words.and) }) : words.undated;
    const label = [
      make("span", { class: "ws-desk-letter", text: letterOf(claim, id) }), make("span", { class: "ws-desk-publisher", text: source.publisher }),
      make("span", { class: "ws-desk-facts", text: [dayOf(source), words.languages[source.language] || source.language].join(" · ") }),
      source.title ? make("span", { class: "ws-desk-title", text: source.title, lang: source.language, dir: "auto" }) : null,
      notYet ? make("span", { class: "ws-desk-later", text: notYet }) : null,
      state,
    ];
    const fold = folded(label, `${name}-open`, () => [
      make("p", { class: "ws-desk-says", text: source.says }), source.quote ? quotation(source.quote) : null,
      make("p", { class: "ws-desk-help", text: words.read[source.read] }), ...behind(source, name),
      source.link ? make("p", {}, make("a", { href: source.link, target: "_blank", rel: "noopener noreferrer", text: words.link })) : null,
      claim.given ? null : form.root,
    ].filter(Boolean), "ws-desk-source");
    function drawCard() {
      const logged = logOf(claim).some((entry) => entry.source === id);
      state.textContent = logged ? `✓ ${claim.given ? words.source_given : words.source_logged}` : words.source_not_logged;
      state.dataset.logged = logged;
      form.draw();
    }
    return { root: make("li", { "data-source": id }, [fold.button, fold.part]), draw: drawCard };
  }

  const facts = (rows) => make("dl", { class: "ws-desk-quote" }, rows.flatMap(([label, text, lang]) => [make("dt", { text: label }), make("dd", { text, lang, dir: "auto" })]));
  const quotation = ({ original, language, literal, plain }) => facts([
    [words.quote, original, language], ...(language === "en" ? [] : [[words.quote_literal, literal]]), [words.quote_plain, plain],
  ]);
  function behind(source, name) {
    const fold = folded(words.behind, `${name}-behind`, () => [facts([[words.position, source.position], [words.interest, source.interest]])]);
    return [fold.button, fold.part];
  }

  /* 2. Log */

  function logForm(claim, id, name) {
    const entry = () => of(claim).log.find((one) => one.source === id);
    const shows = question({ legend: words.shows_question, options: words.shows, name: `${name}-shows`, key: "shows", chosen: () => {} });
    const option = (value, text) => make("option", { value, text });
    const select = (label, part, options) => {
      const field = make("select", { id: `${name}-${part}`, "data-question": part }, options);
      return { field, row: make("p", { class: "ws-desk-field" }, [make("label", { for: `${name}-${part}`, text: label }), field]) };
    };
    const near = select(words.near_question, "near", [option("", words.choose_one), ...Object.entries(words.near).map(([value, text]) => option(value, text))]);
    const same = select(words.same_question, "same", []);
    const add = make("button", { class: "ws-button ws-desk-add", on: { click: put } });
    const root = make("fieldset", { class: "ws-desk-form" }, [make("legend", { text: words.log_title }), shows.root, near.row, same.row, add]);
    let seen; // the entry that the form shows

    function put() {
      const values = { source: id, shows: shows.get(), near: near.field.value, same_as: same.field.value || null };
      need.hidden = Boolean(values.shows && values.near);
      if (!need.hidden) { say(words.log_needs); return; }
      const { log } = of(claim);
      const had = Boolean(entry());
      const next = had ? log.map((one) => (one.source === id ? values : one)) : [...log, values];
      change(claim, { log: next }, fill(had ? words.changed : words.added, { source: named(claim, id), count: next.length }));
    }
    const need = make("p", { class: "ws-desk-need", text: words.log_needs, hidden: true });
    add.before(need);
    function drawForm() {
      const others = of(claim).log.filter((one) => one.source !== id).map((one) => one.source);
      const before = entry() === seen ? same.field.value : entry()?.same_as || "";
      same.field.replaceChildren(option("", words.independent), ...others.map((other) => option(other, named(claim, other))));
      same.field.value = others.includes(before) ? before : "";
      same.row.hidden = !others.length;
      if (entry() !== seen) {
        seen = entry();
        shows.set(seen?.shows);
        near.field.value = seen?.near || "";
        need.hidden = true;
      }
      add.textContent = entry() ? words.change : words.add;
      root.disabled = locked;
    }
    return { root, draw: drawForm };
  }

  const entryWords = (claim, { source, shows, near, same_as }) => fill(words.entry, {
    source: named(claim, source), shows: words.shows[shows], near: words.near[near], origin: same_as ? fill(words.same_as, { source: named(claim, same_as) }) : words.alone,
  });

  /** Remove an entry; those that pointed at it now point where it pointed, or at the first of them. */
  function remove(claim, id, back) {
    const { log } = of(claim);
    const heir = log.find((one) => one.source === id).same_as || log.find((one) => one.same_as === id)?.source;
    const pointed = (one) => (one.same_as === id ? { ...one, same_as: one.source === heir ? null : heir } : one);
    change(claim, { log: log.filter((one) => one.source !== id).map(pointed) }, fill(words.removed, { source: named(claim, id) }));
    back.focus();
  }

  function logPart(claim, index) {
    const title = heading("h5", words.log, "ws-desk-step");
    const list = make("ol", { class: "ws-desk-log" });
    const empty = make("p", { class: "ws-desk-empty", text: words.log_empty });
    const nothing = make("input", { type: "text", id: `${uid}-${index}-nothing`, maxlength: 300, class: "ws-desk-nothing", autocomplete: "off", "aria-describedby": `${uid}-${index}-nothing-help`, on: { input: () => change(claim, { searched_nothing: nothing.value }) } });
    const search = make("div", { class: "ws-desk-field ws-desk-search", hidden: Boolean(claim.given) }, [
      make("label", { for: nothing.id, text: words.nothing }),
      make("p", { class: "ws-desk-help", id: `${nothing.id}-help`, text: words.nothing_help }), nothing,
    ]);
    function drawLog() {
      list.replaceChildren(...logOf(claim).map((entry) => make("li", {}, [
        make("span", { text: entryWords(claim, entry) }),
        claim.given ? null : make("button", { class: "ws-button ws-quiet", text: words.remove, disabled: locked, "aria-label": fill(words.remove_name, { source: named(claim, entry.source) }), on: { click: () => remove(claim, entry.source, title) } }),
      ])));
      empty.hidden = logOf(claim).length > 0;
      if (nothing.value !== of(claim).searched_nothing) nothing.value = of(claim).searched_nothing;
      nothing.disabled = locked;
    }
    return { parts: [title, make("p", { class: "ws-desk-help", text: claim.given ? words.log_given : words.log_help }), list, empty, search], draw: drawLog };
  }

  /* 3. Answer */

  function answerPart(claim, index) {
    const closed = make("p", { class: "ws-desk-closed", text: words.locked });
    const ask = (part, legend, help, options, chosen) => question({ legend, help, options, name: `${uid}-${index}-${part}`, key: part, chosen });
    const { none, ...verdicts } = words.so;
    const said = ask("said", words.said_question, words.said_help, words.said, (value) => change(claim, { said: value }));
    const so = claim.days.map((day) => [day, ask(`so-${day}`, fill(words.so_question, { day: plainDate(day) }), "", verdicts, (value) => change(claim, { so: { ...of(claim).so, [day]: value } }))]);
    const sure = ask("sure", words.sure_question, "", words.sure, (value) => change(claim, { confidence: Number(value) }));
    const root = make("fieldset", { class: "ws-desk-answers", "aria-label": words.answer }, [said.root, ...so.map(([, one]) => one.root), sure.root]);
    function drawAnswers() {
      const mine = of(claim);
      const ready = logOf(claim).length > 0 || mine.searched_nothing.trim() !== "";
      said.set(mine.said);
      for (const [day, one] of so) one.set(mine.so[day]);
      sure.set(mine.confidence);
      closed.hidden = ready;
      root.disabled = locked || !ready;
    }
    return { parts: [heading("h5", words.answer, "ws-desk-step"), closed, root], draw: drawAnswers };
  }

  /* The whole */

  function panelOf(claim, index) {
    const title = heading("h4", fill(words.claim, { number: index + 1 }), "ws-desk-claim-title");
    title.id = `${uid}-${index}-claim`;
    const from = claim.quoted ? fill(words.from_article, { number: claim.sentence?.number }) : words.from_elsewhere;
    const origin = claim.stated_on ? `${from} · ${fill(words.stated_on, { day: plainDate(claim.stated_on) })}` : from;
    const whole = claim.sentence ? folded(words.whole_sentence, `${uid}-${index}-sentence`, () => [make("p", { class: "ws-desk-says", text: claim.sentence.text })]) : null;
    const sources = claim.sources.map((id) => sourceCard(claim, id, index));
    const parts = [logPart(claim, index), answerPart(claim, index)];
    const root = make("section", { class: "ws-desk-panel", "aria-labelledby": `${uid}-title ${title.id}`, "data-claim": claim.id, hidden: true }, [
      title, make("blockquote", { class: "ws-desk-words", text: wordsOf(claim), dir: "auto" }),
      make("p", { class: "ws-desk-help", text: origin }), ...(whole ? [whole.button, whole.part] : []),
      heading("h5", words.look, "ws-desk-step"), make("p", { class: "ws-desk-help", text: words.look_help }),
      make("ul", { class: "ws-desk-sources" }, sources.map((source) => source.root)), ...parts.flatMap((part) => part.parts),
    ]);
    return { claim, root, title, draw: () => [...sources, ...parts].forEach((part) => part.draw()) };
  }

  const panels = page.claims.map(panelOf);
  const buttons = page.claims.map((claim, index) => make("button", { class: "ws-desk-pick", "data-claim": claim.id, on: { click: () => { open = index; draw(); panels[index].title.focus(); } } }));
  const many = page.claims.length > 1;
  const needed = page.choose_from || page.claims.length;
  const progress = make("p", { class: "ws-desk-progress" });
  const ours = make("section", { class: "ws-desk-key", hidden: true });
  const root = make("div", { class: "ws-desk" }, [
    many ? make("div", { class: "ws-desk-claims", role: "group", "aria-label": words.claims }, [
      make("p", { text: page.choose_from ? fill(words.choose, { count: needed, all: page.claims.length }) : words.choose_all }),
      make("ol", {}, buttons.map((button) => make("li", {}, button))), progress,
    ]) : null,
    ...panels.map((panel) => panel.root), ours,
  ]);

  function draw() {
    const done = page.claims.filter((claim, index) => !missing(claim, index + 1)).length;
    progress.textContent = fill(words.progress, { done, count: needed });
    page.claims.forEach((claim, index) => {
      const state = !missing(claim, index + 1) ? "done" : work[claim.id] ? "begun" : claim.given ? "worked" : "empty";
      const states = [words[`state_${state}`], ...(index === open ? [words.open_now] : [])].join(", ");
      buttons[index].replaceChildren(
        make("span", { class: "ws-desk-number", text: index + 1 }), make("span", { text: wordsOf(claim), dir: "auto" }),
        make("span", { class: "ws-desk-state", "data-logged": String(state === "done"), text: state === "done" ? `✓ ${states}` : states }),
      );
      buttons[index].setAttribute("aria-current", String(index === open));
      panels[index].root.hidden = index !== open;
    });
    if (open !== null) panels[open].draw();
    drawKey();
  }

  /** Show our answers to the open claim, after Show me. */
  function drawKey() {
    const claim = key && open !== null ? page.claims[open] : null;
    const asked = claim && (work[claim.id] || !Object.keys(work).length); // what was not tried stays open to be tried
    const mine = asked && key.claims?.[claim.id];
    ours.hidden = !mine;
    if (!mine) return;
    const line = (legend, answer) => make("p", {}, [make("strong", { text: legend }), " ", answer]);
    const title = heading("h4", `${words.key_title} · ${fill(words.claim, { number: open + 1 })}`, "ws-key-title");
    ours.replaceChildren(title, line(words.said_question, words.said[mine.said]),
      ...claim.days.map((day) => line(fill(words.so_question, { day: plainDate(day) }), words.so[mine.so[day] || "none"])),
      make("ul", { class: "ws-desk-log" }, mine.log.map((entry) => make("li", { text: entryWords(claim, entry) }))));
  }

  open = many ? null : 0;
  draw();
  return {
    root,
    read: () => ({ claims: work }),
    write(answer) {
      const known = page.claims.filter((claim) => answer.claims?.[claim.id]);
      work = Object.fromEntries(known.map((claim) => [claim.id, { ...NO_WORK, ...answer.claims[claim.id] }]));
      if (open === null && known.length) open = page.claims.indexOf(known[0]);
      draw();
    },
    lock(on) { if (on !== locked) { locked = on; draw(); } },
    show(result, revealed) {
      key = revealed;
      const tried = page.claims.findIndex((claim) => work[claim.id]);
      if (key && tried >= 0 && !(open !== null && work[page.claims[open].id])) open = tried;
      draw();
    },
    complete() {
      const lacks = page.claims.map((claim, index) => missing(claim, index + 1));
      const done = lacks.filter((lack) => !lack).length;
      if (done >= needed) return "";
      const begun = lacks.findIndex((lack, index) => lack && work[page.claims[index].id]);
      if (page.choose_from) return fill(words.missing.choose, { count: needed, done, next: begun < 0 ? "" : lacks[begun] }).trim();
      return lacks[begun < 0 ? lacks.findIndex(Boolean) : begun];
    },
    focus() { (many ? buttons[open ?? 0] : panels[0].title).focus(); },
  };
}

export default { render: exercise(body) };
