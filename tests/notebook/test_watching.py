"""Whoever edits a lesson reads what is new each time a file was saved, and nothing else."""

import shutil

from drafted_lesson import make
from small_lesson import change

from exercises.notebook.command import problems_of
from exercises.notebook.watching import Watch


def test_the_first_look_says_how_it_stands(small_lesson):
    assert Watch([small_lesson], problems_of).look() == ["Nothing to mend. No drafts left."]


def test_nothing_is_said_or_read_while_no_file_was_changed(small_lesson):
    read = []
    watch = Watch([small_lesson], lambda folders: read.append(folders) or ())
    watch.look()
    assert (watch.look(), watch.look(), len(read)) == ([], [], 1)


def test_what_is_new_is_said_with_its_place_and_what_was_mended_is_counted(small_lesson):
    watch = Watch([small_lesson], problems_of)
    watch.look()
    change(small_lesson / "key.yaml", "The mayor of Dovhe", "The major of Dovhe")
    (problem, summary) = watch.look()
    assert "key.yaml:" in problem
    assert summary == "To mend: 1. No drafts left."
    change(small_lesson / "key.yaml", "The major of Dovhe", "The mayor of Dovhe")
    assert watch.look() == ["Mended: 1. Nothing to mend. No drafts left."]


def test_what_was_wrong_before_is_not_told_again(small_lesson):
    watch = Watch([small_lesson], problems_of)
    change(small_lesson / "key.yaml", "The mayor of Dovhe", "The major of Dovhe")
    watch.look()
    change(small_lesson / "sources.yaml", "near: party", "near: porty")
    (problem, summary) = watch.look()
    assert ("sources.yaml" in problem, summary) == (True, "To mend: 2. No drafts left.")


def test_drafts_that_are_left_are_counted(tmp_path):
    folder = make(tmp_path / "bakery")
    watch = Watch([folder], problems_of)
    before = int(watch.look()[-1].split()[-1].rstrip("."))
    change(folder / "01_first_read.yaml", "    draft: true   # the machine", "    # the machine")
    assert watch.look() == [f"Nothing to mend. Drafts left: {before - 1}."]


def test_a_lesson_that_is_moved_away_meanwhile_is_told_and_not_stumbled_over(small_lesson):
    watch = Watch([small_lesson], problems_of)
    watch.look()
    shutil.rmtree(small_lesson)
    assert any("missing" in line for line in watch.look())
