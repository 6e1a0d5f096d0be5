"""A class on this computer, in a process of its own that can be killed; opened by the command that a teacher types."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager

from every_lesson import HOME
from ports import free_port, wait_for

from exercises.room.register import Register, class_store

CARD = re.compile(r'class="code">([^<]+)</p>.*?class="pin">(\d{4})<')
COMMAND = (sys.executable, "-m", "exercises.cli")


class Class:
    """A class, and its room while that is open.

    Parameters
    ----------
    folder : Path
        Where it is kept.
    command : sequence of str
        What stands for ``whosays``.
    place, home : Path
        The folder in which the teacher types it, and where it is installed.
    """

    def __init__(self, folder, command=COMMAND, place=HOME, home=HOME):
        self.folder, self.port, self.process, self._command, self._place = folder, free_port(), None, command, place
        self.spare = []
        self.environment = os.environ | {"WHOSAYS_DATA": str(folder / "data"), "PYTHONPATH": str(home)}

    @property
    def host(self):
        return f"127.0.0.1:{self.port}"

    @property
    def address(self):
        return f"http://{self.host}"

    def command(self, *words):
        return [*self._command, "room", "--class", "9b", *words]

    def cards(self, count):
        """Print cards and read them, as whoever cuts them does."""
        file = self.folder / "cards-9b.html"
        subprocess.run(
            self.command("--cards", str(count)), check=True, capture_output=True, cwd=self.folder, env=self.environment
        )
        return CARD.findall(file.read_text("utf-8"))

    def store(self):
        """Give the file of the class, to look into it or to issue more cards than a class may have."""
        return class_store(self.folder / "data" / "classes" / "9b")

    def card(self):
        """Give code and PIN of one more student."""
        return self.spare.pop()

    def issued(self, count):
        """Issue cards without printing them."""
        return [(card.code, card.pin) for card in Register(self.store()).issue(count)]

    def open(self):
        log = (self.folder / "room.log").open("a")
        told = self.command("--port", str(self.port), "--bind", "127.0.0.1")
        self.process = subprocess.Popen(told, cwd=self._place, env=self.environment, stdout=log, stderr=log)
        wait_for(self.address)

    def kill(self):
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def move(self):
        """End the room and open it at another address, as when the computer got a new one overnight."""
        self.kill()
        self.port = free_port()
        self.open()

    @contextmanager
    def unheard(self):
        """Let nothing come through until the end of the block, as where there is no Wi-Fi: no line is closed either."""
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)
