"""What can be taken along of a checked answer of any kind, and how one file of it is made."""

from __future__ import annotations

from typing import Any

from exercises.formats.file import File
from exercises.kinds import KINDS
from exercises.kinds.checked import Checked


def offers(work: Checked) -> list[dict[str, Any]]:
    """Say what can be taken along of a checked answer.

    Parameters
    ----------
    work : Checked
        The answer.

    Returns
    -------
    list of dict
        Parts of the answer with the files that each gives: ``subject`` in words, and ``files`` with ``format`` and
        ``what`` to ask for.
    """
    offered = KINDS[work.item.kind].offers
    return [
        {"subject": part.subject, "files": [{"format": name, "what": _what(name, part.of)} for name in part.formats]}
        for part in (offered.parts(work) if offered else ())
    ]


def take(work: Checked, what: str) -> File:
    """Make one file.

    Parameters
    ----------
    work : Checked
        The answer.
    what : str
        One of the names that `offers` gives.

    Returns
    -------
    File
        The file.

    Raises
    ------
    KeyError
        If that is not offered.
    """
    offered = KINDS[work.item.kind].offers
    if offered is None or not any(what == file["what"] for offer in offers(work) for file in offer["files"]):
        raise KeyError(what)
    name, _, of = what.partition("/")
    return offered.formats[name](work, of)


def _what(name: str, of: str) -> str:
    return f"{name}/{of}" if of else name
