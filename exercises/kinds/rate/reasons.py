"""Which reason belongs to which step of a scale; a reason may cover several steps."""

from __future__ import annotations

import re

from exercises.kinds.rate.item import RateItem, Statement

_RANGE = re.compile(r"([1-9])(?:\s*[-–]\s*([1-9]))?")


def steps_of(name: str, statement: Statement, steps: int) -> list[int] | None:
    """Give the steps that one reason covers.

    Parameters
    ----------
    name : str
        What stands before the reason: ``3``, ``1-2``, ``low``, ``high`` or ``any``.
    statement : Statement
        The statement; what is low and high depends on what it accepts.
    steps : int
        How many steps the scale has.

    Returns
    -------
    list of int or None
        None if the name means nothing. Steps beyond the scale are among them, so that they can be found.
    """
    accept = statement.accept or (1,)
    named = {"any": range(1, steps + 1), "low": range(1, min(accept)), "high": range(max(accept) + 1, steps + 1)}
    if name in named:
        return list(named[name])
    found = _RANGE.fullmatch(name.strip())
    return list(range(int(found[1]), int(found[2] or found[1]) + 1)) if found else None


def reason_for(item: RateItem, statement: Statement, step: int) -> str:
    """Give the reason for one step of a statement."""
    steps = len(item.scale.steps)
    covering = (reason for name, reason in statement.why.items() if step in (steps_of(name, statement, steps) or ()))
    return next(covering, "")
