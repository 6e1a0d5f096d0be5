"""Cards to cut, such as sources without our judgement and versions of statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from exercises.kinds import KINDS
from exercises.kinds.kind import Kind
from exercises.kinds.printed import Deck
from exercises.lesson.load import Lesson
from exercises.paper.pages import fill, fill_form
from exercises.paper.places import Notebook, envelopes_for


@dataclass(frozen=True, slots=True)
class PrintedDeck:
    """The cards of one exercise.

    Attributes
    ----------
    notebook, title : str
        Titles of the notebook and of the exercise; ``number`` is its number there.
    body : Markup
        Its cards that no earlier deck holds, as its kind draws them.
    """

    notebook: str
    number: int
    title: str
    body: Markup


def source_cards(notebooks: Sequence[Notebook], days: Sequence[str], lesson: Lesson) -> Markup:
    """Write the cards of all exercises that have some, made of what students' pages may know; empty if none has."""
    decks, apart = tuple(_decks(notebooks, days, lesson)), tuple(_cards_apart(notebooks, lesson))
    return fill("source_cards.html", lesson=lesson.info, decks=decks, apart=apart) if decks or apart else Markup()


def _decks(notebooks: Sequence[Notebook], days: Sequence[str], lesson: Lesson) -> Iterator[PrintedDeck]:
    printed = _apart(notebooks, lesson)
    for notebook in notebooks:
        for number, item in enumerate(notebook.items.values(), start=1):
            kind = KINDS[item.kind]
            if kind.paper.deck:
                deck = kind.paper.deck(item, lesson)
                new = [card for name, card in deck.cards.items() if name not in printed]
                printed.update(deck.cards)
                dated = envelopes_for(item, lesson, days)
                body = fill_form(kind, "cards.html", cards=new, about=deck.about, envelopes=dated)
                yield PrintedDeck(notebook.entry.title, number, item.title, body)


def _apart(notebooks: Sequence[Notebook], lesson: Lesson) -> set[str]:
    """Give the cards that on every desk only claims on folded slips need."""
    decks = tuple(_each_deck(notebooks, lesson))
    return {name for _, deck in decks for name in deck.apart} - {
        name for _, deck in decks for name in deck.cards if name not in deck.apart
    }


def _each_deck(notebooks: Sequence[Notebook], lesson: Lesson) -> Iterator[tuple[Kind, Deck]]:
    for item in (item for notebook in notebooks for item in notebook.items.values()):
        kind = KINDS[item.kind]
        if kind.paper.deck:
            yield kind, kind.paper.deck(item, lesson)


def _cards_apart(notebooks: Sequence[Notebook], lesson: Lesson) -> Iterator[Markup]:
    """Draw the cards for folded slips, each once."""
    left = _apart(notebooks, lesson)
    for kind, deck in _each_deck(notebooks, lesson):
        cards = [card for name, card in deck.cards.items() if name in left]
        left -= set(deck.cards)
        if cards:
            yield fill_form(kind, "cards.html", cards=cards, about=(), envelopes=())
