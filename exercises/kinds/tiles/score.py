"""How an answer to *tiles* is scored: by the longest run of tiles that stand in the order of an accepted line."""

from __future__ import annotations

from collections.abc import Sequence

from exercises.kinds.base import Outcome, Remark, Result
from exercises.kinds.tiles.item import Tile, TilesAnswer, TilesItem
from exercises.lesson.load import Lesson
from exercises.words import words


def score(item: TilesItem, answer: TilesAnswer, lesson: Lesson) -> Result:  # noqa: ARG001 (all kinds take the lesson)
    """Compare a student's line with the accepted order that it comes nearest to.

    Each tile of that order which stands in sequence earns a point, each spare tile in the line costs one, never below
    0. In sequence are the tiles of the longest common subsequence (Wagner and Fischer, 1974).

    Parameters
    ----------
    item : TilesItem
        The exercise.
    answer : TilesAnswer
        The student's line.
    lesson : Lesson
        The lesson it belongs to.

    Returns
    -------
    Result
        With a remark for every tile; ``extra`` holds what becomes of the sentence when a tile is lost.

    Raises
    ------
    ValueError
        If the line is empty or has tiles that this exercise has not; one sentence for the student.
    """
    _check(item, answer)
    best = max(item.orders, key=lambda order: _credit(order, answer.line))
    kept = common(best, answer.line)
    said = words("tiles")["result"]
    whole = answer.line in item.orders
    return Result(
        points=float(max(0, _credit(best, answer.line))),
        out_of=float(len(best)),
        summary=said["whole"] if whole else said["part"].format(kept=len(kept), all=len(best)),
        remarks=tuple(_remark(tile, best, answer.line, kept) for tile in item.tiles),
        right=whole,
        extra=_loss(item),
    )


def _check(item: TilesItem, answer: TilesAnswer) -> None:
    said = words("tiles")
    known = {tile.id for tile in item.tiles}
    if not answer.line:
        raise ValueError(said["incomplete"])
    if set(answer.line) - known or len(set(answer.line)) < len(answer.line):
        raise ValueError(said["result"]["unknown"])


def common(one: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    """Give the longest common subsequence of two lines without repeated tiles."""
    best: list[list[tuple[str, ...]]] = [[()] * (len(other) + 1) for _ in range(len(one) + 1)]
    for row, tile in enumerate(one, start=1):
        for column, mine in enumerate(other, start=1):
            longer = max(best[row - 1][column], best[row][column - 1], key=len)
            best[row][column] = (*best[row - 1][column - 1], tile) if tile == mine else longer
    return best[-1][-1]


def _credit(order: Sequence[str], line: Sequence[str]) -> int:
    return len(common(order, line)) - len(set(line) - set(order))


def _remark(tile: Tile, order: Sequence[str], line: Sequence[str], kept: Sequence[str]) -> Remark:
    outcome: Outcome
    if tile.id in kept:
        outcome = "right"
    elif tile.id in order:
        outcome = "part" if tile.id in line else "missed"
    else:
        outcome = "extra" if tile.id in line else "note"
    said = words("tiles")["result"]
    subject = said["spare" if tile.id not in order else "tile"].format(text=tile.text)
    return Remark(subject=subject, outcome=outcome, reason=tile.why, other=outcome == "note")


def _loss(item: TilesItem) -> dict[str, object]:
    """Give the sentence as it stands without the tile that may be lost, and what stands beside it."""
    if item.loss is None:
        return {}
    texts = {tile.id: tile.text for tile in item.tiles}
    return {
        "loss": {
            "tile": texts[item.loss.tile],
            "whole": [texts[name] for name in item.orders[0]],
            "at": item.orders[0].index(item.loss.tile),
            "beside": item.loss.beside,
            "why": item.loss.why,
        }
    }
