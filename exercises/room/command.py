"""The command ``whosays room``: opens a class from this computer, or prints its cards."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer
from click import IntRange

from exercises.ending import stop
from exercises.files.writing import write_text
from exercises.words import words

PORT = 8765


_Class = Annotated[str, typer.Option("--class", help="Name of the class: letters, numbers, - and _.")]


def room(
    name: _Class = "class",
    cards: Annotated[int, typer.Option(help="Make so many new cards, as a page to print, and stop.")] = 0,
    port: Annotated[int, typer.Option(min=1024, max=65535, help="Port that students' browsers ask.")] = PORT,
    bind: Annotated[str, typer.Option(help="Address of this computer to answer at.")] = "",
    backup: Annotated[Path | None, typer.Option(help="Copy the class into a file, also while it is open.")] = None,
    restore: Annotated[Path | None, typer.Option(help="Make the class from such a file.")] = None,
    *,
    demo: Annotated[
        bool, typer.Option("--demo", help="Practise with 30 made-up students; nothing of it stays.")
    ] = False,
    delete: Annotated[bool, typer.Option("--delete", help="Delete the class with all its answers and cards.")] = False,
) -> None:
    """Serve the notebooks to a class from this computer; students install nothing and come in by card."""
    from exercises.answers.store import StoreTrouble
    from exercises.room import classes

    spoken = words("room")
    try:
        backup, restore = _from_home(backup), _from_home(restore)
        if backup:
            classes.back_up(name, backup)
            typer.echo(spoken["backed_up"].format(name=name, file=backup))
        elif restore:
            classes.restore(name, restore)
            typer.echo(spoken["restored"].format(name=name))
        elif delete:
            _delete(name)
        elif demo:
            _practise(bind, port)
        else:
            _open(name, cards, bind, port)
    except classes.ClassRefused as refused:
        stop(spoken[str(refused)].format(name=name, file=backup or restore))
    except StoreTrouble as trouble:
        stop(str(trouble))


def _from_home(path: Path | None) -> Path | None:
    """Read the ~ of a home, which a shell leaves behind an equals sign."""
    try:
        return path and path.expanduser()
    except RuntimeError:
        stop(words("cli")["no_home"].format(path=path))


def _open(name: str, cards: int, bind: str, port: int) -> None:
    from exercises.room.classes import class_folder, held
    from exercises.room.register import Register, class_store

    if cards:  # Also while the room is open: a late comer needs one.
        _print_cards(Register(class_store(class_folder(name))), name, cards)
        return
    with held(name) as folder:
        store = class_store(folder)
        if not Register(store).codes():
            stop(words("room")["no_cards"].format(name=name))
        _serve(store, name, bind, port)


def _practise(bind: str, port: int) -> None:
    """Open a class of made-up students, which is gone when it is ended."""
    from exercises.lesson.load import find_lessons
    from exercises.room.addresses import HERE
    from exercises.room.demo import NAME, STUDENTS, fill_class
    from exercises.room.register import class_store
    from exercises.room.templates import made_up

    spoken, address = words("room")["figures"], bind or HERE
    with TemporaryDirectory(prefix="whosays-", ignore_cleanup_errors=True) as place, made_up():
        store = class_store(Path(place) / NAME)
        typer.echo(spoken["demo_filling"].format(count=STUDENTS))
        card = fill_class(store, find_lessons())
        link = f"http://{address}:{port}/"
        typer.echo(spoken["demo_card"].format(link=link, code=card.code, pin=card.pin))
        _serve(store, NAME, address, port, spoken["demo_open"])


def _delete(name: str) -> None:
    from exercises.room.classes import delete

    spoken = words("room")
    # The name once more: what is deleted here cannot be had back.
    if typer.prompt(spoken["sure"].format(name=name)) != name:
        stop(spoken["kept"])
    delete(name)
    typer.echo(spoken["deleted"].format(name=name))


def _print_cards(register: Any, name: str, count: int) -> None:
    from exercises.room.register import MOST_CARDS
    from exercises.room.templates import fill

    spoken = words("room")
    there = len(register.codes())
    if not 1 <= count <= MOST_CARDS - there:
        stop(spoken["too_many"].format(most=MOST_CARDS, there=there))
    file = Path(spoken["cards_file"].format(name=name))
    if file.exists():
        stop(spoken["cards_there"].format(file=file))
    page = fill("cards.html", name=name, cards=register.issue(count))
    write_text(file, str(page))
    typer.echo(spoken["cards_made"].format(count=count, file=file.resolve()))


def _serve(store: Any, name: str, bind: str, port: int, opened: str = "") -> None:
    from exercises.lesson.load import find_lessons
    from exercises.room.addresses import HERE, as_blocks, is_free
    from exercises.room.register import Register
    from exercises.room.server import application, serve

    spoken = words("room")
    address = bind or _chosen()
    if not is_free(address, port):
        stop(spoken["taken"].format(address=address, port=port))
    folders = sorted(file.parent for file in find_lessons().glob("*/lesson.yaml"))
    made = application(folders, store, [f"{address}:{port}"])
    link = f"http://{address}:{port}/"
    typer.echo(as_blocks(link))
    typer.echo((opened or spoken["open"]).format(name=name, link=link))
    typer.echo(spoken["key_said"].format(link=link, key=Register(store).teacher_key()))
    typer.echo(spoken["here_only"] if address == HERE else spoken["seen"])
    with suppress(KeyboardInterrupt):
        asyncio.run(serve(made, port, address))


def _chosen() -> str:
    """Choose the address to answer at: the only one there is, or the one that the teacher names."""
    from exercises.room.addresses import HERE, interfaces

    spoken, found = words("room"), interfaces()
    if not found:
        typer.echo(spoken["no_network"])
        return HERE
    if len(found) == 1:
        return found[0]
    for number, one in enumerate(found, start=1):
        typer.echo(f"{number}  {one}")
    chosen: int = typer.prompt(spoken["which"], type=IntRange(1, len(found)), default=1)
    return found[chosen - 1]
