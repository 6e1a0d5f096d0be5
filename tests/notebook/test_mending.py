"""At the bench a draft is accepted, changed or dropped, and what anybody else wrote is never lost."""

import difflib

import pytest
from drafted_lesson import make
from small_lesson import change

from exercises.files.editing import NotEditedError
from exercises.notebook.check import check_folder
from exercises.notebook.mending import Bench, Meanwhile, StillOpenError, stamp_of


@pytest.fixture
def bench(tmp_path):
    return Bench(make(tmp_path / "lessons" / "bakery"))


def draft(bench, name):
    return next(one for one in bench.drafts(bench.files()) if one.id == name)


def act(bench, name, do, **given):
    found = draft(bench, name)
    return bench.change(found.place, stamp_of(bench.files()[found.file]), do, given)


def lines(bench, name="key.yaml"):
    return (bench.folder / name).read_text("utf-8").splitlines()


def differing(before, after):
    return [line for line in difflib.ndiff(before, after) if line.startswith(("- ", "+ "))]


def test_every_draft_is_there_with_its_fields_and_sentence(bench):
    found = draft(bench, "A02a")
    assert (found.file, found.sentence, found.can_drop) == ("key.yaml", 2, True)
    fields = {field.name: field for field in found.fields}
    assert fields["source"].value == "its owner"
    assert "named-person" in fields["source_kind"].choices
    assert {"why.source", "why.cue", "why.content"} <= set(fields)
    assert not draft(bench, "first-named").can_drop
    assert any(field.name.endswith(".bin") for field in draft(bench, "first-named").fields)


def test_to_accept_takes_one_line_out(bench):
    before = lines(bench)
    assert act(bench, "A02a", "accept")
    assert differing(before, lines(bench)) == ["-     draft: true"]
    assert "A02a" not in [one.id for one in bench.drafts(bench.files())]


def test_to_change_touches_the_line_of_the_field_alone_and_it_stays_a_draft(bench):
    before = lines(bench)
    assert act(bench, "A02a", "change", source="owner", **{"why.cue": 'It says “so”:\n"yes"'})
    gone, come, *more = differing(before, lines(bench))
    assert (gone.strip("- "), come.strip("+ ")) == ('source: "its owner"', 'source: "owner"')
    assert more[1].strip("+ ") == 'cue: "It says “so”: \\"yes\\""'
    assert draft(bench, "A02a")
    assert check_folder(bench.folder) == []


def test_what_is_accepted_is_changed_first(bench):
    assert act(bench, "A02a", "accept", source="owner")
    assert check_folder(bench.folder) == []
    assert any('source: "owner"' in line for line in lines(bench))


def test_to_drop_takes_the_entry_out_and_nothing_of_its_neighbours(bench):
    before = lines(bench)
    assert act(bench, "H03a", "drop")
    assert all(line.startswith("- ") for line in differing(before, lines(bench)))
    assert not any("H03a" in line for line in lines(bench))


def test_nothing_is_written_where_nothing_is_different(bench):
    before = (bench.folder / "key.yaml").stat().st_mtime_ns
    assert not act(bench, "A02a", "change", source="its owner\r\n")
    assert (bench.folder / "key.yaml").stat().st_mtime_ns == before
    assert not bench.can_undo


def test_a_claim_is_not_accepted_before_it_was_answered(bench):
    before = lines(bench, "claims.yaml")
    with pytest.raises(StillOpenError) as left:
        act(bench, "C1", "accept")
    assert left.value.fields == ["said.answer", "said.by", "said.reason", "judged"]
    assert lines(bench, "claims.yaml") == before
    given = {"said.answer": "yes", "said.by": "the owner", "said.reason": "She wrote it.", "judged": "false"}
    assert act(bench, "C1", "accept", **given)
    assert "    judged: false" in lines(bench, "claims.yaml")


def test_where_an_article_comes_from_is_not_accepted_before_it_is_told(bench):
    with pytest.raises(StillOpenError) as left:
        act(bench, "article", "accept", publisher="Dovhe Post")
    assert left.value.fields == ["content_note", "date_basis", "use"]
    told = {"content_note": "Nothing bad happens.", "date_basis": "The page shows it.", "use": "quoted for teaching"}
    assert act(bench, "article", "accept", publisher="Dovhe Post", **told)
    assert check_folder(bench.folder) == []
    assert 'content_note: "Nothing bad happens."' in lines(bench, "lesson.yaml")


def test_remarks_order_and_spacing_of_a_person_stay(bench):
    file = bench.folder / "key.yaml"
    change(file, "    sentence: 2\n", "    sentence:   2   # the second one\n\n    # I am not sure here.\n")
    before = lines(bench)
    act(bench, "A02a", "accept")
    assert differing(before, lines(bench)) == ["-     draft: true"]


def test_what_was_edited_meanwhile_is_not_overwritten(bench):
    found = draft(bench, "A02a")
    stamp = stamp_of(bench.files()["key.yaml"])
    change(bench.folder / "key.yaml", 'source: "its owner"', 'source: "owner"')
    before = lines(bench)
    with pytest.raises(Meanwhile):
        bench.change(found.place, stamp, "accept", {})
    assert lines(bench) == before


def test_undo_brings_the_file_back_to_the_letter_step_by_step(bench):
    before = (bench.folder / "key.yaml").read_bytes()
    act(bench, "A02a", "accept")
    act(bench, "H03a", "drop")
    assert (bench.undo(), bench.undo()) == ("key.yaml", "key.yaml")
    assert (bench.folder / "key.yaml").read_bytes() == before
    assert not bench.can_undo


def test_undo_overwrites_nothing_that_was_written_since(bench):
    act(bench, "A02a", "accept")
    change(bench.folder / "key.yaml", "# The key of the article", "# My key of the article")
    before = lines(bench)
    with pytest.raises(Meanwhile):
        bench.undo()
    assert lines(bench) == before


@pytest.mark.parametrize(
    "place",
    [
        "",
        "gone.yaml/a/0",
        "../bakery/key.yaml/attributions/0",
        "/etc/passwd/a/0",
        "article.txt/a",
        "key.yaml",
        "key.yaml/attributions/99",
    ],
)
def test_a_place_that_is_none_changes_nothing(bench, place):
    before = {file: file.read_bytes() for file in bench.folder.iterdir()}
    with pytest.raises(Meanwhile):
        bench.change(place, stamp_of(bench.files()["key.yaml"]), "accept", {})
    assert {file: file.read_bytes() for file in bench.folder.iterdir()} == before


def test_signs_that_nobody_sees_are_not_written(bench):
    act(bench, "A02a", "change", holder="the\u202e owner\u200b")
    assert any('holder: "the owner"' in line for line in lines(bench))


def test_a_byte_order_mark_and_line_ends_of_windows_stay(bench):
    file = bench.folder / "key.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    act(bench, "A02a", "accept")
    assert file.read_bytes() == before.replace(b"    draft: true\r\n", b"", 1)


def test_a_file_that_is_no_yaml_has_no_drafts_here_and_stays_as_it_is(bench):
    (bench.folder / "key.yaml").write_text("attributions: [", encoding="utf-8")
    assert [one for one in bench.drafts(bench.files()) if one.file == "key.yaml"] == []


def test_an_entry_that_cannot_be_edited_alone_is_left_to_a_person(bench):
    file = bench.folder / "key.yaml"
    change(file, "  - id: A02a\n    draft: true\n", "  - draft: true\n    # first\n    id: A02a\n")
    before = lines(bench)
    with pytest.raises(NotEditedError):
        act(bench, "A02a", "accept")
    assert lines(bench) == before
