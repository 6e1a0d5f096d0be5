"""A room as it is open: all that its pages share."""

from __future__ import annotations

from dataclasses import dataclass, field

from exercises.answers.batch import BatchStore
from exercises.room.assets import Assets
from exercises.room.library import Library
from exercises.room.register import Register
from exercises.room.tries import Tries
from exercises.room.writer import Writer


@dataclass(frozen=True, slots=True)
class Opened:
    """What every request can reach.

    Attributes
    ----------
    hosts : frozenset of str
        Names and ports under which browsers may ask.
    store : Store
        The file of the class.
    register : Register
        Its cards and devices.
    library, assets : Library, Assets
        What is shown, and the files that pages load.
    writer : Writer
        Does what pages ask for.
    tries, keys : Tries
        Wrong cards, and wrong keys of the teacher's page.
    """

    hosts: frozenset[str]
    store: BatchStore
    register: Register
    library: Library
    assets: Assets
    writer: Writer
    tries: Tries = field(default_factory=Tries)
    keys: Tries = field(default_factory=Tries)
