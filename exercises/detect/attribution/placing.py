"""Places what a rule found in one sentence into the whole text: quotations begin earlier and go on later."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from exercises.detect.attribution.clause import Clause
from exercises.detect.attribution.findings import Finding
from exercises.detect.attribution.quotations import quotations
from exercises.detect.blocks import Place
from exercises.detect.prepared import Prepared, PreparedSentence
from exercises.lesson.text import Span

_EDGES = " \t\r\n,;:"


@dataclass(slots=True)
class Page:
    """A whole text with its quotations.

    Attributes
    ----------
    text : str
        The text.
    clauses : list of Clause
        Its sentences.
    quoted : list of tuple
        Its quotations, as places in code points.
    busy : list of bool
        For each sentence, whether a rule found something in it.
    """

    text: str
    clauses: list[Clause]
    quoted: list[Place]
    starts: list[int] = field(default_factory=list)
    busy: list[bool] = field(default_factory=list)

    def quoted_inside(self, span: Span) -> int:
        """Count the code points of a range that stand in quotations."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        last = bisect_left(self.starts, span.end)
        return sum(max(0, min(end, span.end) - max(start, span.start)) for start, end in self.quoted[first:last])


def page_of(prepared: Prepared) -> Page:
    """Find the quotations of a text, and cut its sentences into phrases."""
    quoted = quotations(prepared)
    starts = [start for start, _ in quoted]
    clauses = [_clause(sentence, quoted, starts) for sentence in prepared.sentences]
    return Page(prepared.text, clauses, quoted, starts)


def _clause(sentence: PreparedSentence, quoted: Sequence[Place], starts: Sequence[int]) -> Clause:
    numbers = []
    for word in sentence.words:
        at = bisect_right(starts, word.start) - 1
        numbers.append(at if at >= 0 and word.start < quoted[at][1] else -1)
    return Clause(sentence, numbers)


def placed(page: Page, number: int, one: Finding, taken: Iterable[Span]) -> tuple[Span, ...]:
    """Give the content of a finding in the whole text.

    Parameters
    ----------
    page : Page
        The text.
    number : int
        Number of the sentence.
    one : Finding
        What was found there.
    taken : iterable of Span
        Source and cue; nothing of them is content.

    Returns
    -------
    tuple of Span
        Parts that do not touch, in order; none if no word is left.
    """
    clause = page.clauses[number]
    parts = [Span(clause.words[start].start, clause.words[end - 1].end) for start, end in one.content]
    parts = (
        _behind_colon(page, number)
        if one.rule == "colon"
        else _onward(page, number, _backward(page, clause, one, parts))
    )
    return tuple(_apart(page.text, parts, sorted(taken)))


def _backward(page: Page, clause: Clause, one: Finding, parts: list[Span]) -> list[Span]:
    """Begin with the quotation that an earlier sentence has opened."""
    start, end = one.content[0]
    number = clause.quoted[start]
    earlier = number >= 0 and page.quoted[number][0] < clause.sentence.span.start
    if start == 0 and earlier and end <= one.cue[0]:
        return [Span(page.quoted[number][0], parts[0].end), *parts[1:]]
    return parts


def _onward(page: Page, number: int, parts: list[Span]) -> list[Span]:
    """Go on with a quotation that the sentence leaves open, or that the next sentence takes up."""
    clause = page.clauses[number]
    open_at = clause.quoted[-1] if clause.words else -1
    if open_at >= 0 and page.quoted[open_at][1] > clause.sentence.span.end and parts[-1].end >= clause.words[-1].start:
        parts = [*parts[:-1], Span(parts[-1].start, page.quoted[open_at][1])]
        return [*parts, *_over_paragraphs(page, open_at)]
    if not any(page.quoted_inside(part) for part in parts):
        return parts
    return [*parts, *_taken_up(page, number)]


def _over_paragraphs(page: Page, open_at: int) -> list[Span]:
    """Give the next paragraphs of a quotation that nobody closed: each opens with a mark again."""
    more: list[Span] = []
    while _is_open(page, open_at) and open_at + 1 < len(page.quoted):
        between = page.text[page.quoted[open_at][1] : page.quoted[open_at + 1][0]]
        if between.strip() or "\n" not in between.replace("\r", "\n"):
            break
        open_at += 1
        more.append(Span(*page.quoted[open_at]))
    return more


def _is_open(page: Page, at: int) -> bool:
    start, end = page.quoted[at]
    return end - start < 2 or page.text[end - 1] not in "\"”»“«'’›‹"


def _taken_up(page: Page, number: int) -> list[Span]:
    """Give the quotations behind a quoting sentence of the same paragraph, such as “B” in “A,” she said, “B”."""
    more: list[Span] = []
    block = page.clauses[number].sentence.block
    following = number + 1
    while following < len(page.clauses) and not page.busy[following]:
        clause = page.clauses[following]
        opens = clause.words and clause.sentence.block == block and clause.quoted[0] >= 0 and clause.is_mark(0)
        if not opens:
            break
        taken = clause.quoted[0]
        start, end = page.quoted[taken]
        if end < clause.words[-2 if len(clause) > 1 else -1].end:
            break
        more.append(Span(start, end))
        while following < len(page.clauses) and page.clauses[following].sentence.span.start < end:
            following += 1
        if _is_open(page, taken):
            return [*more, *_over_paragraphs(page, taken)]
    return more


def _behind_colon(page: Page, number: int) -> list[Span]:
    """Give the next paragraph, which a colon leads in."""
    following = number + 1
    if following >= len(page.clauses):
        return []
    block = page.clauses[following].sentence.block
    start = end = page.clauses[following].sentence.span
    while following < len(page.clauses) and page.clauses[following].sentence.block == block:
        end = page.clauses[following].sentence.span
        following += 1
    return [Span(start.start, end.end)]


def _apart(text: str, parts: Sequence[Span], taken: Sequence[Span]) -> list[Span]:
    """Take source and cue out of the content, and blanks and commas off its edges."""
    done: list[Span] = []
    for part in sorted(parts):
        start = max(part.start, done[-1].end) if done else part.start
        for other in taken:
            if other.start < part.end and start < other.end:
                done += _trimmed(text, start, other.start)
                start = other.end
        done += _trimmed(text, start, part.end)
    return done


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    while start < end and (text[start] in _EDGES or text[start].isspace()):
        start += 1
    while start < end and (text[end - 1] in _EDGES or text[end - 1].isspace()):
        end -= 1
    return [Span(start, end)] if any(map(str.isalnum, text[start:end])) else []
