"""Values from outside that no page could show: half characters are mended, odd numbers and great depth are found."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NoReturn

LARGEST_NUMBER = 2**53 - 1  # beyond it a browser counts wrong
DEEPEST = 57  # levels of an answer; our deepest, a full desk, stays far below

_MOST_DIGITS = len(str(LARGEST_NUMBER))


class TooDeep(ValueError):  # noqa: N818 - what was found, not a fault
    """The value is nested deeper than Python itself can read."""


class OddNumber(ValueError):  # noqa: N818 - what was found, not a fault
    """The value holds a number that a browser cannot count with."""


def read_json(text: str, pairs: Callable[[list[tuple[str, Any]]], Any] | None = None) -> Any:
    """Read JSON; whatever cannot be read, however it cannot, is a ValueError.

    Parameters
    ----------
    text : str
        The JSON. ``NaN`` and ``Infinity`` are none.
    pairs : callable, optional
        Makes an object of its names and values; a dict by default.

    Raises
    ------
    TooDeep, OddNumber
        If it is JSON, but such that no page could be given it.
    """
    try:
        return (_reader(pairs) if pairs else _READER).decode(text)
    except RecursionError:
        raise TooDeep from None


def mended(value: Any) -> Any:
    """Give a value of JSON in which every half of a surrogate pair is the sign for what cannot be shown.

    Parameters
    ----------
    value : object
        Plain JSON, of any depth that Python itself can read.
    """
    if isinstance(value, str):
        return value if _is_whole(value) else "".join(sign if _is_whole(sign) else "\ufffd" for sign in value)
    if isinstance(value, list):
        return [mended(one) for one in value]
    if isinstance(value, dict):
        return {mended(name): mended(one) for name, one in value.items()}
    return value


def is_deep(value: Any, most: int) -> bool:
    """Say whether lists and objects are nested in a value deeper than so many levels; no depth is too deep for that."""
    level = [value]
    for _ in range(most + 1):
        level = [one for one in level if isinstance(one, dict | list)]
        if not level:
            return False
        level = [inner for one in level for inner in _inside(one)]
    return True


def has_odd_number(value: Any) -> bool:
    """Say whether a value holds a number that a browser cannot count with."""
    # Put so that NaN, which is neither less nor more than anything, is found too.
    return any(not abs(one) <= LARGEST_NUMBER for one in _parts(value) if isinstance(one, int | float))


def is_blank(value: Any) -> bool:
    """Say whether nothing was written or chosen in an answer."""
    if isinstance(value, dict):
        return all(is_blank(one) for one in value.values())
    if isinstance(value, list):
        return all(is_blank(one) for one in value)
    return value is None or value is False or (isinstance(value, str) and not value.strip())


def holds(one: Any, other: Any) -> bool:
    """Say whether all that was written or chosen in another answer is in this one too, as where somebody went on.

    Parameters
    ----------
    one, other : object
        Two answers, or parts of them, plain JSON.
    """
    if is_blank(other):
        return True
    if isinstance(one, dict) and isinstance(other, dict):
        return all(holds(one.get(name), part) for name, part in other.items())
    if isinstance(one, list) and isinstance(other, list):
        rest = iter(one)
        return all(part in rest for part in other)  # in the same order, with others between
    if isinstance(one, str) and isinstance(other, str):
        here, there = " ".join(one.split()), " ".join(other.split())
        # A name of something to choose may be the beginning of another one; of several words nobody chose any.
        return here == there or (" " in there and f" {there}" in f" {here}")
    return bool(one == other)


def _is_whole(text: str) -> bool:
    return not any("\ud800" <= sign <= "\udfff" for sign in text)


def _parts(value: Any) -> Iterator[Any]:
    """Give all that a value consists of; without recursion, so that depth can do no harm."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        yield one
        if isinstance(one, dict | list):
            waiting.extend(_inside(one))


def _inside(one: dict[str, Any] | list[Any]) -> Iterable[Any]:
    return one.values() if isinstance(one, dict) else one


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _integer(digits: str) -> int:
    # Counted first: of thousands of digits Python makes no number.
    if len(digits) > _MOST_DIGITS + 1 or abs(number := int(digits)) > LARGEST_NUMBER:
        raise OddNumber
    return number


def _float(digits: str) -> float:
    number = float(digits)
    if abs(number) > LARGEST_NUMBER:
        raise OddNumber
    return number


def _reader(pairs: Callable[[list[tuple[str, Any]]], Any] | None) -> json.JSONDecoder:
    return json.JSONDecoder(parse_constant=_no_number, parse_int=_integer, parse_float=_float, object_pairs_hook=pairs)


_READER = _reader(None)  # Made once: that costs as much as reading a short answer.
