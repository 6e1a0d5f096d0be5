"""Chooses what the notebooks ask: short sentences with drafts that are seldom wrong, few enough for a period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice, zip_longest
from typing import TypeVar

from exercises.kinds.writing import misquoted
from exercises.lesson.checks.people import counts_people
from exercises.lesson.text import Span, Text
from exercises.notebook.fresh.drafts import Drafted, HowSure, SaidBy
from exercises.notebook.fresh.quoting import holds_quotation

LONGEST_SENTENCE = 45
"""Words; what is longer fills the screen of a phone."""
MOST_CARDS = 6
BINS = {"named-person": "named", "named-body": "named", "other-outlet": "named"}
"""Where a kind of source lies, if the bin has another name."""
MOST_HOLDERS = 4
MOST_ALONE = 2
"""So many sentences are marked without help."""
BEFORE, BEHIND = 4, 8
"""So many words stand around a hedge on its card."""
LONGEST_CARD = 160
"""Characters of a quotation on a card."""
LONGEST_TITLE = 90
"""Characters of the words over a place for cards."""

Entry = TypeVar("Entry", SaidBy, HowSure)


@dataclass(frozen=True, slots=True)
class Card:
    """A card: its name, what stands on it, the bin where the draft puts it, and the entry or sentence that it quotes.

    Of words that cannot be found again as they stand on the card, nothing is said to be quoted.
    """

    id: str
    text: str
    bin: str
    quote_of: str | int | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of an article; each part may be empty, and then its exercise is left out.

    Attributes
    ----------
    worked, faded, alone : tuple
        Attributions, by how much help there is; those of one sentence stay together.
    sure_worked, sure_faded, sure_alone : tuple
        The same of hedges and boosters.
    named : tuple of Card
        Sources, to be sorted by how they are named.
    holders : tuple of tuple of str
        Id, title and whole name of those who speak most.
    owned : tuple of Card
        Pieces of the text, to be sorted by who says them.
    whose : tuple of Card
        Hedges, to be sorted by whose doubt they show.
    """

    worked: tuple[SaidBy, ...] = ()
    faded: tuple[SaidBy, ...] = ()
    alone: tuple[SaidBy, ...] = ()
    sure_worked: tuple[HowSure, ...] = ()
    sure_faded: tuple[HowSure, ...] = ()
    sure_alone: tuple[HowSure, ...] = ()
    named: tuple[Card, ...] = ()
    holders: tuple[tuple[str, str, str], ...] = ()
    owned: tuple[Card, ...] = ()
    whose: tuple[Card, ...] = ()


def asked_of(text: Text, drafts: Drafted) -> Asked:
    """Choose what is asked of an article."""
    said = [one for one in drafts.said_by if _is_fit(text, one.sentence)]
    whole = [one for one in said if one.is_whole]
    sure = [one for one in drafts.how_sure if _is_fit(text, one.sentence)]
    holders = _holders(whole)
    owned = tuple(_owned(text, drafts, whole, {name: holder for name, _, holder in holders}))
    enough = len(holders) > 0 and len({card.bin for card in owned}) > 1
    return Asked(
        *_shared_out(sorted(whole, key=lambda one: not one.sure)),
        *_shared_out(sure),
        _in_turn(_cards(text, (("n", one, one.source or one.cue, _bin(one), "") for one in said)), MOST_CARDS),
        holders if enough else (),
        owned if enough else (),
        _in_turn(_cards(text, (("w", one, one.cue, one.whose, _around(text, one)) for one in sure)), MOST_CARDS),
    )


def _is_fit(text: Text, number: int) -> bool:
    """Whether a sentence is short, and counts nobody who was killed: that would have to wait behind a warning."""
    words = text.sentence(number).text
    return len(words.split()) <= LONGEST_SENTENCE and not counts_people(words)


def _shared_out(entries: Iterable[Entry]) -> tuple[tuple[Entry, ...], tuple[Entry, ...], tuple[Entry, ...]]:
    """Give one sentence to the worked example, one to the half-done one, and a few to be done alone."""
    sentences: dict[int, list[Entry]] = {}
    for entry in entries:
        sentences.setdefault(entry.sentence, []).append(entry)
    groups = list(sentences.values())
    alone = tuple(entry for group in groups[2 : 2 + MOST_ALONE] for entry in group)
    return tuple(groups[0][:1]) if groups else (), tuple(groups[1]) if groups[1:] else (), alone


def _holders(whole: Iterable[SaidBy]) -> tuple[tuple[str, str, str], ...]:
    """Name those who speak most, each once, however the words are written."""
    counts: dict[str, list[str]] = {}
    for one in whole:
        counts.setdefault(_plain(one.holder or ""), []).append(one.holder or "")
    often = sorted(counts.values(), key=len, reverse=True)[:MOST_HOLDERS]
    return tuple((f"holder-{at}", _cut(names[0], LONGEST_TITLE), names[0]) for at, names in enumerate(often, start=1))


def _owned(text: Text, drafts: Drafted, whole: Iterable[SaidBy], holders: dict[str, str]) -> Iterator[Card]:
    """Make cards of what the chosen speakers say, and of short sentences in which nobody speaks."""
    places = {_plain(words): name for name, words in holders.items()}
    held = [(one, _plain(one.holder or "")) for one in whole]
    pieces = [(one, places[holder]) for one, holder in held if holder in places]
    yield from _in_turn(_cards(text, (("o", one, one.content[0], name, "") for one, name in pieces)), MOST_CARDS - 2)
    spoken = {one.sentence for one in drafts.said_by}
    silent = [one for one in text.sentences if one.number not in spoken and _is_fit(text, one.number)]
    silent = [one for one in silent if len(one.text.split()) in range(4, 21) and not holds_quotation(one.text)]
    for one in silent[:2]:
        card = f"S{one.number}: “{_cut(one.text)}”"
        yield Card(f"r-{one.number}", card, "reporter", _quotes(text, one.number, card, one.number))


def _bin(one: SaidBy) -> str:
    return BINS.get(one.source_kind, one.source_kind)


def _in_turn(cards: Iterable[Card], most: int) -> tuple[Card, ...]:
    """Choose cards from each bin in turn, so that none stays empty for which the text has some; in their order."""
    found, bins = list(cards), dict[str, list[Card]]()
    for card in found:
        bins.setdefault(card.bin, []).append(card)
    turns = chain.from_iterable(zip_longest(*bins.values()))
    chosen = {card.id for card in islice(filter(None, turns), most)}
    return tuple(card for card in found if card.id in chosen)


def _quotes(text: Text, number: int, card: str, name: str | int) -> str | int | None:
    return name if not any(misquoted(card, text, number)) else None


def _cards(text: Text, entries: Iterable[tuple[str, SaidBy | HowSure, str, str, str]]) -> Iterator[Card]:
    """Make a card of each entry, with the words around it if any are given; no two cards have the same words."""
    seen: set[str] = set()
    for letter, entry, quoted, place, around in entries:
        card = f"S{entry.sentence}: “{_cut(_meant(quoted))}”{around and f' in “{_cut(around)}”'}"
        if _plain(card) not in seen:
            seen.add(_plain(card))
            yield Card(f"{letter}-{entry.id.lower()}", card, place, _quotes(text, entry.sentence, card, entry.id))


def _around(text: Text, entry: HowSure) -> str:
    """Give a few words on both sides of a hedge: alone it does not tell whose it is."""
    (span, *_), words = text.find(entry.sentence, entry.cue), text.words(entry.sentence)
    before = [word for word in words if word.end <= span.start][-BEFORE:]
    behind = [word for word in words if word.start >= span.end][:BEHIND]
    first, last = (before or [span])[0].start, (behind or [span])[-1].end
    return " ".join(text.quote(Span(first, last)).split())


def _meant(quoted: str) -> str:
    """Give the words in brackets, where a quotation has words around them."""
    start, end = quoted.find("["), quoted.rfind("]")
    return quoted[start + 1 : end] if 0 <= start < end else quoted


def _cut(words: str, longest: int = LONGEST_CARD) -> str:
    return words if len(words) <= longest else f"{words[:longest].rsplit(' ', 1)[0]} …"


def _plain(words: str) -> str:
    return " ".join(words.lower().split())
