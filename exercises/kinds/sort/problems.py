"""What does not fit in an exercise *sort*, each as a sentence with its cure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exercises.files.problems import did_you_mean
from exercises.kinds.sort.following import differing
from exercises.kinds.sort.item import Card, SortItem
from exercises.kinds.writing import Placed, idle_hints, misquoted, repeated, says_nothing
from exercises.lesson.load import ARTICLE, Lesson

_SENTENCE = re.compile(r"S?([0-9]{1,4})")


def problems(item: SortItem, lesson: Lesson) -> list[str]:
    """Say what does not fit in an exercise.

    Parameters
    ----------
    item : SortItem
        The exercise.
    lesson : Lesson
        The lesson it belongs to.

    Returns
    -------
    list of str
        Sentences, each with its cure; empty if all is well.
    """
    found = list(_names(item))
    for number, card in enumerate(item.cards):
        of_card = (*_bins(card, item), *_reasons(card), *_quotation(card, lesson), *differing(card, item, lesson))
        found += [Placed.at(words, "cards", number) for words in of_card]
    return found


def _names(item: SortItem) -> Iterator[str]:
    for name in repeated(place.id for place in item.bins):
        yield f"The bin “{name}” stands twice. Give one of them another id."
    for title in repeated(place.title for place in item.bins):
        yield f"Two bins are called “{title}”. Change one title."
    for name in repeated(card.id for card in item.cards):
        yield f"The card “{name}” stands twice. Give one of them another id."
    for reason in repeated(" ".join(card.why.lower().split()) for card in item.cards):
        names = " and ".join(f"“{card.id}”" for card in item.cards if " ".join(card.why.lower().split()) == reason)
        yield f"The cards {names} share one reason. Say for each what its own words show."
    yield from idle_hints(item.hints)


def _bins(card: Card, item: SortItem) -> Iterator[str]:
    known = [place.id for place in item.bins]
    for name in dict.fromkeys([card.bin, *card.also_accept, *card.tempting]):
        if name not in known:
            yield f"The card “{card.id}” names the bin “{name}”, which does not exist. {did_you_mean(name, known)}"
    if card.bin in card.also_accept:
        yield f"The card “{card.id}” also accepts its own bin “{card.bin}”. Take it out of “also_accept”."
    for name in card.tempting:
        if name in (card.bin, *card.also_accept):
            cure = "Take it out of “tempting”: nobody would ever read it."
            yield f"The card “{card.id}” calls “{name}” tempting, but it is right or accepted. {cure}"


def _reasons(card: Card) -> Iterator[str]:
    if says_nothing(card.why):
        cure = "Write what the words show and what to look for next time."
        yield f"The reason for the card “{card.id}” explains nothing. {cure}"
    for name, reason in card.tempting.items():
        if says_nothing(reason):
            yield f"The card “{card.id}” does not say why “{name}” tempts. Write what draws a reader there."
    reasons = [card.why, *card.tempting.values()]
    if repeated(" ".join(reason.lower().split()) for reason in reasons):
        yield f"The card “{card.id}” gives one reason twice. Say for each bin why it tempts and why it does not fit."


def _quotation(card: Card, lesson: Lesson) -> Iterator[str]:
    """Check that the words on a card stand where ``quote_of`` says: those in quotation marks, or all of them."""
    if card.quote_of is None:
        return
    place = _place(str(card.quote_of), lesson)
    if place is None:
        layers = [layer for key in lesson.key.values() for layer in (key.attributions, key.voice, key.certainty)]
        known = [entry.id for layer in layers for entry in layer]
        # An entry of another sentence is hardly meant: this one was taken out.
        near = [one for one in known if one[:-1] == str(card.quote_of)[:-1]]
        guess = f"{did_you_mean(str(card.quote_of), near)} " if near else ""
        cure = f"{guess}If you took that entry out, take the card out, too."
        yield f"The card “{card.id}” quotes “{card.quote_of}”, which the key does not have. {cure}"
        return
    name, number = place
    for words in misquoted(card.text, lesson.texts[name], number):
        yield f"The card “{card.id}”: {words}"


def _place(quote_of: str, lesson: Lesson) -> tuple[str, int] | None:
    """Give text and sentence that a card quotes, or None if there is nothing of that name."""
    if sentence := _SENTENCE.fullmatch(quote_of):
        return ARTICLE, int(sentence[1])
    for name, key in lesson.key.items():
        if entry := key.entry(quote_of):
            return name, entry.sentence
    return None
