"""What the page of *annotate* may know: the labels. The words to mark come with the text that was brought."""

from __future__ import annotations

from typing import Any

from exercises.kinds.annotate.item import AnnotateItem
from exercises.kinds.mark.asked import LABELS
from exercises.lesson.load import Lesson
from exercises.words import words


def page(item: AnnotateItem, lesson: Lesson) -> dict[str, Any]:  # noqa: ARG001 (all kinds take the lesson)
    """Give the labels with their names and number keys."""
    return {
        "labels": [{"id": label, "name": name_of(label, item), "key": str(n)} for n, label in enumerate(item.labels, 1)]
    }


def name_of(label: str, item: AnnotateItem) -> str:
    """Name a label for students: in the layer of certainty a cue is a signal word."""
    names = words("remarks")["labels"]
    name = "signal" if item.layer == "certainty" and label == "cue" else label
    return str(names.get(name, label))


def reveal(item: AnnotateItem, lesson: Lesson) -> dict[str, Any]:  # noqa: ARG001 (all kinds take the same)
    """Give nothing: of a text that nobody has seen there is no answer of ours."""
    return {}


def problems(item: AnnotateItem, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all kinds take the lesson)
    """Say which labels its layer does not have, and that drafts hang on the cue."""
    known = LABELS[item.layer]
    wrong = [label for label in item.labels if label not in known]
    found = [f"“{item.id}” has no label “{label}” in its layer. Write one of: {', '.join(known)}." for label in wrong]
    return found if "cue" in item.labels else [*found, f"“{item.id}” has no label “cue”, on which drafts hang. Add it."]


def secrets(item: AnnotateItem, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all kinds take the same)
    """Give nothing: there is no key."""
    return []
