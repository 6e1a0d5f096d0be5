"""What is counted of *choose*: the question; where several may be chosen, each option by itself."""

from __future__ import annotations

from exercises.kinds.choose.item import ChooseAnswer, ChooseItem, Option
from exercises.kinds.tallied import Choice, Given, Part, Tallied, Worth
from exercises.lesson.load import Lesson
from exercises.words import words

ALL = "question"
YES, NO = "yes", "no"
_LEFT: dict[Worth, Worth] = {"right": "wrong", "accepted": "accepted", "wrong": "right"}


def parts(item: ChooseItem, lesson: Lesson) -> tuple[Part, ...]:  # noqa: ARG001 (all kinds take the lesson)
    """Give the parts."""
    if item.several:
        return tuple(Part(option.id, option.text, _yes_or_no(option), taken=True) for option in item.options)
    choices = tuple(Choice(option.id, option.text, _worth(option), option.why) for option in item.options)
    return (Part(ALL, item.prompt, choices),)


def given(item: ChooseItem, answer: ChooseAnswer, lesson: Lesson) -> Given:  # noqa: ARG001 (as above)
    """Give what was chosen."""
    chosen = [option.id for option in item.options if option.id in answer.chosen]
    if item.several:
        return {option.id: (YES if option.id in chosen else NO,) for option in item.options}
    return {ALL: (chosen[0],)} if chosen else {}


def _worth(option: Option) -> Worth:
    return "right" if option.right else "accepted" if option.accepted else "wrong"


def _yes_or_no(option: Option) -> tuple[Choice, ...]:
    said, worth = words("tallied"), _worth(option)
    return (Choice(YES, said["chosen"], worth, option.why), Choice(NO, said["not_chosen"], _LEFT[worth], option.why))


TALLIED = Tallied(parts, given)
