"""Pages that a teacher prints: cards, and personal links."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from pathlib import Path

from markupsafe import Markup

from exercises.files.writing import write_text
from exercises.room.addresses import as_picture
from exercises.room.classes import ClassRefused
from exercises.room.links import Links
from exercises.room.register import MOST_CARDS, Card, Register
from exercises.room.templates import fill
from exercises.words import words


class _Unwritten(Exception):  # noqa: N818 - what happened, not a fault
    """The page of the cards could not be written."""


def print_cards(register: Callable[[], Register], issued: Collection[str], name: str, count: int) -> Path:
    """Make cards and write their page, and give the file. No card counts as issued before it is written.

    Parameters
    ----------
    register : callable
        Gives the register; asked for only when cards are made, so that a refusal leaves nothing behind.
    issued : collection of str
        The codes of the cards that the class has.
    name : str
        Name of the class.
    count : int
        How many cards.

    Raises
    ------
    ClassRefused
        If the class would have too many, or the last page still lies there.
    """
    if not 1 <= count <= MOST_CARDS - len(issued):
        raise ClassRefused("too_many", most=MOST_CARDS, there=len(issued))
    file = Path(words("room")["cards_file"].format(name=name))
    # Under this name first: a command that is killed in between leaves a page of cards that may count by now.
    early = file.with_name(f"{file.name}.new")
    if early.exists() and any(code in early.read_text("utf-8", "replace") for code in issued):
        early.replace(file)
    if file.exists():
        raise ClassRefused("cards_there", file=file)

    def keep(cards: list[Card]) -> None:
        try:
            write_safely(early, str(fill("cards.html", name=name, cards=cards)))
        except OSError as error:
            raise _Unwritten from error

    try:
        register().issue(count, keep)
    except _Unwritten as unwritten:
        early.unlink(missing_ok=True)
        # It speaks of the page, and not of the file of the class, which is as it was.
        raise unwritten.__cause__ or unwritten from None
    early.replace(file)
    return file.resolve()


def print_links(links: Links, name: str, address: str) -> Path:
    """Make a link for every card, write their page over the last one, and give the file."""
    file = Path(words("room")["opening"]["links_file"].format(name=name))
    made = [(one.code, f"{address}in/{one.ticket}") for one in links.make()]
    drawn = [(code, link, Markup(as_picture(link, 3))) for code, link in made]  # noqa: S704 (drawn by us)
    write_safely(file, str(fill("links.html", name=name, links=drawn)))
    return file.resolve()


def write_safely(file: Path, text: str) -> None:
    """Write a file that only its owner can read, down to the disk."""
    os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    write_text(file, text)
    with file.open("rb+") as written:
        os.fsync(written.fileno())
