"""The exercise *annotate* as it is written, and the student's marks with the words that they stand on."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from exercises.kinds.base import Answer, Item, Slug
from exercises.kinds.bring.item import Part
from exercises.kinds.mark.item import LabelName, Mark


class AnnotateItem(Item):
    """An exercise in which words of the student's own text are marked.

    Attributes
    ----------
    confidence : bool
        Always off: nothing is scored.
    text_of : str
        Id of the exercise where the text was brought.
    layer : str
        What is looked for.
    labels : tuple of str
        Labels in use, in the order of their number keys.
    """

    kind: Literal["annotate"]
    confidence: Literal[False] = False
    text_of: Slug
    layer: Literal["attribution", "certainty"]
    labels: tuple[LabelName, ...] = Field(min_length=1, max_length=9)


class AnnotateAnswer(Answer):
    """A student's marks.

    Attributes
    ----------
    on : Part or None
        The sentences that they stand on, to the letter: so they are shown on no other words, whatever text is brought
        later. None before anything is marked.
    marks : tuple of Mark
        Places are counted in the text of that part.
    """

    on: Part | None = None
    marks: tuple[Mark, ...] = Field(default=(), max_length=400)
