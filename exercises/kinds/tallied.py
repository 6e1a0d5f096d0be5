"""What is counted of a class: the parts of an exercise that are answered by themselves, and the choices there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from exercises.lesson.load import Lesson

Worth = Literal["right", "accepted", "part", "wrong", "open"]
Given = Mapping[str, tuple[str, ...]]
"""What was chosen, by part: one choice, or several where words carry several labels; none: it was left alone."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that may be chosen for a part.

    Attributes
    ----------
    id, text : str
        Its name, and its words for people.
    worth : str
        How it comes out; ``open`` where nobody judges.
    why : str
        The reason, where there is one for this choice.
    """

    id: str
    text: str
    worth: Worth
    why: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an exercise.

    Attributes
    ----------
    id, text : str
        Its name, and its words for people.
    choices : tuple of Choice
        What may be chosen, in the order of the page.
    sentence : int
        Number of the sentence in which it stands; 0 if that means nothing.
    taken : bool
        Whether it is one of several that could be taken or left, so that the choices say just that.
    grave : bool
        Whether its words wait behind a word of warning: where all look on they are not told.
    """

    id: str
    text: str
    choices: tuple[Choice, ...]
    sentence: int = 0
    taken: bool = False
    grave: bool = False


@dataclass(frozen=True, slots=True)
class Tallied:
    """How the answers to one kind are counted.

    Attributes
    ----------
    parts : callable
        ``parts(item, lesson)``: the parts, in order.
    given : callable
        ``given(item, answer, lesson)``: what was chosen in an answer that was committed; parts that were not reached
        are left out. What the exercise does not know is left out, too.
    in_text : bool
        Whether the parts are the words of a text, which are read beside each other.
    """

    parts: Callable[[Any, Lesson], tuple[Part, ...]]
    given: Callable[[Any, Any, Lesson], Given]
    in_text: bool = False
