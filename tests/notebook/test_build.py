"""Notebooks are built from prose: the same every time, valid, hidden code, nothing for the teacher's eyes only."""

import ast
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import nbformat
import pytest
from markdown_it import MarkdownIt
from small_lesson import build_small_lesson, change

from exercises.notebook.build import build_lesson, build_notebook, notebook_text
from exercises.notebook.prose import read_prose

PROSE = """---
title: The bridge
minutes: 10
able_to:
  - find the speaker
  - say what is not known
needs:
  - a pencil
---
## One

Read this.

```{teacher}
Only for the teacher.
```
```{exercise} first
```
+++
Last words.

```{chart} owners-of-words
```
```{chart} owners-again after first
Look at the
```
```{known}
The bridge opened.

- in May
```
```{outside}
Ask at home.
```
"""


def built(
    folder: Path,
    title: str = "Find the speaker",
    note: str = "A bridge falls.",
    name: str = "01_bridge",
    prose: str = PROSE,
) -> Any:
    file = folder / f"{name}.md"
    file.write_text(prose, encoding="utf-8")
    lesson = SimpleNamespace(id="town", info=SimpleNamespace(title="Our town", content_note=note, instead=None))
    entry = SimpleNamespace(name=name, to=f"town/{name}.ipynb")
    items = {"first": SimpleNamespace(title=title)}
    return build_notebook(lesson, entry, read_prose(file), items)


def sources(notebook: Any, kind: str) -> list[str]:
    return [cell.source for cell in notebook.cells if cell.cell_type == kind]


def test_the_header_says_title_minutes_aims_needs_and_where_to_begin(tmp_path: Path) -> None:
    first = built(tmp_path).cells[0]
    assert first.cell_type == "markdown"
    assert first.source.startswith("# The bridge\n")
    for words in ("Our town", "10 minutes", "- find the speaker", "- say what is not known", "- a pencil"):
        assert words in first.source
    assert "Run > Run All Cells" in first.source
    assert "A bridge falls." in first.source


def test_a_lesson_without_content_note_has_no_empty_box(tmp_path: Path) -> None:
    assert ">  " not in built(tmp_path, note="").cells[0].source
    assert "Before you read" not in built(tmp_path, note="").cells[0].source


def two_lessons(folder: Path) -> tuple[Path, Path]:
    """Build the tiny lesson twice; the second one is there to be taken instead of the first."""
    town, lake = (build_small_lesson(folder / "lessons" / name) for name in ("town", "lake"))
    change(town / "lesson.yaml", "links: none", "links: none\ninstead: lake")
    change(lake / "lesson.yaml", "id: bridge", "id: lake")
    change(lake / "lesson.yaml", "bridge/one.ipynb", "lake/one.ipynb")
    return town, lake


def test_a_lesson_that_may_be_left_out_links_to_the_same_notebook_of_the_other_one(tmp_path: Path) -> None:
    town, lake = two_lessons(tmp_path)
    built_files = {folder: build_lesson(folder, tmp_path / "notebooks") for folder in (town, lake)}
    note, other = (nbformat.read(built_files[folder][0], as_version=4).cells[0].source for folder in (town, lake))
    (link,) = [part.partition(")")[0] for part in note.split("](")[1:]]
    assert (built_files[town][0].parent / link).resolve() == built_files[lake][0].resolve()
    assert "](" not in other


def test_the_first_code_cell_opens_the_lesson_and_shows_the_bar(tmp_path: Path) -> None:
    second = built(tmp_path).cells[1]
    assert second.cell_type == "code"
    assert 'open_lesson("town", "01_bridge")' in second.source
    assert second.source.endswith("\nlesson.bar()")


def test_exercises_and_charts_become_cells_in_their_order(tmp_path: Path) -> None:
    calls = [source.splitlines()[-1] for source in sources(built(tmp_path), "code")]
    shown = ['show("first")', 'chart("owners-of-words")', 'chart("owners-again", after="first")']
    assert calls == ["lesson.bar()", *(f'opened("town", "01_bridge").{call}' for call in shown)]


def test_the_place_of_the_report_is_a_hidden_cell_that_says_what_it_is(tmp_path: Path) -> None:
    notebook = built(tmp_path, prose=PROSE + "\n```{report}\n```\n")
    comment, *_, call = sources(notebook, "code")[-1].splitlines()
    assert (comment[:13], call) == ("# Your report", 'opened("town", "01_bridge").report()')


def test_all_code_is_hidden_and_its_first_line_is_a_sentence_for_people(tmp_path: Path) -> None:
    code = [cell for cell in built(tmp_path).cells if cell.cell_type == "code"]
    assert code
    for cell in code:
        assert (cell.metadata["jupyter"], cell.metadata["tags"]) == ({"source_hidden": True}, ["hide-input"])
        assert cell.source.startswith("# ")
        assert len(cell.source.splitlines()[0].split()) > 2
        ast.parse(cell.source)


def test_a_title_with_a_line_break_stays_one_comment(tmp_path: Path) -> None:
    notebook = built(tmp_path, title="Find\nimport os\r\u2028the speaker")
    (source,) = [source for source in sources(notebook, "code") if ".show(" in source]
    assert source.splitlines()[0] == "# Exercise: Find import os the speaker"
    assert [line for line in source.splitlines()[1:] if line] == [
        "from exercises import opened",
        'opened("town", "01_bridge").show("first")',
    ]


def test_no_cell_of_the_course_can_be_deleted_or_changed_by_a_stray_key(tmp_path: Path) -> None:
    for cell in built(tmp_path).cells:
        assert (cell.metadata["deletable"], cell.metadata["editable"]) == (False, False)


def test_notes_for_the_teacher_are_left_out(tmp_path: Path) -> None:
    assert "Only for the teacher" not in notebook_text(built(tmp_path))


def test_boxes_become_quotations_with_a_heading(tmp_path: Path) -> None:
    boxes = [source for source in sources(built(tmp_path), "markdown") if source.startswith("> **")]
    assert boxes[0] == "> **What is known**\n>\n> The bridge opened.\n>\n> - in May"
    assert boxes[1].endswith("> Ask at home.")


def test_a_folded_box_shows_its_name_and_when_to_open_it(tmp_path: Path) -> None:
    notebook = built(tmp_path, prose=PROSE.replace("{known}", "{known} folded"))
    (box,) = [source for source in sources(notebook, "markdown") if source.startswith("<details")]
    html = MarkdownIt().render(box)
    summary, inside = html.split("</summary>")
    assert "What is known" in summary
    assert "open this after the exit item" in summary
    assert "<blockquote>\n<p>The bridge opened.</p>\n<ul>\n<li>in May</li>" in inside
    assert inside.rstrip().endswith("</details>")


def test_a_notebook_is_valid_bare_and_says_what_it_is(tmp_path: Path) -> None:
    notebook = built(tmp_path)
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    assert notebook.metadata.kernelspec.display_name == "Python 3 (ipykernel)"
    assert notebook.metadata.whosays == {"lesson": "town", "notebook": "01_bridge"}
    assert all(cell.outputs == [] and cell.execution_count is None for cell in notebook.cells if "outputs" in cell)


def test_cells_are_numbered_by_lesson_and_place_also_with_a_long_name(tmp_path: Path) -> None:
    assert [cell.id for cell in built(tmp_path).cells][:2] == ["town-01_bridge-001", "town-01_bridge-002"]
    long = [cell.id for cell in built(tmp_path, name="n" * 100).cells]
    assert len(set(long)) == len(long)
    assert max(map(len, long)) <= 64


def test_building_twice_gives_the_same_bytes_in_the_form_jupyter_saves(tmp_path: Path) -> None:
    once, twice = notebook_text(built(tmp_path)), notebook_text(built(tmp_path))
    assert once == twice
    assert once == json.dumps(json.loads(once), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("word", ["/home", "\\Users", "http://", "https://"])
def test_nothing_of_the_builders_computer_or_the_network_gets_in(tmp_path: Path, word: str) -> None:
    assert word not in notebook_text(built(tmp_path))


def test_the_place_where_a_seal_is_opened_is_a_hidden_cell_that_says_so(tmp_path: Path) -> None:
    file = tmp_path / "bet.md"
    file.write_text(PROSE + "```{open} first\n```\n", encoding="utf-8")
    lesson = SimpleNamespace(id="town", info=SimpleNamespace(title="Our town", content_note="", instead=None))
    items = {"first": SimpleNamespace(title="A bet")}
    cell = build_notebook(lesson, SimpleNamespace(name="bet", to="town/bet.ipynb"), read_prose(file), items).cells[-1]
    said, *_, call = cell.source.splitlines()
    assert (said, call) == ("# Opens your sealed answer: A bet", 'opened("town", "bet").open_seal("first")')
    assert cell.metadata.jupyter.source_hidden


@pytest.mark.parametrize("place", ["first", "last"])
def test_a_form_is_named_by_its_place_alone_and_counts_in_the_bar(tmp_path: Path, place: str) -> None:
    notebook = built(tmp_path, prose=f"{PROSE}```{{form}} {place}\n```\n")
    said, *_, call = notebook.cells[-1].source.splitlines()
    assert (said, call) == ("# Shows twelve claims to rate.", f'opened("town", "01_bridge").form("{place}")')
    assert notebook.cells[-1].metadata.jupyter.source_hidden
    assert notebook.cells[1].source.endswith(f'\nlesson.bar(form="{place}")')
