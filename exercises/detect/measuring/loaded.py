"""Measures drafts of loaded words on sentences of news in which people marked the words that they found biased."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from exercises.detect.loaded import mark_loaded
from exercises.detect.measuring.counting import Figure, Row, Score, exact, words_of
from exercises.detect.prepared import prepare

FILE = "loaded.jsonl"


def measure(rows: list[Row]) -> Iterator[Figure]:
    """Give the figure for all outlets, and for those of each side, which is to be alike."""
    scored = [(row["lean"], _score(row)) for row in rows]
    everything = sum((score for _, score in scored), Score(0, 0, 0))
    yield Figure("loaded words: exact words", everything, "precision 58 at recall 20")
    for lean in ("left", "right", "center"):
        side = sum((score for of, score in scored if of == lean), Score(0, 0, 0))
        goal = "" if lean == "center" else "precision within 10 of the other side"
        yield Figure(f"loaded words, outlets of the {lean}", side, goal)


def mistakes(rows: list[Row]) -> Iterator[tuple[str, int]]:
    """Give the words that are most often marked by one side only."""
    counts: Counter[str] = Counter()
    for row in rows:
        text = row["text"]
        marked, found = {tuple(span) for span in row["words"]}, set(_found(text))
        counts.update(f"missed: {text[start:end].lower()}" for start, end in marked - found)
        counts.update(f"not marked by people: {text[start:end].lower()}" for start, end in found - marked)
    yield from counts.most_common(10)


def _found(text: str) -> list[tuple[int, int]]:
    return [(word.span.start, word.span.end) for word in mark_loaded(prepare(text))]


def _score(row: Row) -> Score:
    text = row["text"]
    return exact(words_of(text, _found(text)), words_of(text, map(tuple, row["words"])))
