"""The command ``whosays edit``: opens the page on which the drafts of a lesson are accepted and mended."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path
from secrets import token_urlsafe
from typing import Annotated

import typer

from exercises.ending import ended_alike, stop
from exercises.files.source import without_hidden
from exercises.notebook.chosen import AS_PATH, chosen_lessons, from_here
from exercises.words import words

PORT = 8766


def edit(
    lesson: Annotated[Path, typer.Argument(help="Folder or name of the lesson.", **AS_PATH)],
    port: Annotated[int, typer.Option(min=1024, max=65535, help="Port at which the page answers.")] = PORT,
) -> None:
    """Open a page in the browser on which you look through the drafts of a lesson; for this computer alone."""
    from exercises.room.addresses import HERE, is_free
    from exercises.room.drafts_page import serve
    from exercises.room.unsaved import Unsaved

    (folder,), said = chosen_lessons([lesson]), words("mending")
    if not is_free(HERE, port):
        stop(said["taken"].format(port=port))
    key, unsaved = token_urlsafe(24), Unsaved()
    typer.echo(said["open"].format(link=f"http://{HERE}:{port}/?key={key}"))
    with ended_alike(), suppress(KeyboardInterrupt):
        asyncio.run(serve(folder, key, port, unsaved))
    typer.echo(said["ended"].format(folder=from_here(folder)))
    if left := list(unsaved.left(())):
        typer.echo(said["not_saved"])
        for one in left:
            typer.echo(without_hidden(f"  {one.label}: {one.words}"))
