"""The prose of a lesson is checked with its neighbours: lesson.yaml, the exercises and the links."""

from pathlib import Path

from exercises.check import check_prose, exercise_lines

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


def test_an_exercise_left_out_is_named_with_its_line_in_the_data_file(tmp_path: Path) -> None:
    folder = lesson(tmp_path)
    (folder / "01_bridge.yaml").write_text("exercises:\n  - kind: mark\n    id: one\n  - id: two\n", encoding="utf-8")
    assert exercise_lines(folder / "01_bridge.yaml") == {"one": 2, "two": 4}
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


def test_a_word_that_the_glossary_does_not_explain_suggests_the_nearest(tmp_path: Path) -> None:
    folder = lesson(tmp_path, body="```{article}\nGeneral Staf\n```\n")
    (folder / "background.yaml").write_text("glossary:\n  - {term: General Staff, meaning: A command.}\n", "utf-8")
    (problem,) = check_prose(folder)
    assert (problem.line, "General Staff" in problem.cure) == (6, True)


def test_a_missing_prose_file_is_named(tmp_path: Path) -> None:
    folder = lesson(tmp_path)
    (folder / "start_here.md").unlink()
    (problem,) = check_prose(folder)
    assert problem.file.name == "start_here.md"
