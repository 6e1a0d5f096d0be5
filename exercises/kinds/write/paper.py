"""The key of *write* for the teacher: what the form is checked for, and a sample text with a reason for each level."""

from __future__ import annotations

from exercises.kinds.printed import KeyLine, KeyPart
from exercises.kinds.write.item import FormCheck, WriteItem, samples_of
from exercises.lesson.load import Lesson
from exercises.words import words


def key(item: WriteItem, lesson: Lesson) -> tuple[KeyPart, ...]:  # noqa: ARG001 (all kinds take the lesson)
    """Give the checks of form, then the samples from the lowest level to the highest."""
    said, steps = words("paper")["key"], words("rubric")["steps"]
    samples = (
        KeyLine(f"{sample['level']}  {sample['text']}", steps[sample["level"]], (sample["why"],))
        for sample in samples_of(item)
    )
    parts = KeyPart(said["checks"], tuple(map(_check, item.checks))), KeyPart(said["samples"], tuple(samples))
    return tuple(part for part in parts if part.lines)


def _check(check: FormCheck) -> KeyLine:
    said = words("paper")["key"]
    looked_for = [said["uses"].format(words=", ".join(check.uses))] if check.uses else []
    looked_for += [said["avoids"].format(words=", ".join(check.avoids))] if check.avoids else []
    done = said["done"].format(why=check.why), said["not_done"].format(why=check.otherwise)
    return KeyLine(check.asks, "", (*looked_for, *done))
