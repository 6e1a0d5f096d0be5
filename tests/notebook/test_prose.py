"""The prose of a notebook is read cell by cell, and every fault is said with its line."""

from pathlib import Path

import pytest

from exercises.files.problems import LessonError, Problem
from exercises.notebook.prose import (
    ArticlePlace,
    Box,
    ChartPlace,
    ExercisePlace,
    FormPlace,
    OpenPlace,
    Passage,
    Prose,
    ReportPlace,
    TeacherNote,
    read_prose,
)

HEAD = "---\ntitle: The bridge\nminutes: 10\nable_to:\n  - find the speaker\nneeds: nothing\n---\n"


def written(folder: Path, body: str, head: str = HEAD) -> Path:
    file = folder / "01_bridge.md"
    file.write_text(head + body, encoding="utf-8")
    return file


def problems_of(file: Path, exercises: dict[str, int | None] | None = None) -> tuple[Problem, ...]:
    with pytest.raises(LessonError) as refused:
        read_prose(file, exercises)
    return refused.value.problems


def read(folder: Path, body: str, **known: int | None) -> Prose:
    return read_prose(written(folder, body), known or None)


def test_the_front_matter_is_read(tmp_path: Path) -> None:
    front = read(tmp_path, "Hello.\n").front
    assert (front.title, front.minutes) == ("The bridge", 10)
    assert (front.able_to, front.needs) == (("find the speaker",), ("nothing",))


def test_a_notebook_is_read_cell_by_cell_in_its_order(tmp_path: Path) -> None:
    body = (
        "Read this.\n\n```{exercise} first\n```\n\nThen this.\n+++\nAnd that.\n\n"
        "```{teacher}\nAsk the class.\n```\n```{chart} owners\nLook at the longest bar.\n```\n"
        "```{known}\nIt opened in *May*.\n```\n```{outside}\nAsk at home.\n```\n"
    )
    assert read(tmp_path, body, first=3).cells == (
        Passage("Read this.", 8),
        ExercisePlace("first", 10),
        Passage("Then this.", 13),
        Passage("And that.", 15),
        TeacherNote("Ask the class.", 17),
        ChartPlace("owners", "Look at the longest bar.", 20),
        Box("known", "It opened in *May*.", 23),
        Box("outside", "Ask at home.", 26),
    )


def test_a_known_box_can_be_folded(tmp_path: Path) -> None:
    (box,) = read(tmp_path, "```{known} folded\nIt opened in *May*.\n```\n").cells
    assert box == Box("known", "It opened in *May*.", 8, folded=True)


def test_the_article_stands_where_it_is_wanted_with_words_of_the_glossary(tmp_path: Path) -> None:
    assert read(tmp_path, "```{article}\nAFU\n\nGeneral Staff\n```\n").cells == (
        ArticlePlace(("AFU", "General Staff"), 8),
    )


def test_a_chart_needs_no_caption(tmp_path: Path) -> None:
    assert read(tmp_path, "```{chart} owners\n```\n").cells == (ChartPlace("owners", "", 8),)


def test_a_chart_may_wait_for_an_exercise(tmp_path: Path) -> None:
    body = "```{exercise} first\n```\n```{chart} owners after first\nLook.\n```\n"
    assert read(tmp_path, body, first=3).cells[1] == ChartPlace("owners", "Look.", 10, "first")


def test_a_chart_that_waits_for_an_unknown_exercise_is_refused_with_the_nearest(tmp_path: Path) -> None:
    file = written(tmp_path, "```{exercise} first\n```\n```{chart} owners after frist\n```\n")
    (problem,) = problems_of(file, {"first": 3})
    assert (problem.line, "frist" in problem.what, "first" in problem.cure) == (10, True, True)


def test_a_place_where_a_seal_is_opened_names_its_exercise(tmp_path: Path) -> None:
    body = "```{exercise} first\n```\n```{open} first\n```\n"
    assert read(tmp_path, body, first=3).cells == (ExercisePlace("first", 8), OpenPlace("first", 10))


def test_a_place_that_opens_an_unknown_exercise_or_one_twice_is_refused(tmp_path: Path) -> None:
    body = "```{exercise} first\n```\n```{open} frist\n```\n```{open} first\n```\n```{open} first\n```\n"
    unknown, twice = problems_of(written(tmp_path, body), {"first": 3})
    assert (unknown.line, "first" in unknown.cure) == (10, True)
    assert (twice.line, "line 12" in twice.what) == (14, True)


def test_the_place_of_the_report_holds_no_words(tmp_path: Path) -> None:
    assert read(tmp_path, "```{report}\n```\n").cells == (ReportPlace(HEAD.count("\n") + 1),)
    (problem,) = problems_of(written(tmp_path, "```{report} now\n```\n"))
    assert "holds words" in problem.what


def test_percent_signs_and_brackets_at_the_start_of_a_line_stay_words(tmp_path: Path) -> None:
    (passage,) = read(tmp_path, "% of all words\n\n(quoted)=\n").cells
    assert passage == Passage("% of all words\n\n(quoted)=", 8)


def test_a_fence_without_a_word_is_plain_text(tmp_path: Path) -> None:
    assert read(tmp_path, "```\nas it stands\n```\n").cells == (Passage("```\nas it stands\n```", 8),)


def test_an_unknown_block_is_refused_with_its_line_and_the_nearest_name(tmp_path: Path) -> None:
    (problem,) = problems_of(written(tmp_path, "Hello.\n\n```{exercize} first\n```\n"))
    assert (problem.line, "exercize" in problem.what, "exercise" in problem.cure) == (10, True, True)


def test_a_block_whose_braces_were_forgotten_is_refused(tmp_path: Path) -> None:
    (problem,) = problems_of(written(tmp_path, "```exercise first\n```\n"))
    assert "unknown block" in problem.what


def test_a_block_that_is_never_closed_is_refused_with_the_line_where_it_starts(tmp_path: Path) -> None:
    (problem,) = problems_of(written(tmp_path, "Hello.\n\n```{teacher}\nAsk the class.\n"))
    assert (problem.line, "never closed" in problem.what) == (10, True)


def test_an_unknown_exercise_suggests_the_nearest(tmp_path: Path) -> None:
    file = written(tmp_path, "```{exercise} mark-the-sorce\n```\n```{exercise} mark-the-source\n```\n")
    (problem,) = problems_of(file, {"mark-the-source": 2})
    assert (problem.line, "mark-the-source" in problem.cure) == (8, True)


def test_an_exercise_that_never_stands_in_the_prose_is_named_where_it_is_written(tmp_path: Path) -> None:
    (problem,) = problems_of(written(tmp_path, "Hello.\n"), {"left-out": 17})
    assert (problem.file.name, problem.line) == ("01_bridge.yaml", 17)
    assert "left-out" in problem.what


def test_an_exercise_that_stands_twice_is_refused(tmp_path: Path) -> None:
    (problem,) = problems_of(written(tmp_path, "```{exercise} one\n```\n```{exercise} one\n```\n"), {"one": 2})
    assert (problem.line, "line 8" in problem.what) == (10, True)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("```{exercise}\n```\n", "no id"),
        ("```{exercise} one\nwords\n```\n", "holds words"),
        ("```{open}\n```\n", "no id"),
        ("```{open} one\nwords\n```\n", "holds words"),
        ("```{chart} one two\n```\n", "no name of a chart"),
        ("```{chart} one after\n```\n", "no name of a chart"),
        ("```{chart} one behind two\n```\n", "no name of a chart"),
        ("```{chart} after two\n```\n", "no name of a chart"),
        ("```{chart} one after two three\n```\n", "no name of a chart"),
        ("```{chart} one after two!\n```\n", "no id of an exercise"),
        ("```{chart} one\nfirst\nsecond\n```\n", "several lines"),
        ("```{known} one\nwords\n```\n", "stands behind"),
        ("```{article} AFU\n```\n", "stands behind"),
        ("```{outside} folded\nwords\n```\n", "stands behind"),
        ("```{outside}\n```\n", "empty"),
        ("+++ tags\n", "nothing may follow"),
        ("# Another title\n", "second title"),
    ],
)
def test_a_block_in_the_wrong_form_is_refused_with_its_line(tmp_path: Path, body: str, words: str) -> None:
    (problem,) = problems_of(written(tmp_path, body))
    assert (problem.line, words in problem.what) == (8, True)


@pytest.mark.parametrize(
    "html", ["<script>alert(1)</script>", "Hello <img src=x onerror=alert(1)> there", "<b>bold</b>"]
)
def test_html_in_the_prose_is_refused_also_inside_a_box(tmp_path: Path, html: str) -> None:
    assert any("HTML" in problem.what for problem in problems_of(written(tmp_path, f"{html}\n")))
    boxed = problems_of(written(tmp_path, f"```{{known}}\n{html}\n```\n"))
    assert {problem.line for problem in boxed} == {9}


def test_every_link_is_found_with_its_line_even_a_dangerous_one(tmp_path: Path) -> None:
    prose = read(tmp_path, "[next](02.ipynb)\n\n```{outside}\n[bad](javascript:alert(1))\n```\n")
    assert sorted((link.line, link.address) for link in prose.links) == [(8, "02.ipynb"), (11, "javascript:alert(1)")]


def test_a_file_without_front_matter_is_refused(tmp_path: Path) -> None:
    (problem,) = problems_of(written(tmp_path, "Hello.\n", head=""))
    assert (problem.line, "front matter is missing" in problem.what) == (1, True)


def test_faults_of_head_and_body_come_together_in_the_order_of_lines(tmp_path: Path) -> None:
    found = problems_of(written(tmp_path, "```{chart}\n```\n<b>x</b>\n", head="---\ntitle: x\n---\n"), {"gone": 1})
    assert len({problem.what for problem in found}) == len(found) >= 5


def test_a_missing_file_and_a_file_in_another_encoding_are_refused_in_words(tmp_path: Path) -> None:
    (missing,) = problems_of(tmp_path / "01_none.md")
    assert "missing" in missing.what
    file = tmp_path / "01_old.md"
    file.write_bytes("é".encode("latin-1"))
    (encoded,) = problems_of(file)
    assert "UTF-8" in encoded.what


@pytest.mark.parametrize("place", ["first", "last"])
def test_a_form_stands_where_it_is_wanted(tmp_path: Path, place: str) -> None:
    (cell,) = read(tmp_path, f"```{{form}} {place}\n```\n").cells
    assert isinstance(cell, FormPlace)
    assert (cell.place, cell.line) == (place, 8)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("```{form} A\n```\n", "“A” is no place of a form"),
        ("```{form}\n```\n", "no place of a form"),
        ("```{form} last\nwords\n```\n", "holds words"),
        ("```{form} first\n```\n```{form} last\n```\n", "a second form"),
    ],
)
def test_a_form_that_cannot_stand_so_is_said_with_its_line(tmp_path: Path, body: str, said: str) -> None:
    (problem,) = problems_of(written(tmp_path, body))
    assert said in problem.what
    assert problem.line == (10 if "second" in said else 8)
