"""Rules for verbs of saying: one function for each place where the content may stand."""

from __future__ import annotations

from exercises.detect.attribution.beginnings import Beginning
from exercises.detect.attribution.clause import FINITE, TIMES, Clause, Range
from exercises.detect.attribution.endings import before, ending, last_word, left_edge, opens
from exercises.detect.attribution.findings import Finding
from exercises.detect.attribution.grammar import listed
from exercises.detect.attribution.lexicon import Cue, lexicon
from exercises.detect.attribution.sources import antecedent, behind, beside_an_aside, of_the_verb_before, subject

_SURE = frozenset(["quote", "that", "bare"])
_OBJECTS = listed("objects")
_GOING_ON = listed("going_on")
_LEADING_IN = listed("leading_in")


def shared(clause: Clause, at: int, earlier: list[Finding]) -> Range | None:
    """Give the source of the cue before, which goes on speaking, else the subject of the verb before."""
    for one in reversed(earlier):
        if one.source and one.cue[1] <= at and one.rule not in ("relative", "passive") and one.source[1] <= one.cue[0]:
            return one.source
    return of_the_verb_before(clause, at)


def inverted(clause: Clause, at: int, floor: int) -> Finding | None:
    """Find ““It rains,” said Ann Reed”."""
    if clause.tags[at] not in FINITE and clause.low(at) != "said":
        return None
    source = behind(clause, at + 1)
    if source is None or clause.lows[at + 1] in _OBJECTS:
        return None
    if clause.lows[at + 1] in TIMES or clause.lows[source[1] - 1] in TIMES:
        return None
    aside = clause.low(at - 1) == "," and clause.quoted[at - 2] < 0 and beside_an_aside(clause, at - 1)
    named = (clause.tags[at + 1] == "NNP" or clause.lows[at + 1] in ("a", "an")) and clause.verb_behind(
        source[1], len(clause)
    ) is None
    if aside and not (named and clause.low(source[1]) in (",", "", ".")):
        return None
    content = before(clause, at, floor)
    if content is None:
        return _speaks_first(clause, at, source) if at == 0 else None
    plain = clause.quoted[content[1] - 1] < 0
    if plain and (clause.lows[at + 1] == "that" or clause.verb_behind(source[1], len(clause)) is not None):
        return None
    return Finding("inverted", (at, at + 1), source, [content, *_rest(clause, source[1])], sure=True)


def _speaks_first(clause: Clause, at: int, source: Range) -> Finding | None:
    """Find “Said Ann Reed: “It rains.””."""
    for index in range(source[1], len(clause)):
        if opens(clause, index):
            end = index - (clause.low(index - 1) in (":", ","))
            said = [(index, ending(clause, "quote", index))]
            return Finding("inverted", (at, at + 1), (source[0], end), said, sure=True)
    return None


def content_first(
    clause: Clause, at: int, cue: Range, source: Range | None, begins: Beginning | None, floor: int
) -> Finding | None:
    """Find ““It rains,” Ann Reed said”."""
    if source is None or source[0] >= cue[0] or clause.low(cue[0] - 1) in ("who", "which", "that"):
        return None
    content = before(clause, left_edge(clause, source[0]), floor)
    if content is None:
        return None
    quoted = clause.quoted[content[1] - 1] >= 0
    adverbial = clause.tags[content[0]] == "IN" and not clause.has_finite(*content)
    # “Asked about the mill, she said, “No.””: what leads in is not said.
    participle_leads = clause.tags[content[0]] in ("VBN", "VBG")
    led_in = adverbial or participle_leads or clause.lows[content[0]] in _LEADING_IN
    goes_on = begins and begins[0] == "quote" and clause.low(begins[1] - 1) == ","
    if begins and begins[0] in _SURE and (led_in or not quoted) and (not goes_on or (participle_leads and not quoted)):
        return None
    parts = [content]
    if begins and begins[0] == "quote":
        parts.append((begins[1], ending(clause, *begins)))
    else:
        parts += _rest(clause, at + 1) or (_quoted_on(clause, at + 1) if quoted else [])
    return Finding("quote-first" if quoted else "clause-first", cue, source, parts, sure=True)


def _quoted_on(clause: Clause, at: int) -> list[Range]:
    """Give the quotation that goes on further behind, such as “and B” in “A,” she said, smiling, “and B”."""
    for index in range(at, min(len(clause), at + 18)):
        if opens(clause, index) and clause.low(index - 1) == ",":
            return [(index, ending(clause, "quote", index))]
        other = lexicon().verbs.get(clause.lows[index])
        if other and other.takes & {"clause", "quote"} and clause.tags[index].startswith("VB"):
            break
    return []


def split_by_cue(clause: Clause, at: int, cue: Range, source: Range) -> Finding | None:
    """Find “All of this, Ann Reed says, could be undone” and “The mill, as Ann Reed pointed out, is empty”."""
    first = source[0] - 1
    as_said = clause.low(first) == "as"
    opening = first - 1 if as_said else first
    behind_it = at + 2 if clause.low(at + 1) == "out" else at + 1
    if clause.low(behind_it) != "," or behind_it + 2 >= len(clause):
        return None
    end = ending(clause, "bare", behind_it + 1)
    if as_said and opening < 0:
        return Finding("as-said", cue, source, [(behind_it + 1, end)], sure=True)
    split = clause.phrase(opening - 1) is not None and clause.tag(behind_it + 1) in (*FINITE, "RB", "VBN", "NNS")
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
    if at + 2 < end and (clause.low(at + 1) in _GOING_ON or clause.tag(at + 1) in FINITE):
        stop = ending(clause, "bare", at + 1)
        if clause.has_finite(at + 1, stop):
            return [(at + 1, stop)]
    return []


def content_behind(clause: Clause, cue: Range, source: Range, begins: Beginning) -> Finding | None:
    """Find “Ann Reed said (that) it rains”."""
    kind, start = begins
    end = ending(clause, kind, start)
    if end <= start or (clause.lows[cue[0]] == "to" and kind in ("noun", "about", "wh", "to", "whom-to")):
        return None
    relative = clause.low(cue[0] - 1) in ("who", "which") and clause.tag(cue[0] - 1) in ("WP", "WDT")
    rule = "relative" if relative else kind
    sure = kind in _SURE and clause.lows[cue[0]] != "to"
    return Finding(rule, cue, source, [(start, end)], sure=sure)


def participle(clause: Clause, at: int, begins: Beginning | None, earlier: list[Finding]) -> Finding | None:
    """Find “..., saying that it rains” and “a letter saying that it rains”."""
    if begins is None:
        return None
    kind, start = begins
    cue = lexicon().verbs[clause.lows[at]]
    hangs = clause.low(at - 1) != "," and clause.tag(at - 1) not in ("CC", "IN", "RB")
    if kind == "bare" and ("clause" not in cue.takes or (hangs and cue.lemma != "say")):
        return None
    end = ending(clause, kind, start)
    if clause.low(at - 1) == "," or clause.tag(at - 1) in ("CC", "RB", "IN"):
        source = shared(clause, at, earlier)
    elif clause.phrase(at - 1) is not None:
        found = antecedent(clause, at)
        source = (found[0], at) if found else None
    else:
        source = None
    if source is None or end <= start:
        return None
    return Finding("participle", (at, at + 1), source, [(start, end)], sure=kind in _SURE)


def passive_by(clause: Clause, at: int, start: int, cue: Cue) -> Finding | None:
    """Find “it was reported by Ann Reed”."""
    thing = subject(clause, start)
    for index in range(at + 1, min(len(clause), at + 8)):
        if clause.lows[index] == "by" and (source := behind(clause, index + 1)):
            if thing is None or cue.addressee:
                return None
            if clause.lows[thing[0]] == "it" and (content := before(clause, thing[0], 0)):
                thing = content
            return Finding("passive", (start, index + 1), source, [thing], sure=False)
    if clause.low(start - 1) == "it" and clause.low(at + 1) == "that":
        return Finding("passive", (start, at + 1), None, [(at + 1, ending(clause, "that", at + 1))], sure=False)
    return None
