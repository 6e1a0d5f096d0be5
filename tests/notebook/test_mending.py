"""A draft is accepted, changed or dropped, and what anybody else wrote is never lost."""

import difflib

import pytest
from drafted_lesson import make
from small_lesson import change

from exercises.files.editing import NotEditedError, RemarkError
from exercises.files.source import LARGEST
from exercises.lesson.models.base import still_open
from exercises.lesson.quotation import QuotationError
from exercises.notebook.check import check_folder
from exercises.notebook.mending import Mending, stamp_of
from exercises.notebook.not_mended import FaultyError, Meanwhile, OldEndsError, StillOpenError, TooLongError
from exercises.notebook.readings import UnreadableError


@pytest.fixture
def mending(tmp_path):
    return Mending(make(tmp_path / "lessons" / "bakery"))


def draft(mending, name):
    return next(one for one in mending.entries(mending.files()) if one.id == name)


def drafts(mending):
    return [one.id for one in mending.entries(mending.files()) if one.is_draft]


def act(mending, name, do, **given):
    found = draft(mending, name)
    return mending.change(found.place, stamp_of(mending.files()[found.file]), do, given)


def lines(mending, name="key.yaml"):
    return (mending.folder / name).read_text("utf-8").splitlines()


def differing(before, after):
    return [line for line in difflib.ndiff(before, after) if line.startswith(("- ", "+ "))]


def test_every_draft_is_there_with_its_fields_and_sentence(mending):
    found = draft(mending, "A02a")
    assert (found.file, found.sentence, found.can_drop) == ("key.yaml", 2, True)
    fields = {field.name: field for field in found.fields}
    assert fields["source"].value == "its owner"
    assert "named-person" in fields["source_kind"].choices
    assert {"why.source", "why.cue", "why.content"} <= set(fields)
    assert not draft(mending, "first-named").can_drop
    cards = {field.name: field for field in draft(mending, "first-named").fields}
    assert "described" in cards["n-a02a.bin"].choices
    assert not {"kind", "role", "rubric", "follows"} & set(cards)


def test_to_accept_takes_one_line_out(mending):
    before = lines(mending)
    assert act(mending, "A02a", "accept")
    assert differing(before, lines(mending)) == ["-     draft: true"]
    assert "A02a" not in drafts(mending)


def test_to_change_touches_the_line_of_the_field_alone_and_it_stays_a_draft(mending):
    before = lines(mending)
    assert act(mending, "A02a", "change", source="owner", **{"why.cue": 'It says “so”:\n"yes"'})
    gone, come, *more = differing(before, lines(mending))
    assert (gone.strip("- "), come.strip("+ ")) == ('source: "its owner"', 'source: "owner"')
    assert more[1].strip("+ ") == 'cue: "It says “so”: \\"yes\\""'
    assert draft(mending, "A02a")
    assert check_folder(mending.folder) == []


def test_what_is_accepted_is_changed_first(mending):
    assert act(mending, "A02a", "accept", source="owner")
    assert check_folder(mending.folder) == []
    assert any('source: "owner"' in line for line in lines(mending))


def test_to_drop_takes_the_entry_out_and_nothing_of_its_neighbours(mending):
    before = lines(mending)
    assert act(mending, "H03a", "drop")
    assert all(line.startswith("- ") for line in differing(before, lines(mending)))
    assert not any("H03a" in line for line in lines(mending))


def test_nothing_is_written_where_nothing_is_different(mending):
    before = (mending.folder / "key.yaml").stat().st_mtime_ns
    assert not act(mending, "A02a", "change", source="its owner\r\n")
    assert (mending.folder / "key.yaml").stat().st_mtime_ns == before
    assert not mending.can_undo


def test_a_claim_is_not_accepted_before_it_was_answered(mending):
    before = lines(mending, "claims.yaml")
    with pytest.raises(StillOpenError) as left:
        act(mending, "C1", "accept")
    assert left.value.fields == ["said.answer", "said.by", "said.reason", "judged"]
    assert lines(mending, "claims.yaml") == before
    given = {"said.answer": "yes", "said.by": "the owner", "said.reason": "She wrote it.", "judged": "false"}
    given["note"] = "Nobody outside has counted."
    assert act(mending, "C1", "accept", **given)
    assert "    judged: false" in lines(mending, "claims.yaml")


def test_where_an_article_comes_from_is_not_accepted_before_it_is_told(mending):
    with pytest.raises(StillOpenError) as left:
        act(mending, "article", "accept", publisher="Dovhe Post")
    assert left.value.fields == ["content_note", "date_basis", "use"]
    told = {"content_note": "Nothing bad happens.", "date_basis": "The page shows it.", "use": "quoted for teaching"}
    assert act(mending, "article", "accept", publisher="Dovhe Post", **told)
    assert check_folder(mending.folder) == []
    assert 'content_note: "Nothing bad happens."' in lines(mending, "lesson.yaml")


def test_remarks_order_and_spacing_of_a_person_stay(mending):
    file = mending.folder / "key.yaml"
    change(file, "    sentence: 2\n", "    sentence:   2   # the second one\n\n    # I am not sure here.\n")
    before = lines(mending)
    act(mending, "A02a", "accept")
    assert differing(before, lines(mending)) == ["-     draft: true"]


def test_what_was_edited_meanwhile_is_not_overwritten(mending):
    found = draft(mending, "A02a")
    stamp = stamp_of(mending.files()["key.yaml"])
    change(mending.folder / "key.yaml", 'source: "its owner"', 'source: "owner"')
    before = lines(mending)
    with pytest.raises(Meanwhile):
        mending.change(found.place, stamp, "accept", {})
    assert lines(mending) == before


def test_undo_brings_the_file_back_to_the_letter_step_by_step(mending):
    before = (mending.folder / "key.yaml").read_bytes()
    act(mending, "A02a", "accept")
    act(mending, "H03a", "drop")
    assert [mending.undo().file.name for _ in range(2)] == ["key.yaml", "key.yaml"]
    assert (mending.folder / "key.yaml").read_bytes() == before
    assert not mending.can_undo


def test_undo_overwrites_nothing_that_was_written_since(mending):
    act(mending, "A02a", "accept")
    change(mending.folder / "key.yaml", "# The key of the article", "# My key of the article")
    before = lines(mending)
    with pytest.raises(Meanwhile):
        mending.undo()
    assert lines(mending) == before


def test_an_undo_that_was_refused_can_be_done_once_the_file_is_what_it_was(mending):
    before = lines(mending)
    act(mending, "A02a", "drop")
    change(mending.folder / "key.yaml", "# The key of the article", "# My key of the article")
    with pytest.raises(Meanwhile):
        mending.undo()
    change(mending.folder / "key.yaml", "# My key of the article", "# The key of the article")
    mending.undo()
    assert lines(mending) == before


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
def test_a_place_that_is_none_changes_nothing(mending, place):
    before = {file: file.read_bytes() for file in mending.folder.iterdir()}
    with pytest.raises(Meanwhile):
        mending.change(place, stamp_of(mending.files()["key.yaml"]), "accept", {})
    assert {file: file.read_bytes() for file in mending.folder.iterdir()} == before


def test_signs_that_nobody_sees_are_not_written(mending):
    act(mending, "A02a", "change", holder="the\u202e owner\u200b")
    assert any('holder: "the owner"' in line for line in lines(mending))


def test_a_byte_order_mark_and_line_ends_of_windows_stay(mending):
    file = mending.folder / "key.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    act(mending, "A02a", "accept")
    assert file.read_bytes() == before.replace(b"    draft: true\r\n", b"", 1)


def test_a_file_that_is_no_yaml_has_no_drafts_here_and_stays_as_it_is(mending):
    (mending.folder / "key.yaml").write_text("attributions: [", encoding="utf-8")
    assert [one for one in mending.entries(mending.files()) if one.file == "key.yaml"] == []


def test_an_entry_that_cannot_be_edited_alone_is_left_to_a_person(mending):
    file = mending.folder / "key.yaml"
    change(file, "  - id: A02a\n    draft: true\n", "  - draft: true\n    # first\n    id: A02a\n")
    before = lines(mending)
    with pytest.raises(NotEditedError):
        act(mending, "A02a", "accept")
    assert lines(mending) == before


def test_what_the_check_would_name_is_not_accepted_and_nothing_is_written(mending):
    before = lines(mending)
    with pytest.raises(FaultyError) as found:
        act(mending, "A02a", "accept", source="nobody of that name", content="so many loaves")
    assert ["nobody of that name" in one.what or "so many" in one.what for one in found.value.problems] == [True, True]
    assert lines(mending) == before


def test_a_fault_elsewhere_keeps_nobody_from_accepting_a_sound_entry(mending):
    act(mending, "H03a", "change", scope="no such words")
    assert act(mending, "A02a", "accept")


def test_what_was_accepted_is_still_there_and_can_be_changed_but_not_for_the_worse(mending):
    act(mending, "A02a", "accept")
    entry = draft(mending, "A02a")
    assert not entry.is_draft
    assert act(mending, "A02a", "change", holder="the owner")
    with pytest.raises(FaultyError):
        act(mending, "A02a", "change", cue="said so")
    assert any('holder: "the owner"' in line for line in lines(mending))


def test_what_an_entry_does_not_hold_yet_can_be_written(mending):
    before = lines(mending)
    readings = '{source: "owner"}\n- {content: ["The bakery of Dovhe sold 1,200 loaves"], why: "Shorter."}'
    assert act(mending, "A02a", "accept", also_accept=readings, refers_to="the owner of the bakery")
    assert check_folder(mending.folder) == []
    assert sorted(line for line in differing(before, lines(mending)) if line.startswith("+ ")) == [
        '+     also_accept: [{source: "owner"}, {content: ["The bakery of Dovhe sold 1,200 loaves"], why: "Shorter."}]',
        '+     refers_to: "the owner of the bakery"',
    ]
    assert draft(mending, "A02a").fields
    shown = next(field.value for field in draft(mending, "A02a").fields if field.name == "also_accept")
    assert shown == readings.replace("- {", "{")


@pytest.mark.parametrize(
    "typed", ["{source", "just words", "[a, b]", "{source: {a: b}}", "- - x", "{source: }", '{source: "A"} # Olena']
)
def test_other_readings_that_cannot_be_read_are_told_and_nothing_is_written(mending, typed):
    before = lines(mending)
    with pytest.raises(UnreadableError):
        act(mending, "A02a", "change", also_accept=typed)
    assert lines(mending) == before


def test_a_card_is_taken_out_alone_and_the_last_one_stays(mending):
    entry = draft(mending, "first-named")
    stamp = stamp_of(mending.files()[entry.file])
    before = lines(mending, entry.file)
    assert mending.change(entry.place, stamp, "drop", {}, entry.cards[0])
    assert all(line.startswith("- ") for line in differing(before, lines(mending, entry.file)))
    assert draft(mending, "first-named").cards == entry.cards[1:]
    assert check_folder(mending.folder) == []
    with pytest.raises(NotEditedError):
        mending.change(entry.place, stamp_of(mending.files()[entry.file]), "drop", {}, "no-such-card")


@pytest.mark.parametrize(
    ("kind", "words", "name"),
    [
        ("attributions", "wrote", "A04a"),
        ("goes_on", "it has measured nothing", "A04a"),
        ("voice", "The town wrote in a letter", "V04b"),
        ("certainty", "has measured", "H04a"),
        ("not_certainty", "nothing", "N04a"),
    ],
)
def test_words_that_were_picked_become_a_draft_that_is_filled_in_and_accepted(mending, kind, words, name):
    before = lines(mending)
    assert mending.add(kind, 4, words, stamp_of(mending.files()["key.yaml"])) == name
    assert all(line.startswith("+ ") for line in differing(before, lines(mending)))
    assert check_folder(mending.folder) == []
    found = draft(mending, name)
    assert (found.sentence, found.is_draft) == (4, True)
    with pytest.raises(StillOpenError):
        act(mending, name, "accept")
    still = still_open()
    given = {field.name: "We looked." for field in found.fields if field.value == still}
    given |= {field.name: "true" for field in found.fields if field.name == "proper"}
    assert act(mending, name, "accept", **given)
    assert check_folder(mending.folder) == []
    mending.undo()
    mending.undo()
    assert lines(mending) == before


@pytest.mark.parametrize("words", ["", "  ", "no such words", "e"])
def test_words_that_do_not_stand_in_the_sentence_become_nothing(mending, words):
    before = lines(mending)
    with pytest.raises(QuotationError):
        mending.add("certainty", 4, words, stamp_of(mending.files()["key.yaml"]))
    assert lines(mending) == before


def test_a_change_that_is_taken_back_gives_back_what_was_typed(mending):
    act(mending, "A02a", "accept", source="owner")
    done = mending.undo()
    assert (done.place, dict(done.typed)) == ("key.yaml/attributions/A02a", {"source": "owner"})


def test_a_remark_among_the_words_of_a_field_stays_and_the_words_beside_it_are_changed(mending):
    content = 'content: ["The bakery of Dovhe sold 1,200 loaves a week last year"]'
    split = 'content:   # mine\n      - "The bakery of Dovhe"   # without a verb?\n      - "last year"'
    change(mending.folder / "key.yaml", content, split)
    before = lines(mending)
    assert act(mending, "A02a", "change", content="The bakery of Dovhe sold\nlast year")
    assert differing(before, lines(mending)) == [
        '-       - "The bakery of Dovhe"   # without a verb?',
        '+       - "The bakery of Dovhe sold"   # without a verb?',
    ]
    with pytest.raises(RemarkError):
        act(mending, "A02a", "change", content="The bakery of Dovhe")


@pytest.mark.parametrize("do", ["change", "accept"])
def test_words_after_which_nothing_of_the_file_could_be_read_are_not_written(mending, do):
    before = lines(mending)
    with pytest.raises(TooLongError):
        act(mending, "A02a", do, holder="ж" * (LARGEST // 2))
    assert lines(mending) == before


def test_a_file_with_line_ends_of_very_old_computers_is_told_apart_from_one_that_was_changed(mending):
    file = mending.folder / "key.yaml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r"))
    before = file.read_bytes()
    with pytest.raises(OldEndsError):
        act(mending, "A02a", "accept")
    assert file.read_bytes() == before
