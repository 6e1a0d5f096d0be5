"""What the attribution map shows of a student's own text: who speaks in which sentence, by how they are named."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.kinds.annotate.charted import groups_inside, numbers_of, words_of
from exercises.kinds.annotate.tell import line_of
from exercises.kinds.base import Earlier
from exercises.kinds.bring.item import Part
from exercises.kinds.charted import Charted, Spot
from exercises.kinds.sources.cards import found_in
from exercises.kinds.sources.item import SourcesAnswer, SourcesItem
from exercises.words import words


def charted(item: SourcesItem, answer: SourcesAnswer, earlier: Earlier | None) -> Charted | None:
    """Give each report that stands, in the row of the bin of its source; None before anything is marked.

    Reports that were marked otherwise since they were sorted stand in a row of their own.
    """
    part: Part | None = earlier.answer.on if earlier else None
    if earlier is None or part is None or not any(groups_inside(earlier.answer)):
        return None
    bins = [place.id for place in item.bins]
    sorted_ = answer.placed if answer.cards == found_in(earlier.answer) else {}
    places = {name: bins.index(place) for name, place in sorted_.items() if place in bins}
    spots = tuple(_spots(earlier, part, places, len(bins)))
    spoken = {spot.sentence for spot in spots}
    silent = tuple(Spot(number, len(bins) + 1, ("–", "–")) for number in numbers_of(part) if number not in spoken)
    rows = (*(place.title.partition(":")[0] for place in item.bins), *words("charts")["own"]["rows"])
    return Charted("map", numbers_of(part), tuple(sorted((*spots, *silent), key=lambda spot: spot.sentence)), rows)


def _spots(earlier: Earlier, part: Part, places: dict[str, int], unsorted: int) -> Iterator[Spot]:
    # Cards are named by the number of their group, as in cards.py.
    for number, group in enumerate(groups_inside(earlier.answer), start=1):
        if group:
            told = words_of(group, "source", part), words_of(group, "cue", part)
            yield Spot(line_of(group[0], part), places.get(f"s{number}", unsorted), told)
