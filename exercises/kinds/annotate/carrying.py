"""What was settled beside the machine's drafts goes along when the marks are checked again, as far as it applies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exercises.kinds.annotate.beside import Compared, pairs_of
from exercises.kinds.annotate.item import AnnotateAnswer, AnnotateItem, Settled, first_part
from exercises.kinds.annotate.settling import choices_of, stands
from exercises.kinds.annotate.tell import groups_of
from exercises.kinds.mark.item import Mark

Groups = Mapping[int, Sequence[Mark]]


def carried(
    item: AnnotateItem, answer: AnnotateAnswer, before: Sequence[AnnotateAnswer]
) -> tuple[AnnotateAnswer, AnnotateAnswer | None]:
    """Give the marks with what still applies of what was settled, and what does not with the marks of then.

    Parameters
    ----------
    item : AnnotateItem
        The exercise.
    answer : AnnotateAnswer
        The marks as they are checked now, and what was settled earlier.
    before : sequence of AnnotateAnswer
        The answers that were checked, the newest first.

    Returns
    -------
    tuple of AnnotateAnswer and AnnotateAnswer or None
        What stands, and what is to be put aside; None if nothing is left out.
    """
    if not answer.settled:
        # Where it came away from the same marks, it comes back.
        settled = next((one.settled for one in before if one.settled and _is_same(one, answer)), {})
        answer = answer.model_copy(update={"settled": settled})
    if not answer.is_beside:
        return first_part(answer), None
    then = _as_settled(answer, before)
    pairs = [pair for pair in pairs_of(item, answer) if not pair.alike]
    groups = groups_of(then), groups_of(answer)
    along = {pair.id: one for pair in pairs if (one := _goes_along(answer.settled.get(pair.id), pair, *groups))}
    kept = answer.model_copy(update={"settled": along, "looked": answer.looked and not pairs})
    is_whole = all(name in along for name, one in answer.settled.items() if one.choice or one.why.strip())
    return kept, None if is_whole else then


def _as_settled(answer: AnnotateAnswer, before: Sequence[AnnotateAnswer]) -> AnnotateAnswer:
    """Give what was settled with the marks that it was settled on; they were checked before it."""
    there = [one for one in before if one.on == answer.on]
    same = [one for one in there if one.settled == answer.settled] or [
        one for one in there if one.marks == answer.marks
    ]
    return answer.model_copy(update={"marks": (same or there or [answer])[0].marks})


def _is_same(one: AnnotateAnswer, other: AnnotateAnswer) -> bool:
    return (one.on, one.marks) == (other.on, other.marks)


def _goes_along(one: Settled | None, pair: Compared, then: Groups, now: Groups) -> Settled | None:
    """Give a choice with the number that the student's group has now; None where the difference is another one."""
    if one is None or one.choice not in ("", *choices_of(pair)):
        return None
    if pair.draft is None:
        # The number of a group that was taken out is given to the next one.
        same = _touch(then.get(pair.group or 0, ()), now.get(pair.group or 0, ()))
    else:
        same = one.choice != "dropped" or (one.group is None) == (pair.group is None)
    moved = one.model_copy(update={"group": pair.group})
    return moved if same and stands(pair, moved) else None


def _touch(one: Sequence[Mark], other: Sequence[Mark]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one for b in other)
