"""What a reader of one kind of file hands on: text as it stands in the file, not yet cleaned or numbered."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a file.

    Attributes
    ----------
    text : str
        Its text.
    title : str
        Its title, if it names one.
    notes : tuple of str
        Sentences on what was left out or joined.
    """

    text: str
    title: str = ""
    notes: tuple[str, ...] = ()
