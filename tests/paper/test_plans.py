"""The lesson plan of a notebook: what a teacher needs on a Sunday night, and a key in one line an exercise."""

import re

import pytest
from every_lesson import LESSONS, each_lesson, items_of, named
from paper_pages import printed, seen
from small_lesson import change

from exercises.kinds import KINDS
from exercises.kinds.printed import short_key
from exercises.words import words

WORDS_A_MINUTE, MOST_MINUTES = 180, 15
KUPYANSK = named("kupyansk")
VERBS = "04_said_claimed_admitted"
WITH_VERBS = [lesson for lesson in LESSONS if VERBS in {entry.name for entry in lesson.info.notebooks}]


def brief(lesson, name):
    item = items_of(lesson)[name]
    return short_key(KINDS[item.kind].paper.key(item, lesson))


@each_lesson
def test_a_plan_has_every_exercise_of_its_notebook_with_its_number_and_every_note_of_the_hour(lesson, paper_of):
    paper = paper_of(lesson.id)
    for entry in lesson.info.notebooks:
        prose = (lesson.folder / f"{entry.name}.md").read_text("utf-8")
        names = re.findall(r"^```{exercise} (\S+)", prose, flags=re.M)
        plan = seen(paper[f"plan_{entry.name}.html"])
        sheet = " ".join(seen(page) for name, page in paper.items() if name.startswith(f"worksheet_{entry.name}"))
        for name in names:
            title = " ".join(items_of(lesson)[name].title.split())
            numbered = set(re.findall(rf" \d+ {re.escape(title)} ", sheet))
            assert numbered, name
            assert any(line in plan for line in numbered), name
        hour = prose.split("```{outside}")[0]
        notes = re.findall(r"```{teacher}\n\*\*(.+?)\*\*", hour)
        assert [note for note in notes if note.strip("*") not in plan] == [], entry.name


def test_notebook_2_is_prepared_in_fifteen_minutes_from_plan_key_and_slides(paper):
    pages = "plan_02_who_says_so.html", "slides_02_who_says_so.html", "before.html"
    count = sum(len(seen(paper[name]).split()) for name in pages)
    assert count / WORDS_A_MINUTE <= MOST_MINUTES


def test_letters_and_numbers_of_the_short_key_are_those_of_the_worksheet():
    assert brief(KUPYANSK, "start-sort") == "1 B, 2 A"
    right = {option.id for option in items_of(KUPYANSK)["first-exit"].options if option.right}
    shown = KINDS["choose"].page(items_of(KUPYANSK)["first-exit"], KUPYANSK)["options"]
    assert brief(KUPYANSK, "first-exit") == "".join("ABCD"[n] for n, one in enumerate(shown) if one["id"] in right)


def test_another_reading_that_counts_stands_beside_ours():
    assert brief(KUPYANSK, "first-bet") == "B, (C)"
    assert "5 B/D" in brief(KUPYANSK, "who-peel-owner")


def test_a_changed_key_changes_the_plan_and_no_page_for_students(small_lesson, tmp_path):
    before = printed(small_lesson, tmp_path / "before")
    change(small_lesson / "one.yaml", "        right: true\n", "")
    change(
        small_lesson / "one.yaml", "        text: The reporter\n", "        text: The reporter\n        right: true\n"
    )
    after = printed(small_lesson, tmp_path / "after")
    assert {name for name in before if before[name] != after[name]} == {"guide.html", "plan_one.html"}


def test_a_level_of_the_rubric_has_one_number_on_sheet_slide_and_key(paper):
    sheet, slides = (seen(paper[f"{form}_08_check_desk.html"]) for form in ("worksheet", "slides"))
    rate, write = "Rate sample check 2 Rate", "Your check in 60 to 120 words Write"
    for numbered in (sheet.split(rate)[1].split("How sure?")[0], sheet.split(write)[1]):
        assert re.search("0 (= )?not yet.*1 (= )?beginning.*2 (= )?emerging.*3 (= )?secure", numbered)
    assert "0 not yet 1 beginning 2 emerging 3 secure" in slides
    assert brief(KUPYANSK, "check-rate-sample") == "1 2/3, 2 1/0/2, 3 2/1, 4 2/3, 5 1"
    assert brief(KUPYANSK, "verb-lab-stand").startswith("1 3/2/4")


def test_a_sample_says_on_which_row_it_has_its_level_where_a_text_is_rated_on_several(paper):
    guide = seen(paper["guide.html"])
    assert "Level 3, secure, on row E" in guide
    assert "Level 3, secure, on row A" in guide.split("The radio item again")[-1]


@pytest.mark.parametrize("lesson", WITH_VERBS, ids=lambda lesson: lesson.id)
def test_a_figure_that_is_worked_on_screen_is_no_picture_that_the_teacher_could_show(lesson, paper_of):
    paper, said = paper_of(lesson.id), words("paper")
    sheet, plan = (seen(paper[f"{form}_{VERBS}.html"]) for form in ("worksheet", "plan"))
    assert said["chart"].split("{")[0] not in sheet
    named = words("charts")["names"]
    assert said["chart_live"].format(name=named["concordance"]) in sheet
    assert said["live_pictures"].split("{")[0] + f"{named['concordance']}; {named['not-button']}" in plan


@each_lesson
def test_a_plan_explains_the_signs_of_its_own_short_key_and_no_others(lesson, paper_of):
    said = words("paper")
    for entry in lesson.info.notebooks:
        notebook = paper_of(lesson.id)[f"plan_{entry.name}.html"]
        about, key = notebook.split(said["short_key"], 1)[1].split("<table>", 1)
        for sign, name in (("(", "short_key_also"), ("/", "short_key_either"), ("…", "short_key_ends")):
            briefs = " ".join(re.findall(r"<b>(.*?)</b>", key))
            assert (said[name] in seen(about)) == (sign in briefs), (entry.name, sign)


@each_lesson
def test_no_printed_page_shows_the_signs_of_markdown_in_a_heading(lesson, paper_of):
    headings = [
        (name, one) for name, page in paper_of(lesson.id).items() for one in re.findall(r"<h\d[^>]*>(.*?)</h\d>", page)
    ]
    assert [(name, one) for name, one in headings if "*" in one or "`" in one] == []


@each_lesson
def test_every_picture_that_a_worksheet_asks_for_is_named_in_the_plan(lesson, paper_of):
    paper, said = paper_of(lesson.id), words("paper")
    asks = "|".join(re.escape(said[form].split("{")[0]) for form in ("chart", "chart_live"))
    asked = [(name, re.findall(rf"(?:{asks})(.+?)\.", seen(page))) for name, page in paper.items()]
    assert any(found for name, found in asked if name.startswith("worksheet_"))
    for name, found in asked:
        if name.startswith("worksheet_"):
            plan = seen(paper[name.replace("worksheet_", "plan_").replace("_more", "")])
            assert [picture for picture in found if picture not in plan] == [], name


@each_lesson
def test_whatever_can_be_marked_by_letters_numbers_or_words_has_a_line_of_the_short_key(lesson):
    with_line = {item.kind for name, item in items_of(lesson).items() if brief(lesson, name)}
    used = {item.kind for item in items_of(lesson).values()}
    assert with_line >= {"choose", "sort", "mark", "tiles", "desk"} & used
    assert [
        name for name, item in items_of(lesson).items() if item.kind in ("choose", "sort") and not brief(lesson, name)
    ] == []


@each_lesson
def test_the_short_key_stands_on_no_page_for_students(lesson, paper_of):
    students = [page for name, page in paper_of(lesson.id).items() if name.startswith(("worksheet", "slides", "tally"))]
    keys = [brief(lesson, name) for name, item in items_of(lesson).items() if item.kind == "sort"]
    assert keys
    assert [key for key in keys for page in students if key in seen(page)] == []
