"""A sheet says nothing that only a screen can do, and gives no answer away just below its exercise."""

import re

import pytest
from every_lesson import each_lesson
from paper_pages import seen

SCREEN = re.compile(
    r"About this source as well"
    r"|(?i:\bscroll|\bclick|\bbutton|you can search|search box|switch to|further up|list of results|\bpaste\b"
    r"|look at what a machine|you let stand)"
)
# How the screen works is what the first notebook shows, and the last one looks at a student's own counts.
OF_THE_SCREEN = ("start_here", "finish")


def of_students(paper):
    """Give worksheets and slides, by name, without those of the notebooks that are about the screen."""
    return {
        name: seen(page)
        for name, page in paper.items()
        if name.startswith(("worksheet_", "slides_")) and not any(one in name for one in OF_THE_SCREEN)
    }


@each_lesson
def test_no_worksheet_and_no_slide_tells_students_to_do_what_only_a_screen_can(lesson, paper_of):
    found = {name: SCREEN.findall(text) for name, text in of_students(paper_of(lesson.id)).items()}
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize(
    ("sheet", "given_away", "behind"),
    [
        ("04_said_claimed_admitted", "good news becomes bad news", "Exit item"),
        ("07a_who_is_behind_it", "what Lake Radio found", "A club that will not fish"),
    ],
)
def test_what_tells_the_answer_of_an_exercise_stands_behind_the_exercises_that_follow_it(
    sheet, given_away, behind, paper_of
):
    text = seen(paper_of("harbour")[f"worksheet_{sheet}.html"])
    assert text.index(behind) < text.index(given_away)


@pytest.mark.parametrize(
    ("slides", "named"),
    [
        ("01_first_read", "About 40 words on Kupyansk on 21 November 2025."),
        ("05_how_sure", "Of the flags in “Mark the machine”, how many are right?"),
        ("06_names_and_frames", "“Liberated”, “capture”, “taking”, “loss”, “fall”: what do all five names take"),
    ],
)
def test_a_slide_names_the_day_the_text_and_the_words_that_it_asks_about(slides, named, paper):
    assert named in seen(paper[f"slides_{slides}.html"])


def test_what_is_to_be_read_before_an_exercise_says_nothing_of_the_one_before(paper):
    assert "The adviser (S15)" in seen(paper["slides_03_how_close.html"])
    assert "Tell a neighbour: which of these rules" not in seen(paper["slides_03_how_close.html"])


def test_the_log_of_an_own_article_numbers_its_rows_since_it_has_no_cards(paper_of):
    sheet = paper_of("your_article")["worksheet_your_article.html"]
    log = sheet.split('<table class="log blank wide">')[1].split("</table>")[0]
    assert re.findall(r"<tr><td>(\d)</td>", log) == ["1", "2", "3", "4"]
    assert "Same origin as row" in seen(log)
    assert "card" not in seen(log)


@each_lesson
def test_the_guide_says_once_who_wrote_the_article(lesson, paper_of):
    assert "written for this course. written for this course" not in seen(paper_of(lesson.id)["guide.html"]).lower()


@each_lesson
def test_a_teacher_is_asked_to_show_and_to_print_no_picture_that_is_on_no_paper(lesson, paper_of):
    paper = paper_of(lesson.id)
    for entry in lesson.info.notebooks:
        sheets = " ".join(seen(page) for name, page in paper.items() if name.startswith(f"worksheet_{entry.name}"))
        asked = re.findall(r"Your teacher shows a picture here: ([^.]+)\.", sheets)
        planned = re.search(r"Pictures: ([^.]+); what they show", seen(paper[f"plan_{entry.name}.html"]))
        printed = paper.get(f"pictures_{entry.name}.html", "").count("<svg")
        assert (len(asked), len(planned[1].split("; ")) if planned else 0) == (printed, printed), entry.name


def test_a_chart_of_counts_of_people_is_named_as_kept_by_the_teacher(paper):
    more = seen(paper["worksheet_07b_does_it_hold_more.html"])
    assert "both stay with your teacher until you ask for them" in more
    assert "Folded away with your teacher, in numbers: head counts." in more


def test_a_guide_and_an_index_promise_nothing_that_the_lesson_does_not_have(paper, paper_of):
    bare = paper_of("your_article")
    assert "one sample answer a cell" in seen(paper["guide.html"])
    assert [name for name, page in bare.items() if "sample answer a cell" in seen(page)] == []
    assert [said for said in ("legal box", "holds the key") if said in seen(bare["index.html"])] == []
    assert "Write “links: ok”" in seen(paper["guide.html"])
    assert [name for name in ("harbour", "sleep") if "Write “links" in seen(paper_of(name)["guide.html"])] == []
