"""Rules for any verb beside a quotation: what somebody does while words are quoted says who speaks."""

from __future__ import annotations

from exercises.detect.attribution.clause import FINITE, Clause
from exercises.detect.attribution.endings import before, ending, opens
from exercises.detect.attribution.findings import Finding
from exercises.detect.attribution.sources import behind, group_start, subject

_ENDS = frozenset([",", "?", "!", "…", "-", "—"])
_LEADS_IN = frozenset([",", ":"])
LEAST_QUOTED = 4


def beside_quotation(clause: Clause, found: list[Finding]) -> list[Finding]:
    """Find the speaker of a quotation that no verb of saying gives to anybody.

    Parameters
    ----------
    clause : Clause
        The sentence.
    found : list of Finding
        What is found in it already.

    Returns
    -------
    list of Finding
        One more, or none.
    """
    if not any(number >= 0 for number in clause.quoted):
        return []
    given = {index for one in found for start, end in one.content for index in range(start, end)}
    for at, tag in enumerate(clause.tags):
        carries = tag in FINITE and clause.quoted[at] < 0 and at not in given
        if carries and (one := _behind(clause, at, given) or _ahead(clause, at, given)):
            return [one]
    return []


def _behind(clause: Clause, at: int, given: set[int]) -> Finding | None:
    """Find ““It rains,” Ann Reed smiled” and ““It rains,” smiled Ann Reed”."""
    start = group_start(clause, at)
    turned = clause.is_mark(at - 1)
    source = behind(clause, at + 1) if turned else subject(clause, start)
    if source is None or not clause.is_mark((at if turned else source[0]) - 1):
        return None
    end = at if turned else source[0]
    content = before(clause, end, 0)
    if (
        content is None
        or not opens(clause, content[0])
        or clause.low(end - 2) not in _ENDS
        or given & set(range(*content))
    ):
        return None
    return Finding("beside-quote", (start, at + 1), source, [content], sure=False)


def _ahead(clause: Clause, at: int, given: set[int]) -> Finding | None:
    """Find “Ann Reed was clear: “It rains.””."""
    source = subject(clause, group_start(clause, at))
    if source is None or clause.low(source[1] - 1) in ("who", "which", "that"):
        return None
    for index in range(at + 1, len(clause)):
        if opens(clause, index):
            led_in = (
                clause.low(index - 1) in _LEADS_IN and clause.words[min(index + 1, len(clause) - 1)].text[:1].isupper()
            )
            end = ending(clause, "quote", index)
            if not led_in or end - index < LEAST_QUOTED or index in given:
                return None
            return Finding("beside-quote", (at, at + 1), source, [(index, end)], sure=False)
        if clause.tags[index] in FINITE:
            return None
    return None
