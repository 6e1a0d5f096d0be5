"""A lesson without a guide of its own borrows what speaks of no article; what does stays where it belongs."""

import pytest
from every_lesson import FOLDERS, named
from form_lesson import build_borrowing_lesson, build_form_lesson

from exercises.answers.gone import gone
from exercises.answers.work import Draft, Work
from exercises.lesson.guide import LENT, read_guide, read_own_guide
from exercises.lesson.load import load_lesson
from exercises.notebook.check import check_folder

TEST = """skill: Find who speaks.
about: Read each sentence once.
questions:
  - {ask: Who speaks?, options: [a person, nobody]}
sentences:
  - {text: "Ada saw a fox in the yard, she said.", sound: true, key: [{answer: A, why: Ada speaks.}]}
  - {text: "Two foxes live there.", sound: false, key: [{answer: B, why: Nobody says so.}]}
  - {text: "Bo fed it, he said.", sound: true, key: [{answer: A, why: Bo speaks.}]}
  - {text: "It is ill.", sound: false, key: [{answer: B, why: No word of saying.}]}
  - {text: "Cleo said that she had a hen.", sound: true, key: [{answer: A, why: Cleo speaks.}]}
  - {text: "The hen is gone.", sound: false, key: [{answer: B, why: Nobody says so either.}]}
"""


def write(folder, name, text):
    file = folder / "guide" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def lender(tmp_path):
    folder = build_form_lesson(tmp_path / "lessons" / "bridge")
    write(folder, "marks.md", "How we mark.\n")
    write(folder, "letter.md", "A letter about a bridge.\n")
    write(folder, "ten_minutes/one.yaml", TEST)
    write(folder, "further/review.yaml", f"title: A review\nwhen: later\nnote: Copy it.\n{TEST}")
    return folder


@pytest.fixture
def borrower(lender):
    return build_borrowing_lesson(lender.parent / "lake")


def test_tests_and_chapters_on_no_article_are_borrowed_and_a_letter_on_another_article_is_not(borrower):
    texts = read_guide(borrower)
    assert texts.chapters["marks"] == "How we mark.\n"
    assert texts.chapters["letter"] == ""
    assert (list(texts.tests), list(texts.further)) == (["one"], ["review"])
    assert check_folder(borrower) == []


@pytest.mark.parametrize("name", ["front", "scripts", "letter", "legal", "not_shown", "adoption"])
def test_no_chapter_that_speaks_of_an_article_is_lent(name):
    assert name not in LENT


@pytest.mark.parametrize("name", ["kupyansk", "harbour", "sleep"])
def test_the_standards_of_a_lesson_name_its_own_notebooks_and_no_row_is_empty(name):
    info = named(name).info
    own = {entry.name.partition("_")[0].lstrip("0") for entry in info.notebooks}
    rows = [
        line.split("|")[4].strip()
        for line in read_guide(FOLDERS[0].parent / name).chapters["standards"].splitlines()[4:]
    ]
    assert [row for row in rows if row != "all" and not set(row.split(", ")) <= own] == []
    assert rows
    assert all(rows)


def test_of_borrowed_standards_only_rows_are_left_that_a_notebook_of_the_lesson_touches(lender, borrower):
    table = "Ours.\n\n| frame | notebook |\n|---|---|\n| weigh | 1, 7b |\n| search | 8 |\n| ask | all |\n"
    write(lender, "standards.md", table)
    info = borrower / "lesson.yaml"
    for file in (borrower / "one.md", borrower / "one.yaml"):
        file.rename(file.with_stem("07b_two"))
    info.write_text(info.read_text("utf-8").replace("name: one,", "name: 07b_two,"), "utf-8")
    told = read_guide(borrower).chapters["standards"]
    assert told == "Ours.\n\n| frame | notebook |\n|---|---|\n| weigh | 7b |\n| ask | all |"
    assert read_guide(lender).chapters["standards"] == table


def test_what_a_lesson_has_itself_stands_before_what_it_could_borrow(borrower):
    write(borrower, "marks.md", "We mark nothing.\n")
    write(borrower, "ten_minutes/one.yaml", TEST.replace("Find who speaks.", "Find who is silent."))
    texts = read_guide(borrower)
    assert texts.chapters["marks"] == "We mark nothing.\n"
    assert texts.tests["one"].skill == "Find who is silent."


def test_a_test_of_a_notebook_that_the_lesson_lacks_is_not_borrowed(lender, borrower):
    for file in (borrower / "one.md", borrower / "one.yaml"):
        file.rename(file.with_stem("two"))
    info = borrower / "lesson.yaml"
    info.write_text(info.read_text("utf-8").replace("name: one,", "name: two,"), "utf-8")
    drawn = TEST.replace("sound: true, key", "sound: true, notebook: one, key", 1)
    write(lender, "further/review.yaml", f"title: A review\nwhen: later\nnote: Copy it.\n{drawn}")
    texts = read_guide(borrower)
    assert (texts.tests, texts.further) == ({}, {})


def test_a_package_may_name_a_borrowed_test_and_no_other(borrower):
    plan = "packages:\n  - {periods: 1, notebooks: [one], tests: [review]}\n"
    write(borrower, "plan.yaml", plan)
    assert check_folder(borrower) == []
    write(borrower, "plan.yaml", plan.replace("[review]", "[revue]"))
    (problem,) = check_folder(borrower)
    assert (problem.file.name, "“review”" in problem.cure) == ("plan.yaml", True)


def test_a_fault_in_a_borrowed_text_is_told_once_and_where_it_stands(lender, borrower):
    file = write(lender, "marks.md", "<b>How we mark.</b>\n")
    assert {problem.file for problem in check_folder(borrower)} == {file}
    assert read_own_guide(borrower).chapters["marks"] == ""


def test_a_borrowed_test_that_takes_too_long_is_told_of_the_lesson_that_holds_it(lender, borrower):
    file = write(lender, "ten_minutes/one.yaml", TEST.replace("Read each sentence once.", "Read. " * 2000))
    assert check_folder(borrower) == []
    assert {problem.file for problem in check_folder(lender)} == {file}


def test_newer_editions_that_lie_beside_changed_files_of_the_guide_are_not_read(lender):
    for name in ("ten_minutes/one.new.yaml", "searches/one.new2.yaml", "further/review.new.yaml"):
        write(lender, name, "what another edition holds\n")
    texts = read_guide(lender)
    assert (list(texts.tests), list(texts.searches), list(texts.further)) == (["one"], [], ["review"])
    assert check_folder(lender) == []


def test_where_the_lesson_cannot_be_read_what_lies_beside_is_no_notebook(lender):
    for ending in ("md", "yaml"):
        (lender / f"one.new.{ending}").write_text("what another edition holds\n", encoding="utf-8")
    (lender / "lesson.yaml").write_text("id: [\n", encoding="utf-8")
    assert [one.file.name for one in check_folder(lender) if ".new" in one.file.name] == []


def test_an_answer_to_what_only_a_newer_edition_beside_has_is_one_that_no_page_shows(lender, borrower):
    (lender / "one.new.yaml").write_text("exercises:\n  - id: only-there\n", encoding="utf-8")
    work = Work("amber-heron-42", (Draft("bridge", "only-there", "d", {"text": "mine"}, 2, "open", ""),))
    assert list(gone(work, load_lesson(borrower), ())) == [("bridge", "only-there")]
