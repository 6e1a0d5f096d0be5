"""What is offered behind a result: another worked case after two misses, a way on for who is right at once and sure."""

from __future__ import annotations

from collections.abc import Mapping

from exercises.answers.work import Attempt
from exercises.exchange.record import WITH_RESULT, Record
from exercises.kinds.base import Item

MISSES = 2
SURE = 3  # of four steps: quite sure


def titles_of(item: Item, items: Mapping[str, Item]) -> dict[str, dict[str, str]]:
    """Give id and title of each exercise to which a way leads, by the name of the way."""
    named = {way: items.get(name) for way, name in item.ways if name}
    return {way: {"id": one.id, "title": one.title} for way, one in named.items() if one is not None}


def way_of(record: Record) -> str:
    """Say which way is offered now: ``again``, ``on``, or an empty string.

    A miss is a Check that was not right; to be shown our answer after one counts as the second. Where nothing is
    scored, nobody misses and nobody is right.
    """
    if record.phase not in WITH_RESULT or record.older:
        return ""
    ways, acts = record.item.ways, record.attempts
    missed = [one for one in acts if _missed(one)]
    if ways.on and not missed and acts and _right(acts[0]) and (acts[0].confidence or 0) >= SURE:
        return "on"
    shown = missed and any(one.what == "show" for one in acts)
    still = missed and (record.phase == "shown" or _missed(acts[-1]))
    return "again" if ways.again and still and len(missed) + bool(shown) >= MISSES else ""


def _right(one: Attempt) -> bool:
    return _scored(one) is True


def _missed(one: Attempt) -> bool:
    return _scored(one) is False


def _scored(one: Attempt) -> bool | None:
    """Say whether a Check was right; None for all else, and where nothing was scored."""
    result = one.result or {}
    right = result.get("right") if one.what == "check" and result.get("out_of") else None
    return right if isinstance(right, bool) else None
