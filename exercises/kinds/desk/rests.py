"""What a desk rests on besides its own file: its claims, the sources that lie there, and where those have it from."""

from __future__ import annotations

from typing import Any

from exercises.kinds.desk.item import DeskItem
from exercises.kinds.desk.reading import for_students, sources_of
from exercises.lesson.checks.origins import path_of
from exercises.lesson.load import Lesson


def rests_on(item: DeskItem, lesson: Lesson) -> list[Any]:
    """Give the claims, sources and origins, and the sides of the lesson."""
    claims = [lesson.claims[placed.claim] for placed in item.claims]
    names = {name for placed in item.claims for name in sources_of(lesson.claims[placed.claim], placed.sources, lesson)}
    names |= {name for claim in claims for verdict in claim.so for name in verdict.evidence}
    names |= set(for_students(lesson)) if item.search else set()
    names |= {passed for name in names for claim in claims if (passed := lesson.sources[name].via_for(claim.id))}
    sources = [lesson.sources[name] for name in sorted(names)]
    first = {source.origin_for(claim.id) for source in sources for claim in claims}
    origins = sorted({step for name in first for step in path_of(name, lesson.origins)})
    return [claims, sources, [lesson.origins[name] for name in origins], lesson.info.sides]
