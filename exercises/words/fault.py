"""How a fault of the course is told to people: what a library says of itself, such as SQL, tells them nothing."""

from __future__ import annotations

from exercises.words.spoken import words

_OURS = ("builtins", "exercises")


def fault_words(error: BaseException, *, detail: bool = True) -> str:
    """Tell a fault: its kind and its words if they are Python's or ours, else only where it lies.

    Parameters
    ----------
    error : BaseException
        The fault.
    detail : bool
        Whether its words go along, which may quote what a page must not know.
    """
    home = type(error).__module__.partition(".")[0]
    if home in _OURS:
        return f"{type(error).__name__}: {error}" if detail else type(error).__name__
    return str(words("exchange")["library"]).format(name=home)
