"""All that a room shows, read before anybody comes in: lessons, exercises, and the page of each notebook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from pathlib import Path

from exercises.answers.batch import BatchStore
from exercises.answers.code import make_code
from exercises.answers.store import Store
from exercises.exchange.face import Face
from exercises.exchange.guest import Guest
from exercises.figures.figure import Figure
from exercises.kinds.exercises import Exercises
from exercises.kinds.items import load_items
from exercises.lesson.load import Lesson
from exercises.notebook.places import place_of
from exercises.notebook.prose import Prose, read_prose
from exercises.notebook.ready import RestsOnDrafts, ready_of
from exercises.page.view import View
from exercises.room.assets import Assets
from exercises.room.document import Document, document_of
from exercises.visit import Visit
from exercises.words import speaking

HOST = "room"


@dataclass(frozen=True, slots=True)
class Shelf:
    """One lesson with its exercises and the pages of its notebooks by name."""

    lesson: Lesson
    items: Exercises
    documents: dict[str, Document]


class Library:
    """The lessons of a room, all side by side.

    Parameters
    ----------
    folders : iterable of Path
        The lessons.
    assets : Assets
        What their pages load.
    store : BatchStore
        Where the answers of the class are kept.
    drafts : bool
        Whether notebooks are served, too, that rest on drafts.

    Attributes
    ----------
    refused : tuple of str
        Sentences on those that are not served.

    Raises
    ------
    LessonError
        If a lesson cannot be read; names every problem.
    """

    def __init__(self, folders: Iterable[Path], assets: Assets, store: BatchStore, *, drafts: bool = False) -> None:
        self._store = store
        # How often each student's answers were changed here: a page that asks whether something is new is told by that.
        self._changes: Counter[str] = Counter()
        found = [ready_of(folder, drafts=drafts) for folder in folders]
        self.refused = tuple(filter(None, (said for one in found for said in (one.refusal(), one.left_out()))))
        read = in_order(one.lesson for one in found if one.lesson.info.notebooks)
        if not read:
            raise RestsOnDrafts(" ".join(self.refused))
        self._addresses = {
            entry.to: address(lesson.id, entry.name) for lesson in read for entry in lesson.info.notebooks
        }
        self.language = read[0].info.language
        self.shelves = {lesson.id: self._shelf(lesson, assets) for lesson in read}
        self._faces: dict[tuple[str, str], list[Face]] = {}

    def document(self, lesson: str, notebook: str) -> Document | None:
        """Give the page of a notebook; None if there is none of that name."""
        shelf = self.shelves.get(lesson)
        return shelf.documents.get(notebook) if shelf else None

    def beside(self, page: str) -> list[str]:
        """Give the pages of the notebook at an address in all lessons that have one of its name."""
        names = {address(lesson, name): name for lesson, shelf in self.shelves.items() for name in shelf.documents}
        return [one for one, name in names.items() if name == names.get(page)]

    def visit(self, document: Document, code: str) -> Visit:
        """Open a notebook for one student."""
        shelf, store, counts = self.shelves[document.lesson.id], self._store, self._changes

        def count() -> None:
            counts[code] += 1

        def wrote() -> None:
            count()
            store.if_undone(count)

        guest = Guest(code, HOST, lambda: (counts[code], store.file, store.cleared), wrote)
        return Visit(document.lesson, shelf.items, store, document.entry.name, guest=guest)

    def faces(self, document: Document) -> list[Face]:
        """Give the faces of a page: the same for all students, as a face holds none of them."""
        at = (document.lesson.id, document.entry.name)
        if at not in self._faces:
            visit = self.visit(document, "")
            self._faces[at] = [place.face(visit) for place in document.places]
        return self._faces[at]

    def warm(self) -> None:
        """Draw each page once, so that who comes first waits no longer than the others."""
        for document in self._documents():
            self.visit(document, make_code()).draw(*self.faces(document))

    def draw_figures(self) -> None:
        """Make what figures show, so that no student waits for it; one that cannot be made says so when it is asked."""
        figures = [face for one in self._documents() for face in self.faces(one) if isinstance(face, Figure)]
        with self.speaking():
            for figure in figures:
                with suppress(Exception):
                    figure.content()

    def _documents(self) -> list[Document]:
        return [document for shelf in self.shelves.values() for document in shelf.documents.values()]

    def speaking(self) -> AbstractContextManager[None]:
        """Speak the language of the lessons, in the words of a room."""
        return speaking(self.language, HOST)

    def _shelf(self, lesson: Lesson, assets: Assets) -> Shelf:
        items, documents = load_items(lesson), {}
        with speaking(lesson.info.language, HOST):
            for entry in lesson.info.notebooks:
                prose = read_prose(lesson.folder / f"{entry.name}.md")
                head = assets.head(_views(lesson, items, entry.name, prose, self._store))
                documents[entry.name] = document_of(lesson, entry, prose, self._addresses, head)
        return Shelf(lesson, items, documents)


def in_order(lessons: Iterable[Lesson]) -> list[Lesson]:
    """Put the lesson first that names another one to take instead: it is that of the class."""
    return sorted(lessons, key=lambda lesson: not lesson.info.instead)


def address(lesson: str, notebook: str) -> str:
    """Give the address of the page of a notebook."""
    return f"/{lesson}/{notebook}"


def lesson_of(page: str) -> str:
    """Give the lesson of such an address."""
    return page.split("/")[1]


def _views(lesson: Lesson, items: Exercises, notebook: str, prose: Prose, store: Store) -> list[View]:
    """Give the views that draw what stands in a notebook."""
    visit = Visit(lesson, items, store, notebook)
    places = (place_of(cell) for cell in prose.cells)
    return [visit.bar().view, *(place.face(visit).view for place in places if place)]
