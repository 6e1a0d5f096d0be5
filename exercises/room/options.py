"""Which options of ``whosays room`` go together, and what cannot stand behind one: refused before anything is done."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path

import typer

from exercises.room.classes import ClassRefused

_REACH = ("bind", "port", "address", "certificate")
_OPENING = ("name", "notebooks", "lesson", "drafts", *_REACH)
# What is done instead of opening the class, with the options that say more of it.
_ACTS = {
    "cards": ("name",),
    "links": ("name", *_REACH),
    "backup": ("name",),
    "restore": ("name",),
    "delete": ("name", "older_than"),
    "demo": ("notebooks", "drafts", *_REACH),
}
_UNSEEN = {"Cc", "Cs"}  # signs of control, and halves of a character


def look_at(context: typer.Context) -> None:
    """Refuse what was typed if it cannot be meant: `ClassRefused` names the options.

    Parameters
    ----------
    context : typer.Context
        Of the command: it knows what was typed, and what only stands there by default.
    """
    flags = {str(one.name): one.opts[0] for one in context.command.params}
    given = [name for name in flags if getattr(context.get_parameter_source(name), "name", "") == "COMMANDLINE"]
    _look_at_pairs(given, flags)
    for name in given:
        value = context.params[name]
        # An empty path has become a dot by now, and no folder is of use here.
        if isinstance(value, str | Path) and _is_unusable(str(value)):
            raise ClassRefused("no_value", option=flags[name])


def _look_at_pairs(given: Iterable[str], flags: dict[str, str]) -> None:
    act = next((one for one in _ACTS if one in given), None)
    with_it = (act, *_ACTS[act]) if act else _OPENING
    for odd in (one for one in given if one not in with_it):
        if act is None:
            raise ClassRefused("alone")
        # Who makes cards for a lesson means two things, one after the other.
        word = "cards_first" if act == "cards" and odd in _OPENING else "not_together"
        raise ClassRefused(word, one=flags[act], other=flags[odd])


def _is_unusable(value: str) -> bool:
    return value.strip() in ("", ".") or any(unicodedata.category(sign) in _UNSEEN for sign in value)
