"""Answers of every kind that differ in anything a student typed or chose are told in other words."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from every_lesson import READ, items_of
from hypothesis import given, settings
from hypothesis import strategies as some

from exercises.kinds import KINDS
from exercises.kinds.annotate.item import AnnotateAnswer
from exercises.kinds.annotate.machine import drafts_of
from exercises.kinds.annotate.tell import groups_of
from exercises.kinds.bring.item import Part
from exercises.kinds.compare.item import NOWHERE, versions_of
from exercises.kinds.desk.answer import ClaimWork
from exercises.kinds.desk.item import days_asked
from exercises.kinds.desk.reading import gainers
from exercises.kinds.made_up import Imagined
from exercises.kinds.telling import answer_and_sureness, own_words

ALL = [(lesson, item) for lesson in READ for item in items_of(lesson).values()]
Stored = dict[str, Any]
LEVELS = (None, 0, 1, 2, 3)
SURE = (None, 1, 2, 3, 4)
# Words that stand in a sentence twice, side by side and inside others.
LINES = ("Ada Korn said that they said “no no no”.", "According to the unsaid rule, it may rain.", "It may rain again.")
PART = {"title": "Mine", "first": 7, "sentences": list(LINES), "language": "en"}


def annotate(item, lesson, answer):
    """Mark another part, one run of words more or less, or settle a difference."""
    on, marks = answer.get("on") or PART, answer.get("marks", [])[:6]
    parts = [PART, PART | {"title": "Other"}, PART | {"first": 8}]
    parts += [PART | {"sentences": lines} for lines in changed_lines(LINES)]
    yield from ({"on": part, "marks": marks} for part in parts)
    runs = [run for number in (1, 2) for run in runs_of(Part(**on).text.words(number))]
    every = [{"group": group, "label": item.labels[0], **run} for run in runs for group in (1, 2)]
    some_other = [{"group": 1, "label": label, **run} for label in item.labels for run in runs[:3]]
    yield from ({"on": on, "marks": [*marks, one]} for one in (*every, *some_other))
    yield from ({"on": on, "marks": [one for one in marks if one != gone]} for gone in marks)
    yield from settled_otherwise(item, {"on": on, "marks": marks, "settled": answer.get("settled", {})}, runs)


def settled_otherwise(item, answer, runs):
    """Settle a difference from a draft, or one that only the student has, in each way."""
    drafts = [one.id for one in drafts_of(item, Part(**answer["on"]))]
    groups = [(f"g{number}", number) for number in groups_of(AnnotateAnswer.model_validate(answer))]
    names = [*((name, None, ("", "accepted", "dropped")) for name in drafts[:2])]
    names += [(name, number, ("", "kept", "dropped")) for name, number in groups[:2]]
    for name, group, choices in names:
        ways = [{"choice": choice, "why": why} for choice in choices for why in ("", "One.", "Another.")]
        for run in runs if group is None else []:
            ways.append({"choice": "changed", "marks": [{"group": 1, "label": item.labels[0], **run}]})
            ways += [{**ways[-1], "marks": [*ways[-1]["marks"], {"group": 1, "label": "cue", **runs[-1]}]}]
        values = (None, *({"group": group, **way} for way in ways))
        yield from each(answer, "settled", name, values)


def bring(item, lesson, answer):
    """Bring another text, choose another part, or name it otherwise."""
    for part in ("title", "origin"):
        yield from ({**answer, part: text} for text in ("", "One.", "Another."))
    lines = answer.get("sentences") or [f"Sentence {number} is here." for number in range(1, 31)]
    for changed in (lines, *changed_lines(lines)):
        yield {**answer, "sentences": changed, "total": len(changed)}
        yield {**answer, "sentences": changed, "total": len(changed), "first": 2, "last": 3}
    for first, last in ((0, 0), (1, 1), (1, 3), (2, 3), (2, 90), (80, 90)):
        yield {**answer, "sentences": lines, "total": len(lines), "first": first, "last": last}
    yield {**answer, "sentences": lines, "total": 900, "begins": 2, "first": 2, "last": 3}


def changed_lines(lines):
    """Change one sentence of a text in one letter, or leave one out."""
    for at in {0, len(lines) // 2, len(lines) - 1}:
        yield [*lines[:at], lines[at][:-1] + "x", *lines[at + 1 :]]
        yield [*lines[:at], *lines[at + 1 :]]


def choose(item, lesson, answer):
    """Choose one more option, or one less."""
    chosen = answer.get("chosen", [])
    for option in item.options:
        rest = [name for name in chosen if name != option.id]
        yield {"chosen": rest if len(rest) < len(chosen) else [*rest, option.id]}


def compare(item, lesson, answer):
    """Answer one question with each version, and say each way how one knows."""
    versions = [NOWHERE, *(one.source for one in versions_of(item, lesson))]
    for question in item.asked:
        yield from each(answer, "steps", question.id, (None, *versions))
        yield from each(answer, "basis", question.id, (None, "shown", "inferred"))


def desk(item, lesson, answer):
    """Change one thing about one claim."""
    for placed in item.claims[:4]:  # an open desk holds a hundred
        work = answer.get("claims", {}).get(placed.claim, {})
        for changed in claim_work(item, lesson, placed, work):
            yield {"claims": {**answer.get("claims", {}), placed.claim: changed}}


def claim_work(item, lesson, placed, work):
    """Change one thing about a claim, or about what was logged."""
    for part in ("reason", "searched_nothing"):
        yield from ({**work, part: text} for text in ("", "One.", "Another."))
    yield from ({**work, "said": one} for one in (None, "yes", "no", "not-found", "not-applicable"))
    for day in days_asked(item, lesson.claims[placed.claim]):
        yield from each(work, "so", day, (None, "holds", "does-not-hold", "disputed", "cannot-be-tested", "not-enough"))
    for row in ("D", "E"):
        yield from each(work, "rated", row, LEVELS)
    yield from ({**work, "confidence": sure} for sure in SURE)
    sources = list(placed.sources or lesson.sources)[:3]
    logs = [[], *([logged(one)] for one in sources), [logged(one) for one in sources]]
    more = [("shows", ("supports", "contradicts", "neither")), ("interest", (None, *gainers(lesson)))]
    more += [("near", ("saw-it", "measured-it", "party", "was-told", "repeats")), ("same_as", (None, *sources[1:]))]
    for name, values in more:
        logs += [[{**logged(sources[0]), name: value}, *map(logged, sources[1:])] for value in values]
    if not placed.given:
        yield from ({**work, "log": log} for log in logs)


def logged(source):
    """Log a source."""
    return {"source": source, "shows": "supports", "near": "party", "interest": None, "same_as": None}


def evidence(item, lesson, answer):
    """Check another claim, answer otherwise, or change one thing about one source."""
    claim = answer.get("claim") or {"number": 1, "sentence": LINES[0]}
    claims = [None, claim, {**claim, "number": 9}, {**claim, "sentence": LINES[1]}]
    claims += [{**claim, part: text} for part in ("title", "own") for text in ("One.", "Another.")]
    yield from ({**answer, "claim": one} for one in claims)
    for part in ("searched", "reason", "change"):
        yield from ({**answer, part: text} for text in TEXTS)
    yield from ({**answer, "said": one} for one in (None, "yes", "no", "not-found", "not-applicable"))
    yield from ({**answer, "so": one} for one in (None, "holds", "does-not-hold", "disputed", "not-enough"))
    yield from ({**answer, "as_of": day} for day in DAYS)
    yield from ({**answer, "sure": sure} for sure in SURE)
    sources = [{"id": name, "who": "One"} for name in ("s1", "s2", "s3")]
    log = answer.get("log") or sources
    yield from ({**answer, "log": sources[:many]} for many in range(4))
    values = {"who": TEXTS, "where": TEXTS, "tells": TEXTS, "day": DAYS, "read": DAYS}
    values |= {"shows": ("", "supports", "contradicts", "neither"), "near": ("", "saw-it", "party", "repeats")}
    values |= {"same_as": ("", *(one["id"] for one in log[1:]))}
    for name, more in values.items():
        yield from ({**answer, "log": [{**log[0], name: value}, *log[1:]]} for value in more)


TEXTS = ("", "One", "One.", "One...", "Another", "One, Another", "no date")
DAYS = ("", "2026-06-01", "2026-06-02", "2026")


def mark(item, lesson, answer):
    """Mark one run of words more, or one less."""
    marks, text = answer.get("marks", [])[:6], lesson.texts[item.text]
    own = [label for label in item.labels if label not in item.given]
    for number in item.sentences[:2]:
        places = runs_of(text.words(number))
        some_other = [{"group": 1, "label": label, **place} for label in own for place in places[:3]]
        every = [{"group": group, "label": own[0], **place} for place in places for group in (1, 2)]
        yield from ({"marks": [*marks, one]} for one in (*some_other, *every))
    yield from ({"marks": [one for one in marks if one != gone]} for gone in marks)


def runs_of(found):
    """Give each word, each two side by side, each run from the first word, and each to the last."""
    runs = [(one, one) for one in found] + [(found[0], one) for one in found] + [(one, found[-1]) for one in found]
    runs += pairwise(found)
    return [{"start": first.start, "end": last.end} for first, last in runs]


def rate(item, lesson, answer):
    """Rate one statement, and say how sure."""
    steps = (None, *range(1, len(item.scale.steps) + 1), *(["cannot-tell"] if item.cannot_tell else []))
    for one in item.statements:
        yield from each(answer, "ratings", one.id, steps)
        if item.each_sure:
            yield from each(answer, "sure", one.id, SURE)


def sources(item, lesson, answer):
    """Sort one card otherwise, or find other cards."""
    two = [{"id": "s1", "text": "One."}, {"id": "s2", "text": "One."}]
    cards = answer.get("cards") or two
    for some_cards in ([], two[:1], two, [two[0], {"id": "s2", "text": "Another."}]):
        known = {card["id"] for card in some_cards}
        placed = {name: place for name, place in answer.get("placed", {}).items() if name in known}
        yield {"cards": some_cards, "placed": placed}
    for card in cards:
        yield from each({**answer, "cards": cards}, "placed", card["id"], (None, *(place.id for place in item.bins)))


def sort(item, lesson, answer):
    """Put one card into each place, or take it back."""
    for card in item.cards:
        yield from each(answer, "placed", card.id, (None, *(place.id for place in item.bins)))


def tiles(item, lesson, answer):
    """Put one tile at each place of the line, or take it back."""
    for tile in item.tiles:
        rest = [name for name in answer.get("line", []) if name != tile.id]
        yield {"line": rest}
        yield from ({"line": [*rest[:place], tile.id, *rest[place:]]} for place in range(len(rest) + 1))


def write(item, lesson, answer):
    """Write another text or reason, and rate it."""
    for part in ("text", "why"):
        yield from ({**answer, part: text} for text in ("", "One.", "Another.", " One.\n", "One. Another."))
    for row in item.rated_rows:
        yield from each(answer, "rated", row, LEVELS)


def each(answer: Stored, part: str, name: str, values: tuple[Any, ...]) -> Iterator[Stored]:
    """Give an answer with each value under a name of one of its parts; with None without that name."""
    for value in values:
        rest = {one: other for one, other in answer.get(part, {}).items() if one != name}
        yield {**answer, part: rest if value is None else {**rest, name: value}}


CHANGES = {
    one.__name__: one
    for one in (annotate, bring, choose, compare, desk, evidence, mark, rate, sort, sources, tiles, write)
}


def essence(item, answer: Stored) -> str:
    """Give what of an answer was typed or chosen: what the page notes by itself is neither."""
    plain = KINDS[item.kind].answer.model_validate(answer).model_dump(mode="json")
    for noted in ("order", "notes", "language", "looked"):
        plain.pop(noted, None)
    if plain.get("on"):
        plain["on"].pop("language")
    if item.kind == "mark":  # Those that are given are nobody's choice.
        plain["marks"] = [one for one in plain["marks"] if one["label"] not in item.given]
    for name in ("chosen", "marks"):
        if name in plain:
            plain[name] = sorted({json.dumps(one, sort_keys=True) for one in plain[name]})
    claims = {name: {**work, "look": None} for name, work in plain.get("claims", {}).items()}
    untouched = {**ClaimWork().model_dump(mode="json"), "look": None}
    plain["claims"] = {name: work for name, work in claims.items() if work != untouched}
    return json.dumps(plain, sort_keys=True)


def test_every_kind_is_changed_here():
    assert set(CHANGES) == set(KINDS)


def bases(item, lesson) -> Iterator[Stored]:
    """Give an empty answer, and a whole one."""
    kind = KINDS[item.kind]
    yield {}
    made = kind.made_up(item, lesson, Imagined(Random(3), 0.6))
    yield kind.answer.model_validate(made).model_dump(mode="json")


@pytest.mark.parametrize(("lesson", "item"), ALL, ids=lambda one: one.id)
def test_what_was_typed_or_chosen_otherwise_is_told_otherwise(lesson, item):
    for base in bases(item, lesson):
        told = defaultdict(dict)
        for answer in (base, *CHANGES[item.kind](item, lesson, base)):
            told[answer_and_sureness(item, answer, None, lesson)][essence(item, answer)] = answer
        same = [(lines, list(answers.values())) for lines, answers in told.items() if len(answers) > 1]
        assert not same, same[0]


@pytest.mark.parametrize(("lesson", "item"), ALL, ids=lambda one: one.id)
def test_how_sure_somebody_is_is_told_with_the_answer(lesson, item):
    for base in bases(item, lesson):
        assert len({answer_and_sureness(item, base, sure, lesson) for sure in SURE}) == len(SURE)


def drawn(data, values):
    """Draw one of some values by its number: older releases of hypothesis write all of a sample out, whole lessons."""
    return values[data.draw(some.integers(0, len(values) - 1))]


@settings(deadline=None, max_examples=60)
@given(some.data())
def test_whatever_is_changed_after_whatever_was_changed_before_is_told(data):
    lesson, item = drawn(data, ALL)
    answer = drawn(data, list(bases(item, lesson)))
    for _ in range(data.draw(some.integers(0, 3))):
        answer = drawn(data, list(CHANGES[item.kind](item, lesson, answer)))
    other = drawn(data, list(CHANGES[item.kind](item, lesson, answer)))
    told = [answer_and_sureness(item, one, None, lesson) for one in (answer, other)]
    assert told[0] != told[1] or essence(item, answer) == essence(item, other)


TYPED: list[Mapping[str, Any]] = [
    {"text": "w1 w1", "rated": {"E": 2}, "why": "w2"},
    {"text": "", "rated": {}, "why": "w2"},
    {"text": "w1", "rated": {"gone": "w3"}, "why": "w2"},
    {"claims": {"C1": {"reason": "w1", "searched_nothing": "w2"}}},
]


@pytest.mark.parametrize("answer", TYPED)
def test_all_that_was_typed_can_be_read_without_the_exercise(answer):
    told = " ".join(own_words(answer))
    assert [one for one in ("w1", "w2", "w3") if one in json.dumps(answer) and one not in told] == []
