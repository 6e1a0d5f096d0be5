"""Each sentence of an article has a version in plain words that says the same: source, strength, hedges, no more."""

import re
from collections import Counter
from functools import cache

import pytest
from b1 import looked_up, off_b1
from every_lesson import LESSONS, named

from exercises.detect.certainty import mark_certainty
from exercises.detect.prepared import prepare
from exercises.lesson.checks.plain import words_of
from exercises.notebook.idioms import counted_idioms

PAIRS = [
    pytest.param(lesson, sentence, lesson.plain[f"S{sentence.number}"], id=f"{lesson.id}-S{sentence.number}")
    for lesson in LESSONS
    for sentence in lesson.texts["article"].sentences
]
each_pair = pytest.mark.parametrize(("lesson", "sentence", "plain"), PAIRS)

# Hedges that the machine does not find: which words do their work in the plain version, by lesson and id of the mark.
DONE_BY = {
    ("kupyansk", "H07a"): "more than",
    ("kupyansk", "H11b"): "in an attempt to",
    ("kupyansk", "H12b"): "has presented",
    ("kupyansk", "H12c"): "is meant to",
    ("kupyansk", "H13d"): "an attempt to",
    ("kupyansk", "H15a"): "could",
    ("kupyansk", "H16a"): "if confirmed",
    ("kupyansk", "H16b"): "would",
    ("kupyansk", "H17a"): "continue to present",
    ("kupyansk", "H18a"): "are meant to",
    ("kupyansk", "H18b"): "what it describes as",
    ("kupyansk", "H19a"): "this way of telling it",
    ("kupyansk", "H20c"): "a wish to",
    ("harbour", "H09a"): "up to",
    ("harbour", "H10b"): "called",
    ("harbour", "H16a"): "hopes to",
    ("harbour", "H18b"): "calls",
    ("sleep", "H03a"): "on average",
    ("sleep", "H07a"): "is linked to",
    ("sleep", "H10a"): "about",
    ("sleep", "H12b"): "at least",
    ("sleep", "H15b"): "estimates",
    ("sleep", "H19a"): "tend to",
    ("sleep", "H20a"): "not known yet",
    ("sleep", "H22a"): "aims to",
}
# Plain words for “signal” and “skepticism” that the machine takes for hedges.
COME_IN = {("kupyansk", 15): ["sign"], ("kupyansk", 19): ["doubt"]}
# What makes a sentence surer stays as strong; nothing of this stands on a list.
SURER_BY = {
    ("kupyansk", "H06a"): "confirmation",
    ("kupyansk", "H12a"): "has admitted the loss",
    ("kupyansk", "H14a"): "admission",
    ("kupyansk", "H20e"): "reality",
    ("harbour", "H07a"): "confirmed",
}
# Sources by other words than those of the sentence.
NAMED_BY = {
    "Her yearly report": "Her report for the year",
    "A captain, whose name is left out because staff are not allowed to speak to reporters": "A captain",
}
# A part of a name, which would say more if it were explained; and a word of saying that the course itself explains.
LEFT = {"protests", "according"}


def marks_of(lesson, sentence, layer):
    return [mark for mark in getattr(lesson.key["article"], layer) if mark.sentence == sentence.number]


def hedges_of(lesson, sentence, direction="hedge"):
    return [mark for mark in marks_of(lesson, sentence, "certainty") if mark.entry.direction == direction]


def drafted(text):
    """Give the places of the hedges that the machine finds in a text."""
    return [cue.span for cue in mark_certainty(prepare(text)) if cue.direction == "hedge"]


def listed(text):
    """Give the hedges that the machine finds in a text, in small letters."""
    return sorted(text[span.start : span.end].lower() for span in drafted(text))


@cache
def on_article(lesson_id):
    """Give the places of all hedges that the machine finds in an article."""
    return drafted(named(lesson_id).article.text)


@each_pair
def test_no_hedge_of_the_key_is_lost(lesson, sentence, plain):
    on_the_list = []
    for mark in hedges_of(lesson, sentence):
        if words := DONE_BY.get((lesson.id, mark.id)):
            assert words in plain.lower(), mark.id
        else:
            flags = [flag for flag in on_article(lesson.id) if any(flag.touches(part) for part in mark.parts["cue"])]
            assert flags, f"{mark.id} is not found: say in DONE_BY which words do its work"
            on_the_list.append(lesson.article.quote(flags[0]).lower())
    # The machine errs: what it flags beside the hedges is no hedge in the plain version either.
    beside = Counter(listed(sentence.text)) - Counter(on_the_list)
    assert (Counter(listed(plain)) - beside).total() >= len(on_the_list)


@each_pair
def test_no_word_that_hedges_comes_in(lesson, sentence, plain):
    allowed = listed(sentence.text) + COME_IN.get((lesson.id, sentence.number), [])
    assert len(listed(plain)) <= len(allowed), listed(plain)


@each_pair
def test_what_sounds_surer_sounds_as_sure(lesson, sentence, plain):
    for mark in hedges_of(lesson, sentence, "booster"):
        assert SURER_BY[lesson.id, mark.id] in plain, mark.id


@each_pair
def test_every_source_that_has_words_is_named(lesson, sentence, plain):
    for mark in marks_of(lesson, sentence, "attributions"):
        if mark.parts.get("source") and mark.entry.source_kind != "reporter":
            source = " ".join(lesson.texts["article"].quote(span) for span in mark.parts["source"])
            words = NAMED_BY.get(source, source)
            names = re.findall(r"[\w’]+", words)
            kept = [name for name in names if len(name) > 3 or name[0].isupper() or len(names) == 1]
            missing = [name for name in kept if name.lower() not in plain.lower()]
            assert missing == [] or same_source(missing), (mark.id, missing)


def same_source(missing):
    """Say whether the words of a source that are missing stand in simpler ones."""
    return missing in SIMPLER


SIMPLER = (
    ["speaking", "under", "anonymity"],  # “who spoke on the condition that no name was given”
    ["advisor"],  # “adviser”
    ["runs"],  # “is the head of”
)


@each_pair
def test_nobody_else_speaks(lesson, sentence, plain):
    names = set(re.findall(r"(?<=[a-z,] )[A-Z][\w’-]+", re.sub(r"\([^)]*\)", "", plain)))
    assert {name for name in names if name not in sentence.text} == set()


@each_pair
def test_the_words_are_known_at_b1_or_explained_right_behind(lesson, sentence, plain):
    bare = re.sub(r"‘[^’]*’", " ", plain)
    hard = {word for word in off_b1(bare, looked_up(lesson))[0] if not re.search(rf"{word}(?: \w+)? \(", bare.lower())}
    assert hard <= LEFT
    assert not counted_idioms(plain) - counted_idioms(sentence.text)


def test_plain_versions_have_shorter_words_than_their_articles():
    for lesson in LESSONS:
        plain = " ".join(lesson.plain.values()).split()
        own = lesson.texts["article"].text.split()
        assert sum(map(len, plain)) / len(plain) < sum(map(len, own)) / len(own)


def test_words_that_explain_are_fewer_than_a_fifth():
    for lesson in LESSONS:
        plain = list(lesson.plain.values())
        every = sum(len(one.split()) for one in plain)
        assert every - sum(map(words_of, plain)) < every / 5
