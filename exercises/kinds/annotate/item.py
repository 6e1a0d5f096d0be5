"""The exercise *annotate* as it is written, and the student's marks with the words that they stand on."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from exercises.kinds.base import Answer, Item, Slug, Strict, Whole
from exercises.kinds.bring.item import Part
from exercises.kinds.mark.item import LAST_GROUP, LabelName, Mark


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


LONGEST_WHY = 500
PairId = Annotated[str, Field(min_length=2, max_length=8)]
Choice = Literal["", "accepted", "changed", "dropped", "kept"]


class Settled(Strict):
    """How a student settled one difference from the machine.

    Attributes
    ----------
    choice : str
        ``accepted`` (the draft stands), ``changed`` (other words stand), ``dropped`` (it does not), or, of what only
        the student marked, ``kept`` or ``dropped``; empty before it is chosen.
    why : str
        The student's reason.
    marks : tuple of Mark
        The words that stand where the draft was accepted or changed.
    group : int or None
        Number of the student's group that the draft was set beside, if there is one.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=False)

    choice: Choice = ""
    why: str = Field(default="", max_length=LONGEST_WHY)
    marks: tuple[Mark, ...] = Field(default=(), max_length=60)
    group: Annotated[Whole, Field(ge=1, le=LAST_GROUP)] | None = None


class AnnotateAnswer(Answer):
    """A student's marks, and then how they stand beside the machine's drafts.

    Attributes
    ----------
    on : Part or None
        The sentences that they stand on, to the letter: so they are shown on no other words, whatever text is brought
        later. None before anything is marked.
    marks : tuple of Mark
        Marked by hand, before any draft is shown. Places are counted in the text of that part.
    settled : dict of str to Settled
        What became of each difference, by its name; nothing before the drafts are shown.
    looked : bool
        Whether the student went on where there was nothing to settle.
    """

    on: Part | None = None
    marks: tuple[Mark, ...] = Field(default=(), max_length=400)
    settled: dict[PairId, Settled] = Field(default={}, max_length=200)
    looked: bool = False

    def became(self, name: str) -> str:
        """Say what became of a difference: a choice is called by what was on either side of it."""
        one = self.settled[name]
        if one.choice == "kept" or (one.choice == "dropped" and one.group is not None and not name.startswith("g")):
            return "own"
        if one.choice == "dropped":
            return "left_out" if one.group is None else "taken_out"
        return one.choice or "open"

    @property
    def is_beside(self) -> bool:
        """Whether it goes on to the second part, beside the drafts."""
        return bool(self.settled) or self.looked


def first_part(answer: AnnotateAnswer) -> AnnotateAnswer:
    """Give what is committed before the drafts are shown: the marks made by hand."""
    return AnnotateAnswer(on=answer.on, marks=answer.marks)
