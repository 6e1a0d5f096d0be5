"""A work file of a student in a class, in pieces: each is kept by itself, so that no answer of others waits for a file.

It can be run, with a language, a host and a code: then it reads a large file beside the program that asks.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from itertools import groupby
from typing import Any

from exercises.answers.bounds import MOST, names_in
from exercises.answers.exports import ExportRefused, own_work
from exercises.answers.joining import Place, Travelling
from exercises.answers.work import Aside, Attempt, Draft, Work
from exercises.words import speaking

SIZE = 30  # rows that one piece adds


@dataclass(frozen=True, slots=True)
class Cut:
    """A work file in pieces.

    Attributes
    ----------
    names : list of str
        A name for each draft, attempt and answer put aside.
    pieces : list of str
        All of them, as `travelling_of` reads them.
    mended : bool
        Whether half characters in it had to be mended.
    """

    names: list[str]
    pieces: list[str]
    mended: bool


def cut(text: str, code: str) -> Cut:
    """Read the file of a student who is in under a code, and cut it; `ExportRefused` says why not."""
    whole, mended = own_work(text, code)
    names = names_in(whole.work)
    return Cut(names, [_written(one) for one in _pieces(whole)] if len(names) <= MOST else [], mended)


def travelling_of(piece: str, code: str) -> Travelling:
    """Read one piece."""
    told = json.loads(piece)
    work = Work(
        code,
        tuple(Draft(**one) for one in told["drafts"]),
        tuple(Attempt(**one) for one in told["attempts"]),
        tuple(Aside(**one) for one in told["aside"]),
    )
    trails = {(lesson, exercise): tuple(trail) for lesson, exercise, trail in told["trails"]}
    return Travelling(work, trails, sure=told["sure"], ends=told["ends"])


def _pieces(whole: Travelling) -> Iterator[Travelling]:
    """Give the attempts, what was put aside, and the drafts, in this order; drafts of one exercise stay together.

    Of a draft that is an older one here it is asked whether its words are anywhere here, so the others come first. At
    the end come the last attempts without a draft once more: then it is known that none was to come.
    """
    work, nothing = whole.work, Work(whole.work.code)
    for start in range(0, len(work.attempts), SIZE):
        yield replace(whole, work=replace(nothing, attempts=work.attempts[start : start + SIZE]), ends=False)
    for start in range(0, len(work.aside), SIZE):
        yield replace(whole, work=replace(nothing, aside=work.aside[start : start + SIZE]))
    for group in _groups(whole):
        yield replace(whole, work=replace(nothing, drafts=tuple(group)))
    last = [work.attempts_at(*place)[-1] for place in whole.without_draft]
    for start in range(0, len(last), SIZE):
        yield replace(whole, work=replace(nothing, attempts=tuple(last[start : start + SIZE])))


def _groups(whole: Travelling) -> Iterator[list[Draft]]:
    group, rows = list[Draft](), 0
    for place, drafts in groupby(sorted(whole.work.drafts, key=_place), _place):
        alike = list(drafts)
        more = len(alike) + len(whole.trails.get(place, ()))
        if group and rows + more > SIZE:
            yield group
            group, rows = [], 0
        group, rows = group + alike, rows + more
    if group:
        yield group


def _place(one: Draft) -> Place:
    return one.lesson, one.exercise


def _written(piece: Travelling) -> str:
    places = {_place(one) for one in piece.work.drafts}
    trails = [(*place, trail) for place, trail in piece.trails.items() if place in places]
    told: dict[str, Any] = {"trails": trails, "sure": piece.sure, "ends": piece.ends}
    for name in ("drafts", "attempts", "aside"):
        told[name] = [asdict(one) for one in getattr(piece.work, name)]
    return json.dumps(told)


def main(arguments: Iterable[str]) -> None:
    """Cut the file that is read from the input, and print what came of it as one line of JSON."""
    language, host, code = arguments
    if sys.platform != "win32":
        os.nice(10)  # the class comes first
    with speaking(language, host):
        try:
            told = asdict(cut(sys.stdin.buffer.read().decode(), code))
        except ExportRefused as refusal:
            told = {"refused": str(refusal)}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1:])
