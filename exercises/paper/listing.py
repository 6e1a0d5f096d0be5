"""The page that lists all paper: in groups by when it is needed, and for each notebook in one line."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from exercises.lesson.load import Lesson
from exercises.lesson.models.lesson import NotebookEntry
from exercises.paper.pages import fill
from exercises.paper.worksheet import MORE
from exercises.words import words

OF_A_NOTEBOOK = (
    "plan",
    "slides",
    "pictures",
    "worksheet",
    "more",
    "ticked",
    "test",
    "testkey",
    "search",
    "searchkey",
)
"""Kinds of paper of which each notebook has its own, in the order of an hour."""
GROUPS = {
    "before": ("guide", "letter", "marks", "before", "code_cards", "vote_cards", "rubric", "tally"),
    "article": ("article", "plain", "glossary", "source_cards", "envelopes"),
    "along": ("test_transfer", "test_sound", "test"),
    "after": ("feedback", "test_review"),
    "colleagues": ("adoption", "pilot", "marking", "marking_key"),
}
"""All other kinds, by when they are needed. A key stands behind its test; a test of no notebook, along the way."""
_TITLE = re.compile("<title>(.*?)</title>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Row:
    """One page in a group: the name of its file, its title, and what it is for."""

    file: str
    title: Markup
    about: str


@dataclass(frozen=True, slots=True)
class Sort:
    """What each notebook has of one kind: the word that links to it, how the file begins, and what it is for."""

    word: str
    begins: str
    about: str


def index(documents: Mapping[str, Markup], lesson: Lesson) -> Markup:
    """Write the page that lists all others, each once.

    Parameters
    ----------
    documents : dict of str to Markup
        All other pages by the names of their files.
    lesson : Lesson
        Their lesson.
    """
    said = words("paper")
    own = {entry.name: dict(_of(entry, documents)) for entry in lesson.info.notebooks}
    taken = {file for files in own.values() for file in files.values()}
    sorts = [kind for kind in OF_A_NOTEBOOK if any(kind in files for files in own.values())]
    return fill(
        "index.html",
        lesson=lesson.info,
        groups={name: list(_rows(kinds, documents, taken)) for name, kinds in GROUPS.items()},
        sorts=[Sort(said["index"]["words"][kind], _begins(kind), said["documents"][kind]) for kind in sorts],
        notebooks=[
            (entry.numbered, [(file, said["index"]["words"][kind]) for kind, file in own[entry.name].items()])
            for entry in lesson.info.notebooks
        ],
    )


def _of(entry: NotebookEntry, documents: Container[str]) -> Iterator[tuple[str, str]]:
    """Give the files of a notebook by their kind."""
    for kind in OF_A_NOTEBOOK:
        file = f"worksheet_{entry.name}{MORE}.html" if kind == "more" else f"{kind}_{entry.name}.html"
        if file in documents:
            yield kind, file


def _begins(kind: str) -> str:
    return f"worksheet_…{MORE}" if kind == "more" else f"{kind}_…"


def _rows(kinds: Sequence[str], documents: Mapping[str, Markup], taken: Container[str]) -> Iterator[Row]:
    said = words("paper")["documents"]
    found = {file: kind_of(file.removesuffix(".html"), said) for file in documents if file not in taken}
    for group in kinds:
        for file, kind in found.items():
            if kind.replace("testkey", "test") == group:
                yield Row(file, _title(documents[file]), said[kind])


def _title(page: Markup) -> Markup:
    found = _TITLE.search(page)
    return Markup(found[1].strip() if found else "")  # noqa: S704 (HTML already)


def kind_of(stem: str, kinds: Container[str]) -> str:
    """Give the longest beginning of a name that stands for a kind, such as test_review of test_review_1."""
    parts = stem.split("_")
    beginnings = ("_".join(parts[:end]) for end in range(len(parts), 0, -1))
    return next(beginning for beginning in beginnings if beginning in kinds)
