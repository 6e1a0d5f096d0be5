"""Span scoring: a student's groups of marks against the key, word by word.

A group is one attribution (or one sign of certainty): its words by label. Groups are tied to the key's targets so
that the student earns most; their numbers and their order say nothing.

- A part (target x label) earns the Dice coefficient of its words and ours (Dice 1945, Ecology 26: twice the common
  words by the sum of both), times ``1 - swept ** 2``, where *swept* is the share of the sentence's other words that
  were marked too. A few words too many hardly matter to the second factor; marking the whole sentence brings 0.
- A mark outside every part costs a little per word, up to half a part. Words that the key answers for elsewhere
  (other label, other group, an attribution that was not asked for) cost nothing; words marked twice do.

No mark on words that the key does not hold can raise the points: it lowers every term of every possible tie.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from exercises.kinds.mark.marking import NOTHING, Extra, Group, Marking, Part, PartOutcome, Target, Words
from exercises.kinds.mark.pairing import best_pairs
from exercises.lesson.text import Span

EXTRA_PER_WORD = Fraction(1, 20)
EXTRA_AT_MOST = Fraction(1, 2)


def dice(marked: Words, reading: Words) -> Fraction:
    """Give the Dice coefficient of two sets of words, between 0 and 1."""
    both = len(marked) + len(reading)
    return Fraction(2 * len(marked & reading), both) if both else Fraction(0)


def credit(marked: Words, reading: Words, room: Words) -> Fraction:
    """Give what marked words earn against one reading in its sentence, between 0 and 1."""
    others = room - reading
    swept = Fraction(len(marked & others), len(others)) if others else Fraction(0)
    return dice(marked, reading) * (1 - swept**2)


def runs(marked: Words, lines: Sequence[Sequence[Span]]) -> list[Words]:
    """Cut marked words into runs of neighbours, in the order of the text.

    Parameters
    ----------
    marked : Words
        Any words.
    lines : sequence of sequence of Span
        All words, one row a sentence; a run never crosses a sentence.
    """
    found: list[Words] = []
    for line in lines:
        run: list[Span] = []
        for word in line:
            if word in marked:
                run.append(word)
            elif run:
                found.append(frozenset(run))
                run = []
        if run:
            found.append(frozenset(run))
    return found


def compare(
    groups: Mapping[int, Group],
    targets: Sequence[Target],
    not_asked: Mapping[str, Words],
    lines: Sequence[Sequence[Span]],
    *,
    numbers_count: bool = False,
) -> Marking:
    """Compare a student's groups with the key's targets.

    Parameters
    ----------
    groups : mapping of int to Group
        The student's words by number and label.
    targets : sequence of Target
        What is asked for.
    not_asked : mapping of str to Words
        By label: words that the key holds but that were not asked for; marking them costs nothing.
    lines : sequence of sequence of Span
        All words of the sentences shown, one row a sentence.
    numbers_count : bool
        Whether group 1 is the first target, and so on (when some marks were given with their numbers).
    """
    # Sorted by what they hold, so that numbering cannot matter even where two ties are equally good.
    numbers = sorted(groups, key=lambda n: sorted((label, sorted(marked)) for label, marked in groups[n].items()))
    if numbers_count:
        ties = {place: place + 1 for place in range(len(targets)) if place + 1 in groups}
    else:
        gains = [[_gain(groups[number], target, targets, not_asked) for number in numbers] for target in targets]
        ties = {row: numbers[column] for row, column in best_pairs(gains).items()}
    parts = [
        _judge(target, label, groups.get(ties.get(place, 0), {}), lines)
        for place, target in enumerate(targets)
        for label, readings in target.readings.items()
        if readings[0]
    ]
    cost = sum((_costs(groups[n], _tied(n, ties, targets), targets, not_asked) for n in numbers), Fraction(0))
    loose = [mark for number in numbers for mark in _loose(groups[number], _tied(number, ties, targets), lines)]
    points = max(Fraction(0), sum((part.credit for part in parts), Fraction(0)) - cost)
    named, left = _name_displaced(parts, loose, targets)
    return Marking(named, _extras(left, targets, not_asked), points, Fraction(len(parts)))


def _tied(number: int, ties: Mapping[int, int], targets: Sequence[Target]) -> Target | None:
    return next((targets[place] for place, tied in ties.items() if tied == number), None)


def _earned(group: Group, target: Target) -> Fraction:
    asked = {label: readings for label, readings in target.readings.items() if readings[0]}
    total = sum(
        (max(credit(group.get(label, NOTHING), r, target.room) for r in readings) for label, readings in asked.items()),
        Fraction(0),
    )
    # Leaving a part out may be an accepted reading, but only of a target that the student has found.
    left_out = sum(NOTHING in readings and not group.get(label) for label, readings in asked.items())
    return total + left_out if total else total


def _gain(group: Group, target: Target, targets: Sequence[Target], not_asked: Mapping[str, Words]) -> Fraction:
    """Give how much better off the student is if this group is tied to this target than to none; never below 0."""
    saved = _costs(group, None, targets, not_asked) - _costs(group, target, targets, not_asked)
    return _earned(group, target) + saved


def _costs(group: Group, tied: Target | None, targets: Sequence[Target], not_asked: Mapping[str, Words]) -> Fraction:
    """Give what the marks of one group cost that touch no part of the target it is tied to."""
    total = Fraction(0)
    held = NOTHING.union(*(target.held(label) for target in targets for label in target.readings))
    for label, marked in group.items():
        if tied and marked & tied.held(label):
            continue  # words too many are charged by the Dice coefficient
        twice = NOTHING.union(*(others for other, others in group.items() if other != label))
        charged = (marked - held - not_asked.get(label, NOTHING)) | (marked & twice)
        total += min(EXTRA_AT_MOST, EXTRA_PER_WORD * len(charged))
    return total


def _judge(target: Target, label: str, group: Group, lines: Sequence[Sequence[Span]]) -> Part:
    """Say how one part came out, given the group that is tied to its target (empty if none is)."""
    ours, *others = target.readings[label]
    marked = group.get(label, NOTHING)
    if marked == ours:
        return Part(target.id, label, "right", Fraction(1), ours)
    if marked in others and _earned(group, target):
        return Part(target.id, label, "accepted", Fraction(1), marked)
    reading = max(target.readings[label], key=lambda words: credit(marked, words, target.room))
    if not marked & reading:
        return Part(target.id, label, "missed", Fraction(0), ours, missing=ours)
    near = NOTHING.union(*(run for run in runs(marked, lines) if run & target.held(label)))
    earned = credit(marked, reading, target.room)
    return Part(target.id, label, "part", earned, reading, reading - marked, near - reading)


def _loose(group: Group, tied: Target | None, lines: Sequence[Sequence[Span]]) -> list[tuple[str, Words]]:
    """List the runs of one group that touch no part of the target it is tied to."""
    return [
        (label, run)
        for label, marked in sorted(group.items())
        for run in runs(marked, lines)
        if not (tied and run & tied.held(label))
    ]


def mostly(run: Words, words: Words) -> bool:
    """Whether more than half of a run's words are among the given ones."""
    return 2 * len(run & words) > len(run)


def _name_displaced(
    parts: Sequence[Part], loose: list[tuple[str, Words]], targets: Sequence[Target]
) -> tuple[tuple[Part, ...], list[tuple[str, Words]]]:
    """Find, for every missed part, marks in the right place with another label or group; give what is left."""
    held = {(target.id, label): target.held(label) for target in targets for label in target.readings}
    named: list[Part] = []
    for part in parts:
        inside = [mark for mark in loose if mostly(mark[1], held[part.target, part.label])]
        if part.outcome != "missed" or not inside:
            named.append(part)
            continue
        # The same label in another group is the smaller slip, so it is named first.
        used = part.label if any(label == part.label for label, _ in inside) else inside[0][0]
        outcome: PartOutcome = "other-group" if used == part.label else "wrong-label"
        named.append(Part(part.target, part.label, outcome, Fraction(0), part.reading, label_used=used))
        loose = [mark for mark in loose if mark not in inside or mark[0] != used]
    return tuple(named), loose


def _extras(
    loose: Sequence[tuple[str, Words]], targets: Sequence[Target], not_asked: Mapping[str, Words]
) -> tuple[Extra, ...]:
    labels = dict.fromkeys(label for target in targets for label in target.readings)
    asked = {label: NOTHING.union(*(target.held(label) for target in targets)) for label in labels}
    found: dict[tuple[str, Words], Extra] = {}
    for label, run in loose:
        if mostly(run, not_asked.get(label, NOTHING)):
            found[label, run] = Extra(label, run, "not-asked")
            continue
        meant = next((name for name in asked if mostly(run, asked[name])), "")
        found[label, run] = Extra(label, run, "elsewhere" if meant else "nothing", meant)
    return tuple(sorted(found.values(), key=lambda extra: (min(extra.words), extra.label)))
