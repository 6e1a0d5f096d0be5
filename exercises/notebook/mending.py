"""Mends the drafts of a lesson: edits that change the lines of one entry alone, and can be taken back."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from exercises.files.adding import with_entry, with_field
from exercises.files.editing import NotEditedError, Value, lines_of_all, with_value, without_entry, without_field
from exercises.files.source import LARGEST, has_old_ends, read_source, without_hidden
from exercises.lesson.folder import LessonFiles, without_newer
from exercises.lesson.models.base import still_open
from exercises.notebook.drafts import MARK
from exercises.notebook.entry_fields import YES_OR_NO, Entry, Field, entries_of
from exercises.notebook.faults import faults_of
from exercises.notebook.new_entry import KEY, LISTED, new_entry
from exercises.notebook.not_mended import FaultyError, Meanwhile, OldEndsError, StillOpenError, TooLongError
from exercises.notebook.readings import read_readings


@dataclass(frozen=True, slots=True)
class Done:
    """One change: the file before and after it, and what was typed for the entry, so that both come back."""

    file: Path
    before: str
    after: str
    place: str
    typed: Mapping[str, str]


class Mending:
    """The files of a lesson while somebody mends its drafts.

    Parameters
    ----------
    folder : Path
        The lesson.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._done: list[Done] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a change made here to take back."""
        return bool(self._done)

    def files(self) -> dict[str, str]:
        """Give the text of each YAML file that can be read, by its name."""
        sources = ((file.name, read_source(file).text) for file in without_newer(self.folder.glob("*.yaml")))
        return {name: text for name, text in sources if text is not None}

    def entries(self, files: Mapping[str, str]) -> list[Entry]:
        """Give all entries of some files that can be looked through, in their order."""
        return [entry for name, text in files.items() for entry in entries_of(name, text)]

    def change(self, place: str, stamp: str, do: str, given: Mapping[str, str], card: str = "") -> bool:
        """Accept, change or drop an entry; say whether anything of the file is another now.

        Parameters
        ----------
        place : str
            The entry's place.
        stamp : str
            What the page saw of the file.
        do : str
            ``accept``, ``change`` or ``drop``; what is accepted is changed first, and what was accepted stays fit.
        given : mapping of str to str
            What stands in the fields of the page, by their names.
        card : str
            Id of the card that is dropped; empty for the whole entry.

        Raises
        ------
        Meanwhile
            If the file is another one by now, or there is no such entry in it.
        StillOpenError, FaultyError, UnreadableError
            If it is, or is to be, accepted, and something is not filled in or the check would name it; or if what
            was typed for other readings cannot be read.
        NotEditedError
            If the edit would change more than this entry, or take out a remark (RemarkError); if the file would be
            too large to be read (TooLongError), or its lines end as on very old computers (OldEndsError).
        OSError
            If the file cannot be written.
        """
        name = place.partition("/")[0]
        before, text = self._seen(name, stamp)
        found = _only(name, text, place)
        new = _dropped(text, found, card) if do == "drop" else _changed(text, found, given)
        if do == "accept" or (do == "change" and not found.is_draft):
            self._see_fit(name, new, place)
            new = without_field(new, found.where, MARK) if found.is_draft else new
        return self._put(name, before, before[: len(before) - len(text)] + new, place, given)

    def add(self, layer: str, sentence: int, words: str, stamp: str) -> str:
        """Write a new draft into the key, made of words of a sentence, and give its id.

        Raises
        ------
        Meanwhile, NotEditedError, OSError
            As for a change.
        QuotationError
            If the words do not stand in that sentence, or stand there twice.
        """
        before, text = self._seen(KEY, stamp)
        entry = new_entry(layer, sentence, words, LessonFiles(self.folder))
        new = with_entry(text, LISTED.get(layer, layer), entry)
        self._put(KEY, before, before[: len(before) - len(text)] + new, "", {})
        return str(entry["id"])

    def undo(self) -> Done:
        """Take the last change back, and give it; `Meanwhile` if its file was changed since.

        A change that is refused stays the last one: it may be the only place that still has the words, and the file
        may come back to what it was.
        """
        done = self._done[-1]
        if _raw(done.file) != done.after:
            raise Meanwhile
        self._write(done.file, done.after, done.before)
        return self._done.pop()

    def _seen(self, name: str, stamp: str) -> tuple[str, str]:
        """Give a file as it is, and its text; `Meanwhile` if the page showed another one, or else OldEndsError."""
        before = _raw(self.folder / name) if name in self.files() else ""
        text = before.removeprefix("\ufeff")
        if has_old_ends(text):
            raise OldEndsError
        if stamp_of(text) != stamp:
            raise Meanwhile
        return before, text

    def _see_fit(self, name: str, text: str, place: str) -> None:
        """See that an entry can be accepted: nothing is open, and the check would find nothing in it."""
        now = _only(name, text, place)
        still = still_open()
        left = [one.name for one in now.fields if one.value == still or not (one.value or one.may_be_empty)]
        if left:
            raise StillOpenError(left)
        accepted = without_field(text, now.where, MARK) if now.is_draft else text
        lines = lines_of_all(accepted, [now.where])[now.where]
        if problems := faults_of(self.folder, name, accepted, lines):
            raise FaultyError(problems)

    def _put(self, name: str, before: str, new: str, place: str, typed: Mapping[str, str]) -> bool:
        """Write what differs from before, and remember it."""
        if new == before:
            return False
        if len(new.encode()) > LARGEST:
            raise TooLongError
        file = self.folder / name
        self._write(file, before, new)
        self._done.append(Done(file, before, _raw(file), place, dict(typed)))
        return True

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


def _only(name: str, text: str, place: str) -> Entry:
    """Give the one entry at a place; `Meanwhile` if there is none, and NotEditedError if there are two."""
    found = [one for one in entries_of(name, text) if one.place == place]
    if not found:
        raise Meanwhile
    if len(found) > 1:
        raise NotEditedError
    return found[0]


def _dropped(text: str, entry: Entry, card: str) -> str:
    if entry.cards.count(card) == 1 and len(entry.cards) > 1:
        return without_entry(text, (*entry.where, "cards", entry.cards.index(card)))
    if card or not entry.can_drop:
        raise NotEditedError
    return without_entry(text, entry.where)


def _changed(text: str, entry: Entry, given: Mapping[str, str]) -> str:
    """Put what was typed into the fields that differ from it."""
    for field in entry.fields:
        typed = given.get(field.name)
        if typed is None or (typed := without_hidden(typed.replace("\r\n", "\n")).strip()) == field.value.strip():
            continue
        value = _value(field, typed)
        if field.is_new:
            text = with_field(text, field.where[:-1], str(field.where[-1]), value)
        else:
            text = with_value(text, field.where, value)
    return text


def _value(field: Field, typed: str) -> Value:
    if field.form == "readings":
        return read_readings(typed)
    if field.form == "list":
        return [line.strip() for line in typed.split("\n") if line.strip()]
    if field.choices == YES_OR_NO:
        return {"true": True, "false": False}.get(typed)
    return " ".join(typed.split()) or None
