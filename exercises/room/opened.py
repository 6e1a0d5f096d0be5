"""A room as it is open: all that its pages share."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from exercises.answers.batch import BatchStore
from exercises.room.asking import Asks
from exercises.room.assets import Assets
from exercises.room.bucket import Bucket
from exercises.room.crowd import Crowd
from exercises.room.library import Library
from exercises.room.links import Links
from exercises.room.live import Live
from exercises.room.pace import KNOWN, Buckets, strangers
from exercises.room.presence import Presence, Why
from exercises.room.register import Register
from exercises.room.steering import Steering
from exercises.room.tries import Tries
from exercises.room.work_files import WorkFiles
from exercises.room.writer import Writer
from exercises.words import words

CHECKED = 2  # PINs that are checked at once
MANY = 10  # wrong PINs at one card: more than a student mistypes
MOST_DEVICES = 4  # that are in under one code: a phone, a Chromebook, one at home, and one that nobody signed out


@dataclass(frozen=True, slots=True)
class Opened:
    """What every request can reach.

    Attributes
    ----------
    hosts : frozenset of str
        Names and ports under which browsers may ask.
    store : BatchStore
        The file of the class.
    register : Register
        Its cards and devices.
    library, assets : Library, Assets
        What is shown, and the files that pages load.
    writer : Writer
        Does what pages ask for.
    files : WorkFiles
        Opens work files.
    live : Live
        The figures of the teacher's page.
    steering : Steering
        What the teacher has set.
    asks, links : Asks, Links
        Devices that wait for a nod, and personal links.
    address : str
        Where students find the way in, such as ``http://192.168.1.20:8765/``.
    presence : Presence
        Who is on which page.
    tries, keys : Tries
        Wrong cards, and wrong keys of the teacher's page.
    buckets : dict of str to Bucket
        The pace of each student who is in, by code: one for all their lines and requests, as these cost others the
        more, the more they are.
    strangers : Buckets
        The pace of everybody else, by address; and that of the teacher.
    guesses : Counter of str
        Wrong PINs by code since the room was opened, or since the card has a new one.
    codes : dict of str to str or None
        Code by device, of those that have asked for something since the room was opened; None for those that are out.
    checking : Semaphore
        Held while a PIN is checked, which is slow on purpose: few at once, so that processors are left for the class.
    crowd : Crowd
        The connections that are open.
    """

    hosts: frozenset[str]
    store: BatchStore
    register: Register
    library: Library
    assets: Assets
    writer: Writer
    files: WorkFiles
    live: Live
    steering: Steering
    asks: Asks
    links: Links
    address: str = ""
    presence: Presence = field(default_factory=Presence)
    tries: Tries = field(default_factory=Tries)
    keys: Tries = field(default_factory=Tries)
    buckets: defaultdict[str, Bucket] = field(default_factory=lambda: defaultdict(Bucket))
    strangers: Buckets = field(default_factory=strangers)
    guesses: Counter[str] = field(default_factory=Counter)
    codes: dict[str, str | None] = field(default_factory=dict)
    checking: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(CHECKED))
    crowd: Crowd = field(default_factory=Crowd)

    def code_that_pays(self, device: str) -> str | None:
        """Give the code under which a device is in; None if it is not. Looked up once, until it is signed out."""
        if device not in self.codes:
            found = self.register.code_of(device)  # before room is made: where it raises, nothing is forgotten
            while len(self.codes) >= KNOWN:
                del self.codes[next(iter(self.codes))]
            self.codes[device] = found
        return self.codes[device]

    def code_ever_of(self, device: str) -> str | None:
        """Give the code under which a device is in, or was; None if it never was."""
        return self.codes.get(device) or self.register.code_of(device, ever=True)

    def count_in(self) -> str:
        """Say how many students are in, and how many of them have a notebook open; `StoreTrouble` as of the file."""
        came, count = len(self.register.devices()), len(self.presence.codes())
        return str(words("room")["steer"]["count_in"]).format(came=came, count=count)

    def note_guess(self, code: str | None) -> None:
        """Count a wrong PIN, if there is such a card."""
        if code is not None and code in self.register.codes():
            self.guesses[code] += 1

    def guessed(self) -> dict[str, int]:
        """Give the cards at which many wrong PINs were typed since the room was opened, in tens."""
        return {code: count // MANY * MANY for code, count in sorted(self.guesses.items()) if count >= MANY}

    def too_many_with(self, device: str) -> list[str]:
        """Give the devices that have to go so that not too many are in under the code of one that has just come in.

        Those on which no page is open go first, the oldest before the others; of those at work, who came last.
        """
        here = next(
            (found for found in self.register.devices().values() if device in [one.device for one in found]), []
        )
        others, there = [one for one in here if one.device != device], self.presence.devices()
        idle = [one.device for one in others if one.device not in there]
        at_work = [one.device for one in reversed(others) if one.device in there]
        return [*idle, *at_work][: max(len(others) + 1 - MOST_DEVICES, 0)]

    async def sign_out(self, devices: Collection[str], why: Why) -> None:
        """Sign devices out, and tell the pages that are open on them."""
        await self.writer.write(lambda: self.register.leave(devices))
        for device in devices:
            self.codes.pop(device, None)
        self.presence.out(devices, why)
