"""The classes of a teacher: a folder each, so that a class can be taken along, backed up and deleted as a whole."""

from __future__ import annotations

import re
from pathlib import Path

from exercises.answers.store import store_folder

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,30}")


def class_folder(name: str) -> Path:
    """Give the folder of a class; ValueError if it cannot be a part of a path on every computer."""
    if not NAME.fullmatch(name):
        raise ValueError(name)
    return store_folder() / "classes" / name
