"""Checks what lesson.yaml says of the whole lesson: its sides, its language, and whether it is invented."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.files.lines import Lines, Where
from exercises.files.problems import Problem, did_you_mean
from exercises.lesson.checks.entries import Entries, double_ids
from exercises.lesson.folder import LessonFiles
from exercises.lesson.models.base import still_open
from exercises.lesson.models.lesson import LessonFile, SourcesFile
from exercises.words import languages

NO_SIDE = ("article", "neutral")
"""What a claim may be told by that is no side: the article itself, and other voices."""


def about_problems(files: LessonFiles) -> Iterator[Problem]:
    """Find unknown sides and languages, a missing other lesson, and sources that belie what is invented.

    Parameters
    ----------
    files : LessonFiles
        The lesson's files; without a sound lesson.yaml nothing can be said.
    """
    if files.info is None:
        return
    names = tuple(side.id for side in files.info.sides)
    yield from double_ids([Entries(files.lines["lesson"], ("sides",), names)])
    yield from _sides(files, (*NO_SIDE, *names, *files.dropped["lesson"]))
    yield from _language(files, files.info)
    yield from _other_lessons(files, files.info)
    yield from _left_open(files.info, files.lines["lesson"])
    if files.info.invented and files.info.article.address:
        what = "The lesson is invented, and its article has an address"
        yield files.lines["lesson"].problem(what, "Take “address:” out.", "article", "address")
    if files.sources:
        yield from _source_forms(files.info, files.lines["lesson"], files.sources)
        yield from _provenance(files.sources, files.lines["sources"], invented=files.info.invented)


def _left_open(info: LessonFile, lines: Lines) -> Iterator[Problem]:
    """See that nothing is left open of what students read of the article, once a person says to have looked."""
    told: list[tuple[Where, str | None]] = [(("content_note",), info.content_note)]
    told += [(("article", name), getattr(info.article, name)) for name in ("publisher", "date_basis", "use")]
    for where, said in () if info.article.draft else told:
        if said == still_open():
            yield lines.problem(f"“{where[-1]}” is still open", "Write it, or let “draft: true” stand.", *where)


def _language(files: LessonFiles, info: LessonFile) -> Iterator[Problem]:
    if info.language not in languages():
        what = f"There are no words for the language “{info.language}”"
        yield files.lines["lesson"].problem(what, f"Write one of {', '.join(languages())}.", "language")


def _sides(files: LessonFiles, known: tuple[str, ...]) -> Iterator[Problem]:
    """See that claims, people and later events are told by a side that there is."""
    told: list[tuple[str, Where, str]] = []
    if files.claims:
        told += [("claims", ("claims", number), one.side) for number, one in enumerate(files.claims.claims)]
    if files.background:
        later = files.background.since_then.entries if files.background.since_then else ()
        told += [("background", ("people", number), one.side) for number, one in enumerate(files.background.people)]
        told += [("background", ("since_then", "entries", number), one.side) for number, one in enumerate(later)]
    for name, here, side in told:
        if side not in known:
            cure = f"{did_you_mean(side, known)} Sides are named in lesson.yaml under “sides:”."
            yield files.lines[name].problem(f"There is no side “{side}”", cure, *here, "side")


def _other_lessons(files: LessonFiles, info: LessonFile) -> Iterator[Problem]:
    others = {file.parent.name for file in files.folder.parent.glob("*/lesson.yaml")} - {files.folder.name}
    for field, name, use in (
        ("instead", info.instead, "to take instead"),
        ("borrows_from", info.borrows_from, "to borrow from"),
    ):
        if name and name not in others:
            what = f"There is no other lesson “{name}” {use}"
            yield files.lines["lesson"].problem(what, did_you_mean(name, others), field)


def _source_forms(info: LessonFile, lines: Lines, file: SourcesFile) -> Iterator[Problem]:
    types = {source.type for source in file.sources}
    for name in info.source_forms:
        if name not in types:
            what = f"There is no source of the type “{name}”"
            yield lines.problem(what, did_you_mean(name, types), "source_forms", name)


def _provenance(file: SourcesFile, lines: Lines, *, invented: bool) -> Iterator[Problem]:
    """See that a source of an invented lesson says so and has no address, and that any other one has its address."""
    for number, source in enumerate(file.sources):
        here: Where = ("sources", number)
        if invented and source.label is None:
            yield lines.problem(f"{source.id} does not say that it is invented", "Give it a “label:”.", *here)
        if invented and source.url is not None:
            what = f"{source.id} is invented and has an address"
            yield lines.problem(what, "Take “url:” out: what is there belongs to somebody else.", *here, "url")
        if not invented and source.label is not None:
            what = f"{source.id} has a label, but the lesson is not invented"
            yield lines.problem(what, "Take “label:” out, or write “invented: true” in lesson.yaml.", *here, "label")
        for field in ("url", "consulted"):
            if not invented and getattr(source, field) is None:
                cure = "Add it. Only a lesson with “invented: true” in lesson.yaml goes without."
                yield lines.problem(f"“{field}” of {source.id} is missing", cure, *here)
