"""A work file that is kept in pieces brings what it brings as a whole, and each piece is small."""

import json
import subprocess
import sys
from dataclasses import asdict, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exercises.answers import pieces
from exercises.answers.bounds import MOST
from exercises.answers.exports import ExportRefused
from exercises.answers.joining import Joined, Travelling, take_in
from exercises.answers.leaving import send_off
from exercises.answers.pieces import SIZE, cut, travelling_of
from exercises.answers.store import Store
from exercises.answers.work import Aside, Attempt, Draft, Work
from exercises.answers.work_file import write_work

CODE, AT = "amber-heron-42", "2025-11-24T09:00:00+00:00"
PLACES = st.sampled_from(["one", "two", "three"])
ANSWERS = st.sampled_from([{}, {"text": "x"}, {"text": "y"}])
DRAFTS = st.lists(
    st.builds(
        Draft,
        lesson=st.just("kupyansk"),
        exercise=PLACES,
        digest=st.just("d"),
        answer=ANSWERS,
        confidence=st.none(),
        phase=st.sampled_from(["open", "checked", "passed"]),
        saved_at=st.just(AT),
        version=st.sampled_from(["a" * 12, "b" * 12, "c" * 12, "d" * 12]),
    ),
    max_size=4,
    unique_by=(lambda one: one.exercise, lambda one: one.version),
)
ATTEMPTS = st.lists(
    st.builds(
        Attempt,
        id=st.sampled_from([f"00000000-0000-4000-8000-{number:012}" for number in range(4)]),
        lesson=st.just("kupyansk"),
        exercise=PLACES,
        digest=st.just("d"),
        what=st.just("pass"),
        answer=ANSWERS,
        confidence=st.none(),
        result=st.none(),
        made_at=st.just(AT),
    ),
    max_size=4,
)
ASIDE = st.lists(
    st.builds(
        Aside,
        id=st.sampled_from(["a" * 12, "b" * 12, "c" * 12]),
        lesson=st.just("kupyansk"),
        exercise=PLACES,
        digest=st.just("d"),
        answer=ANSWERS,
        confidence=st.none(),
        saved_at=st.just(AT),
        why=st.just("file"),
    ),
    max_size=3,
)
WORK = st.builds(Work, st.just(CODE), DRAFTS.map(tuple), ATTEMPTS.map(tuple), ASIDE.map(tuple))


def draft(name):
    return Draft("kupyansk", name, "d", {"text": "x"}, 3, "checked", AT, f"{int.from_bytes(name.encode()[-6:]):012x}")


def attempt(number=1):
    name = f"00000000-0000-4000-8000-{number:012}"
    return Attempt(name, "kupyansk", "one", "d", "pass", {"text": "x"}, 2, None, AT)


def file_of(work, tmp_path, trails=None):
    return write_work(Travelling(work, trails or {}), tmp_path)[0]


def brought(store, text):
    """Take a file in piece by piece, as a class does."""
    joined = Joined()
    for piece in cut(text, CODE).pieces:
        joined += take_in(store, travelling_of(piece, CODE), CODE, "file")
    return joined


def as_a_set(one):
    return sorted(map(str, (*one.drafts, *one.attempts, *one.aside)))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(before=WORK, file=WORK, size=st.integers(1, 4))
def test_in_pieces_and_as_a_whole_the_same_is_kept_and_told(tmp_path_factory, before, file, size):
    folder = tmp_path_factory.mktemp("pieces")
    text, (one, two) = file_of(file, folder), (Store(folder / "one"), Store(folder / "two"))
    for store in (one, two):
        take_in(store, Travelling(before), CODE, "file")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pieces, "SIZE", size)
        in_pieces = brought(one, text)
        (whole,) = [travelling_of(piece, CODE) for piece in cut_whole(text, patched)]
    told = take_in(two, whole, CODE, "file")
    assert as_a_set(send_off(one, CODE).work) == as_a_set(send_off(two, CODE).work)
    assert in_order(in_pieces) == in_order(told)


def in_order(joined):
    """Give what came, whatever came first."""
    return replace(joined, aside=tuple(sorted(joined.aside)), put=tuple(sorted(joined.put)))


def cut_whole(text, patched):
    """Give a file as one piece."""
    patched.setattr(pieces, "_pieces", lambda whole: iter([whole]))
    return cut(text, CODE).pieces


def test_no_piece_of_much_work_is_large(tmp_path):
    many = [draft(f"item-{number}") for number in range(100)]
    trails = {(one.lesson, one.exercise): tuple(f"{number:012}" for number in range(20)) for one in many}
    work = Work(CODE, tuple(many), tuple(attempt(number) for number in range(100)))
    found = cut(file_of(work, tmp_path, trails), CODE)
    rows = [json.loads(piece) for piece in found.pieces]
    sizes = [sum(len(one[name]) for name in ("drafts", "attempts", "aside")) for one in rows]
    # The last attempt at an exercise without a draft comes once more, at the end.
    assert (sum(sizes), max(sizes) <= SIZE) == (201, True)
    assert max(sum(len(trail[2]) for trail in one["trails"]) for one in rows) <= SIZE


def test_a_file_with_far_too_much_is_not_even_cut(tmp_path):
    work = Work(CODE, (), tuple(attempt(number) for number in range(MOST + 1)))
    found = cut(file_of(work, tmp_path), CODE)
    assert (len(found.names), found.pieces) == (MOST + 1, [])


@pytest.mark.parametrize(("code", "refused"), [(CODE, False), ("brave-otter-11", True)])
def test_beside_the_program_a_file_is_read_just_so(tmp_path, code, refused):
    text = file_of(Work(CODE, (draft("one"),), (attempt(),)), tmp_path)
    told = subprocess.run(
        [sys.executable, "-m", "exercises.answers.pieces", "en", "room", code],
        input=text.encode(),
        capture_output=True,
        check=True,
    )
    if refused:
        with pytest.raises(ExportRefused) as said:
            cut(text, code)
        assert json.loads(told.stdout) == {"refused": str(said.value)}
    else:
        assert json.loads(told.stdout) == asdict(cut(text, code))
