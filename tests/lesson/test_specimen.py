"""Of an article in which nobody has found an error, nothing says that it has one; what is said is said in one way."""

from dataclasses import replace
from datetime import date

import pytest
from desk_files import checked_desk
from drafted_lesson import make, take_over
from every_lesson import LESSONS, named
from keeping import work_in
from markupsafe import Markup
from paper_pages import printed, seen
from small_lesson import change

from exercises.answers.store import Store
from exercises.kinds import KINDS
from exercises.kinds.checked import Checked
from exercises.kinds.items import load_items
from exercises.kinds.offers import take
from exercises.lesson.load import load_lesson
from exercises.lesson.specimen import origin, specimen
from exercises.notebook.build import build_lesson
from exercises.notebook.prose import read_prose
from exercises.report import gather, render
from exercises.room.document import document_of

CODE, WHEN = "amber-heron-42", "2026-11-23T12:00:00+00:00"
FOUND, NOT_FOUND = "contains errors", "may or may not contain errors"


def known(lesson, *, errors):
    """Give the lesson as it is where errors were found in its article, or none."""
    article = lesson.info.article.model_copy(update={"contains_errors": errors})
    return replace(lesson, info=lesson.info.model_copy(update={"article": article}))


def everything(folder, to):
    """Give all that speaks of the article of a lesson, by name: notebooks, paper, page of the room, report, a file."""
    lesson = load_lesson(folder)
    items = load_items(lesson)
    pages = {f"notebook {file.name}": file.read_text("utf-8") for file in build_lesson(folder, to / "notebooks")}
    pages |= {f"paper {name}": seen(page) for name, page in printed(folder, to / "paper").items()}
    entry = next(one for one in lesson.info.notebooks if one.name == "02_who_says_so")
    prose = read_prose(folder / f"{entry.name}.md")
    pages["room"] = document_of(lesson, entry, prose, {}, Markup()).html
    pages["report"] = render(gather(lesson, items, work_in(Store(to / "answers.sqlite")), date(2026, 11, 25)))
    marks = KINDS["mark"].reveal(items["who-worked"], lesson)
    answer = KINDS["mark"].answer.model_validate(marks)
    work = Checked(items["who-worked"], answer, lesson, CODE, WHEN, shown=False)
    return pages | {"marks": take(work, "annotations").text}


@pytest.mark.parametrize("invented", [False, True])
def test_nothing_of_a_new_lesson_says_that_its_article_contains_errors_before_a_person_says_so(tmp_path, invented):
    folder = make(tmp_path / "lessons" / "bakery", invented=invented)
    take_over(folder)
    fresh = everything(folder, tmp_path / "fresh")
    assert [name for name, text in fresh.items() if FOUND in text.replace(NOT_FOUND, "")] == []
    speaking = {name for name, text in fresh.items() if NOT_FOUND in text}
    assert {"room", "report", "marks", "paper article.html", "notebook 02_who_says_so.ipynb"} <= speaking
    change(folder / "lesson.yaml", "  contains_errors: false ", "  contains_errors: true ")
    found = everything(folder, tmp_path / "found")
    assert {name for name, text in found.items() if FOUND in text} == speaking
    assert [name for name, text in found.items() if NOT_FOUND in text] == []


@pytest.mark.parametrize("file", ["evidence/C1", "card/C1", "claim-review/C1"])
@pytest.mark.parametrize("errors", [False, True])
def test_a_checked_claim_says_of_the_article_what_is_known_of_it(tmp_path, file, errors):
    work = checked_desk(tmp_path / "bridge")
    work = replace(work, lesson=known(work.lesson, errors=errors))
    made = take(work, file)
    for text in (made.text, *([made.card["about"]] if made.card else [])):
        assert specimen(work.lesson.info) in text
        assert (NOT_FOUND in text) != errors


def test_a_publisher_is_called_no_website():
    for lesson in LESSONS:
        assert "website" not in origin(lesson.info)
        assert lesson.info.article.publisher in origin(lesson.info)
        assert ("invented" in origin(lesson.info)) == lesson.info.invented


@pytest.mark.parametrize("lesson", [one for one in LESSONS if one.info.article.contains_errors], ids=lambda one: one.id)
def test_a_lesson_that_says_its_article_contains_errors_shows_one(lesson):
    wrong = [one.id for one in lesson.claims.values() if one.quote and one.so and one.so[-1].verdict == "does-not-hold"]
    assert wrong


def test_the_first_lesson_says_that_its_article_contains_errors():
    assert specimen(named("kupyansk").info) == "Teaching specimen: contains errors."
