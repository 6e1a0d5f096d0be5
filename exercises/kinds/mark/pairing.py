"""The best way to pair two groups of things, each with at most one partner (the assignment problem)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

FAR = Fraction(10**9)


def best_pairs(gains: Sequence[Sequence[Fraction]]) -> dict[int, int]:
    """Pair rows with columns so that the gains add up to the most.

    The Hungarian method (Kuhn 1955) with shortest paths: rows enter one at a time, each along the cheapest chain of
    changed partners. Exact numbers and a fixed order make it deterministic.

    Parameters
    ----------
    gains : sequence of sequence of Fraction
        What each row gains from each column, 0 or more.

    Returns
    -------
    dict
        Column by row, only for pairs that gain something.
    """
    columns = len(gains[0]) if gains else 0
    # One empty column a row: nothing has to be paired.
    costs = [[-gain for gain in row] + [Fraction(0)] * len(gains) for row in gains]
    row_price = [Fraction(0)] * len(costs)
    column_price = [Fraction(0)] * (columns + len(costs))
    partner: dict[int, int] = {}
    for row in range(len(costs)):
        _enter(row, costs, row_price, column_price, partner)
    return {row: column for column, row in sorted(partner.items()) if column < columns and gains[row][column] > 0}


def _enter(
    row: int,
    costs: Sequence[Sequence[Fraction]],
    row_price: list[Fraction],
    column_price: list[Fraction],
    partner: dict[int, int],
) -> None:
    """Give one more row a column, changing earlier partners where that costs least."""
    distance = [FAR] * len(column_price)
    came_from: dict[int, int | None] = {}
    reached: list[int] = []
    current, column, so_far = row, None, Fraction(0)
    while True:
        for other in range(len(distance)):
            if other in reached:
                continue
            step = so_far + costs[current][other] - row_price[current] - column_price[other]
            if step < distance[other]:
                distance[other] = step
                came_from[other] = column
        column = min((c for c in range(len(distance)) if c not in reached), key=distance.__getitem__)
        so_far = distance[column]
        if column not in partner:
            break
        reached.append(column)
        current = partner[column]
    row_price[row] += so_far
    for other in reached:
        row_price[partner[other]] += so_far - distance[other]
        column_price[other] -= so_far - distance[other]
    _shift(row, column, came_from, partner)


def _shift(row: int, column: int, came_from: dict[int, int | None], partner: dict[int, int]) -> None:
    """Move every row on the chain to its new column, the new row to the first one."""
    while (before := came_from[column]) is not None:
        partner[column] = partner[before]
        column = before
    partner[column] = row
