"""Values from outside that no page could show: half characters are mended, numbers beyond all measure are found."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

LARGEST_NUMBER = 2**53 - 1  # beyond it a browser counts wrong


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


def has_odd_number(value: Any) -> bool:
    """Say whether a value holds a number that a browser cannot count with."""
    return any(not math.isfinite(one) or abs(one) > LARGEST_NUMBER for one in _numbers(value))


def is_blank(value: Any) -> bool:
    """Say whether nothing was written or chosen in an answer."""
    if isinstance(value, dict):
        return all(is_blank(one) for one in value.values())
    if isinstance(value, list):
        return all(is_blank(one) for one in value)
    return value is None or value is False or (isinstance(value, str) and not value.strip())


def _is_whole(text: str) -> bool:
    return not any("\ud800" <= sign <= "\udfff" for sign in text)


def _numbers(value: Any) -> Iterator[float]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _numbers(one)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield value
