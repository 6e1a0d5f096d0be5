"""What an exercise *write* asks of a student."""

from __future__ import annotations

from exercises.kinds.effort import HALF, Effort, count, first_dose
from exercises.kinds.write.item import WriteItem, levels_of
from exercises.lesson.load import Lesson

OWN_REASON = 10
"""Words in which a student says why the text has its level."""


def effort(item: WriteItem, lesson: Lesson) -> Effort:  # noqa: ARG001 (all kinds take the lesson)
    """Count the task, the samples with their reasons, a text of middle length, and a rating for each row."""
    rows = (level for row in item.rated_rows for level in levels_of(row))
    samples = sum(count(sample.text, sample.why) for sample in item.samples)
    # Each check leaves one note: what to ask of the words found, or that none was found.
    notes = HALF * sum(first_dose(one.found) + first_dose(one.absent) for one in item.checks)
    return Effort(
        read=count(item.prompt, item.quote, *(one.asks for one in item.checks if one.told), *rows),
        reasons=samples + notes,
        further=len(item.rated_rows),
        write=(item.length.least + item.length.most) // 2 + OWN_REASON,
    )
