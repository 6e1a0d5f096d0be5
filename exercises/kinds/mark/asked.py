"""What an exercise *mark* asks for, looked up in the key and cut into words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from exercises.kinds.mark.item import MarkItem
from exercises.kinds.mark.marking import NOTHING, Target, Words
from exercises.lesson.key import Located
from exercises.lesson.load import Lesson
from exercises.lesson.models.key import Attribution, CertaintyCue
from exercises.lesson.text import Span, Text

Entry: TypeAlias = Located[Attribution] | Located[CertaintyCue]

LABELS: dict[str, tuple[str, ...]] = {"attribution": ("source", "cue", "content"), "certainty": ("cue", "scope")}


def word_for(label: str, item: MarkItem) -> str:
    """Name a label for students: a *cue* is a word of saying, and a hedge or booster is a *signal word*."""
    return "signal" if item.layer == "certainty" and label == "cue" else label


def entries_of_layer(item: MarkItem, lesson: Lesson) -> tuple[Entry, ...]:
    """Give all entries of the exercise's layer in its text."""
    key = lesson.key.get(item.text)
    if key is None:
        return ()
    return key.attributions if item.layer == "attribution" else key.certainty


def entries_shown(item: MarkItem, lesson: Lesson) -> list[Entry]:
    """Give the entries of the layer that stand in the sentences shown."""
    return [entry for entry in entries_of_layer(item, lesson) if entry.sentence in item.sentences]


def entries_asked(item: MarkItem, lesson: Lesson) -> list[Entry]:
    """Give the entries asked for, in the order of the exercise (all in the sentences shown but aims, if it is free)."""
    shown = entries_shown(item, lesson)
    if item.free:
        return [entry for entry in shown if not _is_aim(entry)]
    by_id = {entry.id: entry for entry in shown}
    return [by_id[name] for name in item.targets if name in by_id]


def _is_aim(entry: Entry) -> bool:
    """Say whether it names a goal: careful readers differ on whether that is a hedge, so nobody has to mark it."""
    return isinstance(entry.entry, CertaintyCue) and entry.entry.kind == "aim"


def labels_asked(item: MarkItem) -> tuple[str, ...]:
    """Give the labels that the student has to mark."""
    return tuple(label for label in item.labels if label not in item.given)


def lines(item: MarkItem, lesson: Lesson) -> list[tuple[Span, ...]]:
    """Give the words of the sentences shown, one row a sentence."""
    return [lesson.texts[item.text].words(number) for number in sorted(item.sentences)]


def target(entry: Entry, labels: Sequence[str], text: Text) -> Target:
    """Cut one entry of the key into the words of its readings, ours first, for some labels."""
    readings: dict[str, tuple[Words, ...]] = {}
    for label in labels:
        others = [text.words_in(other[label]) for other in entry.alternatives if label in other]
        if entry.parts.get(label) or others:
            readings[label] = (text.words_in(entry.parts.get(label, ())), *dict.fromkeys(others))
    return Target(entry.id, readings, frozenset(text.words(entry.sentence)))


def targets(item: MarkItem, lesson: Lesson) -> list[Target]:
    """Give what each group of marks is compared with."""
    text = lesson.texts[item.text]
    return [target(entry, labels_asked(item), text) for entry in entries_asked(item, lesson)]


def words_not_asked(item: MarkItem, lesson: Lesson) -> dict[str, Words]:
    """Give, by label, the words of entries in the sentences shown that the exercise does not ask for."""
    asked = {entry.id for entry in entries_asked(item, lesson)}
    others = [entry for entry in entries_shown(item, lesson) if entry.id not in asked]
    text = lesson.texts[item.text]
    return {label: _held(others, label, text) for label in item.labels}


def words_given(item: MarkItem, lesson: Lesson) -> dict[str, Words]:
    """Give, by label, the words that are marked already."""
    text = lesson.texts[item.text]
    asked = entries_asked(item, lesson)
    return {
        label: NOTHING.union(*(text.words_in(entry.parts.get(label, ())) for entry in asked)) for label in item.given
    }


def _held(entries: Iterable[Entry], label: str, text: Text) -> Words:
    return NOTHING.union(*(target(entry, [label], text).held(label) for entry in entries))
