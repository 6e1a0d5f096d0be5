"""The exercise *mark* as it is written, and the student's answer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from exercises.kinds.base import Answer, Item, Strict, Whole
from exercises.lesson.models.base import SINCE

LAST_GROUP = 99
LAST_OFFSET = 10_000_000

LabelName = Annotated[str, Field(min_length=1, max_length=20)]


class MarkItem(Item):
    """An exercise in which words are marked with labels.

    Attributes
    ----------
    text : str
        ``article``, or the id of a practice text.
    sentences : tuple of int
        Numbers of the sentences shown.
    layer : str
        Which part of the key is asked for.
    targets : tuple of str
        Ids of the key's entries that are asked for; empty if ``free``.
    labels : tuple of str
        Labels in use, in the order of their number keys.
    given : tuple of str
        Labels that are marked already and locked.
    free : bool
        Whether every entry of the sentences is asked for, so that the student has to find out how many there are.
    whose_later : bool
        Whether the remarks keep back whose doubt it is, because a later exercise asks for it.
    so_later : str
        Name of the later notebook that asks whether the content is so: then the remarks tell only whether it was said,
        and name that notebook. Empty where no desk asks for it.
    """

    kind: Literal["mark"]
    text: str = "article"
    sentences: tuple[int, ...] = Field(min_length=1, max_length=60)
    layer: Literal["attribution", "certainty"]
    targets: tuple[str, ...] = Field(default=(), max_length=60)
    labels: tuple[str, ...] = Field(min_length=1, max_length=9)
    given: tuple[str, ...] = ()
    free: bool = False
    whose_later: bool = False
    so_later: Annotated[str, SINCE] = ""


class Mark(Strict):
    """One run of words with a label.

    Attributes
    ----------
    group : int
        Number of the group it belongs to, from 1.
    label : str
        Its label.
    start, end : int
        Half-open range of code points in the whole text.
    """

    group: Whole = Field(ge=1, le=LAST_GROUP)
    label: LabelName
    start: Whole = Field(ge=0, le=LAST_OFFSET)
    end: Whole = Field(ge=1, le=LAST_OFFSET)

    @model_validator(mode="after")
    def _not_empty(self) -> Mark:
        if self.end <= self.start:
            raise ValueError("A mark has to end behind its start.")
        return self


class MarkAnswer(Answer):
    """All marks of a student in one exercise; the ones that were given may be among them."""

    marks: tuple[Mark, ...] = Field(default=(), max_length=400)
