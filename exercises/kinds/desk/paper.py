"""The key of *desk* for the teacher, with how we read the sources, and the sources as cards without our judgement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from exercises.kinds.desk.item import DeskClaim, DeskItem, days_asked
from exercises.kinds.desk.page import page
from exercises.kinds.desk.reading import all_shown, sources_of
from exercises.kinds.printed import Deck, KeyLine, KeyPart, card_number, told
from exercises.lesson.load import Lesson
from exercises.lesson.models.lesson import Claim, Source, Verdict
from exercises.words import plain_date, words

MOST_IN_SHORT = 3  # claims; answers to more of them make no line that somebody could mark with


def key(item: DeskItem, lesson: Lesson) -> tuple[KeyPart, ...]:
    """Give every claim of the desk, in the order of the page."""
    return key_by_day(item, lesson, ())


def key_by_day(item: DeskItem, lesson: Lesson, days: Sequence[str]) -> tuple[KeyPart, ...]:
    """Give every claim of the desk, with our answer also for each day of the envelopes.

    Parameters
    ----------
    item : DeskItem
        The exercise.
    lesson : Lesson
        Its lesson.
    days : sequence of str
        Days of the envelopes by which it is answered, in order; a claim from the day on which it was made.
    """
    return tuple(_claim(number, item, placed, lesson, days) for number, placed in enumerate(item.claims, start=1))


def _claim(number: int, item: DeskItem, placed: DeskClaim, lesson: Lesson, days: Sequence[str]) -> KeyPart:
    claim, said = lesson.claims[placed.claim], words("desk")
    answer = "/".join(said["said"][name] for name in (claim.said.answer, *claim.said.also_accept))
    answered = KeyLine(
        said["said_question"],
        said["said"][claim.said.answer],
        (f"{claim.said.by}. {claim.said.reason}",),
        f"{number} {answer}",
    )
    sources = [lesson.sources[name] for name in sources_of(claim, placed.sources, lesson)]
    cards = KeyLine(words("paper")["key"]["cards"], "", tuple(_source(source, claim, lesson) for source in sources))
    lines = (answered, *_said_too(claim), *_so(item, claim, days), *_beside(claim), cards)
    if len(item.claims) > MOST_IN_SHORT:
        lines = tuple(replace(line, brief="") for line in lines)
    return KeyPart(words("formats")["claim_number"].format(number=number, words=claim.words), lines)


def _said_too(claim: Claim) -> Iterator[KeyLine]:
    if claim.said.also_accept:
        accepted = ", ".join(words("desk")["said"][name] for name in claim.said.also_accept)
        yield KeyLine(words("paper")["key"]["also_read"], accepted, told(claim.said.also_accept_why))


def _so(item: DeskItem, claim: Claim, days: Sequence[str]) -> Iterator[KeyLine]:
    said = words("desk")
    if not claim.judged:
        yield KeyLine(
            said["so_question"].format(day=plain_date(claim.said.as_of)), said["so"]["none"], told(claim.note)
        )
        return
    envelopes = [day for day in days if day >= (claim.stated_on or "")]
    before: tuple[Verdict, tuple[str, ...]] | None = None
    told_for = ""
    for day in sorted({*days_asked(item, claim), *envelopes}):
        verdict, others = claim.verdict_on(day), claim.accepted_on(day)
        if day not in envelopes and (verdict is None or (verdict, others) == before):
            continue
        # The day of an envelope is answered by the newest verdict that is not later.
        shown = day if day in envelopes or verdict is None else verdict.as_of
        question = said["so_question"].format(day=plain_date(shown))
        if verdict is None:
            yield KeyLine(question, "", (words("paper")["no_answer"],))
        elif (verdict, others) == before:
            same = words("paper")["as_before"].format(day=plain_date(told_for))
            yield KeyLine(question, said["so"][verdict.verdict], (same,))
        else:
            yield from _answered(question, verdict, others, claim)
            before, told_for = (verdict, others), shown


def _answered(question: str, verdict: Verdict, others: tuple[str, ...], claim: Claim) -> Iterator[KeyLine]:
    said = words("desk")["so"]
    brief = f"{plain_date(verdict.as_of)}: {'/'.join(said[name] for name in (verdict.verdict, *others))}"
    yield KeyLine(question, said[verdict.verdict], (verdict.reason,), brief)
    if others:
        accepted = ", ".join(said[name] for name in others)
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
            shows=" / ".join(said["shows"][way] for way in all_shown(source, claim)),
            near=" / ".join(said["near"][near] for near in source.nears_for(claim.id)),
            origin=" / ".join(lesson.origins[origin].name for origin in source.origins_for(claim.id)),
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
    # A card is printed once, and lies there for each claim of each desk: a number of people stands on the slip instead.
    cards = {
        name: shown["sources"][name] | {"number": number, "counts": None} for number, name in sorted(wanted.items())
    }
    for_all = {name for claim in shown["claims"] if not claim["grave"] for name in claim["sources"]}
    claims = tuple(_with_numbers(claim, shown["sources"], lesson) for claim in shown["claims"])
    return Deck(cards, claims, frozenset(cards) - for_all)


def _with_numbers(claim: dict[str, Any], sources: dict[str, Any], lesson: Lesson) -> dict[str, Any]:
    """Give a claim with its cards and, for a slip, what these leave out."""
    numbers = {name: card_number(name, lesson) for name in claim["sources"]}
    counts = [(number, sources[name]["counts"]) for name, number in numbers.items() if sources[name]["counts"]]
    return claim | {"cards": list(numbers.values()), "counts": counts if claim["grave"] else []}


def laid_out(item: DeskItem) -> dict[str, tuple[str, ...]]:
    """Give the claims for which an author laid sources on the desk, with these sources."""
    return {placed.claim: placed.sources for placed in item.claims if placed.sources}


def by_envelope(item: DeskItem, lesson: Lesson, days: Sequence[str]) -> tuple[str, ...]:
    """Give the days of the envelopes by which a desk is answered.

    None where each claim is answered for one day, or the first day has no envelope: there all cards lie open at once.
    """
    asked = [days_asked(item, lesson.claims[name]) for name in laid_out(item)]
    first = min((min(one) for one in asked), default="")
    if first not in days or max(map(len, asked)) == 1:
        return ()
    return tuple(day for day in days if day >= first)
