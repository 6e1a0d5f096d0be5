"""Rules for the words of a sound lesson: nobody is hurt or asked who they are, words stay plain, seals stay closed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from exercises.files.problems import Problem, did_you_mean
from exercises.kinds.base import Item
from exercises.kinds.items import load_items
from exercises.lesson.checks.owners import owner_problems
from exercises.lesson.checks.people import people_problems
from exercises.lesson.folder import LessonFiles
from exercises.lesson.load import Lesson, load_lesson
from exercises.notebook.asking import asking_problems
from exercises.notebook.idioms import MOST, counted_idioms
from exercises.notebook.outline import Outline
from exercises.notebook.prose import read_prose
from exercises.notebook.read import Read, exercise_read, notebook_read, prose_read
from exercises.notebook.told_early import given_away, told_early
from exercises.notebook.told_of_people import told_of_people
from exercises.words import speaking, words
from exercises.words.phrases import matching

FEW = 10
"""So many idioms may stand in a notebook of a few sentences."""


def check_rules(folder: Path) -> list[Problem]:
    """Find what a sound lesson says against the rules that every lesson keeps.

    Parameters
    ----------
    folder : Path
        The lesson.

    Returns
    -------
    list of Problem
        Numbers of people without a warning, links and lines on outlets, bets, questions who reads a language, idioms,
        and answers that are told before their seal is opened.
    """
    lesson, files = load_lesson(folder), LessonFiles(folder)
    with speaking(lesson.info.language):
        items, outline = load_items(lesson), Outline(folder)
        notebooks = [
            Read(read_prose(folder / f"{entry.name}.md"), items.of(entry.name), outline.exercises(entry.name) or {})
            for entry in lesson.info.notebooks
        ]
        found = [*people_problems(files), *told_of_people(notebooks, items, lesson)]
        found += asking_problems(folder, notebooks, lesson)
        found += [] if lesson.info.invented else owner_problems(files)
        for notebook in notebooks:
            found += [*_bets(notebook, lesson), *_idioms(notebook, lesson)]
        return [*found, *_seals(notebooks, lesson), *_unsealed(files, items)]


def _bets(notebook: Read, lesson: Lesson) -> Iterator[Problem]:
    bets = matching(words("rules")["bets"])
    cure = "Write “predict”: nobody bets on what happens to people."
    for text, line in prose_read(notebook.prose.cells):
        for match in bets.finditer(text):
            at = line + text.count("\n", 0, match.start())
            yield Problem(notebook.prose.file, at, f"Students are told to bet (“{match[0]}”)", cure)
    for item in notebook.items:
        if any(bets.search(text) for text in exercise_read(item, lesson)):
            what = f"Students are told to bet in “{item.id}”"
            yield Problem(*notebook.of(item), what, cure)


def _idioms(notebook: Read, lesson: Lesson) -> Iterator[Problem]:
    text = notebook_read(notebook, lesson)
    found, allowed = counted_idioms(text), max(FEW, len(text.split()) // MOST)
    if found.total() > allowed:
        often = ", ".join(f"{idiom} {count}" for idiom, count in found.most_common(6))
        what = f"{found.total()} idioms of the course stand here ({often}), and {allowed} may"
        yield Problem(notebook.prose.file, 1, what, f"Say some in plain words: one among {MOST} words.")


def _seals(notebooks: Sequence[Read], lesson: Lesson) -> Iterator[Problem]:
    """Find answers to sealed exercises in what is read before they are opened."""
    for place, notebook in enumerate(notebooks):
        for item in (item for item in notebook.items if item.seal):
            for (file, line), found in told_early(item, notebook, notebooks[:place], lesson):
                what = f"The answer to the sealed exercise “{item.id}” is told before it is opened (“{found}”)"
                yield Problem(file, line, what, "Tell it behind the block {open}.")
            for (file, line), found in given_away(item, notebook, notebooks[:place], lesson):
                what = f"Words that tell the answer to “{item.id}” are read before it is sealed (“{found}”)"
                cure = "Say it behind the exercise, or in other words; lesson.yaml names these under “gives_away”."
                yield Problem(file, line, what, cure)


def _unsealed(files: LessonFiles, items: Mapping[str, Item]) -> Iterator[Problem]:
    """Find words that tell answers to exercises that are not sealed, or not there."""
    for name in files.info.wording.gives_away if files.info else ():
        if not (name in items and items[name].seal):
            what = f"“{name}” under “gives_away” is no sealed exercise"
            sealed = [item.id for item in items.values() if item.seal]
            yield files.lines["lesson"].problem(what, did_you_mean(name, sealed), "wording", "gives_away", name)
