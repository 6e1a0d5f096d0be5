"""A file brings no more than a page can read and draw: one that does is refused in words, and changes nothing."""

import json
import uuid

import pytest
from keeping import here, keep, work_in

from exercises.answers import bounds
from exercises.answers.exports import ExportRefused, export_work, import_work
from exercises.answers.store import Store
from exercises.answers.work import Draft


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
    with pytest.raises(ExportRefused, match=r"nothing was changed: with it you would have 20001 .* 2000 is the most"):
        import_work(store, with_versions(text, 20_000))
    assert (store.code, work_in(store).begun) == (before, False)


def test_nor_are_many_files_after_one_another_that_bring_too_much_together(store, monkeypatch):
    monkeypatch.setattr(bounds, "MOST", 25)
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
