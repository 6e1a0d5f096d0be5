"""A damaged file of answers is moved out of the way, and its name says whether it is still to be brought over.

It is called `moving` from then until what can be read of it is kept in the new file, and `damaged` ever after: so
nobody brings it over a second time, whatever becomes of the new file later.
"""

from __future__ import annotations

import os
import re
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from exercises.answers.sighting import identity_of

_MOVING, _DAMAGED = "-moving-", "-damaged-"
_COMPANIONS = ("-journal", "-wal", "-shm")
_NUMBER = re.compile(r"-\d{6}-(\d+)\Z")  # after the moment, at the end of a name


def put_away(path: Path) -> Path:
    """Move a damaged file out of the way, and give its new name; `OSError` if it cannot be moved."""
    kept = _reserved(path)
    _rename(path, kept)
    return kept


def pending(path: Path) -> list[Path]:
    """Give the damaged files beside a file that are still to be brought over, the one that was moved last first."""
    waiting = [one for one in _of_kind(path, _MOVING) if not _is_free(one)]
    return sorted(waiting, key=lambda one: (_number(one), one.name), reverse=True)


def is_begun(path: Path) -> bool:
    """Say whether there is a file of answers, or one that is still to be brought over."""
    return path.is_file() or bool(pending(path))


def lasting(kept: Path) -> Path:
    """Give the name that a damaged file has once it was brought over."""
    return kept.with_name(kept.name.replace(_MOVING, _DAMAGED, 1))


def put_to_rest(kept: Path) -> None:
    """Give a file that was brought over its lasting name; where that fails, the new file knows that it came."""
    rest = lasting(kept)
    with suppress(OSError):
        if not _is_free(rest):
            _reserve(rest)
        _rename(kept, rest)


def copy_with_pending(path: Path, folder: Path) -> None:
    """Copy a file, if it is there, and what is still to be brought over into it."""
    for one in (path, *pending(path)):
        # A device can be read without end.
        with suppress(FileNotFoundError):
            if one.is_file():
                copy_whole(one, folder / one.name)


def copy_whole(file: Path, copy: Path) -> None:
    """Copy a file with what belongs to it: SQLite undoes or ends in the copy what was begun."""
    shutil.copyfile(file, copy)
    for companion in _COMPANIONS[:2]:
        beside = file.with_name(file.name + companion)
        with suppress(FileNotFoundError):
            if beside.is_file():
                shutil.copyfile(beside, copy.with_name(copy.name + companion))


def _of_kind(path: Path, kind: str) -> list[Path]:
    return [one for one in path.parent.glob(f"{path.stem}{kind}*{path.suffix}") if one.is_file()]


def _number(kept: Path) -> int:
    found = _NUMBER.search(kept.stem)
    return int(found[1]) if found else 0


def _reserved(path: Path) -> Path:
    """Reserve a name that no file has, so that none is ever replaced; whoever died just after that left one for us."""
    stamp = datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S")
    there = [one for kind in (_MOVING, _DAMAGED) for one in _of_kind(path, kind)]
    # The clock may be set back: which file was moved later, its number says.
    number = 1 + max((_number(one) for one in there if not _is_free(one)), default=0)
    for free in there:
        if _is_free(free) and _number(free) >= number and _MOVING in free.name:
            return free
    while True:
        kept = path.with_name(f"{path.stem}{_MOVING}{stamp}-{number}{path.suffix}")
        try:
            _reserve(kept)
        except FileExistsError:
            number += 1
        else:
            return kept


def _reserve(kept: Path) -> None:
    os.close(os.open(kept, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _is_free(kept: Path) -> bool:
    """Say whether a name is only reserved: no file that is moved is empty."""
    with suppress(FileNotFoundError):
        return kept.stat().st_size == 0
    return False


def _rename(path: Path, kept: Path) -> None:
    """Give a file a name that was reserved for it."""
    there = identity_of(path)
    try:
        # First what belongs to it: left behind, an old journal would be played back into the new file.
        _rename_beside(path, kept)
        path.replace(kept)
    except OSError:
        if identity_of(path) == there:
            _rename_beside(kept, path)
        if _is_free(kept):
            kept.unlink()
        raise
    # Who was just beginning to write has begun it now.
    _rename_beside(path, kept)


def _rename_beside(path: Path, kept: Path) -> None:
    for companion in _COMPANIONS:
        beside, new = (one.with_name(one.name + companion) for one in (path, kept))
        if not new.exists():
            with suppress(FileNotFoundError):  # whoever wrote has ended
                beside.rename(new)
