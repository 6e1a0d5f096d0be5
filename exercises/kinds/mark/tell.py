"""A student's answer to *mark* in words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from exercises.kinds.mark.asked import word_for
from exercises.kinds.mark.item import Mark, MarkAnswer, MarkItem
from exercises.kinds.writing import quoted
from exercises.lesson.load import Lesson
from exercises.lesson.quotation import occurrences
from exercises.lesson.text import Span, Text
from exercises.words import words


def tell(item: MarkItem, answer: MarkAnswer, lesson: Lesson) -> list[str]:
    """Tell the student's own marks, a mark a line, by group and place; those that were given are left out."""
    text = lesson.texts[item.text]
    return _lines(
        [mark for mark in answer.marks if _is_known(mark, item, text) and mark.label not in item.given], item, text
    )


def about(item: MarkItem, lesson: Lesson) -> list[str]:
    """Give the sentences that were marked."""
    shown = [one for one in lesson.texts[item.text].sentences if one.number in item.sentences]
    return [str(words("telling")["sentence"]).format(number=one.number, text=one.text) for one in shown]


def unknown(item: MarkItem, answer: MarkAnswer, lesson: Lesson) -> list[str]:
    """Tell the marks with labels, or on words, that the exercise does not show."""
    text = lesson.texts[item.text]
    return _lines([mark for mark in answer.marks if not _is_known(mark, item, text)], item, text)


def _is_known(mark: Mark, item: MarkItem, text: Text) -> bool:
    shown = [one for one in text.sentences if one.number in item.sentences]
    around = [one.number for one in shown if one.span.start <= mark.start and mark.end <= one.span.end]
    cut = [
        word
        for number in around
        for word in text.words(number)
        for edge in (mark.start, mark.end)
        if word.start < edge < word.end
    ]
    return mark.label in item.labels and bool(around) and not cut


def _lines(marks: list[Mark], item: MarkItem, text: Text) -> list[str]:
    form = "mark_group" if any(mark.group != 1 for mark in marks) else "mark"
    ordered = sorted(marks, key=lambda mark: (mark.group, mark.start, mark.end))
    return [told_mark(one, _label(one, item), text, form) for one in ordered]


def _label(mark: Mark, item: MarkItem) -> str:
    return str(words("remarks")["labels"].get(word_for(mark.label, item), mark.label))


def told_mark(mark: Mark, label: str, text: Text, form: str, first: int = 1) -> str:
    """Tell one mark: its label, its words, and where they stand.

    Parameters
    ----------
    mark : Mark
        What is told.
    label : str
        The name of its label.
    text : Text
        The text that its places are counted in; it may be another one by now.
    form : str
        ``mark``, or ``mark_group`` with the number of its group.
    first : int
        Number of the first sentence of that text.
    """
    if mark.end > len(text.text):
        return str(words("telling")["mark_gone"]).format(label=label, first=mark.start + 1, last=mark.end)
    span = Span(mark.start, mark.end)
    values = {"words": quoted([text.quote(span)]), "sentence": place_of([span], text, first)}
    return str(words("telling")[form]).format(group=mark.group, label=label, **values)


def place_of(spans: Sequence[Span], text: Text, first: int = 1) -> str:
    """Say in which sentence words stand; where the words alone do not tell, also at which of its words."""
    number = next((one.number for one in text.sentences if spans[0].start < one.span.end), len(text.sentences))
    shown, whole = quoted(map(text.quote, spans))[1:-1].split(" … "), text.sentence(number).text
    if all(len(list(islice(occurrences(whole, part), 2))) == 1 for part in shown):
        return str(number + first - 1)
    touched = [at for at, word in enumerate(text.words(number), 1) if any(word.touches(span) for span in spans)]
    if not touched:
        return str(number + first - 1)
    form = words("telling")["mark_place" if len(touched) == 1 else "mark_places"]
    return str(form).format(sentence=number + first - 1, first=touched[0], last=touched[-1])
