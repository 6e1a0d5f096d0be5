"""A file brings no more than a page can read and draw: one that does is refused in words, and changes nothing."""

import json
import uuid

import pytest
from keeping import here, keep, work_in

from exercises.answers import bounds
from exercises.answers.exports import ExportRefused, export_work, import_work
from exercises.answers.rows import put_aside
from exercises.answers.store import Store
from exercises.answers.work import Aside, Draft

AT = "2026-01-01T10:00:00+00:00"


@pytest.fixture
def store(tmp_path):
    one = Store(tmp_path / "school")
    keep(one, Draft("kupyansk", "first-mend", "e.1", {"text": "mine"}, None, "open", "2026-01-01T10:00:00+00:00"))
    return one


def with_versions(text, count):
    file = json.loads(text)
    one = {name: file["drafts"][0][name] for name in ("lesson", "exercise", "digest", "confidence", "saved_at")}
    more = [one | {"id": uuid.uuid4().hex, "why": "file", "answer": {"text": str(number)}} for number in range(count)]
    return json.dumps(file | {"aside": more})


def test_a_file_with_too_many_versions_is_not_opened_and_nothing_has_changed(store):
    text = export_work(here(store))
    store.new_code()
    before = store.code
    with pytest.raises(ExportRefused, match=r"nothing was changed: with it you would have 20002 .* 20000 is the most"):
        import_work(store, with_versions(text, 20_001))
    assert (store.code, work_in(store).begun) == (before, False)


def test_nor_are_many_files_after_one_another_that_bring_too_much_together(store, monkeypatch):
    monkeypatch.setattr(bounds, "MOST_AT_HOME", 25)
    text = export_work(here(store))
    for _ in range(2):
        import_work(store, with_versions(text, 10))
    with pytest.raises(ExportRefused, match="you would have 31 answers"):
        import_work(store, with_versions(text, 10))
    assert len(work_in(store).aside) == 20


def test_all_that_hard_work_makes_of_a_course_is_far_below(store, tmp_path):
    text = export_work(here(store))
    code, said = import_work(Store(tmp_path / "home"), with_versions(text, 1500))
    assert (code, "versions added: 1500" in said) == (store.code, True)


def grown(store, count):
    """Let a student have far more than a class would take from a file, all of it written here, and save it."""
    code, about = store.code, ("kupyansk", "first-mend", "e.1")
    many = [Aside(f"{number:032}", *about, {"text": str(number)}, None, AT, "window") for number in range(count)]
    store.run(lambda connection: [put_aside(connection, code, one) for one in many], write=True)
    return export_work(here(store))


def test_own_work_of_more_than_a_class_takes_goes_to_another_computer_and_home_again(store, tmp_path):
    text, there = grown(store, 2100), Store(tmp_path / "home")
    code, said = import_work(there, text)
    assert (code, "versions added: 2100" in said, len(work_in(there).aside)) == (store.code, True, 2100)
    import_work(store, export_work(here(there)))
    assert len(work_in(store).aside) == 2100


def test_a_file_that_brings_nothing_new_is_never_too_much(store, monkeypatch):
    text = grown(store, 30)
    monkeypatch.setattr(bounds, "MOST_AT_HOME", 25)
    import_work(store, text)
    assert len(work_in(store).aside) == 30
