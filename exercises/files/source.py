"""From a file that a person wrote to its text: an ordinary file, not too large, UTF-8, without characters that hide."""

from __future__ import annotations

import html
import itertools
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from exercises.files.problems import LessonError, Problem

LARGEST = 2_000_000
"""Bytes of a YAML file; the longest of the course has a tenth of it."""
LARGEST_PROSE = 500_000
"""Bytes of an article or of Markdown, which takes longer to read."""

_MOST_TOLD = 10
_MOST_BRACKETS = 2000  # in Markdown, where each may begin a link: reading them takes long; our longest prose has a few
_OTHER_ENCODING = ("This is not UTF-8 text, as this line shows first", "Save the file as UTF-8 and plain text.")
# Control characters but tab and line end, other line ends, marks of direction, blanks without width, invisible tags.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\U000e0000-\U000e007f]"
)
_ALONE = re.compile(r"\r(?!\n)")
_REFERENCE = re.compile(r"&#?\w+;?")


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file.

    Attributes
    ----------
    file : Path
        The file.
    text : str or None
        Its text with plain line ends and without a byte order mark; None if it cannot be used.
    problems : tuple of Problem
        Why it cannot be used, or what is to mend although it can.
    missing : bool
        Whether there is no such file at all.
    """

    file: Path
    text: str | None
    problems: tuple[Problem, ...] = ()
    missing: bool = False


def read_source(file: Path, largest: int = LARGEST) -> Source:
    """Read the text of a file and say whatever is wrong with the file itself.

    Parameters
    ----------
    file : Path
        The file.
    largest : int
        How many bytes it may have.

    Returns
    -------
    Source
        Its text, or why there is none.
    """
    try:
        raw = read_bytes(file, largest)
    except LessonError as error:
        missing = isinstance(error.__cause__, FileNotFoundError) and not file.is_symlink()
        return Source(file, None, error.problems, missing)
    if (place := _no_utf_8(raw)) is not None:
        line = raw.count(b"\n", 0, place) + 1
        return Source(file, None, (Problem(file, line, *_OTHER_ENCODING),))
    text = raw.decode("utf-8-sig")
    ends = _line_ends(file, text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if hidden := tuple(_hidden_in(file, text)):
        return Source(file, None, hidden)
    if file.suffix == ".md" and text.count("[") > _MOST_BRACKETS:
        return Source(file, None, (_brackets(file, text),))
    return Source(file, text, ends)


def read_bytes(file: Path, largest: int = LARGEST) -> bytes:
    """Read a file as it is.

    Parameters
    ----------
    file : Path
        The file.
    largest : int
        How many bytes it may have.

    Raises
    ------
    LessonError
        If it is missing, too large, no ordinary file, or closed to us.
    """
    try:
        found = file.stat()
        # Before opening: a pipe would wait for ever, and a folder has no text.
        if not stat.S_ISREG(found.st_mode):
            what = "This is a folder" if stat.S_ISDIR(found.st_mode) else "This is no ordinary file"
            raise LessonError([Problem(file, None, what, "Put a text file of this name in its place.")])
        if found.st_size > largest:
            raise _too_large(file, largest)
        with file.open("rb") as stream:
            raw = stream.read(largest + 1)
    except OSError as error:
        raise LessonError([Problem(file, None, *_closed(file, error))]) from error
    if len(raw) > largest:
        raise _too_large(file, largest)
    return raw


def hidden_in(words: str) -> str:
    """Name the first character of a text that nobody sees, such as “U+202E RIGHT-TO-LEFT OVERRIDE”; empty if none."""
    if found := _HIDDEN.search(words):
        return f"U+{ord(found[0]):04X} {unicodedata.name(found[0], '')}".strip()
    # A page turns “&#8238;” into the character itself.
    for reference in _REFERENCE.findall(words) if "&" in words else ():
        character = html.unescape(reference)
        if not character or _HIDDEN.search(character):
            return str(reference)
    return ""


def without_hidden(words: str) -> str:
    """Take out all that nobody sees; a � stands for each code that a page would turn into such a character."""
    # No letter and no digit stands in the place of a code, so that what was around it never makes another one.
    return _REFERENCE.sub(lambda found: "�" if hidden_in(found[0]) else found[0], _HIDDEN.sub("", words))


def has_old_ends(text: str) -> bool:
    """Say whether a line ends with CR alone, which most programs take for no end of a line."""
    return bool(_ALONE.search(text))


def _no_utf_8(raw: bytes) -> int | None:
    """Give the first place that shows another encoding, or no text at all; None if all is UTF-8.

    A zero byte is no character that anybody writes, and what UTF-16, UTF-32 and most binary files are full of.
    """
    zero = raw.find(0)
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return error.start if zero < 0 else min(zero, error.start)
    return None if zero < 0 else zero


def _hidden_in(file: Path, text: str) -> Iterator[Problem]:
    """Say on which lines something hides; the first ones are enough to see what kind of file it is."""
    if not hidden_in(text):
        return
    told = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if name := hidden_in(line):
            yield Problem(file, number, f"A character stands here that nobody sees ({name})", "Take it out.")
            told += 1
        if told == _MOST_TOLD:
            return


def _brackets(file: Path, text: str) -> Problem:
    """Say in which line there are too many brackets to be read as Markdown."""
    *_, last = itertools.islice(re.finditer(r"\[", text), _MOST_BRACKETS + 1)
    what = f"Up to here there are more than {_MOST_BRACKETS} opening brackets “[”"
    return Problem(file, text.count("\n", 0, last.start()) + 1, what, "Take out those that begin no link.")


def _line_ends(file: Path, text: str) -> tuple[Problem, ...]:
    """Refuse line ends that most programs take for none; those of Windows are read like all others."""
    alone = _ALONE.search(text)
    if alone is None:
        return ()
    line = text.count("\n", 0, alone.start()) + 1
    what = "From here on lines end as on very old computers (CR)"
    return (Problem(file, line, what, "Save the file with line ends LF; editors call them Unix."),)


def _too_large(file: Path, largest: int) -> LessonError:
    size = f"{largest / 1_000_000:g} MB"
    return LessonError([Problem(file, None, f"The file is larger than {size}", "Divide it or shorten it.")])


def _closed(file: Path, error: OSError) -> tuple[str, str]:
    """Say why the system does not give a file, and what to do."""
    if isinstance(error, FileNotFoundError) and not file.is_symlink():
        return "The file is missing", "Put it there, or correct its name."
    if file.is_symlink() and not isinstance(error, PermissionError):
        return "This link leads nowhere", "Put the file itself in its place."
    if isinstance(error, PermissionError):
        return "The file may not be read", "Give yourself the right to read it."
    if isinstance(error, NotADirectoryError):
        return "The file is missing: what should be its folder is a file", "Put it there, or correct its name."
    return f"The file cannot be read ({error.strerror or error})", "Put it there anew, or correct its name."
