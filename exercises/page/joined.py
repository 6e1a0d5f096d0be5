"""Joins a view with all that it imports, because a widget's module cannot import a neighbour."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
IMPORT = re.compile(r'^import \{[^}]*\} from "\./([a-z]+\.js)";\n', flags=re.M)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) )", flags=re.M)


@cache
def join_module(view: Path) -> str:
    """Join a view with all that it imports, because a widget's module cannot import a neighbour.

    Parameters
    ----------
    view : Path
        The view's JavaScript file. What it imports lies beside it or beside ``kit.js``.

    Returns
    -------
    str
        One module without imports; every file stands in it once, in front of those that need it.
    """
    joined: dict[Path, str] = {}

    def add(file: Path) -> None:
        if file in joined:
            return
        joined[file] = ""  # Keeps a circle from turning for ever.
        source = file.read_text("utf-8")
        for name in IMPORT.findall(source):
            beside = file.parent / name
            add(beside if beside.exists() else HERE / name)
        own = IMPORT.sub("", source)
        del joined[file]
        joined[file] = own if file == view else EXPORT.sub("", own)

    add(view)
    return "\n".join(joined.values())


@cache
def join_style(style: Path) -> str:
    """Join the shared style sheet in front of a view's own."""
    return (HERE / "kit.css").read_text("utf-8") + "\n" + style.read_text("utf-8")
