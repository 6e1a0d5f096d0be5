"""Small counts: groups of fewer than five are not told where others look on, nor what lets one compute them."""

from __future__ import annotations

from collections.abc import Mapping

from exercises.words import words

FEWEST = 5


def groups(counts: Mapping[str, int]) -> dict[str, int]:
    """Give the counts that may be told beside their sum, and by being told give no smaller one away.

    What is left untold is nothing, or two groups and five answers at least: with one group, or fewer answers, the sum
    would tell them. (Complementary suppression: Hundepool and others, *Statistical Disclosure Control*, Wiley 2012,
    chapter 4.)

    Parameters
    ----------
    counts : mapping of str to int
        All groups; empty ones tell of nobody.

    Returns
    -------
    dict of str to int
        Groups of five and more, the largest first.
    """
    shown = sorted(((count, name) for name, count in counts.items() if count >= FEWEST), reverse=True)
    hidden = [count for count in counts.values() if 0 < count < FEWEST]
    while shown and hidden and (len(hidden) == 1 or sum(hidden) < FEWEST):
        least = shown[-1][0]
        # Of groups alike none is told alone: whoever reads of one takes it for the larger one.
        while shown and shown[-1][0] == least:
            hidden.append(shown.pop()[0])
    return {name: count for count, name in shown}


def told(count: int, of: int) -> str:
    """Tell a part of a class without telling of fewer than five, on either side of it."""
    said = words("room")["figures"]["small"]
    if count in (0, of):
        return str(said["none" if count == 0 else "all"])
    if count < FEWEST:
        return str(said["few"]).format(fewest=FEWEST)
    return str(count) if of - count >= FEWEST else str(said["nearly"])
