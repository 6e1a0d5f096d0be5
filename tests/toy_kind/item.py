"""The exercise *toy*, its answer, and both in words."""

from typing import Literal

from exercises.kinds.base import Answer, Item
from exercises.kinds.printed import KeyLine, KeyPart


class ToyItem(Item):
    """A question that a number answers, and why it is this one."""

    kind: Literal["toy"]
    prompt: str
    number: int
    why: str


class ToyAnswer(Answer):
    """The student's guess."""

    guess: int | None = None


def page(item, lesson):
    return {"prompt": item.prompt}


def reveal(item, lesson):
    return {"guess": item.number}


def problems(item, lesson):
    return [] if item.number > 0 else ["The number is not above 0. Write another one."]


def secrets(item, lesson):
    return [item.why]


def tell(item, answer, lesson):
    return [] if answer.guess is None else [f"Guessed: {answer.guess}"]


def key(item, lesson):
    return (KeyPart("", (KeyLine(item.prompt, str(item.number), (item.why,)),)),)
