"""The marks that stand in the end: made by hand, taken from the machine, or put in the place of its drafts."""

from __future__ import annotations

from exercises.kinds.annotate.item import AnnotateAnswer
from exercises.kinds.annotate.tell import groups_of
from exercises.kinds.mark.item import Mark


def standing_groups(answer: AnnotateAnswer) -> list[list[Mark]]:
    """Give the groups of marks that stand, in the order of the text.

    It goes by the answer alone, so no rule that changes later changes what a student let stand.
    """
    groups = groups_of(answer)
    added: list[list[Mark]] = []
    for name, one in answer.settled.items():
        if one.choice in ("accepted", "changed") and one.marks:
            if one.group in groups:
                groups[one.group] = list(one.marks)
            else:
                added.append(list(one.marks))
        elif one.choice == "dropped" and name.startswith("g") and one.group is not None:
            groups.pop(one.group, None)
    return sorted([*groups.values(), *added], key=lambda marks: min((mark.start, mark.end) for mark in marks))
