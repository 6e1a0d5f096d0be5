"""What span scoring compares and what comes out: targets of the key, parts, extra marks, and their sum."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from exercises.lesson.text import Span

Words = frozenset[Span]
Group = Mapping[str, Words]
PartOutcome = Literal["right", "accepted", "part", "wrong-label", "other-group", "missed"]
ExtraKind = Literal["elsewhere", "not-asked", "nothing"]

NOTHING: Words = frozenset()
RIGHT_FROM = Fraction(3, 4)


@dataclass(frozen=True, slots=True)
class Target:
    """What the key holds for one group of marks.

    Attributes
    ----------
    id : str
        Id of the key's entry.
    readings : mapping of str to tuple of Words
        For each label asked for: our words first, then every accepted alternative.
    room : Words
        All words of the sentence it stands in.
    """

    id: str
    readings: Mapping[str, tuple[Words, ...]]
    room: Words

    def held(self, label: str) -> Words:
        """Give all words that some reading puts under this label."""
        return NOTHING.union(*self.readings.get(label, ()))


@dataclass(frozen=True, slots=True)
class Part:
    """How one asked part came out.

    Attributes
    ----------
    target, label : str
        Which part it is.
    outcome : str
        ``other-group`` means: right words and label, but tied to another group.
    credit : Fraction
        Between 0 and 1.
    reading : Words
        The reading of the key that the student's words come closest to (ours if none).
    missing, too_many : Words
        Words of that reading that are not marked; marked words beside it.
    label_used : str
        For ``wrong-label``: what the student called these words.
    """

    target: str
    label: str
    outcome: PartOutcome
    credit: Fraction
    reading: Words
    missing: Words = NOTHING
    too_many: Words = NOTHING
    label_used: str = ""

    @property
    def nearly(self) -> bool:
        """Whether it is found, though not word for word."""
        return self.outcome == "part" and self.credit >= RIGHT_FROM


@dataclass(frozen=True, slots=True)
class Extra:
    """A mark of the student's that belongs to no asked part.

    Attributes
    ----------
    label : str
        What the student called it.
    words : Words
        One run of neighbouring words.
    kind : str
        ``elsewhere`` (the words belong to an asked part with another label or in another group, and that is
        found or overlapped already), ``not-asked`` (the key holds them, but they were not asked for) or ``nothing``.
    meant : str
        For ``elsewhere``: the label that these words have in the key.
    """

    label: str
    words: Words
    kind: ExtraKind
    meant: str = ""


@dataclass(frozen=True, slots=True)
class Marking:
    """The outcome of all marks of one answer.

    Attributes
    ----------
    parts : tuple of Part
        In the order of the targets and their labels.
    extras : tuple of Extra
        In the order of the text.
    points, out_of : Fraction
        Credit earned (extras deducted, never below 0) and possible.
    """

    parts: tuple[Part, ...]
    extras: tuple[Extra, ...]
    points: Fraction
    out_of: Fraction
