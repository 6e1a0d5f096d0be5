"""The edition of one exercise: a fingerprint of it and of all that its page, its key and its score rest on.

Mending another exercise, or a file's line ends, leaves it as it is; so an answer is one of an earlier edition only if
the exercise itself was changed since.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from pydantic import BaseModel

from exercises.kinds import KINDS
from exercises.kinds.base import Item
from exercises.kinds.telling import knows_all
from exercises.lesson.load import Lesson
from exercises.lesson.models.base import BESIDE, SINCE

BEFORE = re.compile("[0-9a-f]{16}")
"""How a whole lesson was named when answers carried its fingerprint."""


def edition_of(item: Item, lesson: Lesson) -> str:
    """Give the edition of an exercise: ``e.`` and 14 hexadecimal digits."""
    known = lesson.editions.get(item.id)
    if known is None or known[0] is not item:
        known = lesson.editions[item.id] = (item, _fingerprint(item, lesson))
    return known[1]


def is_older(digest: str, answer: Mapping[str, Any], item: Item, lesson: Lesson, *, scored: bool) -> bool:
    """Say whether an answer belongs to an earlier edition of its exercise.

    Answers from before exercises had editions of their own count as of today's, if today's can read and, where they
    were committed, score them.

    Parameters
    ----------
    digest : str
        Edition that the answer carries.
    answer : mapping
        The answer as it is stored.
    item, lesson : Item, Lesson
        The exercise and its lesson.
    scored : bool
        Whether the answer was committed.
    """
    if digest == edition_of(item, lesson):
        return False
    return not BEFORE.fullmatch(digest) or not _fits(answer, item, lesson, scored=scored)


def _fits(answer: Mapping[str, Any], item: Item, lesson: Lesson, *, scored: bool) -> bool:
    kind = KINDS[item.kind]
    if not knows_all(item, answer, lesson):
        return False
    try:
        if scored:
            kind.score(item, kind.answer.model_validate(answer), lesson)
    except (ValueError, LookupError):
        return False
    return True


def _fingerprint(item: Item, lesson: Lesson) -> str:
    kind = KINDS[item.kind]
    rests_on = kind.rests_on(item, lesson) if kind.rests_on else []
    whole = [item, kind.page(item, lesson), kind.reveal(item, lesson), rests_on, lesson.info.language]
    text = json.dumps(plain(whole), sort_keys=True, ensure_ascii=True)
    return f"e.{hashlib.sha256(text.encode()).hexdigest()[:14]}"


def _counts(value: BaseModel, name: str) -> bool:
    """Say whether a field is part of the edition: one that came later is so only where it says something."""
    field = type(value).model_fields[name]
    if BESIDE in field.metadata:
        return False
    return SINCE not in field.metadata or getattr(value, name) != field.default


def plain(value: Any) -> Any:
    """Give models, values and sets as plain JSON that is the same in every run."""
    if isinstance(value, BaseModel):
        return plain({name: getattr(value, name) for name in type(value).model_fields if _counts(value, name)})
    if is_dataclass(value):
        return plain({field.name: getattr(value, field.name) for field in fields(value)})
    if isinstance(value, Mapping):
        return {str(name): plain(one) for name, one in value.items()}
    if isinstance(value, set | frozenset):
        return sorted((plain(one) for one in value), key=json.dumps)
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)
