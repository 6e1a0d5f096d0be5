"""Drafts the attributions of any text: who says what, in which words, and how the source is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from exercises.detect.attribution.beside import beside_quotation
from exercises.detect.attribution.clause import Clause, Range
from exercises.detect.attribution.findings import Finding
from exercises.detect.attribution.naming import Naming, holder, is_pronoun, naming
from exercises.detect.attribution.phrases import phrase_findings
from exercises.detect.attribution.placing import Page, page_of, placed
from exercises.detect.attribution.verbs import verb_findings
from exercises.detect.prepared import Prepared, Word, prepare
from exercises.lesson.text import Span

__all__ = ["Attribution", "attributions", "draft_attributions"]

Manner = Literal["direct", "mixed", "indirect"]
Level = Literal["sure", "look"]
# So much of the content, in code points, stands in quotation marks where it is direct.
MOSTLY = 0.9
# So many sources back a pronoun may look for its holder.
MOST_BACK = 12


@dataclass(frozen=True, slots=True)
class Attribution:
    """One draft: who says what.

    Attributes
    ----------
    source : Span or None
        Who says it, in code points of the text.
    cue : Span
        The words that give the content to the source.
    content : tuple of Span
        What is said, in one or more parts that do not touch; neither source nor cue touches them.
    manner : str
        "direct" in quotation marks, "indirect" without, "mixed" with some.
    named : str
        How the source is named: "named", "described", "unnamed" or "none". A pronoun counts as its holder does.
    holder : Span or None
        Whom a pronoun stands for, as far as can be told: the nearest source before it.
    rule : str
        Name of the rule that found it.
    level : str
        "sure", or "look" at this.
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    manner: Manner
    named: Naming
    holder: Span | None
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
    """Draft all attributions of a text that is prepared already; see ``draft_attributions``."""
    page = page_of(prepared)
    found = [_findings(clause) for clause in page.clauses]
    page.busy = [bool(findings) for findings in found]
    sources: list[tuple[Span, Sequence[Word]]] = []
    drafts = [
        draft
        for number, findings in enumerate(found)
        for one in findings
        for draft in _drafted(page, number, one, sources)
    ]
    return tuple(sorted(drafts, key=lambda draft: draft.cue))


def _findings(clause: Clause) -> list[Finding]:
    """Give all findings of a sentence; where two rules found the same, the first stands."""
    by_verb = verb_findings(clause)
    by_verb += beside_quotation(clause, by_verb)
    begun = {part[0] for one in by_verb for part in one.content}
    more = [one for one in phrase_findings(clause) if one.rule != "noun-that" or one.content[0][0] not in begun]
    return sorted(filter(_is_whole, [*by_verb, *more]), key=lambda one: one.cue)


def _is_whole(one: Finding) -> bool:
    """Whether every part of a finding has a word: a rule may run out of words where a text breaks off."""
    return all(start < end for start, end in (one.cue, *([one.source] if one.source else []), *one.content))


def _drafted(
    page: Page, number: int, one: Finding, sources: list[tuple[Span, Sequence[Word]]]
) -> Iterator[Attribution]:
    """Make a draft of a finding, or none if nothing is left as its content."""
    clause = page.clauses[number]
    cue = _span(clause, one.cue)
    source = _span(clause, one.source) if one.source else None
    if source and source.touches(cue):
        return
    content = placed(page, number, one, [span for span in (source, cue) if span])
    if not content:
        return
    words = clause.words[one.source[0] : one.source[1]] if one.source else ()
    held, known = holder(words[0].low, sources[-MOST_BACK:]) if is_pronoun(words) else (None, words)
    if source:
        sources.append((source, words))
    named = naming(known or words)
    level: Level = "sure" if one.sure else "look"
    yield Attribution(source, cue, content, _manner(page, content), named, held, one.rule, level)


def _span(clause: Clause, part: Range) -> Span:
    return Span(clause.words[part[0]].start, clause.words[part[1] - 1].end)


def _manner(page: Page, content: Sequence[Span]) -> Manner:
    quoted = sum(page.quoted_inside(span) for span in content)
    whole = sum(span.end - span.start for span in content)
    return "direct" if quoted >= MOSTLY * whole else "mixed" if quoted else "indirect"
