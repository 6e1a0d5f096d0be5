"""Drafts the attributions of any text: who says what, in which words, and how the source is named."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from exercises.detect.attribution.clause import Clause, Range
from exercises.detect.attribution.findings import Finding
from exercises.detect.attribution.phrases import phrase_findings
from exercises.detect.attribution.quotations import quotations
from exercises.detect.attribution.verbs import verb_findings
from exercises.detect.blocks import Place
from exercises.detect.prepared import Prepared, prepare
from exercises.lesson.text import Span

Manner = Literal["direct", "mixed", "indirect"]
Level = Literal["sure", "look"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One draft: who says what.

    Attributes
    ----------
    source : Span or None
        Who says it, in code points of the text.
    cue : Span
        The word that gives the content to the source.
    content : tuple of Span
        What is said, in one or more parts.
    manner : str
        "direct" in quotation marks, "indirect" without, "mixed" with some.
    rule : str
        Name of the rule that found it.
    level : str
        "sure", or "look" at this.
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    manner: Manner
    rule: str
    level: Level


def draft_attributions(text: str) -> tuple[Attribution, ...]:
    """Draft all attributions of a text.

    Parameters
    ----------
    text : str
        Any text; nothing in it is refused.

    Returns
    -------
    tuple of Attribution
        In the order of their cues.
    """
    return attributions(prepare(text))


def attributions(prepared: Prepared) -> tuple[Attribution, ...]:
    """Draft all attributions of a text that is already prepared."""
    quoted = quotations(prepared)
    starts = [start for start, _ in quoted]
    clauses = [_clause(sentence, quoted, starts) for sentence in prepared.sentences]
    found: list[Attribution] = []
    per_sentence = [[*verb_findings(c), *phrase_findings(c)] for c in clauses]
    for number, (clause, findings) in enumerate(zip(clauses, per_sentence, strict=True)):
        for one in sorted(findings, key=lambda finding: finding.cue):
            parts = [_span(clause, part) for part in one.content]
            parts = _backward(parts, clause, one, quoted)
            parts = _onward(parts, number, clauses, per_sentence, quoted)
            found.append(_draft(prepared.text, clause, one, parts, quoted))
    return tuple(found)


def _clause(sentence, quoted, starts):
    numbers = []
    for word in sentence.words:
        at = bisect_right(starts, word.start) - 1
        numbers.append(at if at >= 0 and word.start < quoted[at][1] else -1)
    return Clause(sentence, numbers)


def _span(clause: Clause, part: Range) -> Span:
    return Span(clause.words[part[0]].start, clause.words[part[1] - 1].end)


def _backward(parts, clause, one, quoted):
    first = one.content[0]
    q = clause.quoted[first[0]]
    if first[0] == 0 and q >= 0 and quoted[q][0] < clause.sentence.span.start and first[1] <= one.cue[0]:
        return [Span(quoted[q][0], parts[0].end), *parts[1:]]
    return parts


def _onward(parts, number, clauses, per_sentence, quoted):
    clause = clauses[number]
    has_quote = any(any(q[0] < p.end and p.start < q[1] for q in quoted) for p in parts)
    last = clause.quoted[-1]
    # an open quotation goes on
    if last >= 0 and quoted[last][1] > clause.sentence.span.end and parts[-1].end >= clause.words[-1].start:
        parts = [*parts[:-1], Span(parts[-1].start, quoted[last][1])]
    elif has_quote:
        nxt = number + 1
        while nxt < len(clauses) and clauses[nxt].sentence.block == clause.sentence.block and not per_sentence[nxt]:
            c = clauses[nxt]
            if not (c.words and c.quoted[0] >= 0 and c.is_mark(0)):
                break
            q = quoted[c.quoted[0]]
            if q[1] < c.words[-2 if len(c) > 1 else -1].end:
                break
            parts = [*parts, Span(*q)]
            while nxt < len(clauses) and clauses[nxt].sentence.span.start < q[1]:
                nxt += 1
    return parts


def _draft(text, clause, one, parts, quoted):
    inside = sum(max(0, min(q[1], p.end) - max(q[0], p.start)) for q in quoted for p in parts if q[0] < p.end and p.start < q[1])
    total = sum(p.end - p.start for p in parts)
    manner = "direct" if inside >= 0.9 * total else "mixed" if inside else "indirect"
    return Attribution(
        _span(clause, one.source) if one.source else None,
        _span(clause, one.cue),
        tuple(parts),
        manner,
        one.rule,
        "sure" if one.sure else "look",
    )
