"""Practice in marking: written answers with our levels, one for each row of the rubric, and a reason each."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from exercises.lesson.models.base import Entry, Line, Words, refusal

ROWS = "ABCDE"
LEAST = 10
"""Answers to mark."""
Level = Annotated[int, Field(ge=0, le=3)]


class Ticked(Entry):
    """Our level of one answer on one row.

    Attributes
    ----------
    level : int
        Our level.
    accept : tuple of int
        Levels that can be defended as well.
    why : str
        The reason, in one sentence or two.
    """

    level: Level
    accept: tuple[Level, ...] = ()
    why: Words

    @property
    def counted(self) -> tuple[int, ...]:
        """Give all levels that count, ours first."""
        return self.level, *self.accept


class WrittenAnswer(Entry):
    """An answer as a student might write it.

    Attributes
    ----------
    text : str
        The answer.
    rows : dict of str to Ticked
        Our level for each row of the rubric.
    """

    text: Words
    rows: dict[str, Ticked]


class Marking(Entry):
    """guide/marking.yaml: answers to mark for practice, with our levels.

    Attributes
    ----------
    task : str
        What the answers are answers to.
    found : tuple of str
        What the writers could find outside.
    answers : tuple of WrittenAnswer
        The answers, in no order of quality.
    """

    task: Words
    found: tuple[Line, ...] = Field(min_length=1)
    answers: tuple[WrittenAnswer, ...] = Field(min_length=LEAST)

    @model_validator(mode="after")
    def _has_every_row(self) -> Marking:
        for place, answer in enumerate(self.answers, start=1):
            if "".join(sorted(answer.rows)) != ROWS:
                what = f"answer {place} has levels for the rows {', '.join(sorted(answer.rows))}"
                raise refusal(what, f"Give one for each of {', '.join(ROWS)}.")
        return self
