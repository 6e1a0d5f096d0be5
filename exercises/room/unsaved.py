"""What was typed on the page of drafts and is in no file yet: kept until it is saved or let go, whatever the file does.

A page sends with each field what stood in it when the page was made. Only what differs from that was typed: a page that
is older than the file, or than another window, says nothing of the fields that nobody touched there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from secrets import token_hex

from exercises.notebook.entry_fields import Entry, Field

MARK = "f|"
NEW = "new|"
"""Before the number of a sentence and a part: the words that are picked there, and what is to be made of them."""
PARTS = ("words", "kind")
MADE_OF = "o|"
"""Before the name of a field: what stood in it when the page was made, and in the file if that was something else."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Words that were typed into a field.

    Attributes
    ----------
    words : str
        The words.
    over : str
        The name of what stood in the file, as the person saw it.
    """

    words: str
    over: str


@dataclass(frozen=True, slots=True)
class Left:
    """Words for which there is no field on the page just now: where they were typed, and what to call them."""

    field: str
    words: str

    @property
    def name(self) -> str:
        """What a page calls these words when it lets them go."""
        return named(self.words)

    @property
    def label(self) -> str:
        """Where they were typed, such as ``key.yaml: A02a, why.cue``, or ``S4`` of words that were picked there."""
        place, _, last = self.field.removeprefix(MARK).removeprefix(NEW).rpartition("|")
        file, _, entry = place.partition("/")
        return f"{file}: {entry.rpartition('/')[2]}, {last}" if entry else f"S{place}"


class Unsaved:
    """The words of one person at one page, by the names of their fields; the last ones that were typed come first."""

    def __init__(self) -> None:
        self.run = token_hex(8)
        """Stands on each page: one that was made before the command was started anew has words that we do not."""
        self._typed: dict[str, list[Typed]] = {}

    def note(self, entries: Iterable[Entry], given: Mapping[str, str]) -> None:
        """Keep what was typed, and let go of what stands in the files now.

        Parameters
        ----------
        entries : iterable of Entry
            The entries as they stand in the files now; of those that cannot be read, what was typed is kept as well.
        given : mapping of str to str
            What stands in the fields of the page, with what stood in them when it was made.
        """
        is_ours = given.get("run") == self.run
        for field, words in given.items():
            if field.startswith((MARK, NEW)):
                self._note(field, _even(words), given.get(f"{MADE_OF}{field}", ""), is_ours=is_ours)
            if field.startswith(NEW):
                self.let_go(field, named(""))
        for entry in entries:
            for one in entry.fields:
                self.let_go(name_of(entry, one), named(one.value))

    def _note(self, field: str, words: str, made_of: str, *, is_ours: bool) -> None:
        before, _, over = made_of.partition(" ")
        if named(words) == before and (is_ours or not over):
            return
        # What was typed in another window, and did not stand in this one, stays beside it.
        others = [one for one in self._typed.get(field, []) if named(one.words) not in (before, named(words))]
        self._typed[field] = [Typed(words, over or before), *others]

    def of(self, entry: Entry) -> dict[str, list[Typed]]:
        """Give what was typed for an entry, by the names of its fields."""
        found = ((one.name, self.at(name_of(entry, one))) for one in entry.fields)
        return {name: typed for name, typed in found if typed}

    def at(self, field: str) -> list[Typed]:
        """Give what was typed in a field, by its name on the page."""
        return self._typed.get(field, [])

    def left(self, shown: Iterable[str]) -> Iterator[Left]:
        """Give the words for which there is no field among those that are shown."""
        for field in sorted(self._typed.keys() - set(shown)):
            if not field.startswith(NEW) or field.endswith(f"|{PARTS[0]}"):
                yield from (Left(field, one.words) for one in self._typed[field] if one.words.strip())

    def put_back(self, entries: Iterable[Entry], place: str, typed: Mapping[str, str]) -> None:
        """Take back what was typed for an entry, as its file is again as it was before."""
        now = {name_of(entry, one): named(one.value) for entry in entries for one in entry.fields}
        for name, words in typed.items():
            field = f"{MARK}{place}|{name}"
            if all(named(one.words) != named(words) for one in self.at(field)):
                self._typed.setdefault(field, []).append(Typed(words, now.get(field, "")))

    def forget(self, place: str, typed: Mapping[str, str]) -> None:
        """Let go of words that were typed for an entry, as they are saved now; by the names of its fields."""
        for name, words in typed.items():
            self.let_go(f"{MARK}{place}|{name}", named(words))

    def put_away(self, number: str, given: Mapping[str, str]) -> None:
        """Let go of the words that were picked in a sentence, as they are an entry now."""
        for field in (f"{NEW}{number}|{part}" for part in PARTS):
            self.let_go(field, named(given.get(field, "")))

    def let_go(self, field: str, name: str) -> None:
        """Let go of certain words of a field, and of no others that were typed there."""
        if left := [one for one in self.at(field) if named(one.words) != name]:
            self._typed[field] = left
        else:
            self._typed.pop(field, None)


def name_of(entry: Entry, field: Field) -> str:
    """Give the name that a field has on the page."""
    return f"{MARK}{entry.place}|{field.name}"


def made_of(value: str, typed: list[Typed]) -> str:
    """Say what stands in a field when its page is made: the value of the file, or what was typed and over what."""
    return f"{named(typed[0].words)} {named(value)}" if typed else named(value)


def named(words: str) -> str:
    """Give words a short name, by which they are known again; blanks around them are no words."""
    return hashlib.sha256(_even(words).strip().encode()).hexdigest()[:16]


def typed_in(entry: Entry, given: Mapping[str, str]) -> dict[str, str]:
    """Give what stands in the fields of a page for an entry, where it is not what stands in the file."""
    found = ((field, given.get(name_of(entry, field))) for field in entry.fields)
    return {one.name: _even(words) for one, words in found if words is not None and named(words) != named(one.value)}


def _even(words: str) -> str:
    """Let lines end alike: browsers send each end as that of Windows."""
    return words.replace("\r\n", "\n").replace("\r", "\n")
