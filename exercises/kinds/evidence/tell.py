"""A student's own check in words: the claim, both dated answers, each source, and the reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from exercises.kinds.evidence.item import Claim, EvidenceAnswer, EvidenceItem, Source
from exercises.kinds.evidence.missing import is_day
from exercises.lesson.load import Lesson
from exercises.texts.visible import on_one_line
from exercises.words import plain_date, words

_OWN = ("searched", "reason", "change")


def tell(item: EvidenceItem, answer: EvidenceAnswer, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all take the same)
    """Tell what is there of it; the text from which the claim comes is named with it."""
    return list(_lines(answer))


def _lines(answer: EvidenceAnswer) -> Iterator[str]:
    said, names = words("evidence")["told"], words("desk")
    if claim := answer.claim:
        yield said["claim"].format(claim=told_claim(claim))
        yield from ([said["own"].format(words=own)] if (own := on_one_line(claim.own)) else [])
    if answer.said:
        yield f"{names['said_question']} {names['said'][answer.said]}."
    if answer.so:
        yield f"{names['so_question'].format(day=day_of(answer.as_of))} {names['so'][answer.so]}."
    elif answer.as_of:
        yield f"{words('evidence')['as_of']} {day_of(answer.as_of)}."
    yield from (told_source(number, source, answer) for number, source in enumerate(answer.log, start=1))
    yield from (said[name].format(words=on_one_line(text)) for name in _OWN if (text := getattr(answer, name)).strip())
    if answer.sure:
        yield str(words("telling")["sure"]).format(sure=names["sure"][str(answer.sure)])


def told_claim(claim: Claim) -> str:
    """Say where a claim stands, with the words of its sentence."""
    title = on_one_line(claim.title) or words("annotate")["told"]["untitled"]
    form = str(words("evidence")["told"]["sentence"])
    return form.format(number=claim.number, title=title, words=claim.sentence)


def told_source(number: int, source: Source, answer: EvidenceAnswer) -> str:
    """Tell one source with all that was written of it."""
    said, names = words("evidence")["told"], words("desk")
    places = {one.id: place for place, one in enumerate(answer.log, start=1)}
    parts = [
        names["shows"].get(source.shows, ""),
        names["near"].get(source.near, ""),
        said["copy"].format(number=places[source.same_as]) if source.same_as in places else "",
        said["read"].format(day=day_of(source.read)) if source.read else "",
    ]
    day = day_of(source.day) if source.day else names["day_unknown"]
    who, where, tells = (_typed(name, getattr(source, name)) for name in ("who", "where", "tells"))
    told = " ".join(filter(None, [tells, *(f"{part}." for part in parts if part)]))
    return (
        str(said["source"]).format(number=number, where=", ".join(filter(None, [who, where, day])), told=told).strip()
    )


def _typed(name: str, text: str) -> str:
    """Quote what was typed in a field; empty if nothing was."""
    return str(words("evidence")["told"][name]).format(words=on_one_line(text)) if text.strip() else ""


def day_of(text: str) -> str:
    """Say a day as people read it; what is none, as it stands."""
    return plain_date(text) if is_day(text) else text or "–"


def unknown(item: EvidenceItem, answer: EvidenceAnswer, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all the same)
    """Tell which sources point to one that is not in the log; the page cannot show that."""
    known = {"", *(source.id for source in answer.log)}
    return [f"{source.who}: {source.same_as}" for source in answer.log if source.same_as not in known]


def own_words(stored: Mapping[str, Any]) -> list[str]:
    """Give what a stored answer holds in the student's words; empty if it is no answer of this kind."""
    if "log" not in stored or "claim" not in stored:
        return []
    sources = stored["log"] if isinstance(stored["log"], list) else []
    claim = stored["claim"] if isinstance(stored["claim"], Mapping) else {}
    found = [claim.get("sentence"), claim.get("own"), *(stored.get(name) for name in _OWN)]
    found += [one.get(name) for one in sources if isinstance(one, Mapping) for name in ("who", "where", "tells")]
    return [one for one in found if isinstance(one, str) and one.strip()]
