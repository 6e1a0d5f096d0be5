"""The key of *write* for the teacher: rows to tick, samples with reasons, and the words that a machine looks for."""

from __future__ import annotations

from exercises.kinds.printed import KeyLine, KeyPart
from exercises.kinds.write.item import FormCheck, WriteItem, samples_of, samples_row
from exercises.lesson.load import Lesson
from exercises.words import words


def key(item: WriteItem, lesson: Lesson) -> tuple[KeyPart, ...]:  # noqa: ARG001 (all kinds take the lesson)
    """Give the rows to tick, the samples from the lowest level to the highest, then what a machine asks.

    The machine gives no points, so the level that stands beside the student's own is the teacher's.
    """
    said, steps = words("paper")["key"], words("rubric")["steps"]
    row = samples_row(item)
    form = words("write")["sample_row" if row else "sample"]
    samples = (
        KeyLine(
            sample["text"], form.format(level=sample["level"], step=steps[sample["level"]], row=row), (sample["why"],)
        )
        for sample in samples_of(item)
    )
    rows = (
        KeyLine(f"{row} {words('rubric')['names'][row]}", said["boxes"] if marked else words("paper")["no_mark"])
        for row, marked in rated(item).items()
    )
    parts = (
        KeyPart(said["tick"], tuple(rows)),
        KeyPart(said["samples"], tuple(samples)),
        KeyPart(said["checks"], tuple(map(_check, item.checks))),
    )
    return tuple(part for part in parts if part.lines)


def rated(item: WriteItem) -> dict[str, bool]:
    """Give the rows on which a text is rated, and whether the teacher ticks a level there."""
    return {row: row not in item.unmarked for row in item.rated_rows}


def _check(check: FormCheck) -> KeyLine:
    said = words("paper")["key"]
    looked_for = said["looks_for"].format(words=", ".join(check.sought).replace("*", "…"))
    asked = said["found"].format(why=check.found), said["absent"].format(why=check.absent)
    return KeyLine(check.asks, "", (looked_for, *asked))
