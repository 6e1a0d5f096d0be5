"""What a machine would mark in a part, as drafts: each with the rule that made it, and how sure that rule is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from exercises.kinds.annotate.item import AnnotateItem
from exercises.kinds.bring.item import Part
from exercises.lesson.text import Span, Text
from exercises.words import words

MOST_DRAFTS = 60
LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Drafted:
    """One draft.

    Attributes
    ----------
    id : str
        Its name in the exercise, such as ``d1``.
    marks : mapping of str to tuple of Span
        Its words by label, in code points of the part; each range lies in one sentence.
    level : str
        ``sure``, or ``look``: look at this.
    layer, rule : str
        Which rule made it; the words of the interface say it in one sentence.
    """

    id: str
    marks: Mapping[str, tuple[Span, ...]]
    level: str
    layer: str
    rule: str

    def told(self) -> dict[str, Any]:
        """Give it as plain data for the page."""
        marks = [
            {"group": 1, "label": label, "start": span.start, "end": span.end}
            for label, spans in self.marks.items()
            for span in spans
        ]
        said = words("detect")["rules"][self.layer][self.rule]
        return {"id": self.id, "marks": marks, "level": self.level, "rule": said}


def drafts_of(item: AnnotateItem, part: Part) -> tuple[Drafted, ...]:
    """Give the drafts for a part; none for one that is not in English.

    Parameters
    ----------
    item : AnnotateItem
        Says which layer and labels are asked for.
    part : Part
        The sentences; their number bounds the work.
    """
    if part.language != LANGUAGE or not part.fits:
        return ()
    return _drafts(item.layer, item.labels, part)


@lru_cache(maxsize=64)
def _drafts(layer: str, labels: tuple[str, ...], part: Part) -> tuple[Drafted, ...]:
    text = part.text
    found = _attributions(text) if layer == "attribution" else _certainty(text)
    kept = [one for one in found if one[0].get("cue")][:MOST_DRAFTS]
    return tuple(
        Drafted(f"d{number}", {label: marks[label] for label in labels if marks.get(label)}, level, layer, rule)
        for number, (marks, level, rule) in enumerate(kept, start=1)
    )


_Found = tuple[dict[str, tuple[Span, ...]], str, str]


def _attributions(text: Text) -> Iterator[_Found]:
    # Imported here: NLTK takes 28 MB and half a second, and no other exercise needs it.
    from exercises.detect.attribution.drafts import draft_attributions

    for one in draft_attributions(text.text):
        marks = {
            "source": _inside(text, [one.source] if one.source else []),
            "cue": _inside(text, [one.cue]),
            "content": _inside(text, one.content),
        }
        yield marks, one.level, one.rule


def _certainty(text: Text) -> Iterator[_Found]:
    from exercises.detect.certainty import mark_certainty
    from exercises.detect.prepared import prepare

    for one in mark_certainty(prepare(text.text)):
        yield {"cue": _inside(text, [one.span])}, one.level, one.rule


def _inside(text: Text, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Cut ranges at the ends of sentences, and down to whole words."""
    words_of = [text.words(sentence.number) for sentence in text.sentences]
    cut = []
    for span in spans:
        for line in words_of:
            touched = [word for word in line if word.touches(span)]
            if touched:
                cut.append(Span(touched[0].start, touched[-1].end))
    return tuple(cut)
