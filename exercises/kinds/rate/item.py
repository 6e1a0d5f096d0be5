"""The exercise *rate* as it is written, the student's answer, and what the page sees of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from exercises.kinds.base import Answer, Item, Slug, Strict
from exercises.lesson.load import Lesson
from exercises.words import words

CANNOT_TELL = "cannot-tell"
MOST_STEPS = 7
MOST_STATEMENTS = 20

Name = Annotated[str, Field(min_length=1, max_length=60)]
Step = Annotated[int, Field(strict=True, ge=1, le=MOST_STEPS)]
Sure = Annotated[int, Field(strict=True, ge=1, le=4)]
Reason = Annotated[str, Field(min_length=1, max_length=1500)]


def _by_steps(why: Any) -> Any:
    """Take one reason for all steps, or reasons by step; YAML reads the key ``3`` as a number."""
    if isinstance(why, str):
        return {"any": why}
    return {str(steps): reason for steps, reason in why.items()} if isinstance(why, dict) else why


class Scale(Strict):
    """What is rated on: the words at its two ends, and the names of its steps from low to high."""

    low: str = Field(min_length=1, max_length=80)
    high: str = Field(min_length=1, max_length=80)
    steps: tuple[Annotated[str, Field(min_length=1, max_length=60)], ...] = Field(min_length=3, max_length=MOST_STEPS)


class CannotTell(Strict):
    """What the answer “cannot tell” is worth for one statement, and why; in a form it is counted ``apart``."""

    counts: Literal["accepted", "wrong", "apart"]
    why: Reason


class Features(Strict):
    """What a statement of a form is made of; the page never sees it.

    A form is a rating by design: half of its statements are well supported, and no sign on the surface tells which.

    Attributes
    ----------
    support : str
        Whether its context supports the statement well or poorly.
    source, certainty, tone, length : str
        The signs on the surface: a name, a hedge, a loaded word, many words.
    """

    support: Literal["well", "poorly"]
    source: Literal["named", "unnamed"]
    certainty: Literal["hedged", "unhedged"]
    tone: Literal["neutral", "loaded"]
    length: Literal["short", "long"]


class Statement(Strict):
    """One statement.

    Attributes
    ----------
    id, text : str
        Its name, and what the student rates.
    context : str
        Sentences around it; may be empty.
    scored : bool
        Whether there are better and worse steps. If not, the result only shows back what was chosen.
    accept : tuple of int
        Steps that careful readers defend, from 1.
    best : int or None
        The one among them that we would choose.
    why : dict of str to str
        Reasons by step (``3``), by range (``1-2``), for all steps below or above the accepted ones (``low``,
        ``high``), or for all steps there are (``any``, or the reason alone).
    cannot_tell : CannotTell or None
        Whether “cannot tell” is accepted here; only where the exercise offers it.
    features : Features or None
        What the statement is made of, if the exercise is a form.
    """

    id: Slug
    text: str = Field(min_length=1, max_length=600)
    context: str = Field(default="", max_length=1500)
    scored: bool = True
    accept: tuple[Step, ...] = Field(default=(), max_length=MOST_STEPS)
    best: Step | None = None
    why: Annotated[dict[str, Reason], BeforeValidator(_by_steps)] = Field(min_length=1)
    cannot_tell: CannotTell | None = None
    features: Features | None = None


class RateItem(Item):
    """An exercise in which statements are placed on a scale.

    Attributes
    ----------
    confidence : bool
        Off by itself where each statement asks for it, or where nothing is scored.
    prompt : str
        The question that is answered for each statement.
    scale : Scale
        The same for all statements.
    statements : tuple of Statement
        In the order of the paper; each student's screen has an order of its own.
    cannot_tell : bool
        Whether “cannot tell” may be answered instead of a step.
    each_sure : bool
        Whether the student says for each statement how sure they are.
    shuffle : bool
        Whether the order in which a student saw the statements is kept with the answer, as a measurement needs it.
    in_order : bool
        Whether the order of the statements means something (rows of a table): then every screen keeps it.
    compare_with : str
        Id of an earlier exercise with statements of the same ids in other words; the result shows what shifted.
    """

    kind: Literal["rate"]
    prompt: str = Field(min_length=1, max_length=300)
    scale: Scale
    statements: tuple[Statement, ...] = Field(min_length=1, max_length=MOST_STATEMENTS)
    cannot_tell: bool = False
    each_sure: bool = False
    shuffle: bool = False
    in_order: bool = False
    compare_with: str = Field(default="", max_length=60)

    @model_validator(mode="after")
    def _fill_in_confidence(self) -> RateItem:
        """Ask once for all statements only where something is scored and not each statement asks by itself."""
        asked = any(one.scored for one in self.statements) and not self.each_sure
        return self if asked or "confidence" in self.model_fields_set else self.model_copy(update={"confidence": False})

    @property
    def is_form(self) -> bool:
        """Whether its statements are laid out by a design, so that ratings can be counted as for a form."""
        return all(one.features for one in self.statements)

    def accepts(self, rating: int) -> bool:
        """Say whether a rating lies in the upper half of the scale."""
        return rating > len(self.scale.steps) / 2

    def label_of(self, step: int) -> str:
        """Give the name of a step."""
        return self.scale.steps[step - 1]

    def number_of(self, step: int) -> int:
        """Give the number of a step for people."""
        return step - 1 + first_number(self.scale.steps)


def first_number(steps: Sequence[str]) -> int:
    """Give the number of the lowest step for people: 1, and 0 where the steps are the levels of the rubric.

    The rubric counts its levels from 0, on every sheet; a level with two numbers would be ticked one off.
    """
    return 0 if list(steps) == words("rubric")["steps"] else 1


class RateAnswer(Answer):
    """Where the student placed each statement.

    Attributes
    ----------
    ratings : dict
        By id of the statement: a step from 1, or ``cannot-tell``; statements not yet rated are left out.
    sure : dict
        By id of the statement: how sure the student is, from 1 to 4; empty unless each statement asks for it.
    order : tuple of str
        Ids of the statements in the order in which they were shown; empty before the first rating, or if not mixed.
    """

    ratings: dict[Name, Step | Literal["cannot-tell"]] = Field(default={}, max_length=MOST_STATEMENTS)
    sure: dict[Name, Sure] = Field(default={}, max_length=MOST_STATEMENTS)
    order: tuple[Name, ...] = Field(default=(), max_length=MOST_STATEMENTS)


def page(item: RateItem, lesson: Lesson) -> dict[str, Any]:  # noqa: ARG001 (all kinds take the lesson)
    """Give what the page may know: the question, the scale and the words of the statements."""
    return {
        "prompt": item.prompt,
        "scale": item.scale.model_dump(),
        "first": first_number(item.scale.steps),
        "statements": [{"id": one.id, "text": one.text, "context": one.context} for one in item.statements],
        "cannot_tell": item.cannot_tell,
        "each_sure": item.each_sure,
        "shuffle": item.shuffle,
        "scored": any(one.scored for one in item.statements),
    }


def orderless(item: RateItem) -> tuple[str, ...]:
    """Name what of the page has no order of its own."""
    return () if item.in_order else ("statements",)


def reveal(item: RateItem, lesson: Lesson) -> dict[str, Any]:  # noqa: ARG001 (all kinds take the lesson)
    """Give our own steps in the shape of the student's answer."""
    return {"ratings": {one.id: one.best for one in item.statements if one.scored}}


def in_shown_order(item: RateItem, answer: RateAnswer) -> list[Statement]:
    """List the statements as the student saw them."""
    places = {name: place for place, name in enumerate(answer.order)}
    return sorted(item.statements, key=lambda one: places.get(one.id, len(places)))
