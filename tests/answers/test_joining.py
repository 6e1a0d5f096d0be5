"""Work from elsewhere is joined exercise by exercise: no clock decides, a commit gives way to none but a commit."""

import json
import sqlite3
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from keeping import add, carry, draft_in, here, keep, work_in
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from exercises.answers.comparing import compare
from exercises.answers.exports import ExportRefused, export_work, import_work, join_code
from exercises.answers.joining import Travelling, aside_of, take_in
from exercises.answers.rows import put_aside
from exercises.answers.store import CodeRefused
from exercises.answers.work import Attempt, Draft, Work
from exercises.answers.work_file import write_work

CODE = "amber-heron-42"


def draft(text, *, phase="open", exercise="one", at="2025-11-24T09:00:00+00:00"):
    return Draft("kupyansk", exercise, "d", {"text": text}, None, phase, at)


def text_in(store, exercise="one"):
    return draft_in(store, "kupyansk", exercise).answer["text"]


def aside_in(store):
    return [one.answer["text"] for one in work_in(store).aside]


@contextmanager
def full_disk(store):
    """Let every statement that would write in a store fail."""

    def fail(_connection, _cursor, statement, *_):
        if statement.split()[0] in ("INSERT", "UPDATE", "DELETE"):
            fault = sqlite3.OperationalError("database or disk is full")
            fault.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise OperationalError(statement, None, fault)

    event.listen(store._file._engine, "before_cursor_execute", fail)
    yield
    event.remove(store._file._engine, "before_cursor_execute", fail)


def two_of_one_exercise(first, second):
    """Give a file, written by hand, with two drafts of one exercise."""
    here = json.loads(write_work(Travelling(Work(CODE, (first, second))), Path())[0])
    for one in here["drafts"]:
        one["trail"] = [first.version]
    return json.dumps(here)


def test_two_equal_drafts_of_one_exercise_in_a_file_are_one_answer(home):
    one = draft("forty words")
    sentence = import_work(home, two_of_one_exercise(one, one))[1]
    assert "different" not in sentence
    assert (text_in(home), aside_in(home)) == ("forty words", [])


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_drafts_of_one_exercise_in_a_file_the_commit_stands_and_the_other_is_kept(home, order):
    both = [draft("forty words"), draft("checked", phase="checked")][::order]
    assert "two different answers: 1" in import_work(home, two_of_one_exercise(*both))[1]
    assert (text_in(home), aside_in(home)) == ("checked", ["forty words"])


def test_from_school_to_home_and_back_asks_nothing(school, home):
    keep(school, draft("begun at school"))
    carry(school, home)
    keep(home, draft("gone on at home"))
    carry(home, school)
    assert (text_in(school), aside_in(school)) == ("gone on at home", [])
    keep(school, draft("finished at school", phase="checked"))
    carry(school, home)
    assert (text_in(home), aside_in(home)) == ("finished at school", [])


def test_on_a_full_disk_the_work_can_be_taken_along_and_comes_back_from_home_without_a_question(school, home):
    keep(school, draft("begun at school"))
    with full_disk(school):
        carry(school, home)
    keep(home, draft("gone on at home"))
    carry(home, school)
    assert (text_in(school), aside_in(school)) == ("gone on at home", [])


@pytest.mark.parametrize("at", ["1970-01-01T00:00:00+00:00", "2027-06-01T00:00:00+00:00"])
def test_no_clock_decides(school, home, at):
    keep(school, draft("begun at school"))
    carry(school, home)
    keep(home, draft("gone on at home", at=at))
    carry(home, school)
    assert text_in(school) == "gone on at home"


def test_an_old_file_of_ones_own_changes_nothing(school):
    keep(school, draft("I think the mayor said it"))
    old = export_work(here(school))
    keep(school, draft("Today I think the mayor said it, not the town."))
    assert "no new answers" in import_work(school, old)[1]
    assert (text_in(school), aside_in(school)) == ("Today I think the mayor said it, not the town.", [])


def test_nor_does_one_whose_words_were_checked_or_lie_under_earlier_versions(school):
    keep(school, draft("my words"))
    old = export_work(here(school))
    name = "00000000-0000-4000-8000-000000000001"
    add(school, Attempt(name, "kupyansk", "one", "d", "check", {"text": "my words"}, None, None, draft("").saved_at))
    keep(school, draft("other words"))
    assert "no new answers" in import_work(school, old)[1]
    assert (text_in(school), aside_in(school)) == ("other words", [])
    assert "no new answers" in import_work(school, export_work(here(school)))[1]


@pytest.mark.parametrize("left", ["", "x", "the mayor"])
def test_a_saved_file_gives_words_back_that_were_deleted_since(school, left):
    keep(school, draft("forty words about the mayor"))
    saved = export_work(here(school))
    keep(school, draft(left))
    sentence = import_work(school, saved, {("kupyansk", "one"): "First item"})[1]
    assert "Earlier versions. In this lesson: “First item”" in sentence
    assert (text_in(school), aside_in(school)) == (left, ["forty words about the mayor"])
    assert "no new answers" in import_work(school, saved)[1]
    assert aside_in(school) == ["forty words about the mayor"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"chosen": ["claim-1"]}, {"chosen": ["claim-10"]}),
        ({"chosen": ["a", "b"]}, {"chosen": ["b"]}),
        ({"line": ["a", "b"]}, {"line": ["b", "a"]}),
        ({"ratings": {"ferry": 2}}, {"ratings": {"ferry": 3}}),
        ({"ratings": {"ferry": 2}}, {"ratings": {}}),
    ],
)
def test_what_was_chosen_otherwise_since_comes_back_from_a_saved_file_too(school, before, after):
    keep(school, replace(draft(""), answer=before))
    saved = export_work(here(school))
    keep(school, replace(draft(""), answer=after))
    import_work(school, saved)
    assert [one.answer for one in work_in(school).aside] == [before]


def test_what_was_chosen_beside_it_since_leaves_nothing_to_come_back(school):
    keep(school, replace(draft(""), answer={"chosen": ["a"], "ratings": {"ferry": 2}}))
    saved = export_work(here(school))
    keep(school, replace(draft(""), answer={"chosen": ["b", "a"], "ratings": {"ferry": 2, "bakery": 1}}))
    assert "no new answers" in import_work(school, saved)[1]


def test_an_answer_that_was_emptied_at_home_leaves_the_words_at_school_under_earlier_versions(school, home):
    keep(school, draft("forty words"))
    carry(school, home)
    keep(home, draft(""))
    assert "Earlier versions" in carry(home, school)
    assert (text_in(school), aside_in(school)) == ("", ["forty words"])


CLOCKS = ["1970-01-01T00:00:00+00:00", "2025-11-24T09:00:00+00:00", "2027-06-01T00:00:00+00:00"]


@pytest.mark.parametrize("at", CLOCKS)
def test_what_went_two_ways_is_kept_twice_and_said_whatever_the_clocks_say(school, home, at):
    keep(school, draft("begun"))
    carry(school, home)
    keep(home, draft("at home"))
    keep(school, draft("at school", at=at))
    sentence = carry(home, school)
    assert "Exercises with two different answers: 1" in sentence
    assert (text_in(school), aside_in(school)) == ("at school", ["at home"])
    assert "no new answers" in carry(home, school)
    assert aside_in(school) == ["at home"]


@pytest.mark.parametrize("at", CLOCKS)
@pytest.mark.parametrize("phase", ["sealed", "checked", "shown", "half"])
def test_a_commit_is_never_replaced_by_a_draft_of_a_file(school, home, phase, at):
    keep(school, draft("checked at school", phase=phase))
    keep(home, draft("written at home", at=at))
    carry(home, school)
    assert (text_in(school), aside_in(school)) == ("checked at school", ["written at home"])


@pytest.mark.parametrize("phase", ["sealed", "checked", "shown", "half"])
def test_a_commit_of_a_file_stands_and_the_draft_that_was_here_is_put_aside(school, home, phase):
    keep(school, draft("checked at school", phase=phase))
    keep(home, draft("written at home"))
    carry(school, home)
    assert (text_in(home), aside_in(home)) == ("checked at school", ["written at home"])


def test_a_passed_and_empty_answer_of_a_file_leaves_the_text_that_is_here(school, home):
    keep(school, draft("my text"))
    keep(home, draft("", phase="passed", at="2027-01-01T00:00:00+00:00"))
    sentence = carry(home, school)
    assert "no new answers" in sentence
    assert (text_in(school), aside_in(school)) == ("my text", [])


def test_an_empty_answer_that_is_here_gives_way(school, home):
    keep(school, draft(""))
    keep(home, draft("my text"))
    carry(home, school)
    assert (text_in(school), aside_in(school)) == ("my text", [])


@pytest.mark.parametrize(
    ("there", "trail_here", "trail_there", "outcome"),
    [
        ("a", [], [], "same"),
        ("b", [], ["a"], "newer"),
        ("b", ["b"], [], "older"),
        ("b", ["b"], ["a"], "older"),
        ("b", [], [], "aside"),
        ("b", ["c"], ["c"], "aside"),
    ],
)
def test_the_trail_says_which_answer_goes_on_with_which(there, trail_here, trail_there, outcome):
    one = Draft("kupyansk", "one", "d", {"text": "here"}, None, "open", "2025-11-24T09:00:00+00:00", "a")
    other = Draft("kupyansk", "one", "d", {"text": "there"}, None, "open", "2025-11-24T09:00:00+00:00", there)
    assert compare(one, other, trail_here, trail_there) == outcome
    assert compare(None, other, trail_here, trail_there) == "new"


def test_attempts_come_once_ours_first_then_theirs_in_the_order_of_the_file(school, home):
    def attempt(number):
        name = f"00000000-0000-4000-8000-{number:012}"
        at = f"20{30 - number}-01-01T00:00:00+00:00"
        return Attempt(name, "kupyansk", "one", "d", "check", {"text": str(number)}, None, {"points": 1}, at)

    for store, numbers in ((school, (1, 2)), (home, (1, 3, 4))):
        take_in(store, Travelling(Work(CODE, attempts=tuple(attempt(one) for one in numbers))), CODE, "file")
    carry(home, school)
    assert [one.answer["text"] for one in work_in(school).attempts] == ["1", "2", "3", "4"]


def test_work_under_two_codes_is_joined_exercise_by_exercise(school):
    keep(school, draft("of the first code"))
    school.use_code("calm-otter-11")
    keep(school, draft("of the second code"))
    keep(school, draft("only there", exercise="two"))
    school.use_code(CODE)
    sentence = join_code(here(school), "Calm otter 11")
    assert "New or newer answers: 1." in sentence
    assert school.code == CODE
    assert (text_in(school), text_in(school, "two"), aside_in(school)) == (
        "of the first code",
        "only there",
        ["of the second code"],
    )
    assert "no new answers" in join_code(here(school), "calm-otter-11")
    school.use_code("calm-otter-11")
    assert text_in(school) == "of the second code"


@pytest.mark.parametrize(
    ("typed", "refusal", "said"),
    [
        ("my name is Anna", CodeRefused, "two words and a number"),
        (CODE, ExportRefused, "your own code"),
        ("calm-otter-11", ExportRefused, "No work is saved under the code calm-otter-11"),
    ],
)
def test_what_cannot_be_joined_is_refused_in_a_sentence(school, typed, refusal, said):
    with pytest.raises(refusal, match=said):
        join_code(here(school), typed)
    assert work_in(school) == Work(CODE)


def test_work_that_fails_halfway_is_not_taken_in_at_all(school):
    keep(school, draft("here"))
    before = work_in(school)
    broken = Draft("kupyansk", "two", None, {"text": "there"}, None, "open", "2025-11-24T09:00:00+00:00")
    with pytest.raises(Exception, match="NOT NULL"):
        take_in(school, Travelling(Work("calm-otter-11", (draft("there"), broken))), "calm-otter-11", "file")
    assert work_in(school) == before


def test_earlier_versions_that_a_file_brings_are_counted_even_where_nothing_else_is_new(home, school):
    keep(home, draft("stands"))
    carry(home, school)
    other = aside_of(draft("gave way"), "window")
    home.run(lambda connection: put_aside(connection, CODE, other), write=True)
    assert "Earlier tries and versions added: 1." in carry(home, school)


def test_what_was_looked_at_without_an_answer_is_not_opened_again_by_a_draft_from_elsewhere(home, school):
    keep(school, draft("", phase="shown"))
    keep(home, draft("a draft"))
    sentence = carry(home, school)
    assert (draft_in(school, "kupyansk", "one").phase, aside_in(school)) == ("shown", ["a draft"])
    assert "Exercises with two different answers: 1" in sentence
    carry(school, home)
    assert (draft_in(home, "kupyansk", "one").phase, aside_in(home)) == ("shown", ["a draft"])


def test_a_commit_without_an_answer_takes_no_place_of_one_with_an_answer(home, school):
    keep(school, draft("checked", phase="checked"))
    keep(home, draft("", phase="shown"))
    carry(home, school)
    assert (draft_in(school, "kupyansk", "one").phase, aside_in(school)) == ("checked", [])
