"""Rules for what names a source without a verb of saying."""

from __future__ import annotations

from exercises.detect.attribution.clause import FINITE, VERBS, Clause, Range
from exercises.detect.attribution.endings import ending, is_sentence, last_word
from exercises.detect.attribution.findings import Finding
from exercises.detect.attribution.lexicon import lexicon
from exercises.detect.attribution.sources import behind

LONGEST_HEADLINE = 24
LONGEST_NAME = 7


def phrase_findings(clause: Clause) -> list[Finding]:
    """Find the attributions of a sentence that have no verb of saying."""
    return [*according_to(clause), *nominal(clause), *alone(clause), *headline_colon(clause)]


def according_to(clause: Clause) -> list[Finding]:
    """Find “according to Ann Reed, it rains” and “it rains, according to Ann Reed”."""
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
    if start > 0 and not clause.has_finite(0, start) and clause.phrase(start - 1) and clause.has_finite(comma, last):
        # The mill, according to Ann Reed, is empty.
        return [(0, start), (comma + 1, ending(clause, "bare", comma + 1))]
    if at <= 1 or not is_sentence(clause, 0, start):
        return [(comma + 1, ending(clause, "bare", comma + 1))] if comma + 1 < last else []
    first = 1 if clause.tags[0] == "CC" else 0
    return [(first, start)] if start > first else []


def nominal(clause: Clause) -> list[Finding]:
    """Find “a claim by Ann Reed that it rains” and “her warning that it rains”."""
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
        if clause.low(follows) == "that" and clause.tag(follows + 1) not in VERBS:
            found.append(
                Finding("noun-that", (at, at + 1), source, [(follows, _noun_end(clause, at, follows))], sure=False)
            )
    return found


def _noun_end(clause: Clause, at: int, start: int) -> int:
    """Give the end of “that it rains” in “her claim that it rains was denied”."""
    end = ending(clause, "that", start)
    if clause.has_finite(0, at):
        return end
    first = next((index for index in range(start, end) if clause.tags[index] in VERBS), end)
    ends = (index for index in range(first + 1, end) if clause.tags[index] in FINITE and _is_closed(clause, index - 1))
    return next(ends, end)


def _is_closed(clause: Clause, at: int) -> bool:
    """Whether a clause can end at a word; a pronoun would be the subject of what follows."""
    return clause.tag(at) in ("VBN", "VBG", "VBD", "JJ", "RB", "VB", "NN", "NNS")


def alone(clause: Clause) -> list[Finding]:
    """Find “it reportedly rains”."""
    listed = lexicon().alone
    return [
        Finding("alone", (at, at + 1), None, [(0, last_word(clause))], sure=False)
        for at, low in enumerate(clause.lows)
        if low in listed
    ]


def headline_colon(clause: Clause) -> list[Finding]:
    """Find “Reed: The mill is empty” and “The mill is empty: Reed”."""
    last = len(clause)
    if last > LONGEST_HEADLINE or clause.low(last - 1) in (".", "?", "!") or clause.lows.count(":") != 1:
        return []
    at = clause.lows.index(":")
    if clause.words[at].text != ":" or at == 0 or at == last - 1:
        return []
    if _speaks(clause, 0, at) and clause.has_finite(at + 1, last):
        return [Finding("headline", (at, at + 1), (0, at), [(at + 1, last)], sure=False)]
    if _speaks(clause, at + 1, last) and clause.has_finite(0, at):
        return [Finding("headline", (at, at + 1), (at + 1, last), [(0, at)], sure=False)]
    return []


def _speaks(clause: Clause, start: int, end: int) -> bool:
    """Whether a part of a headline is nothing but a name or a role."""
    phrase = clause.phrase(start)
    if phrase is None or phrase[0] != start or clause.extended(phrase, end)[1] != end or end - start > LONGEST_NAME:
        return False
    head = clause.words[phrase[1] - 1]
    return head.low in lexicon().speakers or (head.tag in ("NNP", "NNPS") and end - start > 1)
