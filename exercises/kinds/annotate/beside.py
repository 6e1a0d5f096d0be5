"""A student's groups and the machine's drafts side by side: what both marked alike, and what has to be settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from exercises.kinds.annotate.item import AnnotateAnswer, AnnotateItem
from exercises.kinds.annotate.machine import Drafted, drafts_of
from exercises.kinds.annotate.tell import groups_of
from exercises.kinds.mark.item import Mark
from exercises.lesson.text import Span, Text

Words = frozenset[Span]
Marked = Mapping[str, Words]
NOTHING: Words = frozenset()
SMALL = {"content": {"that", "as"}, "source": {"by"}, "cue": {"as"}}
"""Words that count with a label and without: the course says so, and it is no difference from the machine either."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A draft and the group of the student's that has a cue in common with it; one of the two may be missing.

    Attributes
    ----------
    id : str
        Name of the draft, or ``g`` and the number of a group that no draft goes with.
    draft : Drafted or None
        What the machine marked.
    group : int or None
        Number of the student's group.
    alike : bool
        Whether both marked the same words, as far as the machine marks at all.
    """

    id: str
    draft: Drafted | None
    group: int | None
    alike: bool

    def told(self) -> dict[str, Any]:
        """Give it as plain data for the page."""
        draft = self.draft.told() if self.draft else None
        return {"id": self.id, "draft": draft, "group": self.group, "alike": self.alike}


def pairs_of(item: AnnotateItem, answer: AnnotateAnswer) -> tuple[Compared, ...]:
    """Set the two side by side: drafts in the order of the text, then what only the student marked.

    Nothing is called right: a draft may be wrong, and so may a mark.
    """
    if answer.on is None:
        return ()
    drafts, text = drafts_of(item, answer.on), answer.on.text
    own = {number: _words(text, marks) for number, marks in groups_of(answer).items()}
    found: list[Compared] = []
    for draft in drafts:
        theirs = {label: text.words_in(spans) for label, spans in draft.marks.items()}
        group = _nearest(theirs, {n: one for n, one in own.items() if n not in {pair.group for pair in found}})
        found.append(
            Compared(draft.id, draft, group, group is not None and _alike(theirs, own[group], draft, item, text))
        )
    if drafts:
        taken = {pair.group for pair in found}
        found += [Compared(f"g{number}", None, number, alike=False) for number in own if number not in taken]
    return tuple(found)


def _words(text: Text, marks: Sequence[Mark]) -> dict[str, Words]:
    labels = dict.fromkeys(mark.label for mark in marks)
    return {
        label: text.words_in([Span(mark.start, mark.end) for mark in marks if mark.label == label]) for label in labels
    }


def _nearest(theirs: Marked, own: Mapping[int, Marked]) -> int | None:
    """Give the group with most words in common, of those that share a cue, or for want of a cue anything else."""
    shared = {number: {x: len(theirs[x] & one.get(x, NOTHING)) for x in theirs} for number, one in own.items()}
    common = {number: (found["cue"], sum(found.values())) for number, found in shared.items()}
    near = [number for number, (cue, every) in common.items() if cue or (every and "cue" not in own[number])]
    return max(near, key=lambda number: (common[number], -number), default=None)


def _alike(theirs: Marked, own: Marked, draft: Drafted, item: AnnotateItem, text: Text) -> bool:
    # The machine marks no scope: what it never marks is no difference.
    asked = item.labels if draft.layer == "attribution" else ("cue",)
    return all(_same(label, theirs.get(label, NOTHING), own.get(label, NOTHING), text) for label in asked)


def _same(label: str, one: Words, other: Words, text: Text) -> bool:
    small = SMALL.get(label, set())
    differ = {text.text[span.start : span.end].lower() for span in one ^ other}
    return bool(one) == bool(other) and differ <= small
