import subprocess
import sys
import threading
from pathlib import Path

import pytest
from keeping import add, attempts_in, draft_in, keep, work_in

from exercises.answers.store import CodeRefused, Store, store_folder
from exercises.answers.work import Attempt, Draft, Work

HOME = Path(__file__).parents[2]


def draft(exercise="mark-the-source", *, at="2025-11-24T09:00:00+00:00", **answer):
    return Draft("kupyansk", exercise, "0123456789abcdef", answer or {"marks": []}, 3, "open", at, "a" * 16)


def attempt(number=1, *, exercise="mark-the-source", at="2025-11-24T09:00:00+00:00", **answer):
    name = f"00000000-0000-4000-8000-{number:012}"
    return Attempt(name, "kupyansk", exercise, "0123456789abcdef", "check", answer, 2, {"points": 1.5}, at)


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "answers")


def test_a_code_is_made_on_first_use_and_stays(store, tmp_path):
    assert store.code == store.code == Store(tmp_path / "answers").code


def test_a_fresh_store_is_empty_and_has_nothing_to_tell(store):
    assert draft_in(store, "kupyansk", "mark-the-source") is None
    assert attempts_in(store, "kupyansk") == []
    assert work_in(store) == Work(store.code)
    assert work_in(store).notices == ()


def test_a_later_draft_takes_the_place_of_an_earlier_one(store):
    keep(store, draft(marks=["first"]))
    keep(store, draft(marks=["second"]))
    assert draft_in(store, "kupyansk", "mark-the-source") == draft(marks=["second"])


def test_drafts_of_different_exercises_stand_side_by_side(store):
    keep(store, draft("one", chosen=["a"]))
    keep(store, draft("two", chosen=["b"]))
    assert draft_in(store, "kupyansk", "one") == draft("one", chosen=["a"])
    assert draft_in(store, "another-lesson", "one") is None


def test_attempts_stand_in_the_order_in_which_they_came_even_if_the_clock_was_set_back(store):
    later, earlier = attempt(1, at="2025-11-24T10:00:00+00:00"), attempt(2, at="2025-11-24T09:30:00+00:00")
    other = attempt(3, exercise="another", at="2025-11-24T11:00:00+00:00")
    for each in (later, other, earlier):
        add(store, each)
    assert attempts_in(store, "kupyansk", "mark-the-source") == [later, earlier]
    assert attempts_in(store, "kupyansk") == [later, other, earlier]


def test_attempts_of_one_moment_keep_the_order_in_which_they_came(store):
    for number in (3, 1, 2):
        add(store, attempt(number))
    assert [each.id[-1] for each in attempts_in(store, "kupyansk")] == ["3", "1", "2"]


def test_the_same_attempt_sent_again_is_kept_once_and_unchanged(store):
    add(store, attempt(1, chosen=["first"]))
    add(store, attempt(1, chosen=["second"]))
    assert attempts_in(store, "kupyansk") == [attempt(1, chosen=["first"])]


def test_an_attempt_without_result_or_confidence_comes_back_as_it_was(store):
    passed = Attempt("0" * 32, "kupyansk", "one", "d", "pass", {}, None, None, "2025-11-24T09:00:00+00:00")
    add(store, passed)
    assert attempts_in(store, "kupyansk") == [passed]


@pytest.mark.parametrize(
    "text", ["🦢 family 👩‍👩‍👧", "مرحبا بالعالم", "</script><b>", "'; DROP TABLE drafts; --", "\0\n\t"]
)
def test_any_text_comes_back_as_it_was_typed(store, text):
    keep(store, draft(said=text))
    assert draft_in(store, "kupyansk", "mark-the-source").answer == {"said": text}


def test_half_a_sign_is_kept_and_comes_back_as_the_sign_for_what_no_page_can_show(store):
    keep(store, draft(said="half \ud83d of one"))
    assert draft_in(store, "kupyansk", "mark-the-source").answer == {"said": "half \ufffd of one"}


def test_a_new_student_does_not_see_the_work_of_the_one_before(store):
    first = store.code
    keep(store, draft())
    add(store, attempt())
    assert store.new_code() == store.code != first
    assert work_in(store) == Work(store.code)
    assert draft_in(store, "kupyansk", "mark-the-source") is None


def test_going_back_to_a_code_brings_its_work_back(store):
    first = store.code
    keep(store, draft())
    store.new_code()
    store.use_code(first.replace("-", " ").title())
    assert store.code == first
    assert draft_in(store, "kupyansk", "mark-the-source") == draft()


def test_a_new_code_is_none_under_which_somebody_has_worked_here(store, monkeypatch):
    store.use_code("amber-heron-42")
    keep(store, draft())
    store.use_code("calm-otter-11")
    codes = iter(["amber-heron-42", "calm-otter-11", "happy-robin-77"])
    monkeypatch.setattr("exercises.answers.store.make_code", lambda: next(codes))
    assert store.new_code() == "happy-robin-77"


def test_whoever_has_nothing_but_attempts_here_keeps_the_code_too(store, monkeypatch):
    store.use_code("amber-heron-42")
    add(store, attempt())
    store.use_code("calm-otter-11")
    codes = iter(["amber-heron-42", "happy-robin-77"])
    monkeypatch.setattr("exercises.answers.store.make_code", lambda: next(codes))
    assert store.new_code() == "happy-robin-77"


def test_what_is_no_code_is_refused_with_an_example(store):
    before = store.code
    with pytest.raises(CodeRefused, match="amber-heron-42"):
        store.use_code("my name is Anna")
    assert store.code == before


def test_two_notebooks_share_code_and_answers(store, tmp_path):
    other = Store(tmp_path / "answers")
    keep(store, draft())
    assert draft_in(other, "kupyansk", "mark-the-source") == draft()
    code = other.new_code()
    assert store.code == code


def test_a_save_from_a_second_thread_is_kept(store):
    keep(store, draft(from_thread=1))
    faults = []

    def save():
        try:
            keep(store, draft(from_thread=2))
            add(store, attempt())
        except Exception as error:
            faults.append(error)

    thread = threading.Thread(target=save)
    thread.start()
    thread.join()
    assert faults == []
    assert draft_in(store, "kupyansk", "mark-the-source").answer == {"from_thread": 2}
    assert attempts_in(store, "kupyansk") == [attempt()]


WRITER = """
import sys, uuid
from pathlib import Path
from exercises.answers.rows import put_attempt, put_draft
from exercises.answers.store import Store
from exercises.answers.work import Attempt, Draft
name = sys.argv[2]
print("ready", flush=True)
sys.stdin.readline()
store = Store(Path(sys.argv[1]))
code, at = store.code, "2025-11-24T09:00:00+00:00"
for number in range(20):
    draft = Draft("kupyansk", f"{name}-{number}", "d", {"by": name}, None, "open", at)
    attempt = Attempt(str(uuid.uuid4()), "kupyansk", f"{name}-0", "d", "check", {}, None, None, at)
    store.run(lambda connection: put_draft(connection, code, draft, None), write=True)
    store.run(lambda connection: put_attempt(connection, code, attempt), write=True)
"""


def test_two_notebooks_that_begin_and_save_at_once_lose_no_answer(tmp_path):
    folder = tmp_path / "answers"
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(folder), name],
            cwd=HOME,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in ("left", "right")
    ]
    for writer in writers:
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        writer.stdin.write("go\n")
        writer.stdin.flush()
    for writer in writers:
        _, faults = writer.communicate(timeout=60)
        assert (writer.returncode, faults) == (0, "")
    store = Store(folder)
    assert work_in(store).notices == ()
    for name in ("left", "right"):
        assert all(draft_in(store, "kupyansk", f"{name}-{number}") for number in range(20))
        assert len(attempts_in(store, "kupyansk", f"{name}-0")) == 20


def test_work_gives_everything_of_the_current_student(store):
    keep(store, draft())
    add(store, attempt())
    assert work_in(store) == Work(store.code, (draft(),), (attempt(),))


def test_the_folder_can_be_chosen_by_a_variable(monkeypatch, tmp_path):
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path / "chosen"))
    keep(Store(), draft())
    assert store_folder() == tmp_path / "chosen"
    assert work_in(Store(tmp_path / "chosen")).drafts == (draft(),)


def test_a_name_alone_is_one_folder_in_the_home_from_wherever_a_notebook_runs(monkeypatch, tmp_path):
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("WHOSAYS_DATA", "answers")
    for folder in ("notebooks", "elsewhere"):
        (tmp_path / folder).mkdir()
        monkeypatch.chdir(tmp_path / folder)
        assert store_folder() == tmp_path / "answers"


def test_without_the_variable_answers_lie_outside_the_copy_of_the_course(monkeypatch):
    monkeypatch.delenv("WHOSAYS_DATA", raising=False)
    assert HOME not in store_folder().parents
    assert store_folder().name == "whosays"
