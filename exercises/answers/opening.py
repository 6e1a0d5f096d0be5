"""Opens the store where a student works; where nothing can be kept, one for now, so that they can begin all the same.

What was done in the one for now comes into the store of this user as soon as that can be written to again, each work
under the code that it was done under. Who is at work there then is whoever was before, unless the one for now knew of
them when another one began: where the home could not be read, the code for now is nobody's choice.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import time

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from exercises.answers.codes import codes_in, current_code, set_code, stay
from exercises.answers.file import FILE_NAME
from exercises.answers.joining import Joined, Travelling, join
from exercises.answers.layout import Note, add_notice, is_open, open_notes, say_on
from exercises.answers.leaving import send_off_all
from exercises.answers.moved import copy_with_pending, is_begun
from exercises.answers.sighting import sign_of
from exercises.answers.store import Store, StoreTrouble, store_folder
from exercises.answers.tables import SET
from exercises.answers.turn import lock_of
from exercises.answers.wellformed import mended, read_json

_MEMORY = Path("/dev/shm")  # noqa: S108 - a disk in memory; what we make there is for its owner only
_SEEN = "code-at-home"
"""Name of the setting that says, for now, who had begun last at home when that was read."""
_WENT = "went-home-with"
"""Name of the setting that says, for now, which code was in use when its work came home."""
_MOST = 6  # codes that a notice names
LONGEST = 7 * 24 * 3600  # seconds that work which came home stays where it was kept for now


def open_store(before: Store | None = None, code: str | None = None) -> Store:
    """Give the store of this user, or one for now with all that could be read of it.

    All notebooks of this user share the one for now, and it outlives a kernel, though not always the computer.

    Parameters
    ----------
    before : Store, optional
        The one that the same notebook had until now.
    code : str, optional
        Who works in that notebook: where the file was removed meanwhile, they go on in the new one.

    Raises
    ------
    StoreTrouble
        If another notebook keeps the store busy, or if nothing can be written anywhere.
    """
    try:
        store = Store(before=before)
        store.try_out()
        if code is not None:
            store.run(lambda connection: stay(connection, code), write=True)
    except StoreTrouble as trouble:
        if not trouble.lasting:
            raise
        return _for_now(trouble, before)
    for place in _places():
        with suppress(OSError, StoreTrouble, SQLAlchemyError):
            _bring_back(place / _own_name(), store)
    return store


def _for_now(trouble: StoreTrouble, before: Store | None) -> Store:
    for place in _places():
        with suppress(OSError, StoreTrouble):
            folder = _own_folder(place)
            store = Store(folder, temporary=str(trouble), before=before)
            store.try_out()
            with suppress(OSError, StoreTrouble, SQLAlchemyError):
                _bring_along(store_folder() / FILE_NAME, folder, store)
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


@dataclass(frozen=True, slots=True)
class _Leaving:
    """What a store has to give as of one moment: its state then, the code in use, all work, and open notices."""

    state: str
    code: str | None
    works: list[Travelling]
    notes: list[Note]

    @property
    def codes(self) -> set[str]:
        return {one.work.code for one in self.works}


def _bring_along(file: Path, folder: Path, store: Store) -> None:
    """Join what can be read of a store that cannot be written to; without it one begins empty."""
    with tempfile.TemporaryDirectory(dir=folder) as copy:
        copy_with_pending(file, Path(copy))
        home = _leaving(Store(Path(copy)))
    # Where a copy was damaged, the damaged file is gone with it: the one that was copied lies where it lay.
    told = [one for one in home.notes if copy not in one[1].values()]
    seen = store.noted(_SEEN)

    def do(connection: Connection) -> None:
        code, kept = current_code(connection), set(codes_in(connection)) - home.codes
        _join(connection, home)
        say_on(connection, told)
        _go_on(connection, _in_use(home.code, code, seen), code, kept)
        if home.code is not None:
            connection.execute(SET, {"name": _SEEN, "value": home.code})

    store.run(do, write=True)


def _bring_back(folder: Path, store: Store) -> None:
    """Join what was kept for now, unless it came home already; it stays, as a notebook may still be at work there."""
    file = folder / FILE_NAME
    if not _is_ours(folder) or not is_begun(file):
        return
    # A path may hold bytes that are no text.
    name, kept = str(mended(f"came from {folder}")), Store(folder)
    before = store.noted(name)
    if before == kept.run(_state_of, write=False):
        if time() - file.stat().st_mtime > LONGEST:
            _clear(file)
        return
    leaving, seen, went = _leaving(kept), kept.noted(_SEEN), kept.noted(_WENT)
    chosen = None if leaving.code in (_code_of(before), went) else leaving.code

    def do(connection: Connection) -> None:
        code = current_code(connection)
        new = _join(connection, leaving)
        say_on(connection, leaving.notes)
        # Where nobody is known at home, whoever worked for now is the only one who is.
        _go_on(connection, _in_use(code, chosen, seen) or leaving.code, leaving.code, new)
        connection.execute(SET, {"name": name, "value": leaving.state})

    store.run(do, write=True)
    if leaving.code not in (None, went):
        kept.note(_WENT, str(leaving.code))
        now = kept.run(_state_of, write=False)
        (_, written, _), (_, since, _) = read_json(leaving.state), read_json(now)
        # Whatever else was written there meanwhile still has to come.
        if sum(since.values()) == sum(written.values()) + 1:
            store.note(name, now)


def _in_use(at_home: str | None, for_now: str | None, seen: str | None) -> str | None:
    """Say who is at work: whoever began last at home, unless somebody began for now after that was seen."""
    return for_now if for_now is not None and at_home in (None, seen) else at_home


def _go_on(connection: Connection, code: str | None, for_now: str | None, kept: Iterable[str]) -> None:
    """Let a student go on; where that is another one than for now, say under which codes work was kept for now."""
    if code is not None:
        set_code(connection, code)
    if others := sorted(set(kept) - {code}) if code != for_now else []:
        _say(connection, "for-now-codes", {"here": str(code), "there": ", ".join(others[:_MOST])})


def _say(connection: Connection, name: str, parts: dict[str, str]) -> None:
    if not is_open(connection, name, parts):
        add_notice(connection, name, parts)


def _state_of(connection: Connection) -> str:
    """Say which file it is, how much was written in it, and for whom: what is written later makes it another state."""
    return json.dumps([*sign_of(connection), current_code(connection)], sort_keys=True)


def _code_of(state: str | None) -> object:
    """Give the code that was in use then: one that came home once takes nobody's place a second time."""
    with suppress(ValueError, TypeError, LookupError):
        return read_json(state)[-1] if state else None
    return None


def _clear(file: Path) -> None:
    """Remove work that came home; what else lies there stays."""
    file.unlink()
    with suppress(OSError):
        lock_of(file).unlink(missing_ok=True)
        file.parent.rmdir()


def _leaving(store: Store) -> _Leaving:
    """Give what a store has to give, and note there that it has left."""
    code, state, notes = None, "", list[Note]()

    def look(connection: Connection) -> list[str]:
        nonlocal code, state, notes
        code, state, notes = current_code(connection), _state_of(connection), open_notes(connection)
        return codes_in(connection)

    works = send_off_all(store, look)
    # Under a code that was only made nothing is to be joined: nobody needs to hear of it.
    return _Leaving(state, code, [one for one in works if one.work.begun], notes)


def _join(connection: Connection, leaving: _Leaving) -> list[str]:
    """Join the work of all students, say to each what was put aside, and give the codes that brought anything new."""
    came = dict[str, Joined]()
    for one in leaving.works:
        code = one.work.code
        came[code] = join(connection, one, code, "file", gives_back=False)
        if aside := len(came[code].aside):
            _say(connection, "for-now-aside", {"code": code, "count": str(aside)})
    return [code for code, joined in came.items() if joined.is_new]
