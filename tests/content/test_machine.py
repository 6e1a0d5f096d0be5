"""“Mark the machine”: the cards, marks and numbers of the exercises are those of the detector as it is now."""

from __future__ import annotations

import re
from fractions import Fraction
from types import SimpleNamespace

import pytest
from every_lesson import LESSONS, items_of
from nltk.metrics import precision, recall

from exercises.detect.certainty import mark_certainty
from exercises.detect.prepared import prepare
from exercises.figures.machine import TEXT
from exercises.kinds import KINDS
from exercises.kinds.items import load_items

PREFIX = "sure-machine-"


def flag_hedges(text):
    """Give the hedges that the machine drafts in a text, with their words."""
    spans = [cue.span for cue in mark_certainty(prepare(text)) if cue.direction == "hedge"]
    return [SimpleNamespace(span=span, word=text[span.start : span.end]) for span in spans]


def at_work(lesson):
    """Give a lesson with its practice text for the machine, the flags on it, and the exercises about them."""
    key, items = lesson.key[TEXT], items_of(lesson)
    flags = flag_hedges(lesson.texts[TEXT].text)
    hedges = {entry.id: entry.parts["cue"] for entry in key.certainty if entry.entry.direction == "hedge"}
    found = {name for name, cue in hedges.items() if any(flag.span.touches(part) for flag in flags for part in cue)}
    return SimpleNamespace(
        lesson=lesson,
        report=lesson.texts[TEXT],
        key=key,
        flags=flags,
        hedges=hedges,
        found=found,
        missed=hedges.keys() - found,
        cards=items["sure-machine-flags"].cards,
        items={name.removeprefix(PREFIX): item for name, item in items.items() if name.startswith(PREFIX)},
    )


# The third lesson lets the machine loose on its article: test_machine_on_the_article.py.
DRAFTS = [at_work(lesson) for lesson in LESSONS if TEXT in lesson.key]
each_draft = pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft.lesson.id)


def stands_on(draft, flag):
    """Give the entry of the key on which a flag stands: a hedge, or a tempting word that is none."""
    tempting = {entry.id: entry.parts["quote"] for entry in draft.key.not_certainty}
    entries = (draft.hedges | tempting).items()
    (name,) = [name for name, parts in entries if any(flag.span.touches(part) for part in parts)]
    return name


def pieces(draft, names):
    """Give the words of hedges as they stand in the text."""
    return [draft.report.quote(part) for name in names for part in draft.hedges[name]]


@each_draft
def test_there_is_one_card_for_each_flag_in_the_order_of_the_draft(draft):
    assert len(draft.cards) == len(draft.flags) == 6
    for number, (card, flag) in enumerate(zip(draft.cards, draft.flags, strict=True), start=1):
        assert card.text.startswith(f"Flag {number}, “{flag.word}”: ")
        assert flag.word in card.text.split(": ", 1)[1]


@pytest.mark.parametrize(
    ("draft", "card", "flag"),
    [
        pytest.param(draft, card, flag, id=f"{draft.lesson.id}-{card.id}")
        for draft in DRAFTS
        for card, flag in zip(draft.cards, draft.flags, strict=True)
    ],
)
def test_a_flag_is_kept_if_the_key_marks_a_hedge_there_and_else_the_key_says_why_it_is_none(draft, card, flag):
    name = stands_on(draft, flag)
    assert card.quote_of == name
    assert card.bin == ("keep" if name in draft.hedges else "drop")
    assert not card.also_accept


@each_draft
def test_half_of_the_flags_are_to_keep_and_the_word_alone_does_not_tell_which(draft):
    kept = {"keep": [], "drop": []}
    for card, flag in zip(draft.cards, draft.flags, strict=True):
        kept[card.bin].append(flag.word.lower())
    assert len(kept["keep"]) == len(kept["drop"]) == 3
    assert len(set(kept["keep"]) & set(kept["drop"])) == 2


def test_whoever_has_seen_one_lesson_cannot_answer_the_other_from_memory():
    orders = [[card.bin for card in draft.cards] for draft in DRAFTS]
    assert all(orders.count(order) == 1 for order in orders)
    texts = [sentence.text for draft in DRAFTS for sentence in draft.report.sentences]
    assert len(set(texts)) == len(texts)


@each_draft
def test_each_word_that_tempts_the_machine_is_named_in_the_key_and_nothing_else_is(draft):
    tempted = {stands_on(draft, flag) for flag in draft.flags} - draft.hedges.keys()
    assert tempted == {entry.id for entry in draft.key.not_certainty}


@each_draft
def test_the_two_hedges_to_find_are_among_at_least_three_that_it_misses(draft):
    item = draft.items["missed"]
    assert len(draft.missed) >= 3
    assert set(item.targets) == {name for name in draft.missed if draft.key.entry(name).sentence in item.sentences}
    assert len(item.targets) == 2


@each_draft
def test_a_missed_hedge_is_missed_by_itself_as_well(draft):
    assert [flag for piece in pieces(draft, draft.missed) for flag in flag_hedges(piece)] == []


@each_draft
def test_the_machine_misses_the_hedge_of_the_article_that_the_notes_say(draft):
    notes = (draft.lesson.folder / "05_how_sure.md").read_text("utf-8")
    (word, number) = re.search(r"“(\w+)”[^“]*So it would miss S(\d+)\.", notes).groups()
    article = draft.lesson.article
    (cue,) = [
        part
        for entry in draft.lesson.key["article"].certainty
        for part in entry.parts["cue"]
        if entry.sentence == int(number) and article.quote(part) == word.lower()
    ]
    flags = flag_hedges(article.text)
    assert flags
    assert not any(flag.span.touches(cue) for flag in flags)


@each_draft
def test_the_words_that_the_notebook_names_are_on_the_list_and_its_rules_are_told_truly(draft):
    prose = (draft.lesson.folder / "05_how_sure.md").read_text("utf-8")
    (named,) = re.findall(r"Ours has a list of words, such as (.*?), and rules", prose)
    words = re.findall(r"\*(\w+)\*", named)
    assert [flag.word for flag in flag_hedges(" ".join(words))] == words
    assert len(words) >= 3
    assert [flag.word for flag in flag_hedges("In May she sent about ten letters about it.")] == ["about"]


def share(item):
    """Give the share that the right option of an exercise names."""
    (right,) = [option.text for option in item.options if option.right]
    part, whole = re.fullmatch(r"(\d+) of (\d+)", right).groups()
    return int(part), int(whole)


@each_draft
def test_precision_and_recall_are_those_that_nltk_counts(draft):
    ours, its = set(draft.hedges), {stands_on(draft, flag) for flag in draft.flags}
    assert len(its) == len(draft.flags)
    assert share(draft.items["right"]) == (len(draft.found), len(draft.flags))
    assert share(draft.items["found"]) == (len(draft.found), len(draft.hedges))
    assert float(Fraction(*share(draft.items["right"]))) == precision(ours, its)
    assert float(Fraction(*share(draft.items["found"]))) == recall(ours, its)
    assert precision(ours, its) != recall(ours, its)


@each_draft
def test_the_right_flags_that_a_reason_numbers_are_those_to_keep(draft):
    (why,) = [option.why for option in draft.items["right"].options if option.right]
    (named,) = re.findall(r"flags (\d+(?:, \d+)* and \d+)", why)
    kept = [number for number, card in enumerate(draft.cards, start=1) if card.bin == "keep"]
    assert [int(number) for number in re.findall(r"\d+", named)] == kept


@each_draft
def test_the_sentences_that_are_named_hold_the_missed_hedges_that_no_other_exercise_asks_for(draft):
    prompt = draft.items["found"].prompt
    named = [int(number) for number in re.findall(r"\d+", prompt)]
    asked = draft.items["missed"].targets
    assert "the two that you were asked to mark" in prompt
    assert named == sorted(draft.key.entry(name).sentence for name in draft.missed if name not in asked)


@each_draft
def test_each_exercise_says_that_the_report_was_written_for_the_course(draft):
    assert draft.items.keys() == {"flags", "missed", "why", "right", "found", "which"}
    assert {item.label for item in draft.items.values()} == {draft.lesson.labels[TEXT]}


@each_draft
def test_nothing_names_the_two_hedges_to_find_before_they_are_asked_for(draft):
    item = draft.items["missed"]
    others = [other for other in load_items(draft.lesson).of("05_how_sure") if other.id != item.id]
    pages = [str(KINDS[other.kind].page(other, draft.lesson)) for other in others]
    assert [piece for piece in pieces(draft, item.targets) for page in pages if piece in page] == []


@each_draft
def test_a_remark_on_the_report_does_not_call_its_sentences_by_the_names_of_the_articles(draft):
    item, lesson = draft.items["missed"], draft.lesson
    kind = KINDS["mark"]
    result = kind.score(item, kind.answer.model_validate(kind.reveal(item, lesson)), lesson)
    assert result.right
    called = [f"Sentence {draft.key.entry(name).sentence}" for name in item.targets]
    assert [remark.subject.split(",")[0] for remark in result.remarks] == called
