"""The prose of a lesson is checked with its neighbours: lesson.yaml, the exercises and the links."""

from pathlib import Path

from exercises.notebook.check import check_prose
from exercises.notebook.outline import Outline

LESSON = """id: town
notebooks:
  - {name: 01_bridge, title: The bridge, minutes: 10, to: town/01_bridge.ipynb}
  - {name: start_here, title: Start, minutes: 5, to: start_here.ipynb}
"""


def lesson(folder: Path, *, title: str = "The bridge", body: str = "Hello.\n") -> Path:
    (folder / "lesson.yaml").write_text(LESSON, encoding="utf-8")
    head = "---\ntitle: {}\nminutes: {}\nable_to: [read]\n---\n"
    (folder / "01_bridge.md").write_text(head.format(title, 10) + body, encoding="utf-8")
    (folder / "01_bridge.yaml").write_text("exercises: []\n", encoding="utf-8")
    (folder / "start_here.md").write_text(head.format("Start", 5) + "Go.\n", encoding="utf-8")
    (folder / "start_here.yaml").write_text("exercises: []\n", encoding="utf-8")
    return folder


def test_a_sound_lesson_has_no_problem(tmp_path: Path) -> None:
    assert check_prose(lesson(tmp_path, body="[Begin](../start_here.ipynb) or [see below](#below).\n")) == []


def test_a_title_that_differs_from_the_lessons_is_named_where_it_stands(tmp_path: Path) -> None:
    (problem,) = check_prose(lesson(tmp_path, title="The ferry"))
    assert (problem.file.name, problem.line) == ("lesson.yaml", 3)
    assert "The ferry" in problem.what


def test_links_that_leave_the_course_or_lead_nowhere_are_refused(tmp_path: Path) -> None:
    bad = ["https://example.org", "javascript:alert(1)", "//example.org", "start_here.ipynb", "../lesson.yaml", "/etc"]
    body = "\n".join(f"[x]({address})\n" for address in bad)
    problems = check_prose(lesson(tmp_path, body=body))
    assert [problem.line for problem in problems] == [6 + 2 * place for place in range(len(bad))]


def test_a_link_may_lead_to_a_notebook_of_another_lesson(tmp_path: Path) -> None:
    for name in ("town", "lake"):
        (tmp_path / name).mkdir()
    (tmp_path / "lake" / "lesson.yaml").write_text(LESSON.replace("town/", "lake/"), encoding="utf-8")
    body = "[x](../lake/01_bridge.ipynb)\n\n[y](../lake/02_ferry.ipynb)\n"
    (problem,) = check_prose(lesson(tmp_path / "town", body=body))
    assert (problem.line, "02_ferry" in problem.what) == (8, True)


def test_an_exercise_left_out_is_named_with_its_line_in_the_data_file(tmp_path: Path) -> None:
    folder = lesson(tmp_path)
    (folder / "01_bridge.yaml").write_text("exercises:\n  - kind: mark\n    id: one\n  - id: two\n", encoding="utf-8")
    assert Outline(folder).exercises("01_bridge") == {"one": 2, "two": 4}
    assert [(problem.file.name, problem.line) for problem in check_prose(folder)] == [
        ("01_bridge.yaml", 2),
        ("01_bridge.yaml", 4),
    ]


def test_prose_is_checked_even_where_the_data_file_cannot_be_read(tmp_path: Path) -> None:
    folder = lesson(tmp_path, body="```{exercise} any\n```\n```{chart}\n```\n")
    (folder / "01_bridge.yaml").write_text("exercises: [", encoding="utf-8")
    (problem,) = check_prose(folder)
    assert "chart" in problem.what


def test_an_unknown_chart_suggests_the_nearest(tmp_path: Path) -> None:
    (problem,) = check_prose(lesson(tmp_path, body="```{chart} atribution-map\n```\n"))
    assert (problem.line, "attribution-map" in problem.cure) == (6, True)


def test_a_chart_of_own_marks_names_the_exercise_where_they_are_made(tmp_path: Path) -> None:
    (problem,) = check_prose(lesson(tmp_path, body="```{chart} your-marks\n```\n"))
    assert (problem.line, "Add “after”" in problem.cure) == (6, True)


def test_a_word_that_the_glossary_does_not_explain_suggests_the_nearest(tmp_path: Path) -> None:
    folder = lesson(tmp_path, body="```{article}\nGeneral Staf\n```\n")
    (folder / "background.yaml").write_text("glossary:\n  - {term: General Staff, meaning: A command.}\n", "utf-8")
    (problem,) = check_prose(folder)
    assert (problem.line, "General Staff" in problem.cure) == (6, True)


def test_a_missing_background_is_the_one_thing_told_where_words_of_its_glossary_are_named(tmp_path: Path) -> None:
    folder = lesson(tmp_path, body="```{article}\nGeneral Staff\nAFU\n```\n")
    (problem,) = check_prose(folder)
    assert (problem.file.name, problem.line) == ("background.yaml", None)
    assert "The file is missing" in problem.what


def test_a_notebook_that_is_called_like_a_data_file_or_too_long_is_never_looked_for(tmp_path: Path) -> None:
    for name in ("key", "a" * 300):
        folder = lesson(tmp_path)
        (folder / "lesson.yaml").write_text(LESSON.replace("01_bridge,", f"{name},"), encoding="utf-8")
        assert check_prose(folder) == []


def test_a_missing_prose_file_is_named(tmp_path: Path) -> None:
    folder = lesson(tmp_path)
    (folder / "start_here.md").unlink()
    (problem,) = check_prose(folder)
    assert problem.file.name == "start_here.md"


SEALED = """exercises:
  - id: ask
  - id: bet
    seal: true
"""
BOTH = "```{exercise} ask\n```\n```{exercise} bet\n```\n"


def sealed(folder: Path, body: str) -> list[tuple[str, int | None, str, str]]:
    lesson(folder, body=BOTH + body)
    (folder / "01_bridge.yaml").write_text(SEALED, encoding="utf-8")
    return [(one.file.name, one.line, one.what, one.cure) for one in check_prose(folder)]


def test_a_sealed_exercise_that_is_opened_below_is_sound(tmp_path: Path) -> None:
    assert sealed(tmp_path, "```{open} bet\n```\n") == []


def test_a_seal_that_is_never_opened_is_named_where_it_is_set(tmp_path: Path) -> None:
    ((file, line, what, cure),) = sealed(tmp_path, "Hello.\n")
    assert (file, line) == ("01_bridge.yaml", 3)
    assert "“bet” is sealed and never opened" in what
    assert "```{open} bet" in cure


def test_an_exercise_without_a_seal_cannot_be_opened(tmp_path: Path) -> None:
    ((file, line, what, cure),) = sealed(tmp_path, "```{open} bet\n```\n```{open} ask\n```\n")
    assert (file, line) == ("01_bridge.md", 12)
    assert "“ask”, which is not sealed" in what
    assert "seal: true" in cure


def test_a_seal_is_opened_below_its_exercise(tmp_path: Path) -> None:
    lesson(tmp_path, body="```{open} bet\n```\n" + BOTH)
    (tmp_path / "01_bridge.yaml").write_text(SEALED, encoding="utf-8")
    (problem,) = check_prose(tmp_path)
    assert (problem.line, "before it stands" in problem.what) == (6, True)


FORM_FIRST = "```{form} first\n```\n"


def test_a_form_needs_a_lesson_with_forms(tmp_path: Path) -> None:
    folder = lesson(tmp_path, body=FORM_FIRST)
    (problem,) = check_prose(folder)
    assert (problem.file.name, problem.line) == ("01_bridge.md", 6)
    assert "first_form" in problem.cure
    (folder / "lesson.yaml").write_text(LESSON + "first_form: A\n", encoding="utf-8")
    assert check_prose(folder) == []


def test_the_first_form_stands_in_one_notebook(tmp_path: Path) -> None:
    folder = lesson(tmp_path, body=FORM_FIRST)
    (folder / "lesson.yaml").write_text(LESSON + "first_form: A\n", encoding="utf-8")
    with (folder / "start_here.md").open("a", encoding="utf-8") as prose:
        prose.write(FORM_FIRST)
    (problem,) = check_prose(folder)
    assert (problem.file.name, problem.line) == ("start_here.md", 7)
    assert "01_bridge.md" in problem.what
