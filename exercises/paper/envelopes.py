"""The dated envelopes: what was known by a day, our answers of that day, and the claims on folded slips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from exercises.kinds import KINDS
from exercises.kinds.base import Item
from exercises.kinds.printed import card_number
from exercises.lesson.load import Lesson
from exercises.lesson.models.lesson import Claim, Verdict
from exercises.paper.pages import fill
from exercises.paper.places import Notebook, envelopes_for


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
class AnswerSheet:
    """Our answers of a day to the claims of one notebook, so that nobody has those of a later one in hand.

    Attributes
    ----------
    notebook : str
        Its title with its number.
    answers, apart : tuple of Answer
        Those to claims that were made by that day; those on folded slips are apart.
    """

    notebook: str
    answers: tuple[Answer, ...]
    apart: tuple[Answer, ...]


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
    sheets : tuple of AnswerSheet
        Our answers of that day, a sheet for each notebook.
    """

    day: str
    before: str
    cards: tuple[int, ...]
    cards_apart: tuple[int, ...]
    sheets: tuple[AnswerSheet, ...]


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
    """Write the envelopes: for each day its cards, and our answers of that day; empty if no desk is answered by them.

    Parameters
    ----------
    notebooks : sequence of Notebook
        All notebooks.
    days : sequence of str
        Days of the envelopes, in order.
    lesson : Lesson
        The lesson.
    """
    by_notebook, slips = _by_notebook(notebooks, days, lesson), _slips(notebooks, days, lesson)
    if not by_notebook and not slips:
        return Markup()
    needed = _needed(notebooks, days, lesson)
    pairs = zip(["", *days], days, strict=False)
    dated = [_envelope(day, before, by_notebook, needed, lesson) for before, day in pairs] if by_notebook else []
    return fill("envelopes.html", lesson=lesson.info, envelopes=dated, slips=slips)


def days_of_envelopes(notebooks: Sequence[Notebook], planned: Sequence[str], lesson: Lesson) -> list[str]:
    """Give the days of the envelopes; the day of the article and that of the last verdict if none is planned."""
    names = {name for _, _, laid in _desks(notebooks) for name in laid}
    last = [verdict.as_of for name in names for verdict in lesson.claims[name].so]
    return list(planned) or sorted({lesson.info.published, max(last, default=lesson.info.published)})


def _desks(notebooks: Sequence[Notebook]) -> Iterator[tuple[Notebook, Item, dict[str, tuple[str, ...]]]]:
    """Give the exercises for which an author laid sources out, with these by the claims that they are for."""
    for notebook in notebooks:
        for item in notebook.items.values():
            laid_out = KINDS[item.kind].paper.laid_out
            if laid_out and (laid := laid_out(item)):
                yield notebook, item, dict(laid)


def _by_notebook(notebooks: Sequence[Notebook], days: Sequence[str], lesson: Lesson) -> dict[str, list[Claim]]:
    """Give the claims that are answered by envelopes, each once, by the title of its notebook."""
    found, known = dict[str, list[Claim]](), set[str]()
    for notebook, item, laid in _desks(notebooks):
        if envelopes_for(item, lesson, days):
            new = [name for name in laid if name not in known]
            known.update(new)
            found.setdefault(notebook.entry.numbered, []).extend(lesson.claims[name] for name in new)
    return {title: claims for title, claims in found.items() if claims}


def _needed(notebooks: Sequence[Notebook], days: Sequence[str], lesson: Lesson) -> dict[str, bool]:
    """Give the sources that envelopes hold, and of each whether only slips need it."""
    sources = dict[str, bool]()
    for _, item, laid in _desks(notebooks):
        for name, names in laid.items() if envelopes_for(item, lesson, days) else ():
            sources |= {source: lesson.claims[name].grave and sources.get(source, True) for source in names}
    return sources


def _slips(notebooks: Sequence[Notebook], days: Sequence[str], lesson: Lesson) -> tuple[Slip, ...]:
    """Give the claims that no list may show, each once, with the desks on which it can be chosen."""
    slips: dict[str, Slip] = {}
    for item in (item for notebook in notebooks for item in notebook.items.values()):
        deck = KINDS[item.kind].paper.deck
        for number, claim in enumerate(deck(item, lesson).about if deck else (), start=1):
            if claim.get("grave"):
                asked = tuple(claim["days"])
                dated = tuple(day for day in envelopes_for(item, lesson, days) if day >= asked[0])
                known = slips.get(claim["id"], Slip(claim, (), dated or asked))
                # One slip serves every desk: it has the numbers that the cards of each of them leave out.
                counts = sorted({*known.claim["counts"], *claim["counts"]})
                places = (*known.places, (number, item.title))
                slips[claim["id"]] = replace(known, claim=known.claim | {"counts": counts}, places=places)
    return tuple(slips.values())


def _envelope(
    day: str, before: str, by_notebook: dict[str, list[Claim]], needed: dict[str, bool], lesson: Lesson
) -> Envelope:
    # Without a date nobody can say who could know it when: such a card lies open from the beginning.
    dated = {name: lesson.sources[name].day or "" for name in needed}
    new = [name for name, of in dated.items() if of <= day and not (before and of <= before)]
    cards, apart = (
        tuple(sorted(card_number(name, lesson) for name in new if needed[name] is alone)) for alone in (False, True)
    )
    sheets = [_sheet(title, claims, day, before) for title, claims in by_notebook.items()]
    return Envelope(day, before, cards, apart, tuple(one for one in sheets if one.answers or one.apart))


def _sheet(notebook: str, claims: list[Claim], day: str, before: str) -> AnswerSheet:
    made = [claim for claim in claims if (claim.stated_on or "") <= day]
    answers, apart = (
        tuple(_answer(claim, day, before) for claim in made if claim.grave is alone) for alone in (False, True)
    )
    return AnswerSheet(notebook, answers, apart)


def _answer(claim: Claim, day: str, before: str) -> Answer:
    verdict, accepted = claim.verdict_on(day), claim.accepted_on(day)
    first = not before or (claim.stated_on or "") > before
    same = not first and (verdict, accepted) == (claim.verdict_on(before), claim.accepted_on(before))
    return Answer(claim, verdict, accepted, first, not same)
