"""The exercises of a lesson that were read: by id, by notebook, and what is said where there is none of a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from exercises.files.fault import InWords
from exercises.files.problems import did_you_mean
from exercises.kinds.base import Item


class UnknownExercise(InWords, KeyError):  # noqa: N818 (the name says what it is; every KeyError is an error)
    """No exercise has the name that was asked for; the message suggests the nearest."""

    said = "There is no exercise “{name}”. {cure}"

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name = name
        self.cure = did_you_mean(name, known)
        super().__init__(name)

    def __str__(self) -> str:
        # A plain KeyError would show its message in quotation marks.
        return self.said.format(name=self.name, cure=self.cure)


class UnknownNotebook(UnknownExercise):
    """No notebook of the lesson has the name that was asked for; the message suggests the nearest."""

    said = "There is no notebook “{name}” in this lesson. {cure}"


class Exercises(Mapping[str, Item]):
    """The exercises of a lesson by id, in the order of the notebooks and their files; the forms come last.

    Parameters
    ----------
    notebooks : mapping of str to sequence of Item
        The exercises of each notebook, in its order.
    forms : sequence of Item
        The forms, which belong to no notebook.
    """

    def __init__(self, notebooks: Mapping[str, Sequence[Item]], forms: Sequence[Item] = ()) -> None:
        self._notebooks = {name: tuple(items) for name, items in notebooks.items()}
        self._items = {item.id: item for items in (*self._notebooks.values(), forms) for item in items}

    def __getitem__(self, id: str) -> Item:  # noqa: A002 (the field's name)
        return self._items[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def of(self, notebook: str) -> tuple[Item, ...]:
        """Give the exercises of one notebook; UnknownNotebook, which suggests the nearest, if there is none."""
        if notebook not in self._notebooks:
            raise UnknownNotebook(notebook, self._notebooks)
        return self._notebooks[notebook]


def find_item(items: Mapping[str, Item], id: str) -> Item:  # noqa: A002 (the field's name)
    """Give the exercise with this id; UnknownExercise, which suggests the nearest, if there is none."""
    if id not in items:
        raise UnknownExercise(id, items)
    return items[id]
