"""A student's answer to *mark* in words."""

from __future__ import annotations

from exercises.kinds.mark.asked import word_for
from exercises.kinds.mark.item import Mark, MarkAnswer, MarkItem
from exercises.kinds.writing import quoted
from exercises.lesson.load import Lesson
from exercises.lesson.text import Text
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
    return [_line(one, item, text, form) for one in sorted(marks, key=lambda mark: (mark.group, mark.start, mark.end))]


def _line(mark: Mark, item: MarkItem, text: Text, form: str) -> str:
    label = words("remarks")["labels"].get(word_for(mark.label, item), mark.label)
    if mark.end > len(text.text):
        return str(words("telling")["mark_gone"]).format(label=label, first=mark.start + 1, last=mark.end)
    sentence = next((one.number for one in text.sentences if mark.start < one.span.end), len(text.sentences))
    quotation, place = quoted([text.text[mark.start : mark.end]]), _place(mark, sentence, text)
    return str(words("telling")[form]).format(group=mark.group, label=label, words=quotation, sentence=place)


def _place(mark: Mark, sentence: int, text: Text) -> str:
    """Say in which sentence a mark stands; where its words alone do not tell, also at which of its words."""
    shown, whole = quoted([text.text[mark.start : mark.end]])[1:-1].split(" … "), text.sentence(sentence).text
    if all(whole.count(part) == 1 for part in shown):
        return str(sentence)
    touched = [at for at, word in enumerate(text.words(sentence), 1) if word.start < mark.end and mark.start < word.end]
    if not touched:
        return str(sentence)
    form = words("telling")["mark_place" if len(touched) == 1 else "mark_places"]
    return str(form).format(sentence=sentence, first=touched[0], last=touched[-1])
