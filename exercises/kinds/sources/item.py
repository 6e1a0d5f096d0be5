"""The exercise *sources* as it is written, and the student's answer with the cards that it stands on."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from exercises.kinds.base import Answer, Item, Slug, Strict
from exercises.kinds.effort import Effort
from exercises.kinds.sort.item import Bin
from exercises.lesson.load import Lesson

MOST_CARDS = 40
LONGEST_CARD = 600
USUAL = 6
"""Sources in twelve sentences of news."""
Name = Annotated[str, Field(min_length=1, max_length=60)]


class Found(Strict):
    """One source that the student found, with what is said: its name, and the words on its card."""

    id: Name
    text: str = Field(min_length=1, max_length=LONGEST_CARD)


class SourcesItem(Item):
    """An exercise in which the sources of a student's own text are sorted.

    Attributes
    ----------
    confidence : bool
        Always off: nothing is scored.
    found_in : str
        Id of the exercise where they were marked.
    bins : tuple of Bin
        Where they are put.
    """

    kind: Literal["sources"]
    confidence: Literal[False] = False
    found_in: Slug
    bins: tuple[Bin, ...] = Field(min_length=2, max_length=9)


class SourcesAnswer(Answer):
    """The cards as they were when they were sorted, and the bin of each, by its name."""

    cards: tuple[Found, ...] = Field(default=(), max_length=MOST_CARDS)
    placed: dict[Name, Name] = Field(default={}, max_length=MOST_CARDS)


def page(item: SourcesItem, lesson: Lesson) -> dict[str, Any]:  # noqa: ARG001 (all kinds take the lesson)
    """Give the bins; the cards come with what was marked."""
    return {"bins": [{"id": place.id, "title": place.title} for place in item.bins]}


def reveal(item: SourcesItem, lesson: Lesson) -> dict[str, Any]:  # noqa: ARG001 (all kinds take the same)
    """Give nothing: of a text that nobody has seen there is no answer of ours."""
    return {}


def problems(item: SourcesItem, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all kinds take the lesson)
    """Say which bins stand twice."""
    names = [place.id for place in item.bins]
    twice = sorted({name for name in names if names.count(name) > 1})
    return [f"The bin “{name}” of “{item.id}” stands twice. Give one of them another id." for name in twice]


def secrets(item: SourcesItem, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all kinds take the same)
    """Give nothing: there is no key."""
    return []


def effort(item: SourcesItem, lesson: Lesson) -> Effort:  # noqa: ARG001 (all kinds take the same)
    """Count as many cards as a usual part has sources."""
    return Effort(read=15 * USUAL, further=USUAL)
