"""The teacher's notebook names a lesson that is there and holds no output."""

from __future__ import annotations

import nbformat

from exercises.notebook.for_teachers import build_for_teachers


def test_it_is_a_sound_notebook_that_opens_a_class_in_the_longest_lesson(small_lesson, tmp_path):
    made = nbformat.read(build_for_teachers([small_lesson], tmp_path), as_version=4)
    nbformat.validate(made)
    code = [cell for cell in made.cells if cell.cell_type == "code"]
    assert 'open_class("class", "bridge", "one")' in code[0].source
    assert [cell.outputs for cell in code] == [[]] * len(code)
