"""What was typed on the page of drafts and stands in no file yet: kept until it is saved, whichever button is used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from exercises.notebook.entry_fields import Entry, Field

MARK = "f|"
NEW = "new|"
"""Before the number of a sentence and a part: the words that are picked there, and what is to be made of them."""
PARTS = ("words", "kind")


class Unsaved:
    """The words of one person at one page, by draft and field."""

    def __init__(self) -> None:
        self._typed: dict[tuple[str, str], str] = {}
        self._picked: dict[str, dict[str, str]] = {}

    def note(self, entries: Iterable[Entry], given: Mapping[str, str]) -> None:
        """Keep what differs from the files, and let go of what does not any more.

        Parameters
        ----------
        entries : iterable of Entry
            The entries as they stand in the files now.
        given : mapping of str to str
            What stands in the fields of the page.
        """
        for entry in entries:
            for field in entry.fields:
                typed = given.get(name_of(entry, field))
                if typed is None:
                    continue
                typed = typed.replace("\r\n", "\n")
                if typed.strip() == field.value.strip():
                    self._typed.pop((entry.place, field.name), None)
                else:
                    self._typed[entry.place, field.name] = typed

        for name, typed in given.items():
            number, _, part = name.removeprefix(NEW).partition("|")
            if name.startswith(NEW) and part in PARTS:
                self._picked.setdefault(number, {})[part] = typed.replace("\r\n", "\n").strip()

    def picked(self, number: int | str) -> dict[str, str]:
        """Give the words that were picked in a sentence and are no entry yet, with what they are."""
        found = self._picked.get(str(number), {})
        return found if found.get("words") else {}

    def put_away(self, number: str) -> None:
        """Let go of the words that were picked in a sentence, as they are an entry now."""
        self._picked.pop(number, None)

    def of(self, entry: Entry) -> dict[str, str]:
        """Give what was typed for a draft, by the names of its fields."""
        return {name: typed for (place, name), typed in self._typed.items() if place == entry.place}

    def put_back(self, place: str, typed: Mapping[str, str]) -> None:
        """Take back what was typed for an entry, as its file is again as it was before."""
        for name, words in typed.items():
            self._typed.setdefault((place, name), words)

    def forget(self, place: str) -> None:
        """Let go of what was typed for a draft, as it is saved now."""
        self._typed = {at: typed for at, typed in self._typed.items() if at[0] != place}


def name_of(entry: Entry, field: Field) -> str:
    """Give the name that a field has on the page."""
    return f"{MARK}{entry.place}|{field.name}"
