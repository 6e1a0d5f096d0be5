"""The language that is spoken now, and its words, read from one file a language."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any

from exercises.files.fault import InWords
from exercises.files.problems import LessonError
from exercises.files.reading import read_plain
from exercises.words.whole import problems_of

OWN_FOLDER = Path(__file__).parents[1] / "locale"
MORE = "WHOSAYS_LOCALE"
"""Environment variable that names a folder with files of further languages; other processes of ours see it too."""

# Variables of the context: threads and tasks that speak for different lessons do not mix their languages.
_spoken: ContextVar[str] = ContextVar("language", default="en")
_host: ContextVar[str] = ContextVar("host", default="")


class UnknownLanguage(InWords, LookupError):  # noqa: N818 - what is wrong, said to whoever chose the language
    """There is no file for a language; the text is one sentence that names those there are."""

    def __init__(self, code: str) -> None:
        super().__init__(f"There are no words for the language “{code}”. There are: {', '.join(languages())}.")


@contextmanager
def speaking(code: str, host: str = "") -> Iterator[None]:
    """Speak a language until the end of the block; outside of any block it is English.

    Parameters
    ----------
    code : str
        Code of the language, such as ``en``: the ``language`` of a lesson, or one that the student chose.
    host : str
        Where it is spoken, if that host has words of its own under ``hosts``: what helps in a notebook, such as a
        menu, is not there on other pages.

    Raises
    ------
    UnknownLanguage
        If there is no file for it.
    """
    if code not in _seen(_folders()) and code not in languages():
        raise UnknownLanguage(code)
    before, place = _spoken.set(code), _host.set(host)
    try:
        yield
    finally:
        _spoken.reset(before)
        _host.reset(place)


def language() -> str:
    """Give the code of the language that is spoken now."""
    return _spoken.get()


def host() -> str:
    """Give the host in whose words is spoken now, or an empty string."""
    return _host.get()


def languages() -> tuple[str, ...]:
    """Give the codes of all languages that there are words for, in order."""
    return tuple(sorted({file.stem for folder in _folders() for file in folder.glob("*.yaml")}))


@cache
def _seen(_folders: tuple[Path, ...]) -> frozenset[str]:
    # A page speaks dozens of times: the folders are looked through again only for a language that was not there.
    return frozenset(languages())


def words(section: str) -> dict[str, Any]:
    """Give the words of one part of the interface, in the language that is spoken now.

    Parameters
    ----------
    section : str
        Top-level name in the language's file, such as ``kit`` or ``mark``.

    Returns
    -------
    dict
        Words by name; placeholders stand in braces.

    Raises
    ------
    KeyError
        If the section does not exist.
    LessonError
        If the file of the language cannot be read, or lacks words; with every problem.
    """
    sections = _sections(language(), _folders())
    own = sections.get("hosts", {}).get(_host.get(), {})
    return _with(sections[section], own.get(section, {}))


def _with(common: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Put the words of a host in place of the common ones of the same name."""
    below = {name: _with(common[name], more) for name, more in own.items() if isinstance(more, dict)}
    return common | own | below


def _folders() -> tuple[Path, ...]:
    # Ours comes first: a file from elsewhere adds a language and replaces none.
    return (OWN_FOLDER, Path(os.environ[MORE])) if os.environ.get(MORE) else (OWN_FOLDER,)


@cache
def _sections(code: str, folders: tuple[Path, ...]) -> dict[str, Any]:
    files = (folder / f"{code}.yaml" for folder in folders)
    file = next((file for file in files if file.is_file()), OWN_FOLDER / f"{code}.yaml")
    spoken = read_plain(file)
    if code != "en" and (problems := problems_of(file, spoken, _sections("en", (OWN_FOLDER,)))):
        raise LessonError(problems)
    return spoken
