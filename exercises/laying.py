"""Lays a copy of the course that the installed package carries into a folder, never over a file that is there."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from secrets import token_hex

PACKED = Path(__file__).resolve().parent / "course"
"""Where an installed package carries lessons and notebooks; in the repository there is no such folder."""
COMMON = "whosays-course"
"""Name of the folder that is offered."""


@dataclass(frozen=True, slots=True)
class Laid:
    """What laying did: how many files are ``new``, and which ones differ and have the course's ``beside`` them now."""

    new: int
    beside: tuple[Path, ...]


def carries_course() -> bool:
    """Say whether this installation carries the course; the repository itself does not, it is the course."""
    return any(PACKED.glob("lessons/*/lesson.yaml"))


def lay_course(target: Path) -> Laid:
    """Lay the course into a folder; whatever is there stays as it is.

    Parameters
    ----------
    target : Path
        The folder; made if it is not there.

    Returns
    -------
    Laid
        What is new. A file that differs from the course's keeps its place, and the course's lies beside it as
        ``NAME.new.EXT``.

    Raises
    ------
    OSError
        With the name of the file that cannot be written.
    """
    new, beside = 0, list[Path]()
    for source in sorted(file for file in PACKED.rglob("*") if file.is_file()):
        name = source.relative_to(PACKED)
        place = _laid(target / name, source.read_bytes())
        new += place == target / name
        if place not in (None, target / name):
            beside.append(name)
    return Laid(new, tuple(beside))


def _laid(wanted: Path, content: bytes) -> Path | None:
    """Lay one file, and give its place; None if it lies there already."""
    while (place := _free_place(wanted, content)) is not None:
        _make_folder(place)
        # Where another one came to have that name in the meantime, there is a next place.
        with suppress(FileExistsError):
            _write(place, content)
            return place
    return None


def _free_place(wanted: Path, content: bytes) -> Path | None:
    """Give the first place where nothing lies; None if what shall be laid lies at one before it."""
    for place in _places(wanted):
        if place.is_file() and place.read_bytes() == content:
            return None
        if not place.exists() and not place.is_symlink():
            return place
    return None


def _places(wanted: Path) -> Iterator[Path]:
    yield wanted
    yield wanted.with_suffix(f".new{wanted.suffix}")
    yield from (wanted.with_suffix(f".new{number}{wanted.suffix}") for number in count(2))


def _make_folder(place: Path) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(place)) from error


def _write(place: Path, content: bytes) -> None:
    # Half a file would count as the student's own from now on, so none ever has its name. The hidden one is new: what
    # somebody who was killed left under such a name may be the student's own file by now.
    beside = place.with_name(f".{place.name}.{token_hex(8)}.laid")
    try:
        with beside.open("xb") as file:
            file.write(content)
        _name(beside, place)
    except OSError as error:
        error.filename = str(place)
        raise
    finally:
        beside.unlink(missing_ok=True)


def _name(whole: Path, place: Path) -> None:
    """Give a file its name, unless another one came to have it in the meantime."""
    try:
        os.link(whole, place)
    except FileExistsError:
        raise
    except OSError:
        # Some disks, as sticks, know no second name. There a look has to do.
        if place.exists() or place.is_symlink():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(place)) from None
        whole.rename(place)
