"""The key of *choose* for the teacher: every option in the order of the page, with its reason."""

from __future__ import annotations

from exercises.kinds.choose.item import ChooseItem, Option, page
from exercises.kinds.printed import KeyLine, KeyPart, letter
from exercises.lesson.load import Lesson
from exercises.words import words


def key(item: ChooseItem, lesson: Lesson) -> tuple[KeyPart, ...]:
    """Give every option with its letter, whether we would choose it, and why."""
    options = {option.id: option for option in item.options}
    shown = [options[option["id"]] for option in page(item, lesson)["options"]]
    lines = (_line(letter(index), option) for index, option in enumerate(shown))
    return (KeyPart("", tuple(lines)),)


def _line(sign: str, option: Option) -> KeyLine:
    said = words("paper")["key"]
    answer = said["ours"] if option.right else said["accepted"] if option.accepted else ""
    brief = sign if option.right else f"({sign})" if option.accepted else ""
    return KeyLine(f"{sign}  {option.text}", answer, (option.why,), brief)
