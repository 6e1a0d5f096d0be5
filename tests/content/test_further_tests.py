"""Reviews, the texts before and after, and the sound reports: new, mostly good practice, a reason for each answer."""

import re
from pathlib import Path

import pytest
import yaml
from b1 import MOST, off_the_list
from every_lesson import FOLDERS, each_lesson, named
from paper_pages import KUPYANSK, printed, seen
from small_lesson import change
from word_runs import repeated_in, words_of

from exercises.lesson.guide import read_guide
from exercises.notebook.check import check_folder
from exercises.notebook.minutes import minutes_of_test

GUIDE = read_guide(KUPYANSK)
FURTHER = GUIDE.further
REVIEWS = [name for name in FURTHER if name.startswith("review")]
SOUND = [name for name in FURTHER if name.startswith("sound")]
TRANSFER = [name for name in FURTHER if name.startswith("transfer")]
NAMED = ("Ines Caro", "Jon Brack", "Lena Ost"), ("Arne Vold", "Rut Selin", "Per Holt")
OUTLETS = ("county radio", "youth club"), ("Brathe Post", "library that owns")

TEST = """title: Later
when: in May
note: Say nothing.
skill: Find who speaks.
about: Read each sentence once.
questions:
  - {ask: "Who speaks?", options: [a person, nobody]}
sentences:
  - {text: "Ada saw a fox in the yard, she said.", sound: true, key: [{answer: A, why: CANARY Ada speaks.}]}
  - {text: "Two foxes live there.", sound: false, key: [{answer: B, why: CANARY Nobody says so.}]}
  - {text: "Bo fed it, he said.", sound: true, key: [{answer: A, why: CANARY Bo speaks.}]}
  - {text: "It is ill.", sound: false, key: [{answer: B, why: CANARY No word of saying.}]}
  - {text: "Cleo said that she had a hen.", sound: true, key: [{answer: A, why: CANARY Cleo speaks.}]}
  - {text: "The hen is gone.", sound: false, key: [{answer: B, why: CANARY Nobody says so either.}]}
"""

each_further = pytest.mark.parametrize("name", FURTHER)
each_review = pytest.mark.parametrize("name", REVIEWS)


@pytest.fixture
def lesson_with_review(small_lesson: Path) -> Path:
    (small_lesson / "guide" / "further").mkdir(parents=True)
    review_of(small_lesson).write_text(TEST, encoding="utf-8")
    return small_lesson


def review_of(folder: Path) -> Path:
    return folder / "guide" / "further" / "review.yaml"


def told(name: str) -> list[str]:
    """Give the sentences that a student reads: those of the text, or those that are asked about."""
    test = FURTHER[name]
    return [*test.passage] or [sentence.text for sentence in test.sentences]


def sheet_of(name: str) -> str:
    test = FURTHER[name]
    asked = [
        one
        for sentence in test.sentences
        for question in sentence.questions
        for one in (question.ask, *question.options)
    ]
    return "\n".join([test.about, *told(name), *asked])


def key_of(name: str):
    return [key for sentence in FURTHER[name].sentences for key in sentence.key]


def test_there_are_two_reviews_two_texts_and_a_sound_report_for_each_package():
    assert len(REVIEWS) == len(TRANSFER) == 2
    assert [f"sound_{package.periods}" for package in GUIDE.plan.packages] == SOUND


@each_further
def test_no_words_stand_in_any_lesson_or_in_another_test(name):
    files = [file for folder in FOLDERS for file in folder.rglob("*") if file.is_file() and file.stem != name]
    assert [run for sentence in told(name) for run in repeated_in(sentence, files)] == []


@each_further
def test_every_answer_has_a_reason_of_its_own(name):
    reasons = [key.why for key in key_of(name)]
    assert len(set(reasons)) == len(reasons)
    assert min(len(words_of(reason)) for reason in reasons) >= 10


@each_further
def test_a_slow_reader_needs_ten_minutes_at_most(name):
    assert minutes_of_test(FURTHER[name]) <= 10


@each_further
def test_who_rings_the_same_letter_everywhere_gets_half_at_most(name):
    keys = key_of(name)
    assert max(sum(letter in key.counted for key in keys) for letter in "ABC") * 2 <= len(keys)


@each_further
def test_at_most_three_words_of_a_hundred_are_not_known_at_b1(name):
    off, every = off_the_list(named("kupyansk"), sheet_of(name))
    assert len(off) <= MOST * every, sorted(off)


@each_further
def test_the_longest_option_is_not_the_right_one_more_often_than_by_chance(name):
    longest = []
    for sentence in FURTHER[name].sentences:
        for question, key in zip(sentence.questions, sentence.key, strict=True):
            most = max(question.options, key=lambda option: len(words_of(option)))
            longest.append(question.options[question.letters.index(key.answer)] == most)
    assert 2 * sum(longest) <= len(longest)


@each_review
def test_a_review_draws_two_pieces_from_each_of_four_notebooks_and_one_of_them_is_sound(name):
    drawn = [(sentence.notebook, sentence.sound) for sentence in FURTHER[name].sentences]
    notebooks = ("01_first_read", "02_who_says_so", "05_how_sure", "07b_does_it_hold")
    assert sorted(drawn) == sorted((notebook, sound) for notebook in notebooks for sound in (True, False))


@each_review
def test_a_review_names_what_a_package_without_notebook_5_leaves_out(name):
    places = [place for place, one in enumerate(FURTHER[name].sentences, start=1) if one.notebook == "05_how_sure"]
    assert f"leave out {places[0]} and {places[1]}" in FURTHER[name].note


def test_both_texts_are_asked_the_same_and_are_alike_as_far_as_can_be_counted():
    first, second = (FURTHER[name] for name in TRANSFER)
    assert [(one.text, one.questions) for one in first.sentences] == [
        (one.text, one.questions) for one in second.sentences
    ]
    assert [sentence.key[0].answer for sentence in first.sentences] != [one.key[0].answer for one in second.sentences]
    assert len(first.passage) == len(second.passage)
    for test, names, outlets in zip((first, second), NAMED, OUTLETS, strict=True):
        text = " ".join(test.passage)
        assert all(name in text for name in (*names, *outlets))
        assert 150 <= len(text.split()) <= 200
        faults = [sentence for sentence in test.sentences if not sentence.sound]
        assert 3 <= len(faults) <= 4 <= len(test.sentences) - len(faults)
    lengths = [len(" ".join(test.passage).split()) for test in (first, second)]
    assert max(lengths) <= 1.05 * min(lengths)


def test_both_texts_have_the_same_kinds_of_fault_and_the_same_number_of_each_answer():
    kinds = [
        sorted((one.questions[0].ask, one.key[0].answer, one.sound) for one in FURTHER[name].sentences)
        for name in TRANSFER
    ]
    assert kinds[0] == kinds[1]


@pytest.mark.parametrize("name", TRANSFER)
def test_what_a_difference_cannot_show_stands_in_the_key(name):
    note = " ".join(FURTHER[name].note.split())
    assert "What it cannot show" in note
    assert "we claim no effect" in note


@pytest.mark.parametrize("name", SOUND)
def test_in_a_sound_report_all_is_in_order_and_one_more_yes_has_a_reason_that_does_not_count(name):
    test = FURTHER[name]
    assert 100 <= len(" ".join(test.passage).split()) <= 150
    assert len(test.sentences) == 4
    for sentence in test.sentences:
        (question,), (key,) = sentence.questions, sentence.key
        assert sentence.sound
        assert question.options[question.letters.index(key.answer)].startswith("yes, because")
        assert sorted(option.split(", because")[0] for option in question.options) == ["no", "yes", "yes"]
        assert key.why.startswith("It is in order, because")


@each_further
def test_the_sheet_is_labelled_and_tells_neither_the_key_nor_that_a_report_is_sound(name, paper_of):
    paper = paper_of("kupyansk")
    sheet, key = seen(paper[f"test_{name}.html"]), seen(paper[f"testkey_{name}.html"])
    assert "Written for this course: places, people and events are invented." in sheet
    assert "sound" not in sheet
    for answer in key_of(name):
        assert answer.why in key
        assert answer.why not in sheet
    assert FURTHER[name].when in key
    assert FURTHER[name].when not in sheet


@each_further
def test_the_key_says_whose_skill_each_piece_practises(name, paper_of):
    key = seen(paper_of("kupyansk")[f"testkey_{name}.html"])
    titles = {entry.name: entry.numbered for entry in named("kupyansk").info.notebooks}
    for sentence in FURTHER[name].sentences:
        assert not sentence.notebook or f"Practises notebook {titles[sentence.notebook]}" in key


@each_lesson
def test_the_index_and_the_packages_of_the_guide_name_them(lesson, paper_of):
    paper, texts = paper_of(lesson.id), read_guide(lesson.folder)
    index, packages = seen(paper["index.html"]), seen(paper["guide.html"]).split("everything")[0]
    there = {entry.name for entry in lesson.info.notebooks}
    for name, test in texts.further.items():
        assert re.search(rf"For students: [^:]* It holds no key\. test_{name}\.html", index)
        assert re.search(rf"For the teacher: [^:]* testkey_{name}\.html", index)
        naming = [package for package in texts.plan.packages if name in package.tests]
        assert naming
        # A package of which a notebook is not written yet is not offered.
        offered = any(there >= set(package.notebooks) for package in naming)
        assert (f"{test.title} , {test.when}" in packages) == offered


def test_a_changed_answer_changes_the_key_and_not_the_sheet(lesson_with_review, tmp_path):
    before = printed(lesson_with_review, tmp_path / "before")
    change(review_of(lesson_with_review), "answer: A, why: CANARY Bo", "answer: B, why: CANARY Bo")
    after = printed(lesson_with_review, tmp_path / "after")
    assert before["test_review.html"] == after["test_review.html"]
    assert before["testkey_review.html"] != after["testkey_review.html"]
    assert "CANARY" not in before["test_review.html"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("when: in May\n", "", "when"),
        ("sound: false, key", "sound: false, questions: [{ask: Who, options: [she]}], key", "“Who” does not have"),
        ("about: Read each sentence once.", "about: " + "Read this again. " * 300, "minutes, and has 10"),
        ("sound: false, key", "sound: false, notebook: oen, key", "There is no notebook “oen”"),
    ],
)
def test_one_that_does_not_fit_is_refused_with_its_file(lesson_with_review, old, new, says):
    text = review_of(lesson_with_review).read_text("utf-8")
    review_of(lesson_with_review).write_text(text.replace(old, new, 1), encoding="utf-8")
    problems = check_folder(lesson_with_review)
    assert says in " ".join(map(str, problems))
    assert {problem.file.name for problem in problems} == {"review.yaml"}


def test_a_short_test_without_a_text_needs_six_sentences(lesson_with_review):
    content = yaml.safe_load(review_of(lesson_with_review).read_text("utf-8"))
    content["sentences"] = content["sentences"][:4]
    review_of(lesson_with_review).write_text(yaml.safe_dump(content), encoding="utf-8")
    assert "it has 4 sentences" in str(check_folder(lesson_with_review)[0])


def test_a_package_that_names_a_test_that_is_not_there_is_refused(lesson_with_review):
    plan = "packages:\n  - {periods: 1, notebooks: [one], tests: [reveiw]}\n"
    (lesson_with_review / "guide" / "plan.yaml").write_text(plan, encoding="utf-8")
    assert re.search("“reveiw” that is not there.*review", str(check_folder(lesson_with_review)[0]))
