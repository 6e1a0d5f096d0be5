"""What a student made of the differences from the machine: what still lacks a choice or a reason, and the result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exercises.kinds.annotate.beside import Compared
from exercises.kinds.annotate.item import AnnotateAnswer, Choice, Settled
from exercises.kinds.annotate.tell import named_by, spans_of
from exercises.kinds.base import Remark
from exercises.kinds.bring.item import Part
from exercises.words import words

WITH_DRAFT: tuple[Choice, ...] = ("accepted", "changed", "dropped")
WITHOUT: tuple[Choice, ...] = ("kept", "dropped")


def choices_of(pair: Compared) -> tuple[Choice, ...]:
    """Give what can be chosen for a difference."""
    return WITH_DRAFT if pair.draft else WITHOUT


def unsettled(answer: AnnotateAnswer, pairs: Sequence[Compared]) -> str:
    """Say what is still missing; empty if every difference has a choice and a reason."""
    said = words("annotate")["settling"]
    differing = {pair.id: pair for pair in pairs if not pair.alike}
    # What was a difference once, by an earlier rule, was settled all the same.
    if not all(_belongs(name, one, pairs) for name, one in answer.settled.items() if name not in differing):
        return str(words("exchange")["shape"])
    for name, pair in differing.items():
        one = answer.settled.get(name, Settled())
        if one.choice not in choices_of(pair):
            return str(said["no_choice"])
        if not one.why.strip():
            return str(said["no_why"])
        if one.choice == "changed" and not one.marks:
            return str(said["no_marks"])
        if one.group != pair.group or not stands(pair, one):
            return str(words("exchange")["shape"])
    return ""


def _belongs(name: str, one: Settled, pairs: Sequence[Compared]) -> bool:
    """Whether something was settled of what is alike by now."""
    return any(pair.id == name and one.group == pair.group and stands(pair, one) for pair in pairs)


def stands(pair: Compared, one: Settled) -> bool:
    """Whether the words that stand go with the choice: those of the draft where it was accepted, none where dropped."""
    given = {(mark.label, mark.start, mark.end) for mark in one.marks}
    if one.choice == "accepted" and pair.draft:
        return given == {(label, span.start, span.end) for label, spans in pair.draft.marks.items() for span in spans}
    return one.choice == "changed" or not given


def settled_summary(answer: AnnotateAnswer, pairs: Sequence[Compared]) -> str:
    """Count what was alike and what was chosen."""
    said = words("annotate")["settling"]
    if not answer.settled:
        return str(said["summary_none"].format(alike=len(pairs)) if pairs else said["summary_marks"])
    chosen = [answer.became(name) for name in answer.settled]
    names = {name: chosen.count(name) for name in said["counted"] if name in chosen}
    counts = ", ".join(said["counted"][name].format(count=count) for name, count in names.items())
    return str(said["summary"].format(alike=sum(pair.alike for pair in pairs), settled=len(chosen), counts=counts))


def settled_remarks(answer: AnnotateAnswer, part: Part, pairs: Sequence[Compared]) -> Iterator[Remark]:
    """Give each difference with the choice and the student's own reason."""
    said = words("annotate")["settling"]
    for pair in pairs:
        if one := answer.settled.get(pair.id):
            subject = said["chose"][_what(pair)][one.choice].format(**_about(pair, answer, part))
            yield Remark(subject=subject, outcome="note", reason=said["because"].format(why=" ".join(one.why.split())))


def _what(pair: Compared) -> str:
    return "alone" if pair.draft is None else "both" if pair.group is not None else "draft"


def _about(pair: Compared, answer: AnnotateAnswer, part: Part) -> dict[str, str]:
    """Quote the cue of a draft, or of a group, and say where it stands."""
    spans = pair.draft.marks["cue"] if pair.draft else spans_of(answer, pair.group)
    return named_by(spans, part)
