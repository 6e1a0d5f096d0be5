"""What the page of ``whosays edit`` shows: the article with its marks, drafts and accepted ones, and one file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from exercises.files.problems import Problem
from exercises.lesson.folder import LessonFiles
from exercises.lesson.key import Key, Locator
from exercises.lesson.text import Span, Text
from exercises.notebook.check import check_folder
from exercises.notebook.entry_fields import Entry
from exercises.notebook.faults import within
from exercises.notebook.mending import Mending, stamp_of
from exercises.notebook.new_entry import LETTERS
from exercises.room.unsaved import NEW, PARTS, Unsaved, made_of, name_of, named

LAYERS = ("attributions", "voice", "certainty", "not_certainty")
FIRST = ("key.yaml", "claims.yaml")
MOST_PROBLEMS = 8
ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words in a sentence, with the names of the parts that they are in."""

    text: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file, its number, and whether it belongs to a draft."""

    number: int
    text: str
    is_draft: bool


def page_of(mending: Mending, wanted: str) -> dict[str, Any]:
    """Give all that the page shows.

    Parameters
    ----------
    mending : Mending
        The lesson that is mended.
    wanted : str
        Name of the file to show; the first one with drafts if there is none of that name.
    """
    there = mending.files()
    files = {
        name: there[name]
        for name in sorted(there, key=lambda one: (FIRST.index(one) if one in FIRST else len(FIRST), one))
    }
    entries = mending.entries(files)
    names = [name for name in files if any(one.file == name for one in entries)] or sorted(files)[:1]
    shown = wanted if wanted in files else next(iter(names), "")
    problems = check_folder(mending.folder)
    read = LessonFiles(mending.folder)
    drafts = [one for one in entries if one.is_draft]
    return {
        "name": mending.folder.name,
        "entries": entries,
        "sentences": list(_sentences(read, entries)),
        "elsewhere": [one for one in entries if not _in_article(one, read.article)],
        "kinds": tuple(LETTERS),
        "count": len(drafts),
        "names": names,
        "shown": shown,
        "lines": list(_lines(files.get(shown, ""), [one for one in drafts if one.file == shown])),
        "stamps": {name: stamp_of(text) for name, text in files.items()},
        "problems": [short(problem) for problem in problems[:MOST_PROBLEMS]],
        "problem_count": len(problems),
        "wrong": {one.place: [short(problem) for problem in within(problems, one.file, one.lines)] for one in entries},
        "can_undo": mending.can_undo,
    }


def kept_of(unsaved: Unsaved, shown: Mapping[str, Any]) -> dict[str, Any]:
    """Give what the page shows of what was typed and is in no file, and how it names fields and words."""
    fields = {name_of(entry, field) for entry in shown["entries"] for field in entry.fields}
    picks = {f"{NEW}{sentence['number']}|{PARTS[0]}" for sentence in shown["sentences"]}
    kept = {"typed": unsaved.of, "at": unsaved.at, "left": list(unsaved.left(fields | picks)), "run": unsaved.run}
    return kept | {"name_of": name_of, "made_of": made_of, "named": named}


def near_to(entries: Iterable[Entry], place: str) -> str:
    """Give the part of the page where an entry stands; empty if there is no such entry."""
    found = next((one for one in entries if one.place == place), None)
    return f"s-{found.sentence or 'elsewhere'}" if found else ""


def short(problem: Problem) -> str:
    """Say a problem with the name of its file alone: the page is about one folder."""
    return str(Problem(problem.file.relative_to(problem.file.parent), problem.line, problem.what, problem.cure))


def _in_article(entry: Entry, article: Text) -> bool:
    return entry.sentence is not None and 1 <= entry.sentence <= len(article.sentences)


def _sentences(files: LessonFiles, entries: Iterable[Entry]) -> Iterator[dict[str, Any]]:
    """Give each sentence in pieces, with its entries."""
    key = Key()
    if files.key and files.article.sentences:
        key = Locator(files.article, files.lines["key"]).locate(files.key)
    marks: dict[int, list[tuple[Span, str]]] = {}
    for layer in LAYERS:
        for entry in getattr(key, layer):
            state = () if entry.entry.draft else (ACCEPTED,)
            spans = ((span, part) for part, found in entry.parts.items() for span in found)
            for span, part in spans:
                marks.setdefault(entry.sentence, []).extend((span, name) for name in (f"{layer}-{part}", *state))
    for one in files.article.sentences:
        found = marks.get(one.number, [])
        here = [entry for entry in entries if entry.sentence == one.number]
        yield {"number": one.number, "pieces": list(_pieces(files.article, one.span, found)), "entries": here}


def _pieces(text: Text, whole: Span, marks: list[tuple[Span, str]]) -> Iterator[Piece]:
    """Cut a sentence wherever a mark begins or ends."""
    edges = sorted({whole.start, whole.end, *(at for span, _ in marks for at in (span.start, span.end))})
    for start, end in pairwise(edges):
        parts = dict.fromkeys(part for span, part in marks if span.start <= start and end <= span.end)
        yield Piece(text.quote(Span(start, end)), tuple(parts))


def _lines(text: str, drafts: Iterable[Entry]) -> Iterator[Line]:
    marked = {number for draft in drafts for number in range(draft.lines[0], draft.lines[1] + 1)}
    for number, line in enumerate(text.split("\n"), start=1):
        yield Line(number, line, number in marked)
