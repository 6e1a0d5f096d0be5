"""The command ``whosays new``: a lesson from a text, with drafts of all that a machine can draft."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from exercises.ending import stop
from exercises.laying import PACKED
from exercises.notebook.chosen import AS_PATH, from_here, home_of_lessons
from exercises.words import words

if TYPE_CHECKING:
    from exercises.notebook.fresh.article import Article
    from exercises.notebook.fresh.drafts import Drafted
    from exercises.notebook.fresh.pages import About

GUIDE = "README.md"


def new(
    name: Annotated[str, typer.Argument(help="Name of the lesson: small letters, digits, - and _.")],
    source: Annotated[
        Path, typer.Option("--from", help="The article: a .txt, .md, .html, .docx or .pdf file.", **AS_PATH)
    ],
    title: Annotated[str, typer.Option(help="Title of the lesson; that of the file if none.")] = "",
    publisher: Annotated[str, typer.Option(help="Who published the article.")] = "",
    dated: Annotated[str, typer.Option(help="Day on which it appeared, such as 2026-06-11; today if none.")] = "",
    address: Annotated[str, typer.Option(help="Its address on the web.")] = "",
    *,
    invented: Annotated[bool, typer.Option("--invented", help="It was written for a lesson: all is made up.")] = False,
) -> None:
    """Make a lesson from a text: article, drafts of its key and claims, and four notebooks; never over a folder."""
    from exercises.notebook.fresh.article import article_of
    from exercises.notebook.fresh.drafting import drafted
    from exercises.notebook.fresh.laid import lay
    from exercises.notebook.fresh.pages import About, files_of
    from exercises.notebook.fresh.refusing import refused
    from exercises.texts.brought import read_file
    from exercises.texts.refused import TextRefused

    home = home_of_lessons()
    if home.is_relative_to(PACKED):
        # The package is no place to write to, and the next update would take it away.
        stop(words("cli")["no_course"])
    today = date.today().isoformat()  # noqa: DTZ011 - the day here
    about = About(name, dated or today, title, publisher, address, invented)
    faults, article = refused(about, home), None
    try:
        article = article_of(read_file(source))
    except TextRefused as reason:
        faults.append(words("fresh")["refused"]["text"].format(file=source, reason=reason))
    if faults or article is None:
        stop("\n".join(faults))
    drafts = drafted(article)
    folder = lay(home / name, files_of(about, article, drafts))
    _tell(folder, about, article, drafts)


def _tell(folder: Path, about: About, article: Article, drafts: Drafted) -> None:
    spoken, shown = words("fresh"), from_here(folder)
    of_key = {"said": drafts.said_by, "voice": drafts.voice, "sure": drafts.how_sure, "loaded": drafts.loaded}
    counts = of_key | {"claims": drafts.claims}
    counted = {kind: len(found) for kind, found in counts.items()} | {"sentences": len(article.text.sentences)}
    said = spoken["written" if any(counts.values()) else "nothing_drafted"]
    typer.echo(said.format(folder=shown, **counted))
    for note in article.brought.notes:
        typer.echo(note)
    typer.echo(spoken["next"].format(name=about.name, guide=from_here(folder.parent / GUIDE)))
