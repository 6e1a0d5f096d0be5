"""Answers of every kind that differ in anything a student typed or chose are told in other words."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

import pytest
from every_lesson import LESSONS, items_of
from hypothesis import given, settings
from hypothesis import strategies as some

from exercises.kinds import KINDS
from exercises.kinds.compare.item import NOWHERE, versions_of
from exercises.kinds.desk.answer import ClaimWork
from exercises.kinds.desk.item import days_asked
from exercises.kinds.desk.reading import gainers
from exercises.kinds.made_up import Imagined
from exercises.kinds.telling import answer_and_sureness, own_words

ALL = [(lesson, item) for lesson in LESSONS for item in items_of(lesson).values()]
Stored = dict[str, Any]
LEVELS = (None, 0, 1, 2, 3)
SURE = (None, 1, 2, 3, 4)


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


def mark(item, lesson, answer):
    """Mark one run of words more, or one less."""
    marks, text = answer.get("marks", [])[:6], lesson.texts[item.text]
    own = [label for label in item.labels if label not in item.given]
    for number in item.sentences[:2]:
        found = text.words(number)
        runs = [(one, one) for one in found] + [(found[0], one) for one in found] + [(one, found[-1]) for one in found]
        places = [{"start": first.start, "end": last.end} for first, last in runs]
        some_other = [{"group": 1, "label": label, **place} for label in own for place in places[:3]]
        every = [{"group": group, "label": own[0], **place} for place in places for group in (1, 2)]
        yield from ({"marks": [*marks, one]} for one in (*some_other, *every))
    yield from ({"marks": [one for one in marks if one != gone]} for gone in marks)


def rate(item, lesson, answer):
    """Rate one statement, and say how sure."""
    steps = (None, *range(1, len(item.scale.steps) + 1), *(["cannot-tell"] if item.cannot_tell else []))
    for one in item.statements:
        yield from each(answer, "ratings", one.id, steps)
        if item.each_sure:
            yield from each(answer, "sure", one.id, SURE)


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


CHANGES = {one.__name__: one for one in (choose, compare, desk, mark, rate, sort, tiles, write)}


def essence(item, answer: Stored) -> str:
    """Give what of an answer was typed or chosen: what the page notes by itself is neither."""
    plain = KINDS[item.kind].answer.model_validate(answer).model_dump(mode="json")
    plain.pop("order", None)
    if "marks" in plain:  # Those that are given are nobody's choice.
        plain["marks"] = [one for one in plain["marks"] if one["label"] not in item.given]
    for name in ("chosen", "marks"):
        if name in plain:
            plain[name] = sorted({json.dumps(one, sort_keys=True) for one in plain[name]})
    claims = {name: {**work, "look": None} for name, work in plain.get("claims", {}).items()}
    untouched = {**ClaimWork().model_dump(mode="json"), "look": None}
    plain["claims"] = {name: work for name, work in claims.items() if work != untouched}
    return json.dumps(plain, sort_keys=True)


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
