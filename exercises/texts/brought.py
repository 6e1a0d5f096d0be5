"""The door for any text: what a person pastes or opens becomes plain text with numbered sentences, or is refused."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from exercises.lesson.text import Span
from exercises.texts.bounds import MOST_BYTES, MOST_CHARACTERS, MOST_RAW, MOST_TITLE, MOST_WORDS
from exercises.texts.cleaning import clean, one_line
from exercises.texts.found import Found
from exercises.texts.kinds import ending, kind_by_bytes, kind_by_text, said_of_name
from exercises.texts.language import Language, guess
from exercises.texts.letters import letters
from exercises.texts.markdown import read_markdown
from exercises.texts.numbered import Splitter, numbered, plain_sentences
from exercises.texts.pdf import read_pdf
from exercises.texts.refused import refuse, told
from exercises.texts.saved_page import declared, read_page
from exercises.texts.word import read_word


@dataclass(frozen=True, slots=True)
class Brought:
    r"""A text that a person brought.

    Attributes
    ----------
    text : str
        Plain text: no markup, no hidden signs, ``\n`` for line breaks.
    sentences : tuple of Span
        Where each sentence stands in it, in code points; the first one has number 1.
    title : str
        Title that the file names, or an empty string.
    notes : tuple of str
        What was mended, left out or guessed, in sentences for the person.
    language : str
        Guessed: ``en``, ``de``, ``uk``, ``other``, or ``unknown`` for a text that does not tell.
    """

    text: str
    sentences: tuple[Span, ...]
    title: str
    notes: tuple[str, ...]
    language: Language

    @property
    def lines(self) -> tuple[str, ...]:
        """The sentences, each on one line."""
        return tuple(" ".join(self.text[span.start : span.end].split()) for span in self.sentences)


def read_pasted(text: str, split: Splitter = plain_sentences) -> Brought:
    """Read a text that was pasted or typed.

    Parameters
    ----------
    text : str
        Anything.
    split : callable, optional
        Says where sentences stand.

    Raises
    ------
    TextRefused
        If it cannot be used; the message is one sentence for the person.
    """
    return _brought(Found(text), split)


def read_brought(name: str, data: bytes, split: Splitter = plain_sentences) -> Brought:
    """Read a file that was opened.

    Parameters
    ----------
    name : str
        Its name. The bytes decide what kind of file it is; the name helps where they leave that open.
    data : bytes
        What it holds; nothing about it is trusted.
    split : callable, optional
        Says where sentences stand.

    Raises
    ------
    TextRefused
        If it cannot be used; the message is one sentence for the person.
    """
    refuse_too_large(len(data))
    if not data.strip():
        refuse("empty-file")
    return _brought(_found(name, data), split)


def read_file(path: Path, split: Splitter = plain_sentences) -> Brought:
    """Read a file on this computer; one that is too large is refused before it is read.

    Raises
    ------
    TextRefused
        If it is not there, or cannot be used.
    """
    try:
        if not path.is_file():
            refuse("no-file")
        refuse_too_large(path.stat().st_size)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        refuse("no-file")
    return read_brought(path.name, data, split)


def refuse_too_large(size: int) -> None:
    """Refuse a file by its size alone.

    Parameters
    ----------
    size : int
        In bytes.
    """
    if size > MOST_BYTES:
        refuse("large", most=MOST_BYTES // 1_000_000)


def _found(name: str, data: bytes) -> Found:
    """Read a file as what it is."""
    kind = kind_by_bytes(name, data)
    if kind is not None:
        found = read_pdf(data) if kind == "pdf" else read_word(data)
        return Found(found.text, found.title, (*said_of_name(name, kind), *found.notes))
    is_page = ending(name) in ("html", "htm", "xhtml") or b"charset" in data[:4096].lower()
    text, guessed = letters(data, declared(data) if is_page else "")
    kind = kind_by_text(name, text)
    if len(text) > MOST_RAW and kind != "html":
        refuse("long", most=MOST_CHARACTERS)
    readers = {"html": read_page, "markdown": read_markdown}
    found = readers.get(kind, Found)(text)
    return Found(found.text, found.title, (*said_of_name(name, kind), *guessed, *found.notes))


def _brought(found: Found, split: Splitter) -> Brought:
    """Clean a text, look at its bounds, and number its sentences."""
    if len(found.text) > MOST_RAW:
        refuse("long", most=MOST_CHARACTERS)
    text, mended = clean(found.text)
    if not text:
        refuse("empty")
    if not any(map(str.isalnum, text)):
        refuse("only-signs")
    if len(text) > MOST_CHARACTERS:
        refuse("long", most=MOST_CHARACTERS)
    count = sum(any(map(str.isalnum, word)) for word in text.split())
    if count > MOST_WORDS:
        refuse("many-words", count=count, most=MOST_WORDS)
    language = guess(text)
    drafting = () if language == "en" else (told("no-drafts" if language != "unknown" else "which-language"),)
    notes = (*found.notes, *mended, *drafting)
    return Brought(text, numbered(text, split), one_line(found.title, MOST_TITLE), notes, language)
