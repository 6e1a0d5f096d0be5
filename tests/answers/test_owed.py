"""What a page owes goes into the file that a student takes along, or is named where the file has no room for it."""

import json

import pytest
from keeping import here, keep, work_in

from exercises.answers import work_file
from exercises.answers.exports import import_work, save_work
from exercises.answers.owed import read_owed
from exercises.answers.store import Store
from exercises.answers.work import Draft

NEW = {"text": "first words saved AND FORTY NEW WORDS"}


@pytest.fixture
def store(tmp_path):
    one = Store(tmp_path / "school")
    old = {"text": "first words saved"}
    keep(one, Draft("kupyansk", "first-mend", "e.1", old, None, "open", "2026-01-01T10:00:00+00:00"))
    return one


def owed(answer, exercise="first-mend", **more):
    return {"lesson": "kupyansk", "exercise": exercise, "answer": answer, "confidence": None} | more


def saved(store, *answers, left=()):
    told = {"kind": "export", "owed": list(answers), "left": list(left)}
    return save_work(here(store), read_owed(told, lambda _: "e.1"))


def test_words_that_are_not_stored_are_under_earlier_versions_where_the_file_is_opened(store, tmp_path):
    file = saved(store, owed(NEW))
    home = Store(tmp_path / "home")
    said = import_work(home, file.text)[1]
    work = work_in(home)
    assert [one.answer for one in work.drafts] == [{"text": "first words saved"}]
    assert [(one.exercise, one.answer, one.why) for one in work.aside] == [("first-mend", NEW, "browser")]
    assert "versions added: 1" in said
    assert (file.also, file.without) == ((("kupyansk", "first-mend"),), ())
    assert "brought no new answers" in import_work(home, file.text)[1]


def test_a_file_of_somebody_with_nothing_stored_holds_what_the_page_owes(tmp_path):
    file = saved(Store(tmp_path / "empty"), owed(NEW))
    home = Store(tmp_path / "home")
    import_work(home, file.text)
    assert [one.answer for one in work_in(home).aside] == [NEW]


def test_what_is_stored_by_now_is_in_the_file_once_and_nothing_is_said_of_it(store):
    file = saved(store, owed({"text": "first words saved"}), owed({"text": " "}), owed({}, "second"))
    assert json.loads(file.text)["aside"] == []
    assert (file.also, file.without) == ((), ())


def test_one_answer_that_page_and_browser_both_hold_is_in_the_file_once(store):
    file = saved(store, owed(NEW), owed(NEW), owed(NEW, confidence=3))
    assert [one["confidence"] for one in json.loads(file.text)["aside"]] == [None, 3]
    assert file.also == (("kupyansk", "first-mend"),)


def deep(levels):
    answer = {"text": "the innermost words"}
    for _ in range(levels):
        answer = {"part": answer}
    return answer


@pytest.mark.parametrize(
    "one",
    [
        owed(deep(60)),
        owed({"number": 2**60}),
        owed({"number": float("inf")}),
        owed(["no", "answer"]),
        owed(NEW, confidence=9),
        owed(NEW, confidence="sure"),
    ],
)
def test_what_no_file_could_bring_back_is_named_and_the_rest_is_in_the_file(store, tmp_path, one):
    file = saved(store, one, owed(NEW, "second"))
    assert file.without == (("kupyansk", "first-mend"),)
    import_work(Store(tmp_path / "home"), file.text)
    assert [one["exercise"] for one in json.loads(file.text)["aside"]] == ["second"]


@pytest.mark.parametrize("told", [None, 7, {"owed": 3}, {"owed": [None, 4, "x", {}]}, {"left": [{"lesson": "<b>"}]}])
def test_a_page_that_tells_rubbish_owes_nothing(told):
    assert read_owed(told, lambda _: "").places == ()


def test_what_the_page_could_not_send_is_named(store):
    file = saved(store, left=[{"lesson": "kupyansk", "exercise": "second"}])
    assert file.without == (("kupyansk", "second"),)


def test_half_a_character_in_it_is_mended_and_spoils_no_file(store, tmp_path):
    file = saved(store, owed({"text": "half \ud83d of one"}))
    import_work(Store(tmp_path / "home"), file.text)
    assert json.loads(file.text)["aside"][0]["answer"] == {"text": "half \ufffd of one"}


def test_where_not_all_has_room_the_short_ones_are_in_the_file_and_the_long_one_is_named(store, tmp_path, monkeypatch):
    monkeypatch.setattr(work_file, "LARGEST_FILE", 3000)
    file = saved(store, owed({"text": "word " * 1000}), owed(NEW, "second"))
    assert (file.also, file.without) == ((("kupyansk", "second"),), (("kupyansk", "first-mend"),))
    assert len(file.text) <= 3000
    import_work(Store(tmp_path / "home"), file.text)
