"""Drafts the key and the claims of an article: what the detectors find, in words that a lesson can find again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from string import ascii_lowercase
from typing import TypeVar

from exercises.detect.attribution.drafts import Attribution, attributions
from exercises.detect.certainty import CertaintyCue, mark_certainty
from exercises.detect.claims import TOP, Claim, top_claims
from exercises.detect.loaded import LoadedWord, mark_loaded
from exercises.detect.prepared import prepare
from exercises.lesson.checks.people import counts_people
from exercises.lesson.text import Span
from exercises.notebook.fresh.article import Article
from exercises.notebook.fresh.drafts import Drafted, HowSure, Loaded, OwnVoice, SaidBy, ToCheck
from exercises.notebook.fresh.quoting import holds_quotation, quotation
from exercises.notebook.fresh.reading import (
    CERTAINTY_KINDS,
    holder_of,
    one_holder,
    scope_of,
    source_kind_of,
    stance_of,
)
from exercises.words import words

LEAST_SAID = 5
"""Words that somebody must have said to be a claim by themselves."""
LEAST_ALONE, MOST_ALONE = 5, 6
"""Words of a sentence that the reporter alone says, and so many such sentences: each has to be looked at."""
QUOTED = '"“”„«»'
_DATELINE = re.compile(r"[A-Z][A-Z .'’-]+(?:, [A-Za-z0-9 .]+)? [–—-]+ ")
Entry = TypeVar("Entry", SaidBy, HowSure, Loaded, OwnVoice)


def drafted(article: Article) -> Drafted:
    """Make all drafts on an article; none for a text that is not English."""
    if article.brought.language != "en":
        return Drafted()
    drafts, prepared = _Drafts(article), prepare(article.brought.text)
    found = attributions(prepared)
    said_by = _with_one_holder(_named("A", drafts.attributions(found)))
    ranked = top_claims(prepared, len(article.text.sentences))
    claims = drafts.claims(ranked[:TOP], said_by)
    return Drafted(
        said_by,
        _named("H", drafts.certainty(mark_certainty(prepared), found)),
        _named("N", drafts.loaded(mark_loaded(prepared))),
        tuple(replace(one, id=f"C{at}") for at, one in enumerate(claims, start=1)),
        _named("V", drafts.voice(found, ranked)),
    )


def _named(letter: str, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Name entries by their sentences, such as A03a and A03b; what is found twice is drafted once."""
    seen: dict[int, int] = {}
    named = []
    for entry in sorted(dict.fromkeys(entries), key=lambda one: one.sentence):
        rounds, at = divmod(seen.get(entry.sentence, 0), len(ascii_lowercase))
        seen[entry.sentence] = seen.get(entry.sentence, 0) + 1
        named.append(replace(entry, id=f"{letter}{entry.sentence:02}{ascii_lowercase[at] * (rounds + 1)}"))
    return tuple(named)


def _with_one_holder(said_by: tuple[SaidBy, ...]) -> tuple[SaidBy, ...]:
    """Call “Quist” as “Mara Quist” is called, so that one speaker has one holder."""
    holders = {one.holder for one in said_by if one.holder}
    return tuple(replace(one, holder=one_holder(one.holder, holders)) if one.holder else one for one in said_by)


class _Drafts:
    """Turns what the detectors found in the text as it was read into quotations of the article."""

    def __init__(self, article: Article) -> None:
        self._brought, self._text = article.brought, article.text
        self._starts = [span.start for span in article.brought.sentences]
        self._rules, self._why = words("detect")["rules"], words("fresh")["why"]

    def attributions(self, found: Iterable[Attribution]) -> Iterator[SaidBy]:
        """Draft who says what; an attribution has all its parts in the sentence of its cue."""
        for one in found:
            number, cue = self._sentence(one.cue), self._quoted(one.cue)
            source = self._quoted(one.source, number) if one.source else None
            if cue is None or bool(source) != bool(one.source):
                continue
            content = tuple(filter(None, (self._quoted(self._behind_that(span), number) for span in one.content)))
            holder = holder_of(self._words(one.holder or one.source)) if one.source else None
            kind = source_kind_of(one.named, source and self._words(one.holder or one.source))
            yield SaidBy(
                id="",
                sentence=number,
                source=source,
                cue=cue,
                content=content,
                source_kind=kind,
                stance=stance_of(self._words(one.cue)),
                holder=holder,
                source_why=self._why["source"]["document" if kind == "document" else one.named],
                cue_why=self._rules["attribution"][one.rule],
                content_why=self._why["content"][one.manner],
                sure=one.level == "sure",
            )

    def certainty(self, found: Iterable[CertaintyCue], said: Iterable[Attribution]) -> Iterator[HowSure]:
        """Draft what makes a sentence more or less sure."""
        contents = [span for one in said for span in one.content]
        for one in found:
            number = self._sentence(one.span)
            place = self._in_article(one.span, number)
            scope = scope_of(self._text, number, place, one.kind) if place else None
            cue, touched = self._quoted(one.span), quotation(self._text, number, scope) if scope else None
            if cue is None or touched is None:
                continue
            whose = "source" if any(span.holds(one.span) for span in contents) else "reporter"
            why = self._rules["certainty"][one.rule]
            yield HowSure("", number, cue, touched, whose, CERTAINTY_KINDS[one.kind], one.direction, why)

    def loaded(self, found: Iterable[LoadedWord]) -> Iterator[Loaded]:
        """Draft the words that are loud and not sure."""
        for one in found:
            if quote := self._quoted(one.span):
                yield Loaded("", self._sentence(one.span), quote, self._rules["loaded"][one.rule])

    def voice(self, said: Iterable[Attribution], ranked: Iterable[Claim]) -> Iterator[OwnVoice]:
        """Draft what the reporter alone says, first what can be checked best; quoted words are somebody's."""
        spoken = {self._sentence(span) for one in said for span in (one.cue, *one.content)}
        best = [self._sentence(one.span) for one in ranked]
        numbers = dict.fromkeys([*best, *range(1, len(self._text.sentences) + 1)])
        left = [number for number in numbers if number not in spoken and self._tells(number)]
        for number in left[:MOST_ALONE]:
            if quote := quotation(self._text, number, self._text.sentence(number).span):
                yield OwnVoice("", number, quote)

    def _tells(self, number: int) -> bool:
        """Whether a sentence is long enough to tell something, ends as one, and holds no quotation."""
        said = self._text.sentence(number).text
        return len(said.split()) >= LEAST_ALONE and said.endswith(".") and not holds_quotation(said)

    def claims(self, found: Iterable[Claim], said_by: Iterable[SaidBy]) -> Iterator[ToCheck]:
        """Draft the claims: what is said in the sentences that are best worth checking, or the whole sentence."""
        said: dict[int, list[SaidBy]] = {}
        for draft in said_by:
            said.setdefault(draft.sentence, []).append(draft)
        for one in found:
            whole, drafts = self._quoted(one.span), said.get(self._sentence(one.span), [])
            contents = drafts[0].content if len(drafts) == 1 else ()
            if quote := contents[0] if len(contents) == 1 and len(contents[0].split()) >= LEAST_SAID else whole:
                why = tuple(self._rules["claims"][rule] for rule in one.rules)
                grave = bool(counts_people(self._text.sentence(self._sentence(one.span)).text))
                yield ToCheck("", self._sentence(one.span), quote, why, grave)

    def _sentence(self, span: Span) -> int:
        """Give the number of the sentence in which a range begins."""
        return max(1, bisect_right(self._starts, span.start))

    def _words(self, span: Span | None) -> str:
        return " ".join(self._brought.text[span.start : span.end].split()) if span else ""

    def _behind_that(self, span: Span) -> Span:
        """Leave out the word “that” before what is said, and the name of a town before a report: they are nobody's."""
        said = self._brought.text[span.start : span.end]
        if found := _DATELINE.match(said):
            return Span(span.start + found.end(), span.end)
        behind = said[4:].lstrip() if said[:5].lower().split() == ["that"] else said
        return Span(span.end - len(behind), span.end) if behind else span

    def _in_article(self, span: Span, number: int) -> Span | None:
        """Give the place of a range in the article; None where it does not lie in that sentence or reads otherwise."""
        whole = self._brought.sentences[number - 1]
        if not whole.holds(span):
            return None
        before = self._brought.text[whole.start : span.start]
        start = self._text.sentence(number).start + len(" ".join(before.split()))
        start += bool(before.strip()) and before[-1].isspace()
        words = self._words(span)
        place = Span(start, start + len(words))
        return place if words and self._text.quote(place) == words else None

    def _quoted(self, span: Span, number: int | None = None) -> str | None:
        number = number or self._sentence(span)
        place = self._in_article(span, number)
        return quotation(self._text, number, place) if place else None
