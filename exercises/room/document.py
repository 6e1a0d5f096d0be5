"""A notebook as a page: its prose as HTML, and a place for each face, in the order of the prose."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from exercises.lesson.load import Lesson
from exercises.lesson.models.lesson import NotebookEntry
from exercises.notebook.boxes import article_told, instead_of
from exercises.notebook.cells import ArticlePlace, Box, Cell, FormPlace, Passage, Prose
from exercises.notebook.places import Place, place_of
from exercises.room.templates import fill
from exercises.words import words

NOTEBOOK = ".ipynb"
Addresses = Mapping[str, str]
"""Addresses of pages by the path of the notebook, as ``bridge/one.ipynb``."""


@dataclass(frozen=True, slots=True)
class Document:
    """A page that is the same for every student.

    Attributes
    ----------
    lesson : Lesson
        The lesson.
    entry : NotebookEntry
        The notebook.
    html : str
        The whole page; ``<div data-face="3">`` is where the fourth face is drawn.
    places : tuple of Place
        The faces in order; the first is the bar.
    """

    lesson: Lesson
    entry: NotebookEntry
    html: str
    places: tuple[Place, ...] = field(repr=False)


def document_of(lesson: Lesson, entry: NotebookEntry, prose: Prose, addresses: Addresses, head: Markup) -> Document:
    """Make the page of a notebook, in the language that is spoken now.

    Parameters
    ----------
    lesson : Lesson
        The lesson it belongs to.
    entry : NotebookEntry
        Its line in ``lesson.yaml``.
    prose : Prose
        What stands in it.
    addresses : mapping of str to str
        Where the pages of all notebooks are, so that links between them lead there.
    head : Markup
        What the page loads: style and modules.
    """
    writer = _Writer(lesson, entry, addresses)
    form = next((cell.place for cell in prose.cells if isinstance(cell, FormPlace)), None)
    bar = writer.put(Place("bar", (form,)))
    body = [writer.part(cell) for cell in prose.cells]
    html = fill(
        "notebook.html",
        head=head,
        lesson=lesson,
        front=prose.front,
        note=" ".join(lesson.info.content_note.split()) if lesson.info.content_note else "",
        instead=writer.instead(),
        bar=bar,
        body=Markup("\n").join(body),
        course=words("course_words"),
    )
    return Document(lesson, entry, str(html), tuple(writer.places))


class _Writer:
    """Writes the parts of one page, and notes which faces stand in it."""

    def __init__(self, lesson: Lesson, entry: NotebookEntry, addresses: Addresses) -> None:
        self._lesson, self._entry, self.places = lesson, entry, list[Place]()
        # No HTML of a lesson passes through: what looks like it is shown as it was written.
        self._parser = MarkdownIt("commonmark", {"html": False}).enable("table")
        self._folder, self._addresses = str(PurePosixPath(entry.to).parent), addresses

    def put(self, place: Place) -> Markup:
        """Make room for a face."""
        self.places.append(place)
        return Markup('<div class="room-face" data-face="{}"></div>').format(len(self.places) - 1)

    def part(self, cell: Cell) -> Markup:
        """Write one cell of the prose; nothing of what is for the teacher."""
        match cell:
            case Passage(text=text):
                return self.markdown(text)
            case Box(kind="pause"):
                return fill("pause.html", title=words("notebook")["pause"], text=self.markdown(cell.text))
            case Box():
                return fill("box.html", box=cell, title=words("notebook")[cell.kind], text=self.markdown(cell.text))
            case ArticlePlace(terms=terms):
                return self._article(terms)
            case _:
                place = place_of(cell)
                return self.put(place) if place else Markup()

    def instead(self) -> Markup:
        """Write where the other lesson of equal worth is, or whom to ask for it if it is not served."""
        other = self._lesson.info.instead
        if other and not any(page.startswith(f"/{other}/") for page in self._addresses.values()):
            return self.markdown(words("room")["instead"]["ask"])
        return self.markdown(instead_of(self._lesson, self._entry))

    def markdown(self, text: str) -> Markup:
        """Write Markdown as HTML; links to notebooks lead to their pages, and none to one that is not served."""
        tokens = self._parser.parse(text)
        for token in tokens:
            if token.children:
                token.children = list(self._led(token.children))
        return Markup(self._parser.renderer.render(tokens, self._parser.options, {}))  # noqa: S704 (the parser escapes)

    def _led(self, tokens: Iterable[Token]) -> Iterator[Token]:
        shut = False
        for token in tokens:
            if token.type == "link_open":
                href = str(token.attrGet("href") or "")
                page = self._addresses.get(posixpath.normpath(posixpath.join(self._folder, href)))
                shut = page is None and href.endswith(NOTEBOOK)
                token.attrSet("href", page or href)
            if not (shut and token.type in ("link_open", "link_close")):
                yield token
            elif token.type == "link_close":
                yield Token("text", "", 0, content=f" {words('room')['instead']['shut']}")

    def _article(self, terms: tuple[str, ...]) -> Markup:
        return fill("article.html", told=article_told(self._lesson, terms))
