"""A class is read as a whole, what is new of it only once, and one bad row takes no other with it."""

from __future__ import annotations

import pytest
from imagined import Class

from exercises.answers.store import Store
from exercises.answers.whole_class import ClassReader
from exercises.kinds.items import load_items
from exercises.lesson.load import load_lesson

ONE, TWO, STRANGER = "amber-heron-41", "brave-otter-41", "calm-robin-41"
ANSWER = {"chosen": ["opens"]}


@pytest.fixture
def pupils(kinds_lesson, tmp_path):
    lesson = load_lesson(kinds_lesson)
    return Class(Store(tmp_path / "class"), lesson, load_items(lesson), [ONE, TWO])


def spoil(pupils, statement):
    pupils.store.run(lambda connection: connection.exec_driver_sql(statement), write=True)


def told(whole):
    return {one.code: ([d.exercise for d in one.drafts], [a.what for a in one.attempts]) for one in whole.students}


def test_every_issued_code_is_there_and_no_other(pupils):
    pupils.seals(ONE, "bet", ANSWER)
    pupils.seals(STRANGER, "bet", ANSWER)
    whole = ClassReader(pupils.store).read([ONE, TWO])
    assert (told(whole), whole.left_out) == ({ONE: (["bet"], ["seal"]), TWO: ([], [])}, 0)


def test_attempts_come_in_the_order_in_which_they_were_kept_also_when_read_bit_by_bit(pupils):
    reader = ClassReader(pupils.store)
    pupils.passes(ONE, "bet")
    reader.read([ONE])
    pupils.passes(TWO, "bet")
    pupils.checks(ONE, "said-lab", {"ratings": {"ferry": 2, "bus": 4}})
    again, anew = reader.read([ONE, TWO]), ClassReader(pupils.store).read([ONE, TWO])
    assert again == anew
    assert told(again)[ONE][1] == ["pass", "check"]


@pytest.mark.parametrize(
    "spoiled",
    [
        "UPDATE attempts SET answer = '{half' WHERE code = 'amber-heron-41'",
        "UPDATE attempts SET answer = x'ff00' WHERE code = 'amber-heron-41'",
        "UPDATE attempts SET made_at = 'yesterday' WHERE code = 'amber-heron-41'",
        "UPDATE attempts SET what = 'cheat' WHERE code = 'amber-heron-41'",
        "UPDATE attempts SET result = '[]' WHERE code = 'amber-heron-41'",
    ],
)
def test_a_row_that_cannot_be_read_is_counted_and_takes_no_other_with_it(pupils, spoiled):
    pupils.seals(ONE, "bet", ANSWER)
    pupils.seals(TWO, "bet", ANSWER)
    spoil(pupils, spoiled)
    whole = ClassReader(pupils.store).read([ONE, TWO])
    assert (told(whole), whole.left_out) == ({ONE: (["bet"], []), TWO: (["bet"], ["seal"])}, 1)


def test_a_draft_that_changed_is_read_anew_and_what_was_deleted_is_gone(pupils):
    reader = ClassReader(pupils.store)
    pupils.seals(ONE, "bet", ANSWER)
    reader.read([ONE])
    spoil(pupils, "UPDATE drafts SET phase = 'checked', version = 'abcdef0123456789'")
    assert [draft.phase for draft in reader.read([ONE]).students[0].drafts] == ["checked"]
    spoil(pupils, "DELETE FROM attempts")
    assert told(reader.read([ONE])) == {ONE: (["bet"], [])}


def test_another_file_in_the_same_place_is_read_anew(pupils):
    reader = ClassReader(pupils.store)
    pupils.seals(ONE, "bet", ANSWER)
    reader.read([ONE])
    pupils.store.path.unlink()
    pupils.passes(ONE, "bet")
    assert told(reader.read([ONE])) == {ONE: (["bet"], ["pass"])}
