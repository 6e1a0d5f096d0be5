"""The key of *desk* for the teacher, with how we read the sources, and the sources as cards without our judgement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from exercises.kinds.desk.item import DeskClaim, DeskItem, days_asked
from exercises.kinds.desk.page import page
from exercises.kinds.desk.reading import shows, sources_of
from exercises.kinds.printed import Deck, KeyLine, KeyPart, card_number, told
from exercises.lesson.load import Lesson
from exercises.lesson.models.lesson import Claim, Source
from exercises.words import plain_date, words


def key(item: DeskItem, lesson: Lesson) -> tuple[KeyPart, ...]:
    """Give every claim of the desk, in the order of the page."""
    return tuple(_claim(number, item, placed, lesson) for number, placed in enumerate(item.claims, start=1))


def _claim(number: int, item: DeskItem, placed: DeskClaim, lesson: Lesson) -> KeyPart:
    claim, said = lesson.claims[placed.claim], words("desk")
    answered = KeyLine(
        said["said_question"], said["said"][claim.said.answer], (f"{claim.said.by}. {claim.said.reason}",)
    )
    sources = [lesson.sources[name] for name in sources_of(claim, placed.sources, lesson)]
    cards = KeyLine(words("paper")["key"]["cards"], "", tuple(_source(source, claim, lesson) for source in sources))
    lines = (answered, *_said_too(claim), *_so(item, claim), *_beside(claim), cards)
    return KeyPart(words("formats")["claim_number"].format(number=number, words=claim.words), lines)


def _said_too(claim: Claim) -> Iterator[KeyLine]:
    if claim.said.also_accept:
        accepted = ", ".join(words("desk")["said"][name] for name in claim.said.also_accept)
        yield KeyLine(words("paper")["key"]["also_read"], accepted, told(claim.said.also_accept_why))


def _so(item: DeskItem, claim: Claim) -> Iterator[KeyLine]:
    said = words("desk")
    if not claim.judged:
        yield KeyLine(
            said["so_question"].format(day=plain_date(claim.said.as_of)), said["so"]["none"], told(claim.note)
        )
        return
    for day in days_asked(item, claim):
        verdict = claim.verdict_on(day)
        if verdict:
            question = said["so_question"].format(day=plain_date(verdict.as_of))
            yield KeyLine(question, said["so"][verdict.verdict], (verdict.reason,))
            if others := claim.accepted_on(day):
                accepted = ", ".join(said["so"][name] for name in others)
                yield KeyLine(words("paper")["key"]["also_read"], accepted, told(claim.also_accept_why))


def _beside(claim: Claim) -> Iterator[KeyLine]:
    said = words("paper")["key"]
    if claim.judged and claim.note:
        yield KeyLine(said["note"], "", (claim.note,))
    if claim.fact:
        yield KeyLine(said["shown"], "", (claim.fact,))
    if claim.inference:
        yield KeyLine(said["inferred"], "", (claim.inference,))


def _source(source: Source, claim: Claim, lesson: Lesson) -> str:
    said = words("desk")
    return (
        str(words("paper")["key"]["card"])
        .format(
            number=card_number(source.id, lesson),
            publisher=source.publisher,
            day=plain_date(source.day) if source.day else said["day_unknown"],
            shows=said["shows"][shows(source, claim)],
            near=said["near"][source.near_for(claim.id)],
            origin=lesson.origins[source.origin_for(claim.id)].name,
            read=_as_read(source),
        )
        .strip()
    )


def _as_read(source: Source) -> str:
    """Say how much of a page we read, and on which day; nothing of a source that was made up."""
    said = words("paper")["key"]["read"]
    return str(said[source.read]).format(day=plain_date(source.consulted)) if source.consulted else ""


def deck(item: DeskItem, lesson: Lesson) -> Deck:
    """Give the claims with the numbers of their cards, and the sources as cards, made of what the page may know."""
    shown = page(item, lesson)
    wanted = {card_number(name, lesson): name for claim in shown["claims"] for name in claim["sources"]}
    # A card that lies on the desk for other claims too shows no number of soldiers.
    open_to_all = {name for claim in shown["claims"] if not claim["grave"] for name in claim["sources"]}
    cards = {
        name: shown["sources"][name] | {"number": number} | ({"counts": None} if name in open_to_all else {})
        for number, name in sorted(wanted.items())
    }
    return Deck(cards, tuple(_with_numbers(claim, lesson) for claim in shown["claims"]))


def _with_numbers(claim: dict[str, Any], lesson: Lesson) -> dict[str, Any]:
    return claim | {"cards": [card_number(name, lesson) for name in claim["sources"]]}


def laid_out(item: DeskItem) -> dict[str, tuple[str, ...]]:
    """Give the claims for which an author laid sources on the desk, with these sources."""
    return {placed.claim: placed.sources for placed in item.claims if placed.sources}
