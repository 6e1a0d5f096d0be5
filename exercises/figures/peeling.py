"""What peeling by owner needs: each text in pieces that belong to the same owners, and the owners with their words."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import Any

from exercises.lesson.load import ARTICLE, Lesson
from exercises.lesson.text import Sentence, Span
from exercises.words import words

FAIR = "p-fair"

Owners = dict[Span, tuple[int, ...]]


def peel_by_owner(lesson: Lesson) -> dict[str, Any]:
    """Give the article and the fair reports in pieces, each with its owners.

    Parameters
    ----------
    lesson : Lesson
        The lesson; its key says who owns which words.

    Returns
    -------
    dict
        ``texts``: name, owners with their number of words, number of words, sentences in pieces.
    """
    names = [ARTICLE, *(name for name in lesson.texts if name.startswith(FAIR))]
    return {"texts": [_peeled(lesson, name) for name in names]}


def _peeled(lesson: Lesson, name: str) -> dict[str, Any]:
    text, spoken = lesson.texts[name], words("charts")["peel"]
    holders = _holders(lesson, name)
    order = list(dict.fromkeys(holder for found in holders.values() for holder in found))
    owners: Owners = {word: tuple(order.index(holder) for holder in found) for word, found in holders.items()}
    return {
        "name": spoken["article"] if name == ARTICLE else spoken["fair"],
        "words": sum(len(text.words(sentence.number)) for sentence in text.sentences),
        "owners": [
            {"name": holder, "words": sum(number in found for found in owners.values())}
            for number, holder in enumerate(order)
        ],
        "sentences": [
            {"number": sentence.number, "pieces": _pieces(sentence, text.words(sentence.number), owners)}
            for sentence in text.sentences
        ],
    }


def _holders(lesson: Lesson, name: str) -> dict[Span, tuple[str, ...]]:
    """Say of each word who owns it; a word inside two attributions may have two owners."""
    text, kinds = lesson.texts[name], words("charts")["source-kinds"]
    found: dict[Span, dict[str, None]] = {}
    for attribution in lesson.key[name].attributions:
        holder = attribution.entry.holder or kinds[attribution.entry.source_kind]
        for word in text.words_in(span for part in attribution.parts.values() for span in part):
            found.setdefault(word, {})[holder] = None
    return {word: tuple(found[word]) for word in sorted(found)}


def _pieces(sentence: Sentence, spans: tuple[Span, ...], owners: Owners) -> list[dict[str, Any]]:
    """Cut a sentence where the owners change; what stands between two pieces belongs to nobody."""
    runs = [(found, list(run)) for found, run in groupby(spans, key=lambda span: owners.get(span, ())) if found]
    edges = [sentence.start, *(edge for _, run in runs for edge in (run[0].start, run[-1].end)), sentence.span.end]
    texts = [sentence.text[start - sentence.start : end - sentence.start] for start, end in pairwise(edges)]
    pieces = []
    for number, text in enumerate(texts):
        found, run = runs[number // 2] if number % 2 else ((), [])
        if text:
            pieces.append({"text": text, "owners": list(found), "words": len(run)})
    return pieces
