"""Opens a class for its students, from what a teacher typed; whatever is refused leaves nothing behind."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import typer

from exercises.answers.batch import BatchStore
from exercises.answers.file import FILE_NAME
from exercises.answers.moved import is_begun
from exercises.ending import ended_alike
from exercises.lesson.load import find_lessons
from exercises.lesson.models.lesson import short
from exercises.room.addresses import (
    EVERYWHERE,
    HERE,
    Reach,
    adapters,
    as_blocks,
    interfaces,
    is_free,
    is_here_only,
    reach_of,
)
from exercises.room.certificate import secured
from exercises.room.choice import chosen
from exercises.room.classes import ClassRefused, held, local_folder
from exercises.room.demo import STUDENTS, fill_class
from exercises.room.library import address
from exercises.room.links import Links
from exercises.room.opened import Opened
from exercises.room.printing import print_cards, print_links
from exercises.room.register import Register, class_store, say_what_happened
from exercises.room.server import application, serve
from exercises.room.templates import made_up
from exercises.room.watching import Watch
from exercises.words import words


@dataclass(frozen=True, slots=True)
class Wish:
    """What a teacher typed.

    Attributes
    ----------
    name : str
        Name of the class.
    notebooks : str
        Those that are open at the start; empty leaves them as they are.
    lesson : str
        The one that is served; empty serves all of them.
    bind : str
        Address of this computer to answer at; empty asks if there are several.
    port : int
        Its port.
    address : str
        Name or address under which students reach it; empty is that of ``bind``.
    certificate : Path or None
        PEM file with certificate and key.
    drafts : bool
        Whether notebooks are served, too, that rest on drafts.
    """

    name: str
    notebooks: str
    lesson: str
    bind: str
    port: int
    address: str
    certificate: Path | None
    drafts: bool = False


def make_cards(wish: Wish, count: int) -> str:
    """Make cards, and say where their page is; `ClassRefused` says why not."""
    folder = local_folder(wish.name)
    issued = Register(_mended(folder)).codes() if is_begun(folder / FILE_NAME) else []
    file = print_cards(lambda: Register(class_store(folder)), issued, wish.name, count)
    return str(words("room")["cards_made"].format(count=count, file=file))


def make_links(wish: Wish) -> str:
    """Make personal links, and say where their page is and what a link is worth; `ClassRefused` says why not."""
    store = _with_cards(_begun(wish.name))
    # Links are made while the class is open, too, so its port need not be free: any port tells if the address is ours.
    reach = _reach(wish, free=0)
    file = print_links(Links(store), wish.name, reach.link)
    return str(words("room")["opening"]["links_made"].format(file=file, link=reach.link))


def open_class(wish: Wish) -> None:
    """Serve a class until Ctrl+C; `ClassRefused` says why not."""
    _begun(wish.name)
    # Held before the port is looked at: what is said of a class that is open already is that, and not its own port.
    with held(wish.name) as folder:
        reach = _reach(wish, free=wish.port)
        store = _with_cards(folder)
        for word in Register(store).renew():
            typer.echo(words("room")["opening"][word])
        _serve(store, wish, reach, words("room")["open"])


def practise(wish: Wish) -> None:
    """Serve a class of made-up students until Ctrl+C, to this computer alone by default; all of it is gone then."""
    spoken, reach = words("room")["figures"], _reach(replace(wish, bind=wish.bind or HERE), free=wish.port)
    folder = TemporaryDirectory(prefix="whosays-", ignore_cleanup_errors=True)
    with ended_alike(), folder as place, made_up():
        store = class_store(Path(place) / wish.name)
        typer.echo(spoken["demo_filling"].format(count=STUDENTS))
        card = fill_class(store, _lessons(wish.lesson))
        typer.echo(spoken["demo_card"].format(link=reach.link, code=card.code, pin=card.pin))
        _serve(store, wish, reach, spoken["demo_open"])


def _serve(store: BatchStore, wish: Wish, reach: Reach, opened: str) -> None:
    secure = secured(wish.certificate) if wish.certificate else None
    made = application(_lessons(wish.lesson), store, reach.hosts, reach.link, drafts=wish.drafts)
    room: Opened = made.settings["room"]
    if wish.notebooks:
        _open_only(room, wish.notebooks)
    _say(room, wish, reach, opened)
    with suppress(KeyboardInterrupt):
        asyncio.run(serve(made, wish.port, reach.bind, secure, Watch(made, typer.echo).look))


def _lessons(wanted: str) -> list[Path]:
    """Give the folders of the lessons that are served; `ClassRefused` if there is none of that name."""
    folders = {file.parent.name: file.parent for file in sorted(find_lessons().glob("*/lesson.yaml"))}
    if wanted and wanted not in folders:
        raise ClassRefused("no_lesson", lesson=wanted, there=", ".join(folders))
    return [folders[wanted]] if wanted else list(folders.values())


def _begun(name: str) -> Path:
    """Give the folder of a class that has a file already: one without has no cards, and none is made for it."""
    folder = local_folder(name)
    if not is_begun(folder / FILE_NAME):
        raise ClassRefused("no_cards")
    return folder


def _mended(folder: Path) -> BatchStore:
    """Open the file of a class, and say what happened to it."""
    store = class_store(folder)
    say_what_happened(store, typer.echo)
    return store


def _with_cards(folder: Path) -> BatchStore:
    """Open the file of a class that has cards: without any, nobody could come in."""
    store = _mended(folder)
    if not Register(store).codes():
        raise ClassRefused("no_cards")
    return store


def _reach(wish: Wish, *, free: int) -> Reach:
    """Give where the class will answer; `ClassRefused` if nothing can be opened at the port that is to be free."""
    if wish.certificate:
        secured(wish.certificate)  # What is wrong with it is said before anything is asked or made.
    reach = reach_of(wish.bind or _chosen(), wish.port, wish.address, secure=wish.certificate is not None)
    if not is_free(reach.bind, free):
        raise ClassRefused("taken", address=reach.bind, port=wish.port)
    return reach


def _open_only(room: Opened, typed: str) -> None:
    pages = {
        address(name, one.name): one.name
        for name, shelf in room.library.shelves.items()
        for one in shelf.lesson.info.notebooks
    }
    wanted = set(chosen(typed, pages))
    today = date.today().isoformat()  # noqa: DTZ011 - the day here
    left = {page for page in pages if room.steering.is_open(page)}
    if not room.steering.begin(wanted, pages, today) and left != wanted:
        spoken = words("room")["opening"]
        names = dict.fromkeys(short(name) for page, name in pages.items() if page in left)
        typer.echo(spoken["as_left"].format(open=", ".join(sorted(names)) or spoken["none"], typed=typed))


def _say(room: Opened, wish: Wish, reach: Reach, opened: str) -> None:
    spoken = words("room")
    typer.echo(as_blocks(reach.link))
    for sentence in room.library.refused:
        typer.echo(sentence)
    typer.echo(opened.format(name=wish.name, link=reach.link))
    typer.echo(spoken["opening"]["board"].format(address=reach.board))
    typer.echo(spoken["key_said"].format(link=reach.link, key=room.register.teacher_key()))
    if reach.bind == EVERYWHERE:
        typer.echo(spoken["opening"]["everywhere"])
    seen = "here_only" if is_here_only(reach.bind) else "seen"
    typer.echo(spoken["opening"]["seen_secure"] if wish.certificate and seen == "seen" else spoken[seen])


def _chosen() -> str:
    """Choose the address to answer at: the only one there is, or the one that the teacher names."""
    spoken, found = words("room"), interfaces()
    if not found:
        typer.echo(spoken["no_network"])
        return HERE
    if len(found) == 1:
        return found[0]
    named = adapters()
    for number, one in enumerate(found, start=1):
        typer.echo(f"{number}  {one}  {named.get(one, '')}".rstrip())

    def read(typed: object) -> str:
        number = str(typed).strip()
        if not (number.isdecimal() and 1 <= int(number) <= len(found)):
            raise typer.BadParameter(spoken["opening"]["no_number"].format(most=len(found)))
        return found[int(number) - 1]

    return str(typer.prompt(spoken["which"], default=1, value_proc=read))
