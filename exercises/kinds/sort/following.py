"""Cards that follow the key: whether each lies where the key puts the entry that it quotes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from exercises.kinds.sort.item import Card, SortItem
from exercises.kinds.writing import quoted_on
from exercises.lesson.key import AnyLocated
from exercises.lesson.load import ARTICLE, Lesson
from exercises.lesson.text import QuotationError, Span


def differing(card: Card, item: SortItem, lesson: Lesson) -> Iterator[str]:
    """Say how a card differs from the key, if the exercise follows it.

    Parameters
    ----------
    card : Card
        One card.
    item : SortItem
        Its exercise.
    lesson : Lesson
        The lesson with its key.

    Yields
    ------
    str
        Sentences with their cures; none where the two agree, or the card quotes nothing.
    """
    field = item.follows
    entry = _entry(card, item, lesson)
    if field is None or entry is None:
        return
    value = getattr(entry.entry, field, None)
    if value is None:
        yield (
            f"The card “{card.id}” quotes {entry.id}, and the key says no “{field}” of it. "
            f"Write “{field}:” there, or take the card out."
        )
        return
    others = [getattr(one, field, None) for one in getattr(entry.entry, "also_accept", ())]
    meant = _bins(str(value), item)
    fitting = {name for word in (value, *others) if word for name in _bins(str(word), item)}
    if not meant:
        yield (
            f"The card “{card.id}” quotes {entry.id}, whose {field} in the key is “{value}”, and no bin stands for "
            f"that. Write “{value}” under “stands_for:” of a bin, or take the card out."
        )
    elif not fitting & {card.bin, *card.also_accept}:
        yield (
            f"The card “{card.id}” lies under “{card.bin}”, and the key says of {entry.id}: {field} {value}. "
            f"Write “bin: {meant[0]}” with a reason that fits it, or set the entry right; "
            f"where both count, write “also_accept: [{meant[0]}]” on the card."
        )


def _bins(value: str, item: SortItem) -> list[str]:
    """Name the bins that stand for a word of the key: by what they say, or else by their id or title."""
    word = value.casefold()
    return [one.id for one in item.bins if word in map(str.casefold, one.stands_for or (one.id, one.title))]


def _entry(card: Card, item: SortItem, lesson: Lesson) -> AnyLocated | None:
    """Give the entry of the key that a card quotes; of one that quotes a sentence, the one that holds all its words."""
    named = str(card.quote_of).removeprefix("S")
    if not named.isdecimal():
        found = (key.entry(str(card.quote_of)) for key in lesson.key.values())
        return next((entry for entry in found if entry), None)
    if item.follows != "holder":
        return None
    text, spans = lesson.texts[ARTICLE], list[Span]()
    for piece in quoted_on(card.text):
        with suppress(QuotationError):
            spans += text.find(int(named), piece)
    wanted = text.words_in(spans)
    here = [one for one in lesson.key[ARTICLE].attributions if one.sentence == int(named)]
    return next((one for one in here if wanted and wanted <= text.words_in(one.parts.get("content", ()))), None)
