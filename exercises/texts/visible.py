"""What can be seen of words that a person typed: all that leaves the course carries these, and nothing that hides."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from exercises.texts.cleaning import without_unseen

Thing = TypeVar("Thing")


def visible(text: str) -> str:
    r"""Give what can be seen of a text, with ``\n`` for every line break and no sign that turns the writing round."""
    return without_unseen(text)[0]


def on_one_line(text: str) -> str:
    """Put what can be seen of a text on one line."""
    return " ".join(visible(text).split())


def all_visible(thing: Thing) -> Thing:
    """Give the same value with what can be seen of each text in it: of texts, tuples and dataclasses, to any depth."""
    return cast("Thing", _visible(thing))


def _visible(thing: Any) -> Any:
    if isinstance(thing, str):
        return visible(thing)
    if isinstance(thing, tuple):
        return tuple(map(_visible, thing))
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(thing, **{field.name: _visible(getattr(thing, field.name)) for field in fields(thing)})
    return thing
