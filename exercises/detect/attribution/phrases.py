"""Rules for what names a source without a verb of saying."""

from __future__ import annotations

from exercises.detect.attribution.clause import Clause, Range
from exercises.detect.attribution.contents import ending, last_word
from exercises.detect.attribution.findings import Finding
from exercises.detect.attribution.lexicon import lexicon
from exercises.detect.attribution.sources import behind


def phrase_findings(clause: Clause) -> list[Finding]:
    """Find the attributions of a sentence that have no verb of saying."""
    return [*according_to(clause), *nominal(clause), *alone(clause)]


def according_to(clause: Clause) -> list[Finding]:
    """According to Ann Reed, it rains. It rains, according to Ann Reed."""
    found = []
    for at in range(len(clause) - 2):
        if clause.lows[at] == "according" and clause.lows[at + 1] == "to" and (source := behind(clause, at + 2)):
            content = _around(clause, at, source[1])
            if content:
                found.append(Finding("according-to", (at, at + 2), source, content, sure=True))
    return found


def _around(clause: Clause, at: int, end: int) -> list[Range]:
    """Give the clause behind a phrase that opens a sentence, else the one before it."""
    last = last_word(clause)
    comma = end
    while comma < last and clause.lows[comma] != ",":
        comma += 1
    start = at - 1 if clause.low(at - 1) == "," else at
    if at <= 1 or not clause.has_finite(0, start):
        return [(comma + 1, ending(clause, "bare", comma + 1))] if comma + 1 < last else []
    first = 1 if clause.tags[0] == "CC" else 0
    return [(first, start)] if start > first else []


def nominal(clause: Clause) -> list[Finding]:
    """A claim by Ann Reed that it rains; her warning that it rains."""
    found = []
    nouns = lexicon().nouns
    for at, low in enumerate(clause.lows):
        phrase = clause.phrase(at)
        if low not in nouns or phrase is None or phrase[1] != at + 1:
            continue
        source: Range | None = None
        follows = at + 1
        if clause.low(follows) in ("by", "from") and (source := behind(clause, follows + 1)):
            follows = source[1]
        elif clause.tag(phrase[0]) == "PRP$":
            source = phrase[0], phrase[0] + 1
        elif "POS" in clause.tags[phrase[0] : at]:
            source = phrase[0], phrase[0] + clause.tags[phrase[0] : at].index("POS")
        if clause.low(follows) == "that":
            found.append(Finding("noun-that", (at, at + 1), source, [(follows, ending(clause, "that", follows))], sure=False))
    return found


def alone(clause: Clause) -> list[Finding]:
    """It reportedly rains."""
    listed = lexicon().alone
    return [
        Finding("alone", (at, at + 1), None, [(0, last_word(clause))], sure=False)
        for at, low in enumerate(clause.lows)
        if low in listed
    ]
