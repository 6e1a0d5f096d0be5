"""What does not fit the lesson in an exercise *mark*, each as a sentence with its cure."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.files.problems import did_you_mean
from exercises.kinds.mark.asked import LABELS, Entry, entries_asked, entries_of_layer, labels_asked
from exercises.kinds.mark.item import MarkItem
from exercises.kinds.writing import idle_hints, repeated, says_nothing
from exercises.lesson.load import Lesson


def problems(item: MarkItem, lesson: Lesson) -> list[str]:
    """Say what does not fit between an exercise and the lesson's key.

    Parameters
    ----------
    item : MarkItem
        The exercise.
    lesson : Lesson
        The lesson it belongs to.

    Returns
    -------
    list of str
        Sentences, each with its cure; empty if all is well.
    """
    if item.text not in lesson.texts:
        return [f"There is no text “{item.text}”. {did_you_mean(item.text, lesson.texts)}", *_labels(item)]
    return [
        *_sentences(item, lesson),
        *_labels(item),
        *_later(item, lesson),
        *_targets(item, lesson),
        *_reasons(item, lesson),
    ]


def _sentences(item: MarkItem, lesson: Lesson) -> Iterator[str]:
    last = len(lesson.texts[item.text].sentences)
    for number in item.sentences:
        if not 1 <= number <= last:
            yield f"“{item.text}” has no sentence {number}. Write a number from 1 to {last} under “sentences”."
    for twice in repeated(map(str, item.sentences)):
        yield f"Sentence {twice} stands twice under “sentences”. Take one of them out."


def _later(item: MarkItem, lesson: Lesson) -> Iterator[str]:
    names = [entry.name for entry in lesson.info.notebooks]
    if item.so_later and item.layer != "attribution":
        yield "Only what somebody says can be so or not, so “so_later” does nothing here. Take it out."
    elif item.so_later and item.so_later not in names:
        yield f"“so_later” names no notebook of this lesson: “{item.so_later}”. {did_you_mean(item.so_later, names)}"


def _labels(item: MarkItem) -> Iterator[str]:
    known = LABELS[item.layer]
    for label in item.labels:
        if label not in known:
            yield f"The layer “{item.layer}” has no label “{label}”. {did_you_mean(label, known)}"
    for label in repeated(item.labels):
        yield f"The label “{label}” stands twice under “labels”. Take one of them out."
    for label in item.given:
        if label not in item.labels:
            yield f"“{label}” is given but stands not under “labels”. Add it there, or take it out of “given”."
    if not labels_asked(item):
        yield "Every label is given, so nothing is asked. Take at least one label out of “given”."
    if item.free and item.given:
        yield "A free exercise cannot give marks: they would show how many there are. Take out “given” or “free”."


def _targets(item: MarkItem, lesson: Lesson) -> Iterator[str]:
    if item.free:
        if item.targets:
            yield "A free exercise asks for every entry, so “targets” does nothing. Take out “targets” or “free”."
        elif not entries_asked(item, lesson):
            yield f"The key marks no {item.layer} in these sentences. Choose other sentences under “sentences”."
    elif not item.targets:
        yield "Nothing is asked for. Name entries of the key under “targets”, or write “free: true”."
    for name in repeated(item.targets):
        yield f"The target “{name}” stands twice. Take one of them out."
    for name in dict.fromkeys(item.targets):
        yield from _target(name, item, lesson)


def _target(name: str, item: MarkItem, lesson: Lesson) -> Iterator[str]:
    layer = {entry.id: entry for entry in entries_of_layer(item, lesson)}
    found = layer.get(name)
    if found is None:
        key = lesson.key.get(item.text)
        if key and key.entry(name):
            yield f"“{name}” belongs to another layer than “{item.layer}”. {did_you_mean(name, layer)}"
        else:
            gone = "If you took it out of the key, take it out of “targets”, too."
            yield f"The key of “{item.text}” has no {item.layer} “{name}”. {did_you_mean(name, layer)} {gone}"
    elif found.sentence not in item.sentences:
        cure = f"Add {found.sentence} under “sentences”, or take the target out."
        yield f"“{name}” stands in sentence {found.sentence}, which the exercise does not show. {cure}"
    elif not any(found.parts.get(label) for label in labels_asked(item)):
        yield f"“{name}” has no words for any label that is asked. Ask for another label, or take the target out."


def _reasons(item: MarkItem, lesson: Lesson) -> Iterator[str]:
    for entry in entries_asked(item, lesson):
        for label in _labels_with_words(item, entry):
            if says_nothing(entry.why.get(label, "")):
                cure = "Write what the words show and what to look for next time."
                yield f"The reason for the {label} of “{entry.id}” explains nothing. {cure}"
    yield from idle_hints(item.hints)


def _labels_with_words(item: MarkItem, entry: Entry) -> list[str]:
    return [label for label in item.labels if entry.parts.get(label)]
