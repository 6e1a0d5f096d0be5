"""A face: one thing on the page, without a host. Hosts draw it, hand its messages in, and send its replies out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from exercises.answers.exports import ExportRefused
from exercises.answers.store import CodeRefused, StoreTrouble
from exercises.answers.student import Student
from exercises.answers.work import Work
from exercises.exchange.message import Refusal
from exercises.page.view import View
from exercises.words.fault import fault_words

Send = Callable[[dict[str, Any]], None]
"""Sends one reply to the page. May be called more than once, later, and from another thread."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What a message has changed, for the host that shows the faces.

    Attributes
    ----------
    state, page : dict or None
        What the face itself shows now; None where that is what it was.
    exercises : frozenset of str
        Exercises whose stored answer is another one now: faces that follow them have to be drawn anew.
    code : str or None
        Code of the student who goes on here, after another one began or work was opened: then every face has to be
        drawn anew.
    elsewhere : bool
        Whether it is time to look for changes that were made elsewhere.
    """

    state: dict[str, Any] | None = None
    page: dict[str, Any] | None = None
    exercises: frozenset[str] = frozenset()
    code: str | None = None
    elsewhere: bool = False


NOTHING = Changed()
Done = tuple[dict[str, Any], Changed]
"""The reply to a request, and what it changed."""


def answered(do: Callable[[], Done], broken: str, send: Send) -> Changed:
    """Do what a page asks, reply, and say what it changed; whatever goes wrong changes nothing and is said in words.

    Parameters
    ----------
    do : callable
        Does it, once.
    broken : str
        The sentence for a fault of our own, with a place for its ``error``.
    send : callable
        Takes the one reply.
    """
    try:
        reply, changed = do()
    except (Refusal, ExportRefused, CodeRefused, StoreTrouble) as refusal:
        reply, changed = {"kind": "trouble", "words": str(refusal)}, NOTHING
    except Exception as error:
        reply, changed = {"kind": "trouble", "words": broken.format(error=fault_words(error, detail=False))}, NOTHING
    send(reply)
    return changed


class Face(Protocol):
    """One thing on the page. It holds no student: whose answers are meant comes with each call."""

    @property
    def view(self) -> View:
        """The files that draw it."""

    @property
    def reads(self) -> frozenset[str] | None:
        """Ids of the exercises whose answers it has to know; None: all that the student has done in any lesson."""

    @property
    def follows(self) -> frozenset[str]:
        """Those of them whose change has to be drawn at once."""

    def words(self) -> dict[str, Any]:
        """Give the words of the interface that it needs."""

    def page(self, work: Work) -> dict[str, Any]:
        """Give what the page may know before any commit."""

    def state(self, work: Work) -> dict[str, Any]:
        """Give what is stored and may be seen now."""

    def receive(self, student: Student, content: object, send: Send) -> Changed:
        """Take one message of the page, whatever it is, reply, and say what it changed; never raises."""
