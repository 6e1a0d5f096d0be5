"""The texts of the guide: nothing unchecked is printed, and what is for the teacher alone stays with the teacher."""

import re
from pathlib import Path

import pytest
from every_lesson import named
from paper_pages import KUPYANSK, printed, seen

from exercises.lesson.guide import CHAPTERS, read_guide
from exercises.words import words

GUIDE = read_guide(KUPYANSK)


@pytest.fixture
def paper(paper_of) -> dict[str, str]:
    return paper_of("kupyansk")


def scripts() -> dict[str, str]:
    parts = [part.split("\n", 1) for part in GUIDE.chapters["scripts"].split("## ")[1:]]
    return {title.strip("“” .?"): words_said for title, words_said in parts}


def test_every_chapter_is_written():
    assert [name for name in CHAPTERS if not GUIDE.chapters[name].strip()] == []


def test_there_are_twelve_scripts_each_short_enough_to_be_said():
    assert list(scripts()) == [
        "So who is right",
        "Is it AI",
        "Is it propaganda",
        "My uncle is there",
        "You show only Russian errors",
        "You show only Ukrainian errors",
        "All your judges favour Ukraine",
        "You are too neutral",
        "He's Russian, ask him",
        "A slur",
        "A student who leaves, or cries",
        "Bad news that morning",
    ]
    assert {title: len(text.split()) for title, text in scripts().items() if not 60 <= len(text.split()) <= 120} == {}


@pytest.mark.parametrize(
    "title",
    ["My uncle is there", "He's Russian, ask him", "A slur", "A student who leaves, or cries", "Bad news that morning"],
)
def test_where_somebody_is_hurt_there_is_a_blank_for_the_name_of_the_counsellor(title):
    assert re.search(r"counsellor.{0,20}____", " ".join(scripts()[title].split()))


def test_the_standards_map_prints_no_row_that_is_unchecked_or_known_at_second_hand_only(paper):
    chapter = seen(paper["guide.html"]).split("Standards map")[-1]
    assert "RI.9-10.8" in chapter
    left_out = (
        "RH.9-10",
        "W.9-10",
        "SL.9-10",
        "D3.1",
        "D3.2",
        "D3.3",
        "ISTE",
        "1.3.b",
        "UNESCO",
        "unchecked",
        "secondary",
    )
    assert [code for code in left_out if code in chapter] == []


def test_the_guide_claims_no_effect_of_the_course():
    whole = " ".join(" ".join(GUIDE.chapters.values()).split()).lower()
    assert "nobody has measured what *this* course does" in whole
    assert [word for word in ("proven", "proves", "guarantee", "fake") if re.search(rf"\b{word}", whole)] == []


def test_the_suspicion_about_the_network_stands_on_the_teachers_pages_alone(paper):
    assert "Not shown for this site" in seen(paper["guide.html"])
    for name, page in paper.items():
        if name != "guide.html" and not name.startswith("plan_"):
            assert not re.search("NewsGuard|Dougan|Recorded Future|CopyCop", page), name


def test_the_numbers_of_the_legal_box_are_those_of_the_sources():
    sources, legal = named("kupyansk").sources, GUIDE.chapters["legal"]
    for name, numbers in {
        "quint-icj": ("13 votes to 2",),
        "rbcua-unga": ("81 states", "14 against", "80 abstain"),
        "ohchr-nov2025": ("226 civilians killed", "952 injured", "99% of the casualties"),
    }.items():
        for number in numbers:
            assert number in legal
            assert number.split()[0] in sources[name].says


def test_the_legal_box_says_what_is_not_settled_and_dates_every_row():
    legal = GUIDE.chapters["legal"]
    assert "## What is not settled" in legal
    rows = re.findall(r"^\| (?!date|---)([^|]+) \|", legal, flags=re.MULTILINE)
    assert len(rows) >= 4
    assert [row for row in rows if not re.search(r"\b20\d\d$", row)] == []


def test_the_rubric_has_one_sample_a_cell_and_is_printed_for_students_and_teacher(paper):
    assert set(GUIDE.plan.rubric) == set(words("rubric")["names"])
    samples = [sample for row in GUIDE.plan.rubric.values() for sample in row]
    assert len(samples) == len(set(samples)) == 20
    for page in ("rubric.html", "guide.html"):
        assert [sample for sample in samples if " ".join(sample.split()) not in seen(paper[page])] == []


def test_the_letter_is_a_page_to_copy_and_a_chapter_of_the_guide(paper):
    for page in ("letter.html", "guide.html"):
        assert "Another lesson of equal worth" in seen(paper[page])


def test_a_package_is_offered_only_when_all_its_notebooks_exist(small_lesson: Path, tmp_path: Path):
    (small_lesson / "guide").mkdir()
    plan = "packages:\n  - {periods: 4, notebooks: [one]}\n  - {periods: 7, notebooks: [one, missing-one]}\n"
    (small_lesson / "guide" / "plan.yaml").write_text(plan, encoding="utf-8")
    guide = seen(printed(small_lesson, tmp_path / "paper")["guide.html"])
    assert "4 periods One bridge" in guide
    assert "7 periods" not in guide


def test_a_plan_with_three_samples_for_a_row_is_refused_with_its_line(small_lesson: Path):
    from exercises.notebook.check import check_folder

    (small_lesson / "guide").mkdir()
    (small_lesson / "guide" / "plan.yaml").write_text("rubric:\n  A: [one, two, three]\n", encoding="utf-8")
    assert [(problem.file.name, problem.line) for problem in check_folder(small_lesson)] == [("plan.yaml", 2)]


@pytest.mark.parametrize("name", ["kupyansk", "harbour"])
def test_people_and_places_are_told_with_what_they_are(paper_of, name):
    text = seen(paper_of(name)["guide.html"])
    background = named(name).background
    assert [person.name for person in background.people if f"{person.name} {person.role}" not in text] == []
    assert [place.line for place in background.places if f"{place.kind} · {place.line}" not in text] == []


def test_what_a_mark_is_stands_on_half_a_page_of_its_own_and_in_the_guide(paper):
    never = "What never is : levels that students give themselves, and the steps of How sure are you?"
    for page in ("marks.html", "guide.html"):
        assert never in seen(paper[page])
    assert len(GUIDE.chapters["marks"].split()) < 320


def test_the_points_that_are_suggested_for_a_mark_are_those_of_the_tests_and_the_rubric():
    points = {len(test.questions) * len(test.sentences) for test in GUIDE.tests.values()}
    levels = 4 * (len(words("rubric")["steps"]) - 1)
    assert points == {levels} == {12}
    said = " ".join(GUIDE.chapters["marks"].split())
    assert "Test: 12 points" in said
    assert "4 times 3 is 12 points more. Put the 24" in said


@pytest.mark.parametrize(
    ("name", "policy"), [("kupyansk", "A text from a war: our policy"), ("harbour", "An invented story: our policy")]
)
def test_a_head_of_school_reads_on_one_sheet_what_there_is_to_decide(name, policy, paper_of):
    sheet = seen(paper_of(name)["adoption.html"])
    for part in (policy, "Data protection", "Set-up", "Where to complain", "What is not known"):
        assert part in sheet
    assert "Nobody has measured what this course does." in sheet
    rows = re.findall(r"^\| [^|]+ \| ([^|]+) \|", GUIDE.chapters["standards"], flags=re.MULTILINE)[1:]
    assert len(rows) > 5
    assert [code for code in rows if code not in sheet] == []


def test_the_pilot_sheet_asks_for_minutes_misses_and_complaints_and_for_no_name(paper):
    sheet = seen(paper["pilot.html"])
    for part in ("Minutes", "Misses.", "Complaints", "A key that you doubt", "Anonymous : no name, no code, no school"):
        assert part in sheet
    assert not re.search(r"\b(Name|Code|School|Class): _", sheet)


def test_the_letter_after_the_course_has_a_slip_that_needs_no_name_and_promises_nothing(paper):
    letter = seen(paper["feedback.html"])
    assert letter.split("Dear parents")[0].endswith("______ ")
    slip = letter.split("To cut off")[1]
    assert "without a name" in slip
    assert "Name" not in slip
    assert "Nobody has measured what this course does" in letter
