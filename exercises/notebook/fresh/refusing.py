"""What cannot be the name of a new lesson, or be told of its article; all of it is said at once."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from exercises.files.source import hidden_in
from exercises.lesson.models.base import Day, Link
from exercises.notebook.fresh.pages import About
from exercises.words import words

LONGEST_NAME = 60
LONGEST_LINE = 200
_NAME = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
# Windows keeps these for devices, whatever stands behind a full stop.
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{one}{at}" for one in ("com", "lpt") for at in range(10))})
_UNSEEN = re.compile(r"[\s\ud800-\udfff]")


def refused(about: About, home: Path) -> list[str]:
    """Say what of that cannot be, a sentence each; empty if a lesson can be made.

    Parameters
    ----------
    about : About
        What a person told.
    home : Path
        The folder of all lessons.
    """
    spoken = words("fresh")["refused"]
    faults = _of_name(about.name, home)
    for field in ("title", "publisher"):
        line = getattr(about, field)
        if line and (not _is_line(line) or not line.strip()):
            faults.append(spoken[field].format(most=LONGEST_LINE, **{field: _shown(line)}))
    if not _fits(Day, about.dated):
        faults.append(spoken["dated"].format(dated=_shown(about.dated)))
    if about.address and about.invented:
        faults.append(spoken["invented_address"])
    elif about.address and not (_is_line(about.address) and _fits(Link, about.address)):
        faults.append(spoken["address"].format(address=_shown(about.address)))
    return faults


def _of_name(name: str, home: Path) -> list[str]:
    spoken = words("fresh")["refused"]
    if not _NAME.fullmatch(name) or len(name) > LONGEST_NAME:
        return [spoken["name"].format(name=_shown(name))]
    if name in _DEVICES:
        return [spoken["reserved"].format(name=name)]
    # The folder of the notebooks, too: building would write over what lies there.
    there = [home / name, home.parent / "notebooks" / name]
    return [spoken["taken"].format(folder=one) for one in there if one.exists() or one.is_symlink()]


def _is_line(line: str) -> bool:
    odd = any(sign != " " for sign in _UNSEEN.findall(line))
    return not odd and not hidden_in(line) and len(line) <= LONGEST_LINE


def _fits(form: Any, value: str) -> bool:
    try:
        TypeAdapter(form).validate_python(value)
    except ValidationError:
        return False
    return True


def _shown(words_typed: str) -> str:
    """Give what was typed so that it can be printed: in one line, cut, with nothing that steers a screen."""
    seen = "".join(sign if sign.isprintable() else "�" for sign in words_typed)
    return seen if len(seen) <= LONGEST_NAME else f"{seen[:LONGEST_NAME]} …"
