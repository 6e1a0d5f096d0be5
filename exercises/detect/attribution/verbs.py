"""Finds the attributions that a verb of saying makes, from left to right through a sentence."""

from __future__ import annotations

from exercises.detect.attribution.beginnings import beginning, whatever_follows
from exercises.detect.attribution.clause import Clause
from exercises.detect.attribution.endings import before, last_word
from exercises.detect.attribution.findings import Finding
from exercises.detect.attribution.grammar import listed
from exercises.detect.attribution.lexicon import Cue, lexicon
from exercises.detect.attribution.places import (
    content_behind,
    content_first,
    inverted,
    participle,
    passive_by,
    shared,
    split_by_cue,
)
from exercises.detect.attribution.sources import group_start, subject

_BE = listed("being")
# So near the end of a sentence somebody may stand who says all of it.
FROM_THE_END = 18


def verb_findings(clause: Clause) -> list[Finding]:
    """Find every attribution of a sentence that a verb of saying makes, from left to right."""
    verbs = lexicon().verbs
    found = last_said(clause)
    for at, low in enumerate(clause.lows):
        cue = verbs.get(low)
        # A quotation is left whole: who speaks in it is quoted by somebody else.
        if cue is None or clause.quoted[at] >= 0 or not clause.tags[at].startswith("VB"):
            continue
        if cue.lemma == "point-out" and clause.low(at + 1) != "out":
            continue
        if any(part[0] <= at < part[1] for one in found for part in (*one.content, one.cue)):
            continue
        if one := _of_verb(clause, at, cue, found):
            found.append(one)
    return found


def last_said(clause: Clause) -> list[Finding]:
    """Find “It rains and no bus comes, Ann Reed said”: who speaks at the end speaks the whole sentence."""
    verbs = lexicon().verbs
    end = last_word(clause)
    for at in range(end - 1, max(0, end - FROM_THE_END), -1):
        cue = verbs.get(clause.lows[at])
        if (
            cue is None
            or "clause" not in cue.takes
            or clause.quoted[at] >= 0
            or clause.tags[at] not in ("VBD", "VBZ", "VBP")
        ):
            continue
        start = group_start(clause, at)
        source = subject(clause, start)
        if (
            source is None
            or beginning(clause, at, cue)
            or clause.has_finite(at + 1, end)
            or clause.low(source[0] - 1) != ","
        ):
            continue
        content = before(clause, source[0], 0)
        if content and clause.quoted[content[1] - 1] < 0 and content[1] - content[0] > 3:
            return [Finding("clause-first", (start, at + 1), source, [content], sure=True)]
    return []


def _of_verb(clause: Clause, at: int, cue: Cue, earlier: list[Finding]) -> Finding | None:
    start = group_start(clause, at)
    passive = cue.form in ("past", "participle") and any(clause.lows[i] in _BE for i in range(start, at))
    begins = beginning(clause, at, cue)
    floor = max((part[1] for one in earlier for part in (*one.content, one.cue)), default=0)
    if passive:
        return passive_by(clause, at, start, cue)
    if cue.form == "ing" and start == at:
        return participle(clause, at, begins, earlier)
    said_before = "clause" in cue.takes or "quote" in cue.takes
    if said_before and (one := inverted(clause, at, floor)):
        return one
    joined = clause.tag(start - 1) == "CC" or clause.low(start - 1) == ","
    source = shared(clause, start, earlier) if joined and earlier else None
    source = source or subject(clause, start)
    if source is None and clause.lows[start] == "to":
        source = shared(clause, start, earlier)
    if said_before and (one := content_first(clause, at, (start, at + 1), source, begins, floor)):
        return one
    if said_before and source and (one := split_by_cue(clause, at, (start, at + 1), source)):
        return one
    if begins is None and said_before and source and clause.words[-1].low == ":":
        return Finding("colon", (start, at + 1), source, [], sure=False)
    if begins is None and cue.lemma == "say":
        begins = whatever_follows(clause, at)
    if begins is None or source is None:
        return None
    return content_behind(clause, (start, at + 1), source, begins)
