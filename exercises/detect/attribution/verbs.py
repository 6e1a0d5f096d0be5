"""Rules for verbs of saying: one function for each place where the content may stand."""

from __future__ import annotations

from exercises.detect.attribution.clause import FINITE, TIMES, Clause, Range
from exercises.detect.attribution.contents import Beginning, before, beginning, ending, last_word, opens
from exercises.detect.attribution.findings import Finding
from exercises.detect.attribution.lexicon import Cue, lexicon
from exercises.detect.attribution.sources import antecedent, behind, beside_an_aside, group_start, of_the_verb_before, subject

_BE = frozenset("is are was were be been being 's 're am".split())  # noqa: SIM905
_SURE = frozenset(["quote", "that", "bare"])
_TIMES = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())  # noqa: SIM905


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
    """It rains and nobody says so, Ann Reed said: who speaks at the end speaks the whole sentence."""
    verbs = lexicon().verbs
    end = last_word(clause)
    for at in range(end - 1, max(0, end - 9), -1):
        cue = verbs.get(clause.lows[at])
        if cue is None or "clause" not in cue.takes or clause.quoted[at] >= 0 or clause.tags[at] not in ("VBD", "VBZ", "VBP"):
            continue
        start = group_start(clause, at)
        source = subject(clause, at, start)
        if source is None or beginning(clause, at, cue) or clause.has_finite(at + 1, end) or clause.low(source[0] - 1) != ",":
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
    source = _shared(clause, start, earlier) if joined and earlier else None
    source = source or subject(clause, at, start)
    if source is None and clause.lows[start] == "to":
        source = _shared(clause, start, earlier)
    if said_before and (one := content_first(clause, at, (start, at + 1), source, begins, floor)):
        return one
    if said_before and source and (one := split_by_cue(clause, at, (start, at + 1), source)):
        return one
    if begins is None or source is None:
        return None
    return content_behind(clause, at, (start, at + 1), source, begins)


def _shared(clause: Clause, at: int, earlier: list[Finding]) -> Range | None:
    """Give the source of the cue before, which goes on speaking, else the subject of the verb before."""
    for one in reversed(earlier):
        if one.source and one.cue[1] <= at and one.rule not in ("relative", "passive") and one.source[1] <= one.cue[0]:
            return one.source
    return of_the_verb_before(clause, at)


def inverted(clause: Clause, at: int, floor: int) -> Finding | None:
    """“It rains,” said Ann Reed."""
    if clause.tags[at] not in FINITE and clause.low(at) != "said":
        return None
    source = behind(clause, at + 1)
    if source is None or clause.lows[at + 1] in ("him", "her", "them", "me", "us", "it"):
        return None
    if clause.lows[at + 1] in TIMES or clause.lows[source[1] - 1] in TIMES:
        return None
    if clause.low(at - 1) == "," and clause.quoted[at - 2] < 0 and beside_an_aside(clause, at - 1):
        return None
    content = before(clause, at, floor)
    if content is None:
        return None
    return Finding("inverted", (at, at + 1), source, [content, *_rest(clause, source[1])], sure=True)


def content_first(
    clause: Clause, at: int, cue: Range, source: Range | None, begins: Beginning | None, floor: int
) -> Finding | None:
    """“It rains,” Ann Reed said."""
    if source is None or source[0] >= cue[0]:
        return None
    content = before(clause, source[0], floor)
    if content is None:
        return None
    quoted = clause.quoted[content[1] - 1] >= 0
    if begins and begins[0] in _SURE and not quoted and not (begins[0] == "quote" and clause.low(begins[1] - 1) == ","):
        return None
    parts = [content]
    if begins and begins[0] == "quote":
        parts.append((begins[1], ending(clause, *begins)))
    else:
        parts += _rest(clause, at + 1) or (_quoted_on(clause, at + 1) if quoted else [])
    return Finding("quote-first" if quoted else "clause-first", cue, source, parts, sure=True)


def _quoted_on(clause: Clause, at: int) -> list[Range]:
    """Give the quotation that goes on further behind: “A,” she said, smiling, “and B.”"""
    for index in range(at, min(len(clause), at + 18)):
        if opens(clause, index) and clause.low(index - 1) == ",":
            return [(index, ending(clause, "quote", index))]
        if clause.lows[index] in lexicon().verbs and clause.tags[index] in FINITE:
            break
    return []


def split_by_cue(clause: Clause, at: int, cue: Range, source: Range) -> Finding | None:
    """All of this, Ann Reed says, could be undone. The mill, as Ann Reed pointed out, is empty."""
    first = source[0] - 1
    as_said = clause.low(first) == "as"
    opening = first - 1 if as_said else first
    behind_it = at + 2 if clause.low(at + 1) == "out" else at + 1
    if clause.low(behind_it) != "," or behind_it + 2 >= len(clause):
        return None
    end = ending(clause, "bare", behind_it + 1)
    if as_said and opening < 0:
        return Finding("as-said", cue, source, [(behind_it + 1, end)], sure=True)
    split = clause.phrase(opening - 1) is not None and clause.tag(behind_it + 1) in (*FINITE, "RB")
    if clause.low(opening) != "," or opening < 1 or not split:
        return None
    return Finding("split", cue, source, [(0, opening), (behind_it + 1, end)], sure=True)


def _rest(clause: Clause, at: int) -> list[Range]:
    """Give what goes on behind the cue: “..., she said, since it rains”."""
    end = last_word(clause)
    while at < end and clause.low(at) != "," and at < end:
        if opens(clause, at):
            return [(at, ending(clause, "quote", at))]
        at += 1
    if at + 1 < end and opens(clause, at + 1):
        return [(at + 1, ending(clause, "quote", at + 1))]
    if at + 2 < end and clause.tag(at + 1) not in ("VBG", "WP", "WDT", "DT", "NNP", "NN", "JJ") and clause.low(at + 1) != "according":
        stop = ending(clause, "bare", at + 1)
        if clause.has_finite(at + 1, stop):
            return [(at + 1, stop)]
    return []


def content_behind(clause: Clause, at: int, cue: Range, source: Range, begins: Beginning) -> Finding | None:
    """Ann Reed said (that) it rains."""
    kind, start = begins
    end = ending(clause, kind, start)
    if end <= start or (clause.lows[cue[0]] == "to" and kind in ("noun", "about", "wh", "to", "whom-to")):
        return None
    relative = clause.low(cue[0] - 1) in ("who", "which")
    rule = "relative" if relative else kind
    sure = kind in _SURE and clause.lows[cue[0]] != "to"
    return Finding(rule, cue, source, [(start, end)], sure=sure)


def participle(clause: Clause, at: int, begins: Beginning | None, earlier: list[Finding]) -> Finding | None:
    """..., saying that it rains; a letter saying that it rains."""
    if begins is None:
        return None
    kind, start = begins
    if kind == "bare" and "clause" not in lexicon().verbs[clause.lows[at]].takes:
        return None
    end = ending(clause, kind, start)
    if clause.low(at - 1) == "," or clause.tag(at - 1) in ("CC", "RB", "IN"):
        source = _shared(clause, at, earlier)
    elif clause.phrase(at - 1) is not None:
        found = antecedent(clause, at)
        source = (found[0], at) if found else None
    else:
        source = None
    if source is None or end <= start:
        return None
    return Finding("participle", (at, at + 1), source, [(start, end)], sure=kind in _SURE)


def passive_by(clause: Clause, at: int, start: int, cue: Cue) -> Finding | None:
    """It was reported by Ann Reed."""
    thing = subject(clause, at, start)
    for index in range(at + 1, min(len(clause), at + 8)):
        if clause.lows[index] == "by" and (source := behind(clause, index + 1)):
            if thing is None or cue.addressee:
                return None
            return Finding("passive", (start, index + 1), source, [thing], sure=False)
    if clause.low(start - 1) == "it" and clause.low(at + 1) == "that":
        return Finding("passive", (start, at + 1), None, [(at + 1, ending(clause, "that", at + 1))], sure=False)
    return None
