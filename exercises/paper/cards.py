"""Cards to cut: the sources of the desks without our judgement, versions of statements, and the dated envelopes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from exercises.kinds.base import Item
from exercises.kinds.desk.item import DeskItem
from exercises.lesson.load import Lesson
from exercises.lesson.models.lesson import Claim, Verdict
from exercises.paper.pages import fill
from exercises.paper.places import Notebook, page_of


@dataclass(frozen=True, slots=True)
class Deck:
    """The cards of one exercise.

    Attributes
    ----------
    notebook, title : str
        Titles of the notebook and of the exercise; ``number`` is its number there.
    claims : tuple of dict
        As the page of the desk has them, each with the numbers of its ``cards``.
    cards : tuple of dict
        Its sources, or the versions of a statement, that no earlier deck holds.
    """

    notebook: str
    number: int
    title: str
    claims: tuple[dict[str, Any], ...]
    cards: tuple[dict[str, Any], ...]


def source_cards(notebooks: Sequence[Notebook], lesson: Lesson) -> Markup:
    """Write the cards of all desks and comparisons, made of what students' pages may know."""
    return fill("source_cards.html", lesson=lesson.info, decks=tuple(_decks(notebooks, lesson)))


def _decks(notebooks: Sequence[Notebook], lesson: Lesson) -> Iterator[Deck]:
    printed: set[str] = set()
    for notebook, item in _items(notebooks, "desk", "compare"):
        page, where = page_of(item, lesson), (notebook.entry.title, notebook.number(item.id), item.title)
        if item.kind == "compare":
            yield Deck(*where, claims=(), cards=tuple(version | {"number": None} for version in page["versions"]))
            continue
        wanted = [name for claim in page["claims"] for name in claim["sources"]]
        new = [name for name in dict.fromkeys(wanted) if name not in printed]
        printed.update(new)
        cards = sorted((page["sources"][name] | {"number": card_number(name, lesson)} for name in new), key=_number)
        yield Deck(*where, claims=tuple(_claim(claim, lesson) for claim in page["claims"]), cards=tuple(cards))


def _claim(claim: dict[str, Any], lesson: Lesson) -> dict[str, Any]:
    return claim | {"cards": [card_number(name, lesson) for name in claim["sources"]]}


def _number(card: dict[str, Any]) -> int:
    return int(card["number"])


def card_number(name: str, lesson: Lesson) -> int:
    """Give the number of a source, the same on its card, in the guide and at a desk with search."""
    return list(lesson.sources).index(name) + 1


def _items(notebooks: Sequence[Notebook], *kinds: str) -> Iterator[tuple[Notebook, Item]]:
    for notebook in notebooks:
        for item in notebook.items.values():
            if item.kind in kinds:
                yield notebook, item


@dataclass(frozen=True, slots=True)
class Envelope:
    """What was known by a day.

    Attributes
    ----------
    day, before : str
        Its day and that of the envelope before it; empty for the first one.
    cards : tuple of int
        Numbers of the cards that go into it: those of its day or earlier that are in no earlier envelope.
    answers : tuple
        Each claim with our answer of that day, or None if there is none yet, and whether the answer is new.
    """

    day: str
    before: str
    cards: tuple[int, ...]
    answers: tuple[tuple[Claim, Verdict | None, bool], ...]


def envelopes(notebooks: Sequence[Notebook], days: Sequence[str], lesson: Lesson) -> Markup:
    """Write the envelopes: for each day its cards, and our answers of that day.

    Parameters
    ----------
    notebooks : sequence of Notebook
        All notebooks.
    days : sequence of str
        Days of the envelopes, in order; the day of the article and that of the last verdict if there are none.
    lesson : Lesson
        The lesson.
    """
    claims, names = _of_the_class(notebooks, lesson)
    last = [verdict.as_of for claim in claims for verdict in claim.so]
    days = days or sorted({lesson.info.published, max(last, default=lesson.info.published)})
    dated = [_envelope(day, before, claims, names, lesson) for before, day in zip(["", *days], days, strict=False)]
    return fill("envelopes.html", lesson=lesson.info, envelopes=dated)


def _of_the_class(notebooks: Sequence[Notebook], lesson: Lesson) -> tuple[list[Claim], list[str]]:
    """Give the claims, and the sources laid out for them, of every desk on which an author laid sources."""
    claims, sources = dict[str, Claim](), dict[str, None]()
    for _, item in _items(notebooks, "desk"):
        for placed in item.claims if isinstance(item, DeskItem) else ():
            if placed.sources:
                claims[placed.claim] = lesson.claims[placed.claim]
                sources |= dict.fromkeys(placed.sources)
    return list(claims.values()), list(sources)


def _envelope(day: str, before: str, claims: list[Claim], names: list[str], lesson: Lesson) -> Envelope:
    # Without a date nobody can say who could know it when: such a card lies open from the beginning.
    dated = ((name, lesson.sources[name].day or "") for name in names)
    cards = sorted(card_number(name, lesson) for name, of in dated if of <= day and not (before and of <= before))
    answers = tuple((claim, claim.verdict_on(day), _is_new(claim, day, before)) for claim in claims)
    return Envelope(day, before, tuple(cards), answers)


def _is_new(claim: Claim, day: str, before: str) -> bool:
    return not before or claim.verdict_on(day) != claim.verdict_on(before)
