"""Whom a host has let in: the code is the host's to know, and no message changes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guest:
    """A student whom a host has let in under one code.

    Attributes
    ----------
    code : str
        The code; no message changes it.
    host : str
        The host, if it has words of its own.
    stamp : callable
        Gives what is another one after every change to the answers of this student, and only then.
    wrote : callable
        Hears of every such change.
    """

    code: str
    host: str
    stamp: Callable[[], object]
    wrote: Callable[[], None]
