"""The command ``whosays room``: opens a class from this computer, or prints its cards."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any

import typer
from click import IntRange

from exercises.ending import stop
from exercises.files.writing import write_text
from exercises.words import words

PORT = 8765


def room(
    name: Annotated[str, typer.Option("--class", help="Name of the class: letters, numbers, - and _.")] = "class",
    cards: Annotated[int, typer.Option(help="Make so many new cards, as a page to print, and stop.")] = 0,
    port: Annotated[int, typer.Option(min=1024, max=65535, help="Port that students' browsers ask.")] = PORT,
    bind: Annotated[
        str, typer.Option(help="Address of this computer to answer at; asked for if there are several.")
    ] = "",
) -> None:
    """Serve the notebooks to a class from this computer; students install nothing and come in by card."""
    from exercises.answers.store import Store, StoreTrouble
    from exercises.room.classes import class_folder
    from exercises.room.register import Register

    spoken = words("room")
    try:
        store = Store(class_folder(name))
        register = Register(store)
        if cards:
            _print_cards(register, name, cards)
        elif not register.codes():
            stop(spoken["no_cards"].format(name=name))
        else:
            _serve(store, name, bind, port)
    except ValueError:
        stop(spoken["no_name"].format(name=name))
    except StoreTrouble as trouble:
        stop(str(trouble))


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


def _serve(store: Any, name: str, bind: str, port: int) -> None:
    from exercises.lesson.load import find_lessons
    from exercises.room.addresses import HERE, as_blocks, is_free
    from exercises.room.server import application, serve

    spoken = words("room")
    address = bind or _chosen()
    if not is_free(address, port):
        stop(spoken["taken"].format(address=address, port=port))
    folders = sorted(file.parent for file in find_lessons().glob("*/lesson.yaml"))
    made = application(folders, store, [f"{address}:{port}"])
    link = f"http://{address}:{port}/"
    typer.echo(as_blocks(link))
    typer.echo(spoken["open"].format(name=name, link=link))
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
