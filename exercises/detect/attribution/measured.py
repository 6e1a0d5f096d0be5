"""Measures drafts of attributions on articles in which people marked source, cue and content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from exercises.detect.attribution.drafts import Attribution, draft_attributions
from exercises.detect.scoring import Mark, Tally, Words, jaccard, overlapping, pairs

Tallies = dict[str, Tally]

ENOUGH = 0.5
MANNERS = ("direct", "mixed", "indirect")


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution as numbers of words.

    Attributes
    ----------
    source, cue, content : frozenset of int
        Words of each part; empty where there is none.
    manner : str
        "direct", "mixed" or "indirect".
    """

    source: Mark
    cue: Mark
    content: Mark
    manner: str

    @property
    def touched(self) -> Mark:
        """Words of cue and content."""
        return self.cue | self.content


def measured(rows: Iterable[dict[str, Any]], *, cue_class: str | None = None, level: str | None = None) -> Tallies:
    """Compare the drafts of each text with the marks of people.

    Parameters
    ----------
    rows : iterable of dict
        Texts with ``text`` and ``spans``; a span has ``source_parts``, ``cue_parts``, ``content_parts``, ``type`` and,
        where cues are sorted, ``cue_class``.
    cue_class : str, optional
        Only marks of this class count; a draft that lies rather on a mark of another class neither gains nor loses.
        Without it, only marks with a cue count, and drafts of any class.
    level : str, optional
        Only drafts of this level count.

    Returns
    -------
    dict of Tally
        cue, source, content (half of all words in common), all (content, and source and cue share a word or neither
        is there), and found direct, mixed, indirect.
    """
    tallies: Tallies = {name: Tally() for name in ("cue", "source", "content", "all", *MANNERS)}
    for row in rows:
        words = Words(row["text"])
        spans = [span for span in row["spans"] if cue_class or span["cue_parts"]]
        wanted = [_wanted(words, span) for span in spans if cue_class in (None, span.get("cue_class"))]
        others = [_wanted(words, span) for span in spans if cue_class not in (None, span.get("cue_class"))]
        drafts = [_drafted(words, one) for one in draft_attributions(row["text"]) if level in (None, one.level)]
        _count(tallies, wanted, _of_class(drafts, wanted, others))
    return tallies


def _wanted(words: Words, span: dict[str, Any]) -> Marked:
    source, cue, content = (words.of(span[f"{role}_parts"]) for role in ("source", "cue", "content"))
    return Marked(source, cue, content, str(span.get("type")))


def _drafted(words: Words, draft: Attribution) -> Marked:
    source = [(draft.source.start, draft.source.end)] if draft.source else []
    content = [(part.start, part.end) for part in draft.content]
    return Marked(words.of(source), words.of([(draft.cue.start, draft.cue.end)]), words.of(content), draft.manner)


def _of_class(drafts: Sequence[Marked], wanted: Sequence[Marked], others: Sequence[Marked]) -> list[Marked]:
    """Leave out drafts that lie rather on marks of another class."""
    ours = frozenset[int]().union(*(one.touched for one in wanted))
    theirs = frozenset[int]().union(*(one.touched for one in others))
    return [one for one in drafts if len(one.touched & theirs) <= len(one.touched & ours)]


def _count(tallies: Tallies, wanted: Sequence[Marked], drafts: Sequence[Marked]) -> None:
    for role in ("cue", "source"):
        found = overlapping([getattr(one, role) for one in wanted], [getattr(one, role) for one in drafts])
        tallies[role].add(found.hits, found.marked, found.wanted)
    people, machine = [one for one in wanted if one.content], [one for one in drafts if one.content]
    matched = pairs(people, machine, _gain)
    whole = sum(_same_source(people[i], machine[j]) and bool(people[i].cue & machine[j].cue) for i, j in matched)
    tallies["content"].add(len(matched), len(machine), len(people))
    tallies["all"].add(whole, len(machine), len(people))
    hit = {i for i, _ in matched}
    for manner in MANNERS:
        these = [i for i, one in enumerate(people) if one.manner == manner]
        tallies[manner].add(sum(i in hit for i in these), 0, len(these))


def _gain(one: Marked, other: Marked) -> float:
    share = jaccard(one.content, other.content)
    return share if share >= ENOUGH else 0.0


def _same_source(one: Marked, other: Marked) -> bool:
    return bool(one.source & other.source) or not (one.source or other.source)
