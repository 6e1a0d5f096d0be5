"""The bench at which drafts are mended: each with its fields, and edits that change the lines of one entry alone."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Any

from exercises.files.editing import NotEditedError, with_value, without_entry, without_field
from exercises.files.source import read_source, without_hidden
from exercises.lesson.folder import without_newer
from exercises.lesson.models.base import still_open
from exercises.notebook.benched import YES_OR_NO, Draft, drafts_of
from exercises.notebook.drafts import MARK


class Meanwhile(Exception):  # noqa: N818 - no error: somebody else was faster
    """A file that was changed since the page showed it; nothing of it is overwritten."""


class StillOpenError(ValueError):
    """A draft that cannot be accepted yet; ``fields`` names what is still to be filled in."""

    def __init__(self, fields: list[str]) -> None:
        super().__init__()
        self.fields = fields


class Bench:
    """The files of a lesson while somebody mends its drafts.

    Parameters
    ----------
    folder : Path
        The lesson.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._done: list[tuple[Path, str, str]] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a change of this bench to take back."""
        return bool(self._done)

    def files(self) -> dict[str, str]:
        """Give the text of each YAML file that can be read, by its name."""
        sources = ((file.name, read_source(file).text) for file in without_newer(self.folder.glob("*.yaml")))
        return {name: text for name, text in sources if text is not None}

    def drafts(self, files: Mapping[str, str]) -> list[Draft]:
        """Give all drafts of some files, in their order."""
        return [draft for name, text in files.items() for draft in drafts_of(name, text)]

    def change(self, place: str, stamp: str, do: str, given: Mapping[str, str]) -> bool:
        """Accept, change or drop a draft; say whether anything of the file is another now.

        Parameters
        ----------
        place : str
            The draft's place.
        stamp : str
            What the page saw of the file.
        do : str
            ``accept``, ``change`` or ``drop``; what is accepted is changed first.
        given : mapping of str to str
            What stands in the fields of the page, by their names.

        Raises
        ------
        Meanwhile
            If the file is another one by now, or there is no such draft in it.
        StillOpenError
            If it is to be accepted, and something is not filled in.
        NotEditedError
            If the edit would change more than this entry.
        OSError
            If the file cannot be written.
        """
        name = place.partition("/")[0]
        file = self.folder / name
        before = _raw(file) if name in self.files() else ""
        text = before.removeprefix("\ufeff")
        all_found = [one for one in drafts_of(name, text) if one.place == place]
        if not all_found or stamp_of(text) != stamp:
            raise Meanwhile
        if len(all_found) > 1:
            raise NotEditedError
        found = all_found[0]
        new = without_entry(text, found.where) if do == "drop" and found.can_drop else _changed(text, found, given)
        if do == "accept":
            now = next(one for one in drafts_of(name, new) if one.place == place)
            if left := [field.name for field in now.fields if not field.is_list and field.value in ("", still_open())]:
                raise StillOpenError(left)
            new = without_field(new, found.where, MARK)
        if new == text:
            return False
        self._write(file, before, before[: len(before) - len(text)] + new)
        self._done.append((file, before, _raw(file)))
        return True

    def undo(self) -> str:
        """Take the last change back, and give the name of its file; `Meanwhile` if that was changed since."""
        file, before, after = self._done[-1]
        if _raw(file) != after:
            self._done.pop()
            raise Meanwhile
        self._write(file, after, before)
        self._done.pop()
        return file.name

    def _write(self, file: Path, seen: str, new: str) -> None:
        """Put a new text in the place of one that was seen; half of it never stands there."""
        there = file.resolve()
        beside = there.with_name(f".{there.name}.{token_hex(8)}.new")
        try:
            with beside.open("x", encoding="utf-8", newline="") as stream:
                stream.write(new)
            with suppress(OSError):
                beside.chmod(there.stat().st_mode & 0o777)
            if _raw(there) != seen:
                raise Meanwhile
            os.replace(beside, there)  # noqa: PTH105 - says what it does: whatever has that name gives way
        finally:
            beside.unlink(missing_ok=True)


def stamp_of(text: str) -> str:
    """Name a text, so that a page can say which one it has seen."""
    return hashlib.sha256(text.replace("\r\n", "\n").encode()).hexdigest()[:20]


def _raw(file: Path) -> str:
    """Read a file with its line ends as they are; empty if it cannot be read."""
    try:
        with file.open(encoding="utf-8", newline="") as stream:
            return stream.read()
    except (OSError, UnicodeDecodeError):
        return ""


def _changed(text: str, draft: Draft, given: Mapping[str, str]) -> str:
    """Put what was typed into the fields that differ from it."""
    for field in draft.fields:
        typed = given.get(field.name)
        if typed is None or (typed := without_hidden(typed.replace("\r\n", "\n")).strip()) == field.value.strip():
            continue
        if field.is_list:
            value: Any = [line.strip() for line in typed.split("\n") if line.strip()]
        elif field.choices == YES_OR_NO:
            value = {"true": True, "false": False}.get(typed)
        else:
            value = " ".join(typed.split()) or None
        text = with_value(text, field.where, value)
    return text
