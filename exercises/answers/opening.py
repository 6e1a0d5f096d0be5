"""Opens the store where a student works; where nothing can be kept, one for now, so that they can begin all the same.

What was done in the one for now comes into the store of this user as soon as that can be written to again.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import time

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from exercises.answers.codes import codes_in
from exercises.answers.file import FILE_NAME
from exercises.answers.joining import send_off_all, take_in
from exercises.answers.layout import open_notes, say_on
from exercises.answers.moved import copy_with_pending, is_begun
from exercises.answers.sighting import sign_of
from exercises.answers.store import Store, StoreTrouble, store_folder
from exercises.answers.turn import lock_of
from exercises.answers.wellformed import mended

_MEMORY = Path("/dev/shm")  # noqa: S108 - a disk in memory; what we make there is for its owner only
LONGEST = 7 * 24 * 3600  # seconds that work which came home stays where it was kept for now


def open_store() -> Store:
    """Give the store of this user, or one for now with all that could be read of it.

    All notebooks of this user share the one for now, and it outlives a kernel, though not always the computer.

    Raises
    ------
    StoreTrouble
        If another notebook keeps the store busy, or if nothing can be written anywhere.
    """
    try:
        store = Store()
        store.try_out()
    except StoreTrouble as trouble:
        if not trouble.lasting:
            raise
        return _for_now(trouble)
    for place in _places():
        with suppress(OSError, StoreTrouble, SQLAlchemyError):
            _bring_back(place / _own_name(), store)
    return store


def _for_now(trouble: StoreTrouble) -> Store:
    for place in _places():
        with suppress(OSError, StoreTrouble):
            folder = _own_folder(place)
            there = (folder / FILE_NAME).exists()
            store = Store(folder, temporary=str(trouble))
            store.try_out()
            code = store.code if there else None
            with suppress(OSError, StoreTrouble, SQLAlchemyError):
                _bring_along(store_folder() / FILE_NAME, folder, store)
            if code is not None:
                store.use_code(code)
            return store
    raise trouble


def _places() -> Iterator[Path]:
    with suppress(OSError):
        yield Path(tempfile.gettempdir())
    if _MEMORY.is_dir():
        yield _MEMORY


def _own_name() -> str:
    """Name the folder that stands in for the home of the answers: another user, or another home, has one of its own."""
    try:
        home = os.fspath(store_folder().absolute())
    except StoreTrouble:
        home = ""
    user = os.getuid() if hasattr(os, "getuid") else "me"  # Windows has a folder a user for such things
    return f"whosays-{user}-{hashlib.sha256(home.encode(errors='replace')).hexdigest()[:8]}"


def _own_folder(place: Path) -> Path:
    """Make the folder of this user or find it again; where somebody else has taken its name, one of another name."""
    folder = place / _own_name()
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    return folder if _is_ours(folder) else Path(tempfile.mkdtemp(prefix="whosays-", dir=place))


def _is_ours(folder: Path) -> bool:
    """Say whether a folder belongs to this user and lets nobody else in: others may write where it lies."""
    with suppress(OSError):
        found = folder.lstat()
        mine = not hasattr(os, "getuid") or (found.st_uid == os.getuid() and not found.st_mode & 0o077)
        return stat.S_ISDIR(found.st_mode) and mine
    return False


def _bring_along(file: Path, folder: Path, store: Store) -> None:
    """Join what can be read of a store that cannot be written to; without it one begins empty."""
    with tempfile.TemporaryDirectory(dir=folder) as copy:
        copy_with_pending(file, Path(copy))
        _join(Store(Path(copy)), store, copy)


def _bring_back(folder: Path, store: Store) -> None:
    """Join what was kept for now, unless it came home already; it stays, as a notebook may still be at work there."""
    file = folder / FILE_NAME
    if not _is_ours(folder) or not is_begun(file):
        return
    # A path may hold bytes that are no text.
    name, here, kept = str(mended(f"came from {folder}")), store.code, Store(folder)
    known = store.noted(name)
    if known == kept.run(_state_of, write=False):
        if time() - file.stat().st_mtime > LONGEST:
            _clear(file)
        return
    came = _join(kept, store)
    if known is not None:
        store.use_code(here)  # whoever began here since goes on
    store.note(name, came)


def _state_of(connection: Connection) -> str:
    """Say which file it is and how much was written in it: what is written later makes it another state."""
    return json.dumps(sign_of(connection), sort_keys=True)


def _clear(file: Path) -> None:
    """Remove work that came home; what else lies there stays."""
    file.unlink()
    with suppress(OSError):
        lock_of(file).unlink(missing_ok=True)
        file.parent.rmdir()


def _join(kept: Store, store: Store, copy: str = "") -> str:
    """Join the work of all students, say on what is still to be said of their file, and give the state it had then."""
    state, told = "", list[tuple[str, dict[str, str]]]()

    def look(connection: Connection) -> list[str]:
        nonlocal state, told
        # Where a copy was damaged, the damaged file is gone with it: the one that was copied lies where it lay.
        state, told = _state_of(connection), [one for one in open_notes(connection) if copy not in one[1].values()]
        return codes_in(connection)

    travelling = send_off_all(kept, look)
    store.run(lambda connection: say_on(connection, told), write=True)
    for one in travelling:
        take_in(store, one, one.work.code, "file")
    return state
