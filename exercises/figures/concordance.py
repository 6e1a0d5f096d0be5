"""What the concordance needs: every line of a reporting word, with its place, who speaks, and whom a machine drafts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from exercises.charts.elsewhere import ask_elsewhere
from exercises.lesson.load import ARTICLE, Lesson
from exercises.lesson.quotation import uncurled
from exercises.lesson.text import Sentence, Span
from exercises.words import words

Drafts = dict[str, list[tuple[Span, str]]]
# No sentence goes on over an empty line.
BREAK = "\n\n"


def concordance(lesson: Lesson) -> dict[str, Any]:
    """Look up each word of the lesson's list in the article and in the practice texts.

    Parameters
    ----------
    lesson : Lesson
        The lesson; its background lists the words, its key says who speaks.

    Returns
    -------
    dict
        ``words``: for each its name, its forms, and its lines, those of the article first. In a line ``who`` is the
        speaker by the key, and ``draft`` the words that the machine takes for the source, None where it drafts nothing.
    """
    drafts = _drafts(lesson)
    return {
        "words": [
            {"word": forms[0], "forms": list(forms), "lines": list(_lines(lesson, forms, drafts))}
            for forms in lesson.background.concordance
        ]
    }


def _drafts(lesson: Lesson) -> Drafts:
    """Give, for each text, the cues that the machine drafts and the words that it takes for the source."""
    texts = [text.text for text in lesson.texts.values()]
    joined = BREAK.join(texts)
    # All texts in one go: a process takes longer to begin than to draft.
    found = ask_elsewhere("exercises.detect", "attributions", told=joined)
    drafts: Drafts = {}
    begins = 0
    for name, text in zip(lesson.texts, texts, strict=True):
        ends = begins + len(text)
        drafts[name] = [
            (Span(cue[0] - begins, cue[1] - begins), joined[source[0] : source[1]] if source else "")
            for cue, source in found
            if begins <= cue[0] < ends
        ]
        begins = ends + len(BREAK)
    return drafts


def _lines(lesson: Lesson, forms: tuple[str, ...], drafts: Drafts) -> Iterator[dict[str, Any]]:
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
                    "draft": next((source for cue, source in drafts[name] if cue.touches(span)), None),
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
