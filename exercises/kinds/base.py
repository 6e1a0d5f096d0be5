"""What every kind of exercise has in common: its item, the student's answer, and the result with its remarks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from exercises.lesson.models.base import BESIDE, Draft, Line, spelled
from exercises.words import words

Role = Literal["save-test", "recall", "worked", "faded", "alone", "compare", "exit", "extension", "form"]
Outcome = Literal[
    "right", "accepted", "nearly", "part", "wrong-label", "other-group", "missed", "extra", "wrong", "note"
]
Pair = tuple[int | None, bool]  # how sure a student was (1 to 4), and whether the answer was right
Whole = Annotated[int, Field(strict=True)]
Slug = Annotated[
    str,
    spelled(r"[a-z0-9]+(-[a-z0-9]+)*", "Write small letters from a to z and digits, joined by single hyphens."),
    Field(max_length=60),
]


class Strict(BaseModel):
    """A frozen model that refuses unknown fields, because a misspelt field must not pass in silence."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Ways(Strict):
    """Exercises of the same notebook that are offered behind a result; nobody has to go there.

    Attributes
    ----------
    again : str
        Another case worked step by step, for whoever missed twice.
    on : str
        Where to go on, for whoever was right at the first try and sure of it.
    """

    again: Slug | Literal[""] = ""
    on: Slug | Literal[""] = ""


class Item(Strict):
    """One exercise as it stands in a notebook's YAML file.

    Attributes
    ----------
    id : str
        Name of the exercise, unique in its lesson, in lower case with hyphens.
    kind : str
        Which kind of exercise it is: a name in ``exercises.kinds.KINDS``.
    title, instruction : str
        What the student reads first; the instruction is one sentence.
    role : str
        Its place in the lesson; ``extension`` items stand after the exit item, a ``form`` outside the minutes.
    rubric : str or None
        Row of the rubric (A to E) that it practises.
    hints : tuple of str
        Help on demand, in order; a hint never gives the answer away.
    confidence : bool
        Whether the student is asked how sure they are (4 steps). Off only where nothing is scored.
    label : str
        Where the words come from, when they are not the article's ("Sentence written for this course").
    seal : bool
        Whether the answer is sealed and not checked; a later block of the same notebook opens it. It is a prediction,
        so it earns no points and is left out where confidence is shown back.
    ways : Ways
        What is offered behind the result.
    draft : bool
        Whether a machine put it together and no person has looked yet.
    """

    id: Slug
    kind: str
    title: Line = Field(max_length=120)
    instruction: str = Field(min_length=1, max_length=300)
    role: Role
    rubric: Literal["A", "B", "C", "D", "E"] | None
    hints: tuple[str, ...] = ()
    confidence: bool = True
    label: str = ""
    seal: bool = False
    ways: Annotated[Ways, BESIDE] = Ways()
    draft: Draft = False


class Answer(Strict):
    """What a student has done in one exercise; each kind has its own fields."""


class Remark(Strict):
    """One line of feedback: what it is about, how it came out, and why.

    Attributes
    ----------
    subject : str
        What the remark is about, in words a student knows ("Source: “the mayor of Dovhe”").
    outcome : str
        ``right``, ``accepted`` (another reading that careful readers defend), ``nearly`` (found, not word for word),
        ``part`` (overlaps), ``wrong-label`` (right place, other label), ``other-group`` (right place and label, other
        group), ``missed``, ``extra``, ``wrong`` or ``note``.
    reason : str
        What the words show, why the tempting choice tempts, what to look for next time. Each line is a reason of its
        own, such as the one for the student's choice and the one for ours.
    fact : str
        Form and fact are scored apart: here stands, with dates, whether it was said and whether it is so.
    other : bool
        Whether it is about something that the student did not choose and we would not either; it waits on tap.
    folded : bool
        Whether only its subject and outcome are shown at once, and the whole reason waits on tap.
    """

    subject: str
    outcome: Outcome
    reason: str = Field(min_length=1)
    fact: str = ""
    other: bool = False
    folded: bool = False


class Result(Strict):
    """The outcome of one *Check*.

    Attributes
    ----------
    points, out_of : float
        Credit earned and possible; ``points`` lies between 0 and ``out_of``, which is 0 where nothing is scored.
    summary : str
        One sentence that is shown first and read out.
    remarks : tuple of Remark
        Every option, card, mark or question with its own reason.
    right : bool
        Whether the answer as a whole counts as right (for confidence against correctness); False where nobody judges.
    extra : dict
        What the kind's own view draws after the commit, as plain data (a board, a path); empty for most kinds.
    """

    points: float = Field(ge=0)
    out_of: float = Field(ge=0)
    summary: str
    remarks: tuple[Remark, ...]
    right: bool
    extra: dict[str, Any] = {}


def uncounted(result: Result) -> Result:
    """Give the result of a sealed answer: its reasons, and no points, for a guess made in advance is no knowledge."""
    return result.model_copy(update={"points": 0.0, "out_of": 0.0, "summary": words("seal")["uncounted"]})


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the student did in an earlier exercise of the lesson.

    Attributes
    ----------
    item, answer : Item, Answer
        That exercise, and the answer that is stored there.
    committed : bool
        Whether the answer was checked or sealed; otherwise the student may still be at work on it.
    """

    item: Any
    answer: Any
    committed: bool
