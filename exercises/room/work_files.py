"""Opens the work files of students: one at a time, read beside the room, and kept in pieces between the saves."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Any

from exercises.answers.bounds import refuse_too_many
from exercises.answers.exports import ExportRefused, Strange, Titles, said_of
from exercises.answers.joining import Joined, Place, take_in
from exercises.answers.pieces import Cut, cut, travelling_of
from exercises.answers.store import Store
from exercises.charts.elsewhere import DrawingTrouble, ask_elsewhere
from exercises.page.limits import LARGEST_FILE
from exercises.room.bucket import Bucket
from exercises.room.taken import note_taken
from exercises.room.writer import Writer
from exercises.words import language, words
from exercises.words.spoken import host

SMALL = 300_000
"""Bytes that are read in a thread: nothing else runs meanwhile, so what is larger is read in a process of its own."""

FILE = 100
"""Messages that cost as much as a file."""


class WorkFiles:
    """The queue in which work files wait.

    Parameters
    ----------
    store : Store
        The file of the class.
    writer : Writer
        Keeps the pieces.
    """

    def __init__(self, store: Store, writer: Writer) -> None:
        self._store, self._writer = store, writer
        self._turn, self._waiting = asyncio.Lock(), set[str]()

    async def open(self, data: bytes, code: str, titles: Titles, strange: Strange, bucket: Bucket) -> str:
        """Take in the file of a student, and say what came of it.

        Parameters
        ----------
        data : bytes
            The file; nothing about it is trusted.
        code : str
            The code under which the student is in.
        titles : mapping of tuple to str
            Titles of exercises by lesson and exercise.
        strange : callable
            Says which exercises are not in the course here.
        bucket : Bucket
            The pace of the student.

        Raises
        ------
        ExportRefused
            If the file cannot be taken in; nothing has changed then.
        StoreTrouble
            If the disk does not do its part; what was kept before is not brought twice by the same file.
        """
        if len(data) > LARGEST_FILE:
            raise ExportRefused(words("exports")["large"])
        if code in self._waiting:
            raise ExportRefused(words("exports")["in-turn"])
        self._waiting.add(code)
        try:
            await asyncio.sleep(bucket.wait(FILE))
            # Only to read one has to wait for the others: at what pace the pieces come is a matter of their student.
            async with self._turn:
                found = await asyncio.to_thread(bucket.paid(lambda: _read(data, code)))
            joined, missing = await self._taken(found, code, strange, bucket)
            return said_of(joined if found.names else None, code, titles, missing, mended=found.mended)
        finally:
            self._waiting.remove(code)

    async def _taken(self, found: Cut, code: str, strange: Strange, bucket: Bucket) -> tuple[Joined, set[Place]]:
        await self._writer.look(bucket.paid(lambda: self._refuse_too_much(found, code)))
        joined, missing = Joined(), set[Place]()
        for piece in found.pieces:
            more, places = await self._writer.write(bucket.paid(partial(self._keep, piece, code, strange)))
            joined += more
            missing |= places
            await asyncio.sleep(bucket.wait())
        return joined, missing

    def _keep(self, piece: str, code: str, strange: Strange) -> tuple[Joined, set[Place]]:
        travelling = travelling_of(piece, code)
        self._store.run(lambda connection: note_taken(connection, code, travelling.work), write=True)
        return take_in(self._store, travelling, code, "file"), set(strange(travelling.work))

    def _refuse_too_much(self, found: Cut, code: str) -> None:
        names = found.names
        self._store.run(lambda connection: refuse_too_many(connection, code, names, in_class=True), write=False)


def _read(data: bytes, code: str) -> Cut:
    text = data.decode("utf-8", "replace")
    if len(data) <= SMALL:
        return cut(text, code)
    try:
        told: dict[str, Any] = ask_elsewhere("exercises.answers.pieces", language(), host(), code, told=text)
    except DrawingTrouble:
        raise ExportRefused(words("exports")["unread"]) from None
    if "refused" in told:
        raise ExportRefused(told["refused"])
    return Cut(**told)
