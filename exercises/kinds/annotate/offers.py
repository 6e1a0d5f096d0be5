"""A student's marks on a text of their own as plain data to take along."""

from __future__ import annotations

import hashlib

from exercises.formats.file import say
from exercises.formats.web_annotation import MarkedText, MarkedWords, annotations_file
from exercises.kinds.annotate.charted import groups_inside
from exercises.kinds.annotate.item import AnnotateAnswer
from exercises.kinds.annotate.tell import about_part
from exercises.kinds.bring.item import Part as Brought
from exercises.kinds.checked import Checked, Offers, Part
from exercises.kinds.mark.item import Mark
from exercises.words import words


def parts(work: Checked) -> list[Part]:
    """Offer the marks that stand in the end, if there are any."""
    return [Part("", "", ("annotations",))] if any(groups_inside(work.answer)) else []


def marked_text(work: Checked) -> MarkedText:
    """Gather the marks that stand: the student's own, and drafts of the machine that the student has accepted.

    Parameters
    ----------
    work : Checked
        A checked answer with at least one mark.

    Returns
    -------
    MarkedText
        The part of the text that they stand on, with its marks.
    """
    answer: AnnotateAnswer = work.answer
    part = answer.on
    assert part is not None  # noqa: S101 - without marks nothing is offered
    groups = enumerate(groups_inside(answer), start=1)
    return MarkedText(
        made=work.made,
        exercise=work.item.id,
        title=work.item.title,
        about=say("from_own", claim=f"{about_part(part)}."),
        text=part.text.text,
        sha256=hashlib.sha256(part.text.text.encode()).hexdigest(),
        language=part.language if len(part.language) == 2 else "",
        marks=tuple(_words(number, mark, part) for number, group in groups for mark in group),
        first=part.first,
    )


def _words(group: int, mark: Mark, part: Brought) -> MarkedWords:
    line = next(one.number for one in part.text.sentences if mark.start < one.span.end)
    name = words("remarks")["labels"][mark.label]
    return MarkedWords(group, mark.label, name, mark.start, mark.end, line, given=False)


OFFERS = Offers(parts, {"annotations": lambda work, _: annotations_file(marked_text(work))})
