"""The key of *mark* for the teacher, with reporting words, other readings, words that tempt; sentences cut at marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from exercises.kinds.base import Remark
from exercises.kinds.mark.asked import Entry, entries_asked, word_for
from exercises.kinds.mark.item import Mark, MarkAnswer, MarkItem
from exercises.kinds.mark.page import reveal
from exercises.kinds.mark.score import score
from exercises.kinds.printed import KeyLine, KeyPart, told
from exercises.kinds.writing import balanced, quoted
from exercises.lesson.load import Lesson
from exercises.lesson.models.key import Attribution
from exercises.lesson.text import Span
from exercises.words import words

LONG = re.compile(r"“(\S+ \S+) .+ (\S+ \S+)”")


def key(item: MarkItem, lesson: Lesson) -> tuple[KeyPart, ...]:
    """Give our marks as the student would see them remarked on, then reporting words, other readings, what tempts."""
    said = words("paper")["key"]
    ours = MarkAnswer(marks=tuple(Mark(**mark) for mark in reveal(item, lesson)["marks"]))
    marks = tuple(
        KeyLine(remark.subject, "", told(remark.reason, remark.fact), _brief(remark))
        for remark in score(item, ours, lesson).remarks
    )
    parts = (
        KeyPart("", marks),
        KeyPart(said["reporting"], tuple(_reporting(item, lesson))),
        KeyPart(said["also_read"], tuple(_others(item, lesson))),
        KeyPart(said["tempting"], tuple(_tempting(item, lesson))),
    )
    return tuple(part for part in parts if part.lines)


def _brief(remark: Remark) -> str:
    """Give a mark for the short key: of more than four words only the two at each end; nothing of what is given."""
    return "" if remark.outcome == "note" else LONG.sub(r"“\1 … \2”", remark.subject)


def _reporting(item: MarkItem, lesson: Lesson) -> Iterator[KeyLine]:
    """Tell of each attribution asked for what its cue does to the content, and what kind of source it has."""
    said = words("paper")["key"]
    for located in entries_asked(item, lesson):
        if isinstance(entry := located.entry, Attribution):
            others = [said["stances"][other] for other in _other_stances(entry)]
            whom = said["refers_to"].format(whom=entry.refers_to) if entry.refers_to else None
            yield KeyLine(
                f"S{located.sentence}: {_quote(item, located.parts['cue'], lesson)}",
                said["stances"][entry.verb_stance],
                told(said["also"].format(others=", ".join(others)) if others else None, _kinds(entry), whom),
            )


def _other_stances(entry: Attribution) -> dict[str, None]:
    """Give the stances that a careful reader may find besides ours, each once."""
    accepted = ((other.verb_stance, other.also_stance) for other in entry.also_accept)
    others = (entry.also_stance, *chain.from_iterable(accepted))
    return dict.fromkeys(one for one in others if one and one != entry.verb_stance)


def _kinds(entry: Attribution) -> str:
    names = words("charts")["source-kinds"]
    kinds = dict.fromkeys(filter(None, (entry.source_kind, *(other.source_kind for other in entry.also_accept))))
    return str(words("paper")["key"]["source_kind"]).format(kind=", ".join(names[kind] for kind in kinds))


def _others(item: MarkItem, lesson: Lesson) -> Iterator[KeyLine]:
    for entry in entries_asked(item, lesson):
        reasons = [getattr(other, "why", None) for other in entry.entry.also_accept]
        for reading in _readings(item, entry, lesson):
            yield KeyLine(reading)
        for reason in told(*reasons):
            yield KeyLine(f"S{entry.sentence}", "", (reason,))


def _readings(item: MarkItem, entry: Entry, lesson: Lesson) -> Iterator[str]:
    names = words("remarks")["labels"]
    for other in entry.alternatives:
        for label, spans in other.items():
            if label in item.labels and label not in item.given:
                shown = _quote(item, spans, lesson) if spans else words("remarks")["empty"]
                yield f"S{entry.sentence}, {names[word_for(label, item)].lower()}: {shown}"


def _tempting(item: MarkItem, lesson: Lesson) -> Iterator[KeyLine]:
    marks = lesson.key[item.text]
    entries = marks.voice if item.layer == "attribution" else marks.not_certainty
    for entry in entries:
        if entry.sentence in item.sentences:
            subject = f"S{entry.sentence}: {_quote(item, entry.parts['quote'], lesson)}"
            others = (other.why for other in getattr(entry.entry, "also_accept", ()))
            yield KeyLine(subject, "", told(entry.entry.why, *others))


def _quote(item: MarkItem, spans: tuple[Span, ...], lesson: Lesson) -> str:
    text = lesson.texts[item.text]
    return quoted(text.quote(balanced(span, text.text)) for span in spans)


def layout(page: dict[str, Any]) -> dict[str, Any]:
    """Cut the sentences of a page at the marks that are given, and say if a sentence has some of two groups."""
    sentences = [one | {"pieces": pieces(one, page["given"])} for one in page["sentences"]]
    numbered = any(len({piece["group"] for piece in one["pieces"]} - {0}) > 1 for one in sentences)
    return page | {"sentences": sentences, "numbered": numbered}


def pieces(sentence: dict[str, Any], given: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Cut a sentence at the marks that are given.

    Parameters
    ----------
    sentence : dict
        A sentence as the page of *mark* has it: ``start`` and ``text``.
    given : list of dict
        Marks with ``start``, ``end``, ``label`` and ``group``, counted in the whole text.

    Returns
    -------
    list of dict
        Each with ``text``, ``label`` and ``group``; of words without a mark the label is empty and the group 0.
    """
    start, text = sentence["start"], sentence["text"]
    inside = [mark for mark in given if start <= mark["start"] < start + len(text)]
    found, at = [], 0
    for mark in sorted(inside, key=lambda mark: int(mark["start"])):
        first, last = mark["start"] - start, mark["end"] - start
        if first < at:
            continue
        found += [_piece(text[at:first]), _piece(text[first:last], mark["label"], mark["group"])]
        at = last
    return [piece for piece in [*found, _piece(text[at:])] if piece["text"]]


def _piece(text: str, label: str = "", group: int = 0) -> dict[str, Any]:
    return {"text": text, "label": label, "group": group}
