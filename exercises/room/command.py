"""The command ``whosays room``: opens a class from this computer, or prints its cards and links."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from exercises.ending import stop
from exercises.words import language, speaking, words

if TYPE_CHECKING:
    from exercises.room.opening import Wish

PORT = 8765
LONGEST = 36500  # days: a hundred years


_Path = TypeVar("_Path", Path, Path | None)
_Class = Annotated[str, typer.Option("--class", help="Name of the class: letters, numbers, - and _.")]


def room(
    context: typer.Context,
    name: _Class = "class",
    cards: Annotated[int | None, typer.Option(help="Make so many new cards, as a page to print, and stop.")] = None,
    notebooks: Annotated[str, typer.Option(help="Only these are open at the start, such as 1,2,7b.")] = "",
    lesson: Annotated[str, typer.Option(help="Serve this lesson alone; all of them side by side if none.")] = "",
    port: Annotated[int, typer.Option(min=1024, max=65535, help="Port that students' browsers ask.")] = PORT,
    bind: Annotated[str, typer.Option(help="Address of this computer to answer at.")] = "",
    address: Annotated[str, typer.Option(help="Name or address under which students reach it.")] = "",
    certificate: Annotated[Path | None, typer.Option(help="PEM file with certificate and key: encrypts all.")] = None,
    backup: Annotated[Path | None, typer.Option(help="Copy the class into a file, also while it is open.")] = None,
    restore: Annotated[Path | None, typer.Option(help="Make the class from such a file.")] = None,
    older_than: Annotated[
        int | None,
        typer.Option(min=1, max=LONGEST, help="With --delete: only what nobody has touched for so many days."),
    ] = None,
    *,
    demo: Annotated[
        bool, typer.Option("--demo", help="Practise with 30 made-up students; nothing of it stays.")
    ] = False,
    drafts: Annotated[
        bool, typer.Option("--drafts", help="Serve also what rests on drafts that nobody has looked at yet.")
    ] = False,
    links: Annotated[bool, typer.Option("--links", help="Make a personal link for every card, and stop.")] = False,
    delete: Annotated[bool, typer.Option("--delete", help="Delete the class with all its answers and cards.")] = False,
) -> None:
    """Serve the notebooks to a class from this computer; students install nothing and come in by card."""
    from exercises.answers.store import StoreTrouble
    from exercises.room.classes import ClassRefused
    from exercises.room.demo import NAME
    from exercises.room.opening import Wish, practise
    from exercises.room.options import look_at
    from exercises.room.register import WINDOW

    told = {"name": name, "file": backup or restore or certificate}
    # What is said of the file of the class is said to a teacher here; pages speak in their own words.
    with speaking(language(), WINDOW):
        try:
            look_at(context)
            wish = Wish(name, notebooks, lesson, bind, port, address, _from_home(certificate), drafts)
            if backup:
                _back_up(name, _from_home(backup))
            elif restore:
                _restore(name, _from_home(restore))
            elif delete:
                _delete(name, older_than)
            elif demo:
                practise(replace(wish, name=NAME))
            else:
                _open(wish, cards, links=links)
        except ClassRefused as refused:
            stop(refused.sentence(**told))
        except StoreTrouble as trouble:
            stop(str(trouble))


def _back_up(name: str, file: Path) -> None:
    from exercises.room.classes import back_up

    back_up(name, file, typer.echo)
    typer.echo(words("room")["backed_up"].format(name=name, file=file))


def _restore(name: str, file: Path) -> None:
    from exercises.room.classes import restore

    restore(name, file)
    typer.echo(words("room")["restored"].format(name=name))


def _from_home(path: _Path) -> _Path:
    """Read the ~ of a home, which a shell leaves behind an equals sign."""
    try:
        return path.expanduser() if path else path
    except RuntimeError:
        stop(words("cli")["no_home"].format(path=path))


def _open(wish: Wish, cards: int | None, *, links: bool) -> None:
    from exercises.room.opening import make_cards, make_links, open_class

    if cards is not None:  # Also while the room is open: a late comer needs one.
        typer.echo(make_cards(wish, cards))
    elif links:
        typer.echo(make_links(wish))
    else:
        open_class(wish)


def _delete(name: str, older_than: int | None) -> None:
    from exercises.room.ageing import delete_older
    from exercises.room.classes import ClassRefused, class_folder, delete

    spoken = words("room")
    if not class_folder(name).is_dir():
        raise ClassRefused("no_class")
    # The name once more: what is deleted here cannot be had back.
    sure = spoken["older"]["sure"] if older_than else spoken["sure"]
    if typer.prompt(sure.format(name=name, days=older_than)) != name:
        stop(spoken["kept"])
    if older_than:
        count = delete_older(name, older_than, typer.echo)
        typer.echo(spoken["older"]["deleted"].format(name=name, days=older_than, count=count))
    else:
        delete(name)
        typer.echo(spoken["deleted"].format(name=name))
