"""The ten-minute tests: new sentences, half of them good practice, a reason for every answer, ten minutes at most."""

import re
from pathlib import Path

import pytest
from every_lesson import FOLDERS, each_lesson, named
from paper_pages import KUPYANSK, printed, seen
from small_lesson import change
from word_runs import repeated_in, runs, runs_in, words_of

from exercises.lesson.guide import read_guide
from exercises.notebook.check import check_folder
from exercises.notebook.minutes import minutes_of_test

TESTS = read_guide(KUPYANSK).tests
TEST = """skill: Find who speaks.
about: Read each sentence once.
questions:
  - {ask: Who speaks?, options: [a person, nobody]}
sentences:
  - {text: "Ada saw a fox in the yard, she said.", sound: true, key: [{answer: A, why: CANARY Ada speaks.}]}
  - {text: "Two foxes live there.", sound: false, key: [{answer: B, why: CANARY Nobody says so.}]}
  - {text: "Bo fed it, he said.", sound: true, key: [{answer: A, why: CANARY Bo speaks.}]}
  - {text: "It is ill.", sound: false, key: [{answer: B, why: CANARY No word of saying.}]}
  - {text: "Cleo said that she had a hen.", sound: true, key: [{answer: A, why: CANARY Cleo speaks.}]}
  - {text: "The hen is gone.", sound: false, key: [{answer: B, accept: A, why: CANARY Nobody says so either.}]}
"""

each_test = pytest.mark.parametrize("name", TESTS)


@pytest.fixture
def lesson_with_test(small_lesson: Path) -> Path:
    (small_lesson / "guide" / "ten_minutes").mkdir(parents=True)
    (small_lesson / "guide" / "ten_minutes" / "one.yaml").write_text(TEST, encoding="utf-8")
    return small_lesson


def test_of(folder: Path) -> Path:
    return folder / "guide" / "ten_minutes" / "one.yaml"


test_of.__test__ = False


def answers(name: str):
    return [sentence.key for sentence in TESTS[name].sentences]


def test_every_notebook_from_1_to_8_has_a_test_and_no_other_has_one():
    assert list(TESTS) == [entry.name for entry in named("kupyansk").info.notebooks if entry.name[0].isdigit()]


@each_test
def test_half_of_six_sentences_show_good_practice(name):
    sound = [sentence.sound for sentence in TESTS[name].sentences]
    assert len(sound) >= 6
    assert 2 * sum(sound) == len(sound)


@each_test
def test_no_words_of_a_test_stand_in_any_lesson_or_in_another_test(name):
    files = [file for folder in FOLDERS for file in folder.rglob("*") if file.is_file()]
    files = [file for file in files if file.parent.name != "ten_minutes"]
    assert any(runs_in(file) for file in files)
    others = " | ".join(one.text for other, test in TESTS.items() if other != name for one in test.sentences)
    for sentence in TESTS[name].sentences:
        assert repeated_in(sentence.text, files) == []
        assert runs(sentence.text) & runs(others) == set()


@each_test
def test_every_answer_has_a_reason_of_its_own(name):
    reasons = [key.why for keys in answers(name) for key in keys]
    assert len(set(reasons)) >= len(reasons) - 1
    assert min(len(words_of(reason)) for reason in reasons) >= 5


@each_test
def test_a_slow_reader_needs_ten_minutes_at_most(name):
    assert minutes_of_test(TESTS[name]) <= 10


@each_test
def test_who_rings_the_same_letter_everywhere_gets_two_thirds_of_a_question_at_most(name):
    for place, question in enumerate(TESTS[name].questions):
        counted = [keys[place].counted for keys in answers(name)]
        most = max((sum(letter in ours for ours in counted) for letter in question.letters), default=0)
        assert 3 * most <= 2 * len(counted), question.ask


@pytest.mark.parametrize("question", [0, 1])
def test_over_all_tests_no_letter_is_right_in_more_than_half(question):
    keys = [
        keys[question].answer for name in TESTS for keys in answers(name) if TESTS[name].questions[question].options
    ]
    assert {letter: keys.count(letter) for letter in "ABCDE" if 2 * keys.count(letter) > len(keys)} == {}


@each_test
def test_every_option_is_right_somewhere(name):
    for place, question in enumerate(TESTS[name].questions):
        assert set(question.letters) <= {keys[place].answer for keys in answers(name)}, question.ask


@each_test
def test_answers_and_good_practice_follow_no_pattern_down_the_page(name):
    columns = [[keys[place].answer for keys in answers(name)] for place in range(len(TESTS[name].questions))]
    for column in [*columns, [sentence.sound for sentence in TESTS[name].sentences]]:
        for step in (1, 2, 3):
            assert column[step:] != column[:-step], column


@pytest.mark.parametrize(
    ("name", "question", "sign"),
    [
        ("04_said_claimed_admitted", 1, "that **"),
        ("05_how_sure", 1, "said"),
        ("06_names_and_frames", 0, "says"),
        ("06_names_and_frames", 1, "says"),
        ("07a_who_is_behind_it", 0, "wanted"),
        ("08_check_desk", 1, "quite sure"),
    ],
)
def test_who_goes_by_one_word_gets_two_thirds_of_a_question_at_most(name, question, sign):
    groups = {True: [], False: []}
    for sentence in TESTS[name].sentences:
        shown = sentence.text.split("\n")[0] if "Headline:" in sentence.text else sentence.text
        groups[sign in shown].append(sentence.key[question].answer)
    assert all(groups.values())
    best = sum(max(map(group.count, group)) for group in groups.values())
    assert 3 * best <= 2 * len(TESTS[name].sentences)


def test_what_is_good_practice_is_not_told_by_length():
    for sound in (True, False):
        longer = [
            len(words_of(sentence.text)) > sorted(len(words_of(other.text)) for other in test.sentences)[2]
            for test in TESTS.values()
            for sentence in test.sentences
            if sentence.sound is sound
        ]
        assert 0.3 < sum(longer) / len(longer) < 0.7


@each_test
def test_the_sheet_has_the_sentences_and_no_key_and_the_key_stands_apart(name, paper_of):
    paper = paper_of("kupyansk")
    sheet, key = seen(paper[f"test_{name}.html"]), seen(paper[f"testkey_{name}.html"])
    assert "Written for this course: places, people and events are invented." in sheet
    for keys in answers(name):
        for ours in keys:
            assert ours.why in key
            assert ours.why not in sheet


@each_test
def test_the_key_says_how_often_further_readings_agreed_and_the_sheet_does_not(name, paper_of):
    paper = paper_of("kupyansk")
    told = " ".join(TESTS[name].readings.split())
    assert re.search(r"in \d+ and \d+ of 12", told)
    assert told in seen(paper[f"testkey_{name}.html"])
    assert told not in seen(paper[f"test_{name}.html"])


@each_lesson
def test_the_index_says_of_each_sheet_and_each_key_what_it_is(lesson, paper_of):
    paper = paper_of(lesson.id)
    index = seen(paper["index.html"])
    for name in read_guide(lesson.folder).tests:
        assert f'<a href="test_{name}.html">ten-minute test</a>' in paper["index.html"]
        assert f'<a href="testkey_{name}.html">key of the test</a>' in paper["index.html"]
    assert "ten-minute test For students: ten minutes on paper" in index
    assert "key of the test For the teacher" in index


def test_a_changed_answer_changes_the_key_and_not_the_sheet(lesson_with_test, tmp_path):
    before = printed(lesson_with_test, tmp_path / "before")
    change(test_of(lesson_with_test), "answer: A, why: CANARY Bo", "answer: B, why: CANARY Bo")
    after = printed(lesson_with_test, tmp_path / "after")
    assert before["test_one.html"] == after["test_one.html"]
    assert before["testkey_one.html"] != after["testkey_one.html"]
    assert "CANARY" not in before["test_one.html"]


def test_what_counts_too_stands_in_the_short_line_of_the_key(lesson_with_test, tmp_path):
    assert "a A B A B A B / A" in seen(printed(lesson_with_test, tmp_path / "paper")["testkey_one.html"])


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("answer: B, accept: A", "answer: C, accept: A", "a letter that “Who speaks?” does not have"),
        ("answer: A, why: CANARY Ada", "answer: a person, why: CANARY Ada", "Choose from A, B"),
        ('she said.", sound: true', 'she said.", sound: false', "fewer than half"),
        ("key: [{answer: A, why: CANARY Bo speaks.}]", "key: []", "key"),
        ("about: Read each", "abuot: Read each", "abuot"),
        ("about: Read each sentence once.", "about: " + "Read this again. " * 300, "minutes, and has 10"),
    ],
)
def test_a_test_that_does_not_fit_is_refused_with_file_and_line(lesson_with_test, old, new, says):
    change(test_of(lesson_with_test), old, new)
    problems = check_folder(lesson_with_test)
    assert {(problem.file.name, problem.line is not None) for problem in problems} == {("one.yaml", True)}
    assert says in " ".join(map(str, problems))


def test_a_test_of_a_notebook_that_is_not_there_is_refused(lesson_with_test):
    test_of(lesson_with_test).rename(test_of(lesson_with_test).with_stem("oen"))
    assert "There is no notebook “oen” for this file. Did you mean" in str(check_folder(lesson_with_test)[0])
