"""How many files and connections the system lets this program open at once."""

from __future__ import annotations

import sys

WANTED = 8192
ON_WINDOWS = 512  # what Python waits for at once there


def raised() -> int:
    """Raise the limit as far as a class can need it, where the system has one, and give it.

    A Mac begins with 256: too few for a class in which each browser opens some connections.
    """
    if sys.platform == "win32":
        return ON_WINDOWS
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = WANTED if hard == resource.RLIM_INFINITY else min(WANTED, hard)
    if soft == resource.RLIM_INFINITY or soft >= wanted:
        return WANTED if soft == resource.RLIM_INFINITY else soft
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    except (OSError, ValueError):  # as where the system has a lower limit of its own
        return soft
    return wanted
