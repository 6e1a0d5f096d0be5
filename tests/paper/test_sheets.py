"""The teacher's sheets: what may be ticked for a mark, what a class is asked to vote on, and room for each answer."""

import re

import pytest
from every_lesson import each_lesson, items_of
from paper_pages import seen
from small_lesson import change

from exercises.kinds.items import check_lesson
from exercises.words import words

BOXES = "☐ 0 ☐ 1 ☐ 2 ☐ 3"
PAPER = words("paper")


def items_in(lesson, notebook):
    prose = (lesson.folder / f"{notebook}.md").read_text("utf-8")
    return [items_of(lesson)[name] for name in re.findall(r"^```{exercise} (\S+)", prose, flags=re.M)]


def rows_on(page):
    return {row for row, name in words("rubric")["names"].items() if f"{row} {name}" in seen(page)}


@each_lesson
def test_levels_can_be_ticked_for_thirty_codes_on_every_row_that_is_practised_or_rated_in_a_text(lesson, paper_of):
    for entry in lesson.info.notebooks:
        items = items_in(lesson, entry.name)
        texts = [item for item in items if item.kind == "write"]
        rows = {item.rubric for item in items if item.rubric} | {row for item in texts for row in item.rows}
        rows -= {row for item in texts for row in item.unmarked}
        page = paper_of(lesson.id)[f"ticked_{entry.name}.html"]
        assert (rows_on(page), seen(page).count(BOXES)) == (rows, 30 * len(rows)), entry.name


@pytest.mark.parametrize("lesson", ["kupyansk", "harbour"])
def test_of_the_check_a_teacher_ticks_every_row_but_the_one_that_the_guide_leaves_out(paper_of, lesson):
    paper = paper_of(lesson)
    ticked = seen(paper["ticked_08_check_desk.html"])
    assert rows_on(ticked) == set("ABCE")
    assert "For a mark count only levels of a written text: here A, B, C, E. No level is ticked on D" in ticked
    sheet = seen(paper["worksheet_08_check_desk.html"])
    sheet = sheet[sheet.index("check-write") :].split("check-radio")[0]
    rated = dict(re.findall(r"Row (\w) \([\w ]+\): 0 1 2 3 · (\(no mark\)|Teacher:)", sheet))
    assert rated == {"A": "Teacher:", "B": "Teacher:", "C": "Teacher:", "D": "(no mark)", "E": "Teacher:"}


def test_where_no_text_is_written_the_sheet_of_levels_says_that_nothing_on_it_is_part_of_a_mark(paper):
    assert PAPER["marked_none"] in seen(paper["ticked_02_who_says_so.html"])


def test_a_row_that_is_left_unmarked_and_not_rated_is_named_with_its_cure(kinds_lesson):
    change(
        kinds_lesson / "one.yaml", "    starts_from: first-item\n", "    starts_from: first-item\n    unmarked: [D]\n"
    )
    (problem,) = check_lesson(kinds_lesson)
    assert "The row D stands under “unmarked”, and the text is not rated on it. Take it out there." in problem.what


@each_lesson
def test_a_sheet_of_levels_has_room_for_the_points_of_a_test_where_there_is_one(lesson, paper_of):
    paper = paper_of(lesson.id)
    for entry in lesson.info.notebooks:
        heads = re.findall(r"<th>([^<]*)</th>", paper[f"ticked_{entry.name}.html"])
        assert (words("paper")["points"] in heads) == (f"test_{entry.name}.html" in paper), entry.name


@each_lesson
def test_the_votes_of_a_notebook_are_counted_for_as_many_options_as_it_has(lesson, paper_of):
    tables = paper_of(lesson.id)["tally.html"].split('<table class="log counts">')[1:]
    for entry, table in zip(lesson.info.notebooks, tables, strict=True):
        most = max(
            len(item.options) for item in items_in(lesson, entry.name) if item.kind == "choose" and not item.seal
        )
        assert re.findall(r"<th>([A-Z])</th>", table) == 2 * list("ABCDEFGH"[:most]), entry.name


@each_lesson
def test_a_sealed_guess_is_neither_counted_nor_collected(lesson, paper_of):
    page = paper_of(lesson.id)["tally.html"]
    rows = {name: [row for row in page.split("<tr>") if f">{name}<" in row] for name in items_of(lesson)}
    counted = "".join(part.split("</table>")[0] for part in page.split('<table class="log counts">')[1:])
    for item in items_of(lesson).values():
        if item.seal:
            (row,) = rows[item.id]
            assert PAPER["sealed_stays"] in row
            assert "□" not in row
            assert f"{item.title}</td>" not in counted


def test_the_tally_sheet_has_room_for_every_answer_that_is_typed_in(paper):
    text = seen(paper["tally.html"])
    desk, other = (text.split(name)[0].split("Claim number")[-1] for name in ("hold-desk", "hold-worked-report"))
    assert (desk.count("As of"), other.count("As of")) == (2, 1)
    assert "How sure? 1 2 3 4" in desk
