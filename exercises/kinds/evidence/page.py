"""What the page of *evidence* may know: bounds, and the setting of links. The sentences come with the text."""

from __future__ import annotations

from typing import Any

from exercises.kinds.bring.effort import USUAL
from exercises.kinds.effort import Effort
from exercises.kinds.evidence.item import LONGEST, MOST_LOGGED, EvidenceItem
from exercises.lesson.load import Lesson

SOURCES = 3
"""Sources that a student finds for a claim in the time of a period."""
OPENING = 60
"""Words that are read of a source to see what it shows."""
TYPED = 20
"""Words that are typed of a source: who is behind it, where it stands, and what it shows."""
CHOSEN = 5
"""What is chosen of a source: its two days, what it shows, how near it is, whether it is a copy."""
ANSWERS = 5
"""The claim, both answers with their day, and how sure one is of them."""
OWN_REASON = 25
"""Words in which a student says what decides, and what would change it."""


def page(item: EvidenceItem, lesson: Lesson) -> dict[str, Any]:  # noqa: ARG001 (all kinds take the item)
    """Give how much a log may hold, and the teacher's setting of links."""
    return {"most": MOST_LOGGED, "longest": LONGEST, "links": lesson.info.links}


def reveal(item: EvidenceItem, lesson: Lesson) -> dict[str, Any]:  # noqa: ARG001 (all kinds take the same)
    """Give nothing: of a text that nobody has seen there is no answer of ours."""
    return {}


def problems(item: EvidenceItem, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all kinds take the same)
    """Say nothing: what it stands on is looked at where the text is brought."""
    return []


def secrets(item: EvidenceItem, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all kinds take the same)
    """Give nothing: there is no key."""
    return []


def effort(item: EvidenceItem, lesson: Lesson) -> Effort:  # noqa: ARG001 (all kinds take the same)
    """Count a usual part read once more, and a few sources opened, logged and weighed."""
    return Effort(
        read=USUAL + SOURCES * OPENING,
        further=SOURCES * CHOSEN + ANSWERS,
        write=SOURCES * TYPED + OWN_REASON,
    )
