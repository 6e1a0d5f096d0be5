"""Measures drafts of hedges on sentences of news and of an encyclopedia in which people marked uncertain cues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from exercises.detect.certainty import CertaintyCue, mark_certainty
from exercises.detect.measuring.counting import Figure, Row, Score, exact, words_of
from exercises.detect.prepared import prepare

FILE = "hedges.jsonl"
# The set counts no rounding, and no words that only keep a distance.
COUNTED = frozenset({"modal", "likelihood", "evidential"})
CONDITION = "hypo_condition"


def measure(rows: list[Row]) -> Iterator[Figure]:
    """Give the figures for each domain, with conditions and without."""
    found = [(row, mark_certainty(prepare(row["text"]))) for row in rows]
    for domain in ("news", "wiki"):
        of_domain = [(row, cues) for row, cues in found if row["domain"] == domain]
        plain = sum((_without_conditions(row, cues) for row, cues in of_domain), Score(0, 0, 0))
        yield Figure(f"hedges, {domain}, without conditions: exact cue", plain, "F1 80")
        every = sum((_with_conditions(row, cues) for row, cues in of_domain), Score(0, 0, 0))
        yield Figure(f"hedges, {domain}, with conditions: exact cue", every)


def mistakes(rows: list[Row]) -> Iterator[tuple[str, int]]:
    """Give the words that are most often marked by one side only, conditions left out."""
    counts: Counter[str] = Counter()
    for row in rows:
        text = row["text"]
        marked = {tuple(span) for span, sort in zip(row["cues"], row["types"], strict=True) if sort != CONDITION}
        found = set(_counted(mark_certainty(prepare(text)), COUNTED))
        counts.update(f"missed: {text[start:end].lower()}" for start, end in marked - found)
        counts.update(f"not marked by people: {text[start:end].lower()}" for start, end in found - marked)
    yield from counts.most_common(10)


def _counted(cues: Iterable[CertaintyCue], kinds: frozenset[str]) -> list[tuple[int, int]]:
    return [(cue.span.start, cue.span.end) for cue in cues if cue.direction == "hedge" and cue.kind in kinds]


def _with_conditions(row: Row, cues: Iterable[CertaintyCue]) -> Score:
    text = row["text"]
    return exact(words_of(text, _counted(cues, COUNTED | {"conditional"})), words_of(text, map(tuple, row["cues"])))


def _without_conditions(row: Row, cues: Iterable[CertaintyCue]) -> Score:
    """Leave conditions out on both sides: what people marked as one neither counts for the detector nor against it."""
    text = row["text"]
    sorts = list(zip(row["cues"], row["types"], strict=True))
    marked = words_of(text, [tuple(span) for span, sort in sorts if sort != CONDITION])
    conditions = frozenset().union(*words_of(text, [tuple(span) for span, sort in sorts if sort == CONDITION]))
    found = [words for words in words_of(text, _counted(cues, COUNTED)) if not words & conditions]
    return exact(found, marked)
