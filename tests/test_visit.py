"""What one exercise stores is drawn wherever else it is shown, without running a cell again."""

import sqlite3
import threading
from contextlib import closing

import pytest
from form_lesson import build_form_lesson
from keeping import here
from small_lesson import change
from sqlalchemy import event
from talk import Line

from exercises.answers.exports import export_work, import_work
from exercises.answers.store import Store, StoreTrouble
from exercises.answers.student import Student
from exercises.charts.chart import Chart
from exercises.kinds.exercises import UnknownExercise
from exercises.kinds.items import load_items
from exercises.lesson.load import load_lesson
from exercises.visit import Visit

TEXT = {"text": "The mayor said that the bridge may open.", "rated": {}, "why": ""}


@pytest.fixture
def visit(kernel):
    return Visit(kernel.lesson, kernel.items, kernel.store, "one")


def test_what_is_sealed_above_can_be_opened_below_and_shows_above_too(visit):
    above, below = Line(visit, visit.exercise("bet")), Line(visit, visit.open_seal("bet"))
    assert (above.page["opening"], below.page["opening"]) == (False, True)
    above("seal", {"chosen": ["opens"]}, 4)
    assert below.state["phase"] == "sealed"
    below("open")
    assert above.state["phase"] == "checked"
    assert above.state["result"] == below.state["result"]


def test_running_the_cells_again_opens_nothing(visit):
    Line(visit, visit.exercise("bet"))("seal", {"chosen": ["opens"]}, 4)
    assert Line(visit, visit.open_seal("bet")).state["phase"] == "sealed"
    assert Line(visit, visit.exercise("bet")).state["result"] is None


def test_only_a_sealed_exercise_can_be_opened(visit):
    with pytest.raises(ValueError, match="“first-item” is not sealed"):
        Line(visit, visit.open_seal("first-item"))
    with pytest.raises(UnknownExercise, match="Did you mean “bet”"):
        Line(visit, visit.open_seal("bett"))


def test_a_text_appears_beside_the_later_one_while_it_is_written(visit):
    first, second = Line(visit, visit.exercise("first-item")), Line(visit, visit.exercise("second-item"))
    assert second.state["earlier"] is None
    first("draft", TEXT)
    assert second.state["earlier"]["text"] == TEXT["text"]


def test_a_cell_that_was_copied_or_run_before_shows_what_its_twin_stores(visit):
    earlier, later = Line(visit, visit.exercise("first-item")), Line(visit, visit.exercise("first-item"))
    later("draft", TEXT)
    assert earlier.state["answer"] == TEXT
    earlier("check", TEXT)
    assert (later.state["phase"], later.state["version"]) == ("half", earlier.state["version"])


def test_an_exercise_that_has_nothing_to_do_with_it_is_left_alone(visit):
    first, other = Line(visit, visit.exercise("first-item")), Line(visit, visit.exercise("support"))
    first("draft", TEXT)
    assert other.redraws == 0


def test_another_student_finds_every_place_empty(visit):
    above, below = Line(visit, visit.exercise("bet")), Line(visit, visit.open_seal("bet"))
    above("seal", {"chosen": ["opens"]}, 4)
    visit.begin(visit.store.new_code())
    assert {widget.state["phase"] for widget in (above, below)} == {"open"}


# The two forms of a lesson

FORM_A = {"ratings": {"ferry-a": 4, "bakery-a": 3}, "sure": {"ferry-a": 4, "bakery-a": 2}, "order": []}


@pytest.fixture
def folder(tmp_path):
    return build_form_lesson(tmp_path / "lessons" / "bridge")


def opened(folder, store):
    lesson = load_lesson(folder)
    return Visit(lesson, load_items(lesson), store, "one")


def test_the_word_in_the_lesson_is_read_when_the_notebook_runs(folder, tmp_path):
    store = Store(tmp_path / "store")
    visit = opened(folder, store)
    assert [Line(visit, visit.form(place)).page["id"] for place in ("first", "last")] == ["form-a", "form-b"]
    change(folder / "lesson.yaml", "first_form: A", "first_form: B")
    visit = opened(folder, store)
    assert [Line(visit, visit.form(place)).page["id"] for place in ("first", "last")] == ["form-b", "form-a"]


def test_a_form_counts_as_an_exercise_of_the_notebook_that_shows_it(folder, tmp_path):
    visit = opened(folder, Store(tmp_path / "store"))
    assert [one["id"] for one in Line(visit, visit.bar()).page["exercises"]] == ["who-speaks", "mark-the-mayor"]
    Line(visit, visit.form("first"))("check", FORM_A)
    listed = {one["id"]: one["phase"] for one in Line(visit, visit.bar(form="first")).page["exercises"]}
    assert listed == {"who-speaks": "open", "mark-the-mayor": "open", "form-a": "checked"}


def test_a_form_goes_along_in_the_work_file_and_is_there_after_the_word_was_changed(folder, tmp_path):
    mine, there = Store(tmp_path / "here"), Store(tmp_path / "there")
    visit = opened(folder, mine)
    Line(visit, visit.form("first"))("check", FORM_A)
    import_work(there, export_work(here(mine)))
    change(folder / "lesson.yaml", "first_form: A", "first_form: B")
    visit = opened(folder, there)
    state = Line(visit, visit.form("last")).state
    assert (state["phase"], state["older"]) == ("checked", False)
    assert state["result"]["summary"].startswith("Well supported: you accepted 1 of 1")


def test_nothing_of_the_design_and_no_reason_is_in_the_page_of_a_form(folder, tmp_path):
    visit = opened(folder, Store(tmp_path / "store"))
    sent = Line(visit, visit.form("first")).holds()
    assert not [word for word in ("CANARY", "features", "poorly", "unhedged") if word in sent]


def test_the_reply_to_a_check_does_not_wait_for_a_drawing(visit, monkeypatch):
    begun, may_end, drawn = threading.Event(), threading.Event(), threading.Event()

    def draw(*_):
        begun.set()
        assert may_end.wait(60)
        return Chart("The bridge", "", "", (), (), b"")

    monkeypatch.setattr("exercises.figures.live.chart_of", draw)
    figure, line = Line(visit, visit.figure("peel")), Line(visit, visit.exercise("first-item"))
    figure.shown.receive({"kind": "look"}, lambda reply: drawn.set() if reply["kind"] == "open" else None)
    assert begun.wait(60)
    assert line("check", TEXT)["kind"] == "result"
    assert not drawn.is_set()
    may_end.set()
    assert drawn.wait(60)


# What it costs


class Counted:
    """Counts what a store asks of its file: transactions, and statements in them."""

    def __init__(self, store):
        self.transactions, self.statements = 0, 0
        store.run(lambda _: None, write=False)  # The file is made and looked through before the first call.
        event.listen(store._file._engine, "begin", self._begin)
        event.listen(store._file._engine, "before_cursor_execute", self._execute)

    def _begin(self, _connection):
        self.transactions += 1

    def _execute(self, _connection, _cursor, statement, *_):
        self.statements += not statement.startswith("BEGIN")


def test_page_and_state_of_a_whole_notebook_are_one_read_of_the_store(visit):
    Line(visit, visit.exercise("first-item"))("check", TEXT)
    names = [name for name in visit.items if not getattr(visit.items[name], "is_form", False)]
    faces = [visit.bar(), *(visit.exercise(name) for name in names), visit.open_seal("bet")]
    counted = Counted(visit.store)
    drawn = visit.draw(*faces)
    assert (counted.transactions, counted.statements) == (1, 5)  # code, drafts, attempts, what lies aside, notices
    assert [one.page["title"] for one in drawn[1:-1]] == [visit.items[name].title for name in names]
    assert drawn[1 + names.index("first-item")].state["phase"] == "half"


def test_a_notebook_whose_cells_run_one_by_one_reads_the_store_once_too(visit):
    faces = [visit.bar(), *(visit.exercise(name) for name in ("bet", "first-item", "support"))]
    counted = Counted(visit.store)
    for face in faces:
        Line(visit, face)
    assert counted.transactions <= 3  # the code is asked for, and made; then all is read at once


def test_a_change_in_another_process_is_seen_at_the_next_look(visit, kernel):
    shown = Line(visit, visit.exercise("first-item"))
    elsewhere = Visit(kernel.lesson, kernel.items, Store(visit.store._file.path.parent), "one")
    Line(elsewhere, elsewhere.exercise("first-item"))("draft", TEXT)
    assert shown.state["answer"] is None
    shown.send({"kind": "ping", "tab": "tab-of-shown", "seq": 1})
    assert shown.state["answer"] == TEXT


def test_a_look_without_a_change_draws_nothing_and_reads_nothing(visit):
    shown = Line(visit, visit.exercise("first-item"))
    shown.send({"kind": "ping", "tab": "tab-of-shown", "seq": 1})
    before, counted = shown.redraws, Counted(visit.store)
    shown.send({"kind": "ping", "tab": "tab-of-shown", "seq": 2})
    assert (shown.redraws, counted.transactions) == (before, 0)


def test_the_last_words_of_one_student_are_kept_under_their_code_after_another_began(visit):
    shown = Line(visit, visit.exercise("first-item"))
    first = shown.page["code"]
    visit.begin(visit.store.new_code())
    late = {"kind": "draft", "tab": "tab-of-first", "seq": 1, "code": first, "base": None, "answer": TEXT}
    assert shown.send(late)["kind"] == "saved"
    assert shown.state["answer"] is None
    assert Student(visit.store, first).work().drafts[0].answer == TEXT
    assert Student(visit.store, visit.store.code).work().drafts == ()


def test_who_began_while_the_disk_failed_is_drawn_at_the_next_look(visit, monkeypatch):
    def fails(*_):
        raise StoreTrouble("The disk is gone.")

    shown, bar = Line(visit, visit.exercise("first-item")), Line(visit, visit.bar())
    first = shown.page["code"]
    with monkeypatch.context() as patched:
        patched.setattr(visit, "_whole", fails)
        assert bar.send({"kind": "new-code"})["kind"] == "done"
    assert shown.page["code"] == first
    shown.send({"kind": "ping", "tab": "tab-of-shown", "seq": 1})
    assert shown.page["code"] == visit.store.code != first


def test_until_it_is_drawn_for_who_began_no_page_gets_an_answer_of_theirs(visit, monkeypatch):
    def fails(*_):
        raise StoreTrouble("The disk is gone.")

    above, below, bar = (Line(visit, face) for face in (visit.exercise("bet"), visit.open_seal("bet"), visit.bar()))
    first = above.page["code"]
    with monkeypatch.context() as patched:
        patched.setattr(visit, "_whole", fails)
        bar.send({"kind": "new-code"})
    above("draft", {"chosen": ["opens"]}, 4)
    assert (below.page["code"], below.state["code"]) == (first, first)


@pytest.mark.parametrize("harm", ["deleted", "emptied", "cut short", "damaged"])
def test_whatever_happens_to_the_file_the_student_stays_who_they_are_and_reads_what_happened(visit, harm):
    shown, bar = Line(visit, visit.exercise("first-item")), Line(visit, visit.bar())
    code, file = shown.page["code"], visit.store._file.path
    shown("draft", TEXT)
    if harm == "deleted":
        file.unlink()
    else:
        kept = file.read_bytes()
        file.write_bytes({"emptied": b"", "cut short": kept[:5000], "damaged": b"rubbish " * 2000}[harm])
    shown.send({"kind": "ping", "tab": "tab-of-shown", "seq": 1})
    assert (shown.page["code"], shown.state["version"], bar.state["elsewhere"]["code"]) == (code, None, "")
    shown("draft", TEXT)  # A page that has its answer still brings it back.
    bar.send({"kind": "ping"})
    shown.send({"kind": "ping", "tab": "tab-of-shown", "seq": 2})
    assert Student(visit.store, code).work().drafts[0].answer == TEXT
    assert (visit.store.code, bar.page["code"], bar.state["elsewhere"]["code"]) == (code, code, "")
    assert len(bar.state["notices"]) == 1


def test_an_older_copy_laid_over_the_open_file_is_said_and_the_page_is_asked_for_its_answer(visit, tmp_path):
    shown, bar = Line(visit, visit.exercise("first-item")), Line(visit, visit.bar())
    file, first = visit.store._file.path, shown.state["file"]
    shown("draft", {**TEXT, "text": "older"})
    copy = file.read_bytes()
    shown("draft", TEXT)
    with file.open("r+b") as open_file:  # as a program that brings back a backup may do: the file stays the same one
        open_file.write(copy)
    shown.send({"kind": "ping", "tab": "tab-of-shown", "seq": 9})
    bar.send({"kind": "ping"})
    assert shown.state["answer"]["text"] == "older"
    assert shown.state["file"] != first
    assert "replaced" in bar.state["notices"][0]["words"]


@pytest.mark.parametrize("laid", ["nothing", "an older copy", "another file"])
def test_after_the_first_cell_ran_again_pages_and_bar_know_whether_another_file_lies_there(visit, tmp_path, laid):
    shown, bar = Line(visit, visit.exercise("first-item")), Line(visit, visit.bar())
    file, first = visit.store._file.path, shown.state["file"]
    shown("draft", {**TEXT, "text": "older"})
    older = file.read_bytes()
    shown("draft", TEXT)
    if laid == "another file":
        other = Store(tmp_path / "other")
        other.use_code(visit.student.code)
        older = (tmp_path / "other" / "answers.sqlite").read_bytes()
    if laid != "nothing":
        file.write_bytes(older)
    store = Store(file.parent, before=visit.store)
    store.try_out()
    again = Visit(visit.lesson, visit.items, store, "one")
    again.follow(visit)
    shown.send({"kind": "ping", "tab": "tab-of-shown", "seq": 9})
    assert (shown.state["file"] == first) == (laid == "nothing")
    assert [("replaced" in one["words"]) for one in bar.state["notices"]] == [True] * (laid != "nothing")


def test_the_answers_of_another_folder_are_another_file_after_the_first_cell_ran_again(visit, tmp_path):
    shown = Line(visit, visit.exercise("first-item"))
    first, home = shown.state["file"], Store(tmp_path / "home", before=visit.store)
    home.use_code(visit.student.code)
    Visit(visit.lesson, visit.items, home, "one").follow(visit)
    shown.send({"kind": "ping", "tab": "tab-of-shown", "seq": 9})
    assert shown.state["file"] != first


@pytest.mark.parametrize("held", [False, True], ids=["and let go", "and holds open"])
def test_a_change_elsewhere_is_seen_though_another_program_switched_the_file_to_write_ahead_logging(
    visit, kernel, held
):
    shown = Line(visit, visit.exercise("first-item"))
    elsewhere = Visit(kernel.lesson, kernel.items, Store(visit.store._file.path.parent), "one")
    other = Line(elsewhere, elsewhere.exercise("first-item"))
    with closing(sqlite3.connect(visit.store._file.path, isolation_level=None)) as program:
        program.execute("PRAGMA journal_mode = WAL")
        if held:
            program.execute("BEGIN")
            program.execute("SELECT * FROM settings").fetchall()
        else:
            program.close()
        for number, text in enumerate(("one", "two", "three"), 1):
            other("draft", {**TEXT, "text": text})
            shown.send({"kind": "ping", "tab": "tab-of-shown", "seq": number})
            assert shown.state["answer"]["text"] == text


def test_what_one_notebook_said_of_the_file_no_other_says_in_other_words(visit, kernel):
    other = Store(visit.store._file.path.parent)
    shown, bar = Line(visit, visit.exercise("first-item")), Line(visit, visit.bar())
    visit.store._file.path.write_bytes(b"rubbish " * 2000)
    shown("draft", TEXT)
    shown.send({"kind": "ping", "tab": "tab-of-shown", "seq": 9})
    bar.send({"kind": "close-notice", "number": bar.state["notices"][0]["number"]})
    other.try_out()
    assert Student(other, other.code).work().notices == ()


def test_a_page_speaks_only_for_students_for_whom_it_was_drawn(visit):
    shown = Line(visit, visit.exercise("first-item"))
    stranger = {"kind": "draft", "tab": "tab-of-first", "seq": 1, "code": "calm-otter-11", "base": None, "answer": TEXT}
    reply = shown.send(stranger)
    assert (reply["kind"], reply["tab"], reply["seq"]) == ("refused", "tab-of-first", 1)
    assert "was not saved" in reply["words"]
    assert shown.state["answer"] is None
    for code in ("calm-otter-11", visit.store.code):
        assert Student(visit.store, code).work().drafts == ()


def test_a_message_that_names_no_code_is_that_of_whoever_works_here(visit):
    shown = Line(visit, visit.exercise("first-item"))
    assert shown.send({"kind": "draft", "tab": "tab-of-first", "seq": 1, "answer": TEXT})["kind"] == "saved"


def test_who_begins_in_another_notebook_changes_nothing_here_and_the_bar_says_so(visit, kernel):
    shown, bar = Line(visit, visit.exercise("first-item")), Line(visit, visit.bar())
    elsewhere = Visit(kernel.lesson, kernel.items, Store(visit.store._file.path.parent), "one")
    Line(elsewhere, elsewhere.bar()).send({"kind": "new-code"})
    assert shown("draft", TEXT)["kind"] == "saved"
    shown.send({"kind": "ping", "tab": "tab-of-shown", "seq": 9})
    assert bar.state["elsewhere"]["code"] == elsewhere.student.code
    assert Student(visit.store, shown.page["code"]).work().drafts[0].answer == TEXT


@pytest.mark.parametrize(("act", "statements"), [("draft", 13), ("check", 14)])
def test_an_act_is_one_transaction(visit, act, statements):
    line = Line(visit, visit.exercise("first-item"))
    counted = Counted(visit.store)
    line(act, TEXT)
    # Drafts, attempts, what lies aside and receipts are read; the draft and its receipt are written, and with a Check
    # the attempt; at the end it is looked what is to be said of the file. How much is kept is compared with its note
    # before, in one statement, and counted and noted anew after, so that what a disk loses shows. Once, with the first
    # answer, it is looked who works here, and forgotten what led to one that is gone.
    assert (counted.transactions, counted.statements) == (1, statements)
