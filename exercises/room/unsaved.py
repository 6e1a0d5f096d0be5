"""What was typed on the page of drafts and stands in no file yet: kept until it is saved, whichever button is used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from exercises.notebook.benched import Draft, Field

MARK = "f|"


class Unsaved:
    """The words of one person at one page, by draft and field."""

    def __init__(self) -> None:
        self._typed: dict[tuple[str, str], str] = {}

    def note(self, drafts: Iterable[Draft], given: Mapping[str, str]) -> None:
        """Keep what differs from the files, and let go of what does not any more.

        Parameters
        ----------
        drafts : iterable of Draft
            The drafts as they stand in the files now.
        given : mapping of str to str
            What stands in the fields of the page.
        """
        for draft in drafts:
            for field in draft.fields:
                typed = given.get(name_of(draft, field))
                if typed is None:
                    continue
                typed = typed.replace("\r\n", "\n")
                if typed.strip() == field.value.strip():
                    self._typed.pop((draft.place, field.name), None)
                else:
                    self._typed[draft.place, field.name] = typed

    def of(self, draft: Draft) -> dict[str, str]:
        """Give what was typed for a draft, by the names of its fields."""
        return {name: typed for (place, name), typed in self._typed.items() if place == draft.place}

    def forget(self, place: str) -> None:
        """Let go of what was typed for a draft, as it is saved now."""
        self._typed = {at: typed for at, typed in self._typed.items() if at[0] != place}


def name_of(draft: Draft, field: Field) -> str:
    """Give the name that a field has on the page."""
    return f"{MARK}{draft.place}|{field.name}"
