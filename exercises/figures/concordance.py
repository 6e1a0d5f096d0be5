"""What the concordance needs: every line in which a reporting word stands, with its place and who speaks in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from exercises.lesson.load import ARTICLE, Lesson
from exercises.lesson.quotation import uncurled
from exercises.lesson.text import Sentence, Span
from exercises.words import words


def concordance(lesson: Lesson) -> dict[str, Any]:
    """Look up each word of the lesson's list in the article and in the practice texts.

    Parameters
    ----------
    lesson : Lesson
        The lesson; its background lists the words, its key says who speaks.

    Returns
    -------
    dict
        ``words``: for each its name, its forms, and its lines, those of the article first.
    """
    return {
        "words": [
            {"word": forms[0], "forms": list(forms), "lines": list(_lines(lesson, forms))}
            for forms in lesson.background.concordance
        ]
    }


def _lines(lesson: Lesson, forms: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    for name, text in lesson.texts.items():
        for sentence in text.sentences:
            for span in _hits(sentence, forms):
                start, end = span.start - sentence.start, span.end - sentence.start
                yield {
                    "place": f"S{sentence.number}" if name == ARTICLE else "",
                    "left": sentence.text[:start],
                    "hit": sentence.text[start:end],
                    "right": sentence.text[end:],
                    "who": _speaker(lesson, name, span),
                }


def _hits(sentence: Sentence, forms: tuple[str, ...]) -> list[Span]:
    """Find all forms of a word in one sentence, so that no line runs over its end."""
    # Imported here, because NLTK takes 30 MB and a third of a second, which other notebooks should not pay.
    from nltk.text import Text as WordList
    from nltk.tokenize import NLTKWordTokenizer

    # Curly quotation marks split words for the tokenizer; straight ones stand at the same places. An opening single one
    # becomes a blank: not every NLTK splits it off.
    plain = uncurled(sentence.text.replace("‘", " "))
    places = list(NLTKWordTokenizer().span_tokenize(plain))
    tokens = WordList([plain[start:end] for start, end in places])
    # NLTK itself gives only 25 lines unless it is told otherwise.
    found = [line.offset for form in forms for line in tokens.concordance_list(form, lines=len(places) or 1)]
    return [Span(sentence.start + places[at][0], sentence.start + places[at][1]) for at in sorted(found)]


def _speaker(lesson: Lesson, name: str, hit: Span) -> str:
    """Say who does the reporting with this word; where the key has no report with it, nobody does."""
    kinds, text = words("charts")["source-kinds"], lesson.texts[name]
    speakers: dict[str, None] = {}
    for attribution in lesson.key[name].attributions:
        if any(span.touches(hit) for span in attribution.parts.get("cue", ())):
            sources = [text.quote(span) for span in attribution.parts.get("source", ())]
            speakers[attribution.entry.holder or " ".join(sources) or kinds[attribution.entry.source_kind]] = None
    return ", ".join(speakers)
