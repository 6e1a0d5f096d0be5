"""Goes through notebooks by messages, without any host: run as a program it prints what came of each face.

``python whole_notebook.py LESSON FOLDER NOTEBOOK...`` keeps the answers of each in a folder of its own in FOLDER.
Whatever a host would bring is blocked.
"""

from __future__ import annotations

import json
import sys
import threading
from pathlib import Path

BLOCKED = ("anywidget", "ipywidgets", "traitlets", "IPython", "jupyter_server", "matplotlib")
# Between them they hold all eight kinds, a seal, a form, every figure, and the report.
NOTEBOOKS = (
    "start_here",
    "01_first_read",
    "02_who_says_so",
    "04_said_claimed_admitted",
    "05_how_sure",
    "07a_who_is_behind_it",
    "07b_does_it_hold",
    "finish",
)
LONGEST = 120  # seconds for a chart that is drawn in a process of its own


def places_of(lesson, notebook):
    """Give what stands in a notebook, as names with what they are called with."""
    from exercises.notebook import prose as cells

    found = []
    for cell in cells.read_prose(lesson.folder / f"{notebook}.md").cells:
        if isinstance(cell, cells.ExercisePlace):
            found.append(("exercise", cell.id))
        elif isinstance(cell, cells.OpenPlace):
            found.append(("open_seal", cell.id))
        elif isinstance(cell, cells.FormPlace):
            found.append(("form", cell.place))
        elif isinstance(cell, cells.ChartPlace):
            found.append(("figure", cell.name, cell.after or None))
        elif isinstance(cell, cells.ReportPlace):
            found.append(("report",))
    form = next((one[1] for one in found if one[0] == "form"), None)
    return [("bar", form), *found]


def faces_at(visit, places):
    """Give the faces of some places, each with the name of its place."""
    return [(name, getattr(visit, name)(*more)) for name, *more in places]


def messages_to(name, face, lesson):
    """Give what a student's page sends to a face, in order, without numbers."""
    from our_answers import full_answer

    if name == "bar":
        return [{"kind": "sureness"}, {"kind": "export"}]
    if name == "report":
        return [{"kind": "count"}, {"kind": "save"}]
    if name == "figure":
        return [{"kind": "look"}]
    if name == "open_seal":
        return [{"kind": "open"}]
    answer = full_answer(face.item, lesson)
    act = {"answer": answer, "confidence": 3 if face.item.confidence else None}
    acts = [{"kind": "draft", **act}, {"kind": "seal" if face.item.seal else "check", **act}]
    return acts if face.item.seal else [*acts, {"kind": "show", **act}]


class Ear:
    """Hears the replies to one message, also those that come later."""

    def __init__(self):
        self.heard, self._last = [], threading.Event()

    def __call__(self, reply):
        self.heard.append(reply)
        if reply["kind"] != "drawing":
            self._last.set()

    def wait(self):
        """Wait for the reply that ends the matter."""
        assert self._last.wait(LONGEST)
        return self.heard[-1]


def walk(lesson, items, notebook, folder):
    """Do the whole notebook, and tell of each face what was sent and what came back."""
    from exercises.answers.store import Store
    from exercises.visit import Visit

    visit = Visit(lesson, items, Store(Path(folder, notebook)), notebook)
    faces, told = faces_at(visit, places_of(lesson, notebook)), []
    shown = [visit.show(face, lambda page, state: None) for _, face in faces]
    for (name, face), place in zip(faces, shown, strict=True):
        for seq, message in enumerate(messages_to(name, face, lesson), start=1):
            ear = Ear()
            numbered = name in ("exercise", "form", "open_seal")
            place.receive({**message, **({"tab": f"tab-{id(place)}", "seq": seq} if numbered else {})}, ear)
            what = getattr(getattr(face, "item", None), "kind", name)
            told.append([what, message["kind"], ear.wait()["kind"]])
    return {"told": told}


def walk_all(lesson_name, folder, *notebooks):
    """Do some notebooks of a lesson, one after the other."""
    from exercises.kinds.items import load_items
    from exercises.lesson.load import find_lessons, load_lesson

    lesson = load_lesson(find_lessons(Path(__file__).parent) / lesson_name)
    items = load_items(lesson)
    return {notebook: walk(lesson, items, notebook, folder) for notebook in notebooks}


if __name__ == "__main__":
    for blocked in BLOCKED:
        sys.modules[blocked] = None
    print(json.dumps(walk_all(*sys.argv[1:])))
