"""Looks after an open room for the teacher at its window: how many are in, and whether the class is still the same."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import tornado.web

from exercises.answers.store import StoreTrouble
from exercises.room.opened import Opened
from exercises.room.register import say_what_happened
from exercises.words import words


class Watch:
    """Says what changes.

    Parameters
    ----------
    made : tornado.web.Application
        The room.
    say : callable
        Says one sentence to the teacher.

    Raises
    ------
    StoreTrouble
        If the disk does not do its part.
    """

    def __init__(self, made: tornado.web.Application, say: Callable[[str], None]) -> None:
        self._made, self._say = made, say
        self._room: Opened = made.settings["room"]
        self._key, self._secret = self._room.register.teacher_key(), self._room.register.secret()
        self._count, self._was_full = self._room.count_in(), False

    def look(self) -> None:
        """Look once; on a failing disk the pages speak for themselves."""
        if self._room.crowd.was_full and not self._was_full:
            self._was_full = True
            self._say(words("room")["opening"]["full"])
        with suppress(StoreTrouble):
            if (count := self._room.count_in()) != self._count:
                self._count = count
                self._say(count)
            self._look_at_key()

    def _look_at_key(self) -> None:
        """Say a new key; after damage the file of the class is a new one: its cards and its secret are others, too."""
        key = self._room.register.teacher_key()
        if key == self._key:
            return
        self._key = key
        if self._room.register.secret() == self._secret:
            self._say(words("room")["opening"]["other_key"].format(key=key))
            return
        self._secret = self._room.register.secret()
        # Cookies are signed anew; those of before let nobody in, as their devices are in no list any more.
        self._made.settings["cookie_secret"] = self._secret.hex()
        say_what_happened(self._room.store, self._say)
        self._say(words("room")["opening"]["new_key"].format(name=self._room.live.name, key=key))
