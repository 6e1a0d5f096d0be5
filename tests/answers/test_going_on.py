"""Only what an answer truly goes on with gives way to it without a word; what was put aside or lost does not."""

import json

import pytest
from keeping import carry, draft_in, here, keep, work_in

from exercises.answers.exports import export_work, import_work
from exercises.answers.rows import put_aside, throw_away
from exercises.answers.store import Store
from exercises.answers.work import Aside, Draft

CODE, AT = "amber-heron-42", "2025-11-24T09:00:00+00:00"


def draft(text, *, phase="open"):
    return Draft("kupyansk", "one", "d", {"text": text}, None, phase, AT)


def stands(store):
    found = draft_in(store, "kupyansk", "one")
    return found.answer["text"], found.phase


def aside_in(store):
    return sorted(one.answer["text"] for one in work_in(store).aside)


def throw_away_all(store):
    for one in work_in(store).aside:
        store.run(lambda connection, one=one: throw_away(connection, CODE, "kupyansk", "one", one.id), write=True)


def spoil(store, statement):
    store.run(lambda connection: connection.exec_driver_sql(statement), write=True)


@pytest.mark.parametrize("statement", ["UPDATE drafts SET answer = 'x'", "DELETE FROM drafts"])
@pytest.mark.parametrize("carried", [False, True], ids=["saved here", "brought from home"])
def test_what_is_typed_where_an_answer_was_lost_does_not_go_on_with_it(school, home, statement, carried):
    keep(home if carried else school, draft("forty words"))
    backup = export_work(here(home if carried else school))
    import_work(school, backup)
    spoil(school, statement)
    assert work_in(school).drafts == ()
    keep(school, draft("x"))
    assert "two different answers: 1" in import_work(school, backup)[1]
    assert (stands(school), aside_in(school)) == (("x", "open"), ["forty words"])


def test_an_earlier_version_that_was_thrown_away_comes_back_from_a_file_that_holds_it(school, home):
    keep(school, draft("forty words"))
    backup = export_work(here(school))
    keep(home, draft("checked at home", phase="checked"))
    carry(home, school)
    assert aside_in(school) == ["forty words"]
    throw_away_all(school)
    assert "no new answers" not in import_work(school, backup)[1]
    assert (stands(school), aside_in(school)) == (("checked at home", "checked"), ["forty words"])


def test_an_earlier_version_that_came_in_a_file_and_was_thrown_away_comes_back_too(school, home):
    keep(school, draft("at school"))
    keep(home, draft("at home"))
    carry(home, school)
    throw_away_all(school)
    assert "two different answers: 1" in carry(home, school)
    assert aside_in(school) == ["at home"]


@pytest.mark.parametrize("thrown", [False, True], ids=["kept at home", "thrown away at home"])
@pytest.mark.parametrize("phase", ["checked", "sealed"])
def test_a_commit_that_was_only_put_aside_at_home_stands_at_school_whatever_is_begun_there(school, home, phase, thrown):
    keep(school, draft("checked at school", phase=phase))
    keep(home, draft("checked at home", phase="checked"))
    carry(school, home)
    if thrown:
        throw_away_all(home)
    keep(home, draft("begun again"))
    assert "two different answers: 1" in carry(home, school)
    assert stands(school) == ("checked at school", phase)
    assert "begun again" in aside_in(school)


def test_a_seal_that_was_only_put_aside_at_home_is_not_replaced_by_the_one_there(school, home):
    keep(school, draft("sealed at school", phase="sealed"))
    keep(home, draft("sealed at home", phase="sealed"))
    carry(school, home)
    keep(home, draft("sealed at home", phase="checked"))
    carry(home, school)
    assert stands(school) == ("sealed at school", "sealed")


def test_a_check_is_not_replaced_by_a_draft_that_goes_on_with_it_but_by_the_next_check(school, home):
    keep(school, draft("checked", phase="checked"))
    carry(school, home)
    keep(home, draft("trying again"))
    carry(home, school)
    assert (stands(school), aside_in(school)) == (("checked", "checked"), ["trying again"])
    assert "no new answers" in carry(home, school)
    keep(home, draft("checked again", phase="checked"))
    assert "two different answers" not in carry(home, school)
    assert stands(school) == ("checked again", "checked")


def test_try_again_at_home_and_a_new_check_asks_nothing_at_school(school, home):
    keep(school, draft("checked", phase="checked"))
    carry(school, home)
    keep(home, draft("checked"))
    assert "no new answers" in carry(home, school)
    keep(home, draft("checked again", phase="checked"))
    assert "New or newer answers from the file: 1." in carry(home, school)
    assert (stands(school), aside_in(school)) == (("checked again", "checked"), [])


def test_what_led_to_an_answer_that_gave_way_did_not_lead_to_the_one_that_stands(school, home, tmp_path):
    keep(school, draft("first words"))
    carry(school, third := Store(tmp_path / "third"))
    keep(home, draft("checked at home", phase="checked"))
    carry(home, school)
    throw_away_all(school)
    carry(school, third)
    assert aside_in(third) == ["first words"]


def changed(text, **fields):
    """Change the first draft of a file by hand."""
    content = json.loads(text)
    content["drafts"][0] |= fields
    return json.dumps(content)


@pytest.mark.parametrize("phase", ["open", "checked"])
def test_other_words_under_the_version_that_stands_are_taken_in(school, phase):
    keep(school, draft("mine"))
    text = changed(export_work(here(school)), answer={"text": "by hand"}, phase=phase)
    assert "two different answers: 1" in import_work(school, text)[1]
    assert {stands(school)[0], *aside_in(school)} == {"mine", "by hand"}
    assert "no new answers" in import_work(school, text)[1]
    assert {stands(school)[0], *aside_in(school)} == {"mine", "by hand"}


BY_HAND = [
    {},
    {"saved_at": "2031-01-01T00:00:00+00:00"},
    {"phase": "checked"},
    {"mark": ""},
    {"mark": "0" * 16},
]


@pytest.mark.parametrize("more", BY_HAND, ids=str)
def test_words_that_were_changed_in_a_file_are_kept_although_the_answer_here_has_gone_on_since(school, more):
    keep(school, draft("first words"))
    text = changed(export_work(here(school)), answer={"text": "by hand"}, **more)
    keep(school, draft("gone on"))
    assert "two different answers: 1" in import_work(school, text)[1]
    assert {stands(school)[0], *aside_in(school)} == {"gone on", "by hand"}
    assert "no new answers" in import_work(school, text)[1]
    assert {stands(school)[0], *aside_in(school)} == {"gone on", "by hand"}


def test_words_that_were_changed_in_a_file_do_not_take_the_place_of_what_they_were_saved_after(school, home):
    keep(school, draft("at school"))
    carry(school, home)
    keep(home, draft("at home"))
    text = changed(export_work(here(home)), answer={"text": "by hand"})
    assert "two different answers: 1" in import_work(school, text)[1]
    assert (stands(school)[0], aside_in(school)) == ("at school", ["by hand"])


def as_before_marks(text):
    """Give a file as the edition before this one saved it."""
    content = json.loads(text)
    for one in content["drafts"]:
        del one["mark"]
    return json.dumps(content | {"version": 2})


def test_a_file_from_before_marks_goes_on_from_school_to_home_and_back_without_a_question(school, home):
    keep(school, draft("begun at school"))
    import_work(home, as_before_marks(export_work(here(school))))
    keep(home, draft("gone on at home"))
    assert "different" not in import_work(school, as_before_marks(export_work(here(home))))[1]
    assert (stands(school)[0], aside_in(school)) == ("gone on at home", [])


def test_of_an_older_file_from_before_marks_the_words_are_kept_as_nobody_knows_whether_they_were_changed(school):
    keep(school, draft("first words"))
    text = as_before_marks(changed(export_work(here(school)), answer={"text": "by hand"}))
    keep(school, draft("gone on"))
    assert "two different answers: 1" in import_work(school, text)[1]
    assert (stands(school)[0], aside_in(school)) == ("gone on", ["by hand"])
    assert "no new answers" in import_work(school, text)[1]


def aside(text, name="b" * 16):
    return Aside(name, "kupyansk", "one", "d", {"text": text}, None, AT, "window")


def test_two_earlier_versions_of_one_name_are_both_taken_in_and_counted(school):
    keep(school, draft("mine"))
    content = json.loads(export_work(here(school)))
    entries = [{**content["drafts"][0], "id": "b" * 16, "why": "window", "answer": {"text": one}} for one in "cd"]
    for one in entries:
        del one["phase"], one["version"], one["trail"], one["mark"]
    text = json.dumps(content | {"aside": entries})
    assert "Earlier tries and versions added: 2." in import_work(school, text)[1]
    assert aside_in(school) == ["c", "d"]
    assert "no new answers" in import_work(school, text)[1]


def test_an_earlier_version_that_stands_as_well_is_not_counted_for_no_page_shows_it(school, home):
    keep(home, draft("mine"))
    content = json.loads(export_work(here(home)))
    keep(school, draft("mine"))
    entry = {**content["drafts"][0], "id": "b" * 16, "why": "window"}
    for one in ("phase", "version", "trail", "mark"):
        del entry[one]
    beside = [entry | {"id": "c" * 16, "answer": {"text": "other"}}, entry]
    assert "Earlier tries and versions added: 1." in import_work(school, json.dumps(content | {"aside": beside}))[1]
    assert "no new answers" in import_work(school, json.dumps(content | {"aside": beside}))[1]


def test_an_answer_that_gives_way_is_counted_where_it_is_found(school, home):
    keep(home, draft("at home"))
    keep(school, draft("at school"))
    said = import_work(school, export_work(here(home)))[1]
    assert "two different answers: 1" in said
    assert "Earlier tries and versions added: 1." in said


def test_two_attempts_of_one_name_are_both_taken_in(school):
    keep(school, draft("mine"))
    content = json.loads(export_work(here(school)))
    fields = ("lesson", "exercise", "digest", "confidence")
    made = {name: content["drafts"][0][name] for name in fields}
    made |= {"id": "0" * 32, "what": "check", "result": None, "made_at": AT}
    text = json.dumps(content | {"attempts": [made | {"answer": {"text": one}} for one in "cd"]})
    assert "Earlier tries and versions added: 2." in import_work(school, text)[1]
    assert "no new answers" in import_work(school, text)[1]


def test_an_answer_whose_version_is_the_name_of_another_earlier_version_is_put_aside_all_the_same(school):
    keep(school, draft("mine"))
    other = aside("lies here already")
    school.run(lambda connection: put_aside(connection, CODE, other), write=True)
    text = changed(export_work(here(school)), answer={"text": "by hand"}, version="b" * 16, trail=[])
    assert "two different answers: 1" in import_work(school, text)[1]
    assert aside_in(school) == ["by hand", "lies here already"]
