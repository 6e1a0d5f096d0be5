"""The exercise *choose* as it is written, the student's answer, and what the page sees of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from exercises.kinds.base import Answer, Item, Slug, Strict
from exercises.kinds.writing import idle_hints, plain, repeated, says_nothing
from exercises.lesson.load import Lesson

Name = Annotated[str, Field(min_length=1, max_length=60)]


class Option(Strict):
    """One option.

    Attributes
    ----------
    id, text : str
        Its name, and what the student reads.
    right : bool
        Whether we would choose it.
    accepted : bool
        Whether careful readers defend it too.
    why : str
        The reason: what the words show, why it tempts, what to look for next time.
    """

    id: Slug
    text: str = Field(min_length=1, max_length=600)
    right: bool = False
    accepted: bool = False
    why: str = Field(min_length=1, max_length=1500)


class ChooseItem(Item):
    """An exercise in which the student chooses.

    Attributes
    ----------
    prompt : str
        The question.
    quote : str
        Words shown above it; may be empty.
    options : tuple of Option
        In the order of the paper; each student's screen has an order of its own.
    several : bool
        Whether more than one may be chosen.
    in_order : bool
        Whether the order of the options means something (more and more, or the order of a text): then every screen
        keeps it.
    """

    kind: Literal["choose"]
    prompt: str = Field(min_length=1, max_length=600)
    quote: str = Field(default="", max_length=2000)
    options: tuple[Option, ...] = Field(min_length=2, max_length=12)
    several: bool = False
    in_order: bool = False


class ChooseAnswer(Answer):
    """Ids of the options that the student has chosen."""

    chosen: tuple[Name, ...] = Field(default=(), max_length=12)


def page(item: ChooseItem, lesson: Lesson) -> dict[str, Any]:  # noqa: ARG001 (all kinds take the lesson)
    """Give what the page may know: the question and the words of the options."""
    return {
        "prompt": item.prompt,
        "quote": item.quote,
        "several": item.several,
        "options": [{"id": option.id, "text": option.text} for option in item.options],
    }


def orderless(item: ChooseItem) -> tuple[str, ...]:
    """Name what of the page has no order of its own."""
    return () if item.in_order else ("options",)


def reveal(item: ChooseItem, lesson: Lesson) -> dict[str, Any]:  # noqa: ARG001 (all kinds take the lesson)
    """Give our own choice in the shape of the student's answer."""
    return {"chosen": [option.id for option in item.options if option.right]}


def problems(item: ChooseItem, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all kinds take the lesson)
    """Say what does not fit in the exercise, each as a sentence with its cure; empty if all is well."""
    return [*_options(item), *_reasons(item)]


def _options(item: ChooseItem) -> Iterator[str]:
    right = [option.id for option in item.options if option.right]
    if not right:
        yield "No option is right. Write “right: true” for one of them."
    if len(right) > 1 and not item.several:
        cure = "Write “accepted: true” for all but one, or “several: true” for the exercise."
        yield f"Only one option can be chosen, but {len(right)} are right ({', '.join(right)}). {cure}"
    for name in repeated(option.id for option in item.options):
        yield f"The option “{name}” stands twice. Give one of them another id."
    for text in repeated(option.text for option in item.options):
        yield f"Two options read “{text}”. Change one of them or take it out."
    for option in item.options:
        if option.right and option.accepted:
            yield f"The option “{option.id}” is both right and accepted. Keep one of the two."


def _reasons(item: ChooseItem) -> Iterator[str]:
    for option in item.options:
        if says_nothing(option.why):
            cure = "Write what the words show and what to look for next time."
            yield f"The reason for the option “{option.id}” explains nothing. {cure}"
    wrong = [option for option in item.options if not option.right and not option.accepted]
    for reason in repeated(" ".join(option.why.lower().split()) for option in wrong):
        names = " and ".join(f"“{option.id}”" for option in wrong if " ".join(option.why.lower().split()) == reason)
        yield f"The wrong options {names} share one reason. Say for each why it tempts and why it does not fit."
    yield from idle_hints(item.hints)
    yield from _told_by_hints(item)


def _told_by_hints(item: ChooseItem) -> Iterator[str]:
    """Name the hints that hold the words of a right option and of no other one."""
    for hint in item.hints:
        told = [option for option in item.options if f" {plain(option.text)} " in f" {plain(hint)} "]
        if told and all(option.right for option in told):
            yield f"The hint “{hint}” holds the right option “{told[0].text}”. Say where to look."
