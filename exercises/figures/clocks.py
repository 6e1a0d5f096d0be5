"""What the slider over two claims needs: their dated verdicts, and the days of the sources."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from exercises.lesson.load import Lesson
from exercises.lesson.models.lesson import Claim
from exercises.words import words


def two_clocks_by_day(lesson: Lesson) -> dict[str, Any]:
    """Give the two claims with their verdicts, from the day before the first to the day of the last.

    Parameters
    ----------
    lesson : Lesson
        The lesson; its background names the claims.

    Returns
    -------
    dict
        ``first`` and ``last`` day, the ``days`` on which a verdict is new, the days of all ``sources``, the ``claims``.
    """
    claims = [lesson.claims[name] for name in lesson.background.two_clocks]
    days = sorted({verdict.as_of for claim in claims for verdict in claim.so})
    return {
        "first": (date.fromisoformat(days[0]) - timedelta(days=1)).isoformat(),
        "last": days[-1],
        "days": days,
        "sources": sorted(source.day for source in lesson.sources.values() if source.day),
        "claims": [_claim(lesson, claim) for claim in claims],
    }


def _claim(lesson: Lesson, claim: Claim) -> dict[str, Any]:
    names = words("charts")["verdicts"]
    about = [s.day for s in lesson.sources.values() if s.day and claim.id in (*s.supports, *s.contradicts, *s.context)]
    verdicts = [{"day": one.as_of, "verdict": names[one.verdict], "reason": one.reason} for one in claim.so]
    place = f"{claim.id}, {claim.sentence}" if claim.sentence else claim.id
    return {"place": place, "words": claim.words, "by": claim.said.by, "sources": sorted(about), "verdicts": verdicts}
