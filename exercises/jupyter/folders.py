"""Where Jupyter keeps its own files, and other folders for now where it cannot: a locked home, a full disk."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from errno import EACCES, EISDIR, ENOENT, ENOTDIR
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

from jupyter_core.paths import jupyter_config_dir, jupyter_data_dir, jupyter_runtime_dir

from exercises.words import words

ROOM = 2_000_000
"""Bytes that have to fit beside all that is there: some hundred answers, or a notebook that is saved."""
# Jupyter looks here as well, so that the kernels and the server's settings that a person has are still found. What was
# chosen in JupyterLab itself, such as a dark theme, has no such path, and is not.
_READ_BY = {"JUPYTER_DATA_DIR": "JUPYTER_PATH", "JUPYTER_CONFIG_DIR": "JUPYTER_CONFIG_PATH"}
# What Jupyter reads there, and ends or opens nothing if it may not: whatever it is, and what has to be a file.
_READ = {
    "JUPYTER_DATA_DIR": (
        *("kernels", "kernels/*", "kernels/*/kernel.json"),
        *("labextensions", "labextensions/*", "labextensions/@*/*"),
    ),
    "JUPYTER_CONFIG_DIR": ("*.py", "*.json", "*.d", "*.d/*", "labconfig", "labconfig/*"),
    "JUPYTERLAB_SETTINGS_DIR": ("*", "*/*"),
}
_READ_FILES = {"JUPYTER_DATA_DIR": ("labextensions/[!@]*/package.json", "labextensions/@*/*/package.json")}
# What it keeps there itself, in files and in folders: without these no notebook can be signed, and none opens.
_KEPT = {
    "JUPYTER_RUNTIME_DIR": ("jupyter_cookie_secret",),
    "JUPYTER_DATA_DIR": ("notebook_secret", "*.db"),
    "JUPYTERLAB_SETTINGS_DIR": ("*/*.jupyterlab-settings", "*/*/*.jupyterlab-settings"),
    "JUPYTERLAB_WORKSPACES_DIR": ("*.jupyterlab-workspace",),
}
_KEPT_FOLDERS = {"IPYTHONDIR": ("profile_default",)}


def try_out(folder: Path) -> OSError | None:
    """See whether a folder takes more than a new student's answers, down to the disk; give what is in the way."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder) as trial:
            trial.write(os.urandom(ROOM))
            trial.flush()
            os.fsync(trial.fileno())
    except OSError as error:
        return error
    return None


def own_folders() -> dict[str, Path]:
    """Give every folder that JupyterLab and its kernels write to, by the variable that says where it is.

    A runtime folder alone does not do: where no notebook can be signed, none opens, and without workspaces each change
    of a page is a fault.
    """
    settings = Path(jupyter_config_dir(), "lab")
    places = {
        "JUPYTER_RUNTIME_DIR": jupyter_runtime_dir(),
        "JUPYTER_DATA_DIR": jupyter_data_dir(),
        "JUPYTER_CONFIG_DIR": jupyter_config_dir(),
        "JUPYTERLAB_SETTINGS_DIR": os.environ.get("JUPYTERLAB_SETTINGS_DIR") or settings / "user-settings",
        "JUPYTERLAB_WORKSPACES_DIR": os.environ.get("JUPYTERLAB_WORKSPACES_DIR") or settings / "workspaces",
        "IPYTHONDIR": os.environ.get("IPYTHONDIR") or Path("~", ".ipython"),
    }
    return {name: _whole(place) for name, place in places.items()}


def closed_folders() -> dict[str, tuple[Path, str]]:
    """Give those that cannot be used, each with the reason, by the variable that says where it is."""
    tried = {name: (folder, try_out(folder) or _unread(folder, name)) for name, folder in own_folders().items()}
    return {name: (folder, error.strerror or str(error)) for name, (folder, error) in tried.items() if error}


class NoFolders(Exception):  # noqa: N818 - what is said, not a fault of ours
    """Jupyter has nowhere to keep its own files; the text is one sentence on what to do."""


@contextmanager
def open_folders() -> Iterator[str]:
    """Let Jupyter, as far as this process starts it, write to folders for now in place of those that are closed.

    Yields
    ------
    str
        What there is to say of it; nothing if all are open.

    Raises
    ------
    NoFolders
        If there is no place for them either.
    """
    closed = closed_folders()
    if not closed:
        yield ""
        return
    (first, reason), *_ = closed.values()
    with ExitStack() as stack:
        try:
            place = stack.enter_context(TemporaryDirectory(prefix="whosays-jupyter-", ignore_cleanup_errors=True))
            error = try_out(Path(place))
        except OSError as none:
            error = none
        if error:
            raise NoFolders(words("cli")["no_folders"].format(folder=first, error=reason))
        _lend(closed, Path(place))
        yield words("cli")["folders_for_now"].format(folder=first, error=reason)


def _unread(folder: Path, name: str) -> OSError | None:
    """See whether all can be used that Jupyter asks for in a folder: a command run as root leaves files of root."""
    if not os.path.lexists(folder):
        return None
    return (
        _unread_there(folder, name)
        or _first(folder, _KEPT.get(name, ()), _no_file)
        or _first(folder, _KEPT_FOLDERS.get(name, ()), _no_folder)
    )


def _unread_there(folder: Path, name: str) -> OSError | None:
    """Give what is in the way of reading a folder and what Jupyter reads in it, wherever it keeps its own files."""
    if (wrong := _known(_closed, folder)) and os.path.lexists(folder):
        return OSError(wrong, os.strerror(wrong))
    return _first(folder, _READ.get(name, ()), _closed) or _first(folder, _READ_FILES.get(name, ()), _no_file)


def _first(folder: Path, wanted: Iterable[str], wrong: Callable[[Path], int]) -> OSError | None:
    """Give the first fault with what lies in a folder, and where; what is not there is none."""
    for form in wanted:
        for one in sorted(folder.glob(form)) if "*" in form else [folder / form]:
            if os.path.lexists(one) and (why := _known(wrong, one)):
                return OSError(why, f"{one}: {os.strerror(why)}")
    return None


def _known(wrong: Callable[[Path], int], one: Path) -> int:
    try:
        return wrong(one)
    except OSError as error:  # A link into a folder that is closed.
        return error.errno or EACCES


def _closed(one: Path) -> int:
    # A link that leads nowhere is passed over by Jupyter, too.
    if not one.exists():
        return 0
    return 0 if os.access(one, os.R_OK | (os.X_OK if one.is_dir() else 0)) else EACCES


def _no_file(one: Path) -> int:
    if one.is_file():
        return _closed(one)
    return EISDIR if one.is_dir() else ENOENT


def _no_folder(one: Path) -> int:
    if not one.is_dir():
        return ENOTDIR
    return 0 if os.access(one, os.R_OK | os.W_OK | os.X_OK) else EACCES


def _lend(closed: dict[str, tuple[Path, str]], place: Path) -> None:
    for name, (folder, _) in closed.items():
        os.environ[name] = str(place / name.lower())
        # A file that may not be read would end Jupyter from there as well.
        if (path := _READ_BY.get(name)) and not _unread_there(folder, name):
            os.environ[path] = os.pathsep.join(filter(None, [os.environ.get(path), str(folder)]))


def _whole(place: str | Path) -> Path:
    try:
        return Path(place).expanduser()
    except RuntimeError:  # a ~ of somebody who has no home
        return Path(place)
