"""Practice in marking: ten answers from weak to strong, no level told on their sheet, a reason for each on another."""

import re
from collections import Counter

import pytest
from paper_pages import KUPYANSK, printed, seen
from small_lesson import change

from exercises.lesson.guide import read_guide
from exercises.notebook.check import check_folder
from exercises.words import words

MARKING = read_guide(KUPYANSK).marking
ROWS = list(words("rubric")["names"])


def runs(text: str, length: int = 5) -> set[tuple[str, ...]]:
    """Give all runs of some words in a row."""
    found = re.findall(r"[\w']+", text.lower())
    return {tuple(found[at : at + length]) for at in range(len(found) - length + 1)}


@pytest.fixture
def paper(paper_of) -> dict[str, str]:
    return paper_of("kupyansk")


def test_ten_answers_have_a_level_and_a_reason_on_every_row():
    assert len(MARKING.answers) == 10
    for answer in MARKING.answers:
        assert sorted(answer.rows) == ROWS
        assert min(len(ticked.why.split()) for ticked in answer.rows.values()) >= 4


def test_on_every_row_the_answers_go_from_not_yet_to_secure():
    for row in ROWS:
        assert Counter(answer.rows[row].level for answer in MARKING.answers).keys() == {0, 1, 2, 3}, row


def test_the_answers_stand_in_no_order_of_quality_and_length_is_no_sign_of_it():
    sums = [sum(ticked.level for ticked in answer.rows.values()) for answer in MARKING.answers]
    assert sums not in (sorted(sums), sorted(sums, reverse=True))
    longest = sorted(zip((len(answer.text.split()) for answer in MARKING.answers), sums, strict=True))[-5:]
    assert max(sums) > 10
    assert min(of for _, of in longest) < 6


def test_every_answer_keeps_to_the_length_that_the_task_asks_for():
    assert "in 40 to 100 words" in " ".join(MARKING.task.split())
    assert [answer.text for answer in MARKING.answers if not 40 <= len(answer.text.split()) <= 100] == []


def test_the_answers_are_on_another_sentence_than_the_rubrics_samples_and_share_no_five_words_with_them():
    plan = read_guide(KUPYANSK).plan
    assert " ".join(MARKING.task.split("”")[0].split()) not in " ".join(plan.rubric_about.split())
    samples = set().union(*(runs(sample) for row in plan.rubric.values() for sample in row))
    assert [answer.text for answer in MARKING.answers if runs(answer.text) & samples] == []


def test_above_the_table_stands_how_levels_add_up_and_that_being_unsure_never_costs(paper):
    for page in ("rubric.html", "guide.html"):
        assert "Each level asks for what the lower ones ask for, and for something more." in seen(paper[page])
        assert "being unsure never costs a level" in seen(paper[page])


def test_the_sheet_has_answers_and_boxes_and_says_that_no_student_wrote_them(paper):
    sheet = seen(paper["marking.html"])
    assert "Written for practice in marking: no student wrote them" in sheet
    assert sheet.count("☐ 0 ☐ 1 ☐ 2 ☐ 3") == 10 * len(ROWS)
    for answer in MARKING.answers:
        assert " ".join(answer.text.split()) in sheet
        assert [ticked.why for ticked in answer.rows.values() if ticked.why in sheet] == []


def test_our_levels_stand_on_a_sheet_of_their_own_with_every_reason(paper):
    key = seen(paper["marking_key.html"])
    for answer in MARKING.answers:
        assert [ticked.why for ticked in answer.rows.values() if ticked.why not in key] == []
    for row in ROWS:
        levels = (" / ".join(map(str, answer.rows[row].counted)) for answer in MARKING.answers)
        assert f"{row} {words('rubric')['names'][row]} {' '.join(levels)}" in key


def test_an_answer_without_a_row_and_a_level_beyond_the_table_are_refused_with_their_line(small_lesson, tmp_path):
    (small_lesson / "guide").mkdir()
    file = small_lesson / "guide" / "marking.yaml"
    file.write_text((KUPYANSK / "guide" / "marking.yaml").read_text("utf-8"), encoding="utf-8")
    assert "marking.html" in printed(small_lesson, tmp_path / "paper")
    first = MARKING.answers[0].rows["E"].why
    change(file, f'      E: {{level: 1, why: "{first}"}}\n', "")
    assert "answer 1 has levels for the rows A, B, C, D." in str(check_folder(small_lesson)[0])
    line = change(file, f'level: 2, why: "{MARKING.answers[0].rows["A"].why}"', 'level: 4, why: "Too much."')
    assert [(problem.file.name, problem.line) for problem in check_folder(small_lesson)] == [("marking.yaml", line)]
