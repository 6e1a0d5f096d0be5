"""Loads a lesson folder and checks that its files fit together; all problems come at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from exercises.files.lines import Lines, Where
from exercises.files.problems import LessonError, Problem
from exercises.laying import PACKED
from exercises.lesson.checks import entries as checks
from exercises.lesson.checks.about import about_problems
from exercises.lesson.checks.map import map_problems
from exercises.lesson.checks.origins import origin_problems
from exercises.lesson.checks.plain import plain_problems
from exercises.lesson.checks.traces import trace_problems
from exercises.lesson.checks.verbs import verb_problems
from exercises.lesson.folder import ARTICLE, LessonFiles
from exercises.lesson.forms import Forms, forms_of
from exercises.lesson.key import Key, Locator
from exercises.lesson.models.lesson import BackgroundFile, Claim, LessonFile, MapFile, Marks, Origin, Source
from exercises.lesson.text import Text

__all__ = ["ARTICLE", "Lesson", "find_lessons", "load_lesson"]


@dataclass(frozen=True)
class Lesson:
    """One lesson, read and checked.

    Attributes
    ----------
    id : str
        Its name.
    folder : Path
        Where its files lie.
    info : LessonFile
        Title, notebooks and the article's particulars.
    forms : Forms
        Where its two forms stand, and which one comes first.
    article : Text
        The article.
    texts : dict of str to Text
        ``article`` and the practice texts, by id.
    labels : dict of str to str
        What tells the student where the words of a practice text come from, by id; empty for the article.
    key : dict of str to Key
        The marks of each text, by its id.
    claims : dict of str to Claim
        The claims, by id.
    sources : dict of str to Source
        The outside sources, by id.
    origins : dict of str to Origin
        Where their information comes from, by id.
    background : BackgroundFile
        Traces, figures, places, people, words, and what became known later.
    plain : dict of str to str
        The article in plain words, by the name of each sentence; empty if the lesson has no such file.
    map : MapFile
        The map of places and rivers; empty if the lesson has none.
    editions : dict
        By exercise the item and its edition, as soon as somebody has asked for it.
    """

    id: str
    folder: Path
    info: LessonFile
    forms: Forms
    article: Text
    texts: dict[str, Text]
    labels: dict[str, str]
    key: dict[str, Key]
    claims: dict[str, Claim]
    sources: dict[str, Source]
    origins: dict[str, Origin]
    background: BackgroundFile
    plain: dict[str, str] = field(default_factory=dict)
    map: MapFile = field(default_factory=MapFile)
    editions: dict[str, tuple[Any, str]] = field(default_factory=dict, compare=False, repr=False)


def find_lessons(start: Path | None = None) -> Path:
    """Find the folder of all lessons: upwards from a folder, else beside this package, else inside of it.

    Parameters
    ----------
    start : Path, optional
        Where to begin; the working folder by default.

    Returns
    -------
    Path
        A folder ``lessons`` that holds at least one lesson.

    Raises
    ------
    LessonError
        If there is none.
    """
    begin = (start or Path.cwd()).resolve()
    for folder in (begin, *begin.parents, PACKED.parents[1], PACKED):
        if any((folder / "lessons").glob("*/lesson.yaml")):
            return folder / "lessons"
    cure = "Open the notebook inside the folder of the course, where “lessons” lies."
    raise LessonError([Problem(begin, None, "There are no lessons here or in a folder above", cure)])


def load_lesson(folder: Path) -> Lesson:
    """Read all files of a lesson.

    Parameters
    ----------
    folder : Path
        The lesson's folder, such as ``lessons/bridge``.

    Returns
    -------
    Lesson
        The lesson; its files fit together.

    Raises
    ------
    LessonError
        With every problem of every file.
    """
    files = LessonFiles(folder)
    texts, labels = _texts(files)
    key, unfound = _keys(files, texts)
    problems = [*files.problems, *unfound, *_cross_checks(files)]
    if problems or not (
        files.info and files.claims and files.sources and files.background and files.plain and files.map
    ):
        raise LessonError(problems)
    return Lesson(
        id=files.info.id,
        folder=folder,
        info=files.info,
        forms=forms_of(folder, files.info),
        article=files.article,
        texts=texts,
        labels=labels,
        key=key,
        claims={claim.id: claim for claim in files.claims.claims},
        sources={source.id: source for source in files.sources.sources},
        origins={origin.id: origin for origin in files.sources.origins},
        background=files.background,
        plain=files.plain.sentences,
        map=files.map,
    )


def _texts(files: LessonFiles) -> tuple[dict[str, Text], dict[str, str]]:
    texts, labels = {ARTICLE: files.article}, {ARTICLE: ""}
    for text in files.practice.texts if files.practice else ():
        # A break inside a sentence would count as the end of it, and the article's id is taken.
        texts.setdefault(text.id, Text.from_lines(text.id, [" ".join(line.split()) for line in text.sentences]))
        labels.setdefault(text.id, text.label)
    return texts, labels


def _marked(files: LessonFiles) -> Iterator[tuple[str, Marks, Lines, Where]]:
    """Give the marks of each text, with the file and place where they stand."""
    if files.key and files.article.sentences:
        yield ARTICLE, files.key, files.lines["key"], ()
    for number, text in enumerate(files.practice.texts if files.practice else ()):
        yield text.id, text, files.lines["practice"], ("texts", number)


def _keys(files: LessonFiles, texts: dict[str, Text]) -> tuple[dict[str, Key], list[Problem]]:
    keys: dict[str, Key] = {}
    problems: list[Problem] = []
    for name, marks, lines, where in _marked(files):
        locator = Locator(texts[name], lines, *where)
        keys[name] = locator.locate(marks)
        problems.extend(locator.problems)
    return keys, problems


def _cross_checks(files: LessonFiles) -> Iterator[Problem]:
    claims = {claim.id for claim in files.claims.claims} | files.dropped["claims"] if files.claims else None
    sources: dict[str, Source | None] | None = None
    if files.sources:
        sources = dict.fromkeys(files.dropped["sources"]) | {source.id: source for source in files.sources.sources}
    marked = list(_marked(files))
    yield from checks.double_ids(
        entries for _, marks, lines, where in marked for entries in checks.mark_lists(marks, lines, *where)
    )
    for _, marks, lines, where in marked:
        unread = files.dropped["key"] | files.dropped["practice"]
        yield from checks.attribution_references(marks, lines, claims, unread, *where)
    if files.practice:
        texts = tuple(text.id for text in files.practice.texts)
        article = checks.Entries(files.lines["lesson"], ("article",), (ARTICLE,))
        yield from checks.double_ids([article, checks.Entries(files.lines["practice"], ("texts",), texts)])
    if files.claims:
        yield from checks.claim_problems(files.claims, files.lines["claims"], sources, files.article)
    if files.sources:
        yield from checks.source_problems(files.sources, files.lines["sources"], claims)
        yield from origin_problems(files.sources, files.lines["sources"], files.dropped["sources"])
    if files.background:
        yield from checks.background_problems(files.background, files.lines["background"], claims, sources)
        yield from trace_problems(files.background, files.lines["background"], files.article, sources)
        language = files.info.language if files.info else ""
        yield from verb_problems(files.background, files.lines["background"], files.article, language)
    if files.plain:
        yield from plain_problems(files.plain, files.lines["plain"], files.article)
    if files.map and not any(problem.file.name == "map.yaml" for problem in files.problems):
        # Entries that cannot be read are missed by the others: their names are those of places, no ids.
        yield from map_problems(files.map, files.lines["map"], files.article, files.background)
    if files.info:
        notebooks = tuple(entry.name for entry in files.info.notebooks)
        yield from checks.double_ids([checks.Entries(files.lines["lesson"], ("notebooks",), notebooks)])
        yield from about_problems(files)
