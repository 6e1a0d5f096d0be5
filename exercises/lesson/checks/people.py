"""Numbers of people who were killed, or who fight somewhere, wait behind a word of warning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from exercises.files.lines import Lines, Where
from exercises.files.problems import Problem
from exercises.lesson.folder import LessonFiles
from exercises.lesson.models.lesson import Claim
from exercises.words import words
from exercises.words.phrases import matching, one_of

_NUMBER = r"(?!(?:19|20)\d\d\b)\d+(?:,\d{3})*"  # no year
SHOWN_OF_A_SOURCE = ("title", "title_plain", "says", "note")
"""What students see of a source that is not marked, on the desk or in a result."""
CURE = "Let it wait behind a word of warning (“grave: true”), or take the number out of these words."


def people_problems(files: LessonFiles) -> Iterator[Problem]:
    """Find claims and sources that count people and are not marked as grave.

    Parameters
    ----------
    files : LessonFiles
        The files of a sound lesson.
    """
    counted = files.info.wording.counted if files.info else ()
    for number, source in enumerate(files.sources.sources if files.sources else ()):
        for part in () if source.grave or source.teacher_only else SHOWN_OF_A_SOURCE:
            text = getattr(source, part) or ""
            yield from _told(source.id, text, counted, files.lines["sources"], ("sources", number, part))
    for number, claim in enumerate(files.claims.claims if files.claims else ()):
        for field, text in () if claim.grave else _answers(claim):
            yield from _told(claim.id, text, counted, files.lines["claims"], ("claims", number, *field))


def counts_people(text: str, counted: Iterable[str] = (), no_people: Iterable[str] = ()) -> str:
    """Give the first words of a text that count people killed, or people of a kind that the lesson names.

    Parameters
    ----------
    text : str
        What is read without opening anything.
    counted : iterable of str
        Whom the lesson counts: ``wording.counted`` of ``lesson.yaml``.
    no_people : iterable of str
        What may be dead in a number, such as flowers: ``wording.no_people``.

    Returns
    -------
    str
        The words with the number; empty if there are none.
    """
    said = words("rules")
    months = one_of(words("dates")["months"])
    many = rf"(?<![\w,.])(?:{_NUMBER}|{one_of(said['numbers'])})"
    between = rf"(?:\s+(?!{months}\b)[\w’'-]+){{0,3}}?"
    dead, named = one_of(said["killed"]), one_of(counted)
    patterns = (
        rf"{many}{between}\s+(?:{named}|{dead})(?![\w-])",
        rf"\b(?:{dead}\b[^\d.;]{{0,20}}(?<![^\W\d_])|{named}\s+of\s+(?:{one_of(said['about'])}\s+)?){_NUMBER}(?!\d|\s+{months})",
        rf"\b{one_of(said['counting'])}\s+{one_of(said['about'])}\s+{_NUMBER}(?!,?\d|%|[\w-])(?!\s+(?:{months}|km|%|per))",
    )
    things = matching(no_people)
    sought = patterns[: None if counted else 2]
    found = (each for pattern in sought for each in re.finditer(pattern, text, re.IGNORECASE))
    return next((" ".join(match[0].split()) for match in found if not things.search(match[0])), "")


def _answers(claim: Claim) -> Iterator[tuple[Where, str]]:
    """Give all that is told of a claim, with its place."""
    yield ("quote" if claim.quote else "statement",), claim.words
    yield ("said", "reason"), claim.said.reason
    yield ("said", "also_accept_why"), claim.said.also_accept_why or ""
    for number, verdict in enumerate(claim.so):
        yield ("so", number, "reason"), verdict.reason
    yield ("also_accept_why",), claim.also_accept_why or ""
    yield ("note",), claim.note or ""


def _told(name: str, text: str, counted: tuple[str, ...], lines: Lines, where: Where) -> Iterator[Problem]:
    if found := counts_people(text, counted):
        yield lines.problem(f"{name} counts people (“{found}”) and is not marked", CURE, *where)
