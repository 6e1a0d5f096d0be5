"""Cards to cut, such as sources without our judgement and versions of statements, and the dated envelopes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from exercises.kinds import KINDS
from exercises.kinds.kind import Kind
from exercises.kinds.printed import Deck, card_number
from exercises.lesson.load import Lesson
from exercises.lesson.models.lesson import Claim, Verdict
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
                dated = envelopes_for(item, days)
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


@dataclass(frozen=True, slots=True)
class Answer:
    """Our answer to one claim on the day of an envelope.

    Attributes
    ----------
    claim : Claim
        The claim.
    verdict : Verdict or None
        Ours of that day; None if there is none yet.
    accepted : tuple of str
        Other verdicts that we accept for that day.
    first, new : bool
        Whether the claim is in no earlier envelope, and whether the answer is in none.
    """

    claim: Claim
    verdict: Verdict | None
    accepted: tuple[str, ...]
    first: bool
    new: bool


@dataclass(frozen=True, slots=True)
class Envelope:
    """What was known by a day.

    Attributes
    ----------
    day, before : str
        Its day and that of the envelope before it; empty for the first one.
    cards, cards_apart : tuple of int
        Numbers of the cards that go into it: those of its day or earlier that are in no earlier envelope. Cards that
        only claims on folded slips need are apart.
    answers, answers_apart : tuple of Answer
        All claims that were made by that day; those on folded slips are apart.
    """

    day: str
    before: str
    cards: tuple[int, ...]
    cards_apart: tuple[int, ...]
    answers: tuple[Answer, ...]
    answers_apart: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """A claim about people who were killed or in danger, on a slip to fold.

    Attributes
    ----------
    claim : dict
        The claim with the numbers of its cards, as the page of a desk may know it.
    places : tuple of (int, str)
        Its number on each desk, with the title of that desk.
    days : tuple of str
        The days for which it is to be answered.
    """

    claim: dict[str, Any]
    places: tuple[tuple[int, str], ...]
    days: tuple[str, ...]


def envelopes(notebooks: Sequence[Notebook], days: Sequence[str], lesson: Lesson) -> Markup:
    """Write the envelopes: for each day its cards, and our answers of that day; empty if no claim has sources laid out.

    Parameters
    ----------
    notebooks : sequence of Notebook
        All notebooks.
    days : sequence of str
        Days of the envelopes, in order.
    lesson : Lesson
        The lesson.
    """
    (claims, names), slips = _of_the_class(notebooks, lesson), _slips(notebooks, days, lesson)
    if not claims and not slips:
        return Markup()
    dated = [_envelope(day, before, claims, names, lesson) for before, day in zip(["", *days], days, strict=False)]
    return fill("envelopes.html", lesson=lesson.info, envelopes=dated, slips=slips)


def days_of_envelopes(notebooks: Sequence[Notebook], planned: Sequence[str], lesson: Lesson) -> list[str]:
    """Give the days of the envelopes; the day of the article and that of the last verdict if none is planned."""
    claims, _ = _of_the_class(notebooks, lesson)
    last = [verdict.as_of for claim in claims for verdict in claim.so]
    return list(planned) or sorted({lesson.info.published, max(last, default=lesson.info.published)})


def _of_the_class(notebooks: Sequence[Notebook], lesson: Lesson) -> tuple[list[Claim], dict[str, bool]]:
    """Give the claims for which an author laid sources out, and of each source whether only slips need it."""
    claims, sources = dict[str, Claim](), dict[str, bool]()
    for item in (item for notebook in notebooks for item in notebook.items.values()):
        laid_out = KINDS[item.kind].paper.laid_out
        for name, laid in (laid_out(item) if laid_out else {}).items():
            claims[name] = lesson.claims[name]
            sources |= {source: claims[name].grave and sources.get(source, True) for source in laid}
    return list(claims.values()), sources


def _slips(notebooks: Sequence[Notebook], days: Sequence[str], lesson: Lesson) -> tuple[Slip, ...]:
    """Give the claims that no list may show, each once, with the desks on which it can be chosen."""
    slips: dict[str, Slip] = {}
    for item in (item for notebook in notebooks for item in notebook.items.values()):
        deck = KINDS[item.kind].paper.deck
        for number, claim in enumerate(deck(item, lesson).about if deck else (), start=1):
            if claim.get("grave"):
                asked = tuple(claim["days"])
                dated = tuple(envelopes_for(item, days))
                dated = tuple(day for day in dated if day >= asked[0]) if asked[0] in dated else asked
                known = slips.get(claim["id"], Slip(claim, (), dated))
                # One slip serves every desk: it has the numbers that the cards of each of them leave out.
                counts = sorted({*known.claim["counts"], *claim["counts"]})
                places = (*known.places, (number, item.title))
                slips[claim["id"]] = replace(known, claim=known.claim | {"counts": counts}, places=places)
    return tuple(slips.values())


def _envelope(day: str, before: str, claims: list[Claim], names: dict[str, bool], lesson: Lesson) -> Envelope:
    # Without a date nobody can say who could know it when: such a card lies open from the beginning.
    dated = {name: lesson.sources[name].day or "" for name in names}
    new = [name for name, of in dated.items() if of <= day and not (before and of <= before)]
    cards, cards_apart = (
        tuple(sorted(card_number(name, lesson) for name in new if names[name] is apart)) for apart in (False, True)
    )
    answers, answers_apart = (
        tuple(
            _answer(claim, day, before) for claim in claims if claim.grave is apart and (claim.stated_on or "") <= day
        )
        for apart in (False, True)
    )
    return Envelope(day, before, cards, cards_apart, answers, answers_apart)


def _answer(claim: Claim, day: str, before: str) -> Answer:
    verdict, accepted = claim.verdict_on(day), claim.accepted_on(day)
    first = not before or (claim.stated_on or "") > before
    same = not first and (verdict, accepted) == (claim.verdict_on(before), claim.accepted_on(before))
    return Answer(claim, verdict, accepted, first, not same)
