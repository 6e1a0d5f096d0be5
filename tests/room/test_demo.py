"""The class for practice is filled by the real rules, looks like a class, and says everywhere that it is made up."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import nullcontext

import pytest
import tornado.testing
from kinds_lesson import build_kinds_lesson
from rooms import opened
from small_lesson import change
from typer.testing import CliRunner

from exercises.answers.whole_class import ClassReader
from exercises.cli import app
from exercises.room.demo import fill_class
from exercises.room.register import Register, class_store
from exercises.room.templates import made_up

LABEL = "everything in this class is made up"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("practice")
    build_kinds_lesson(place / "lessons" / "bridge")
    return place


def filled(folder, name, **more):
    store = class_store(folder / name)
    free = fill_class(store, [folder / "lessons" / "bridge"], students=6, **more)
    return store, free, ClassReader(store).read(Register(store).codes())


@pytest.fixture(scope="module")
def demo(folder):
    return filled(folder, "demo")


def test_every_student_has_done_something_and_one_card_is_free(demo):
    _, free, whole = demo
    begun = {one.code for one in whole.students if one.drafts}
    assert (len(begun), free.code in begun, whole.left_out) == (6, False, 0)


def test_answers_went_through_the_rules_so_that_what_is_checked_has_a_result(demo):
    _, _, whole = demo
    attempts = [one for student in whole.students for one in student.attempts]
    assert {one.what for one in attempts} == {"check", "seal"}
    assert all(one.result for one in attempts if one.what == "check")


def test_the_same_seed_gives_the_same_answers(demo, folder):
    def answers(whole):
        told = [[(one.exercise, one.answer) for one in student.attempts] for student in whole.students]
        return sorted(told, key=str)

    assert answers(filled(folder, "again")[2]) == answers(demo[2])
    assert answers(filled(folder, "other", seed=8)[2]) != answers(demo[2])


def test_answers_come_one_after_the_other_and_not_in_one_second(demo):
    _, _, whole = demo
    student = next(one for one in whole.students if len(one.attempts) > 1)
    times = [one.saved_at for one in student.drafts]
    assert len(set(times)) == len(times) > 1


def test_every_page_says_that_it_is_made_up_and_no_page_of_a_real_class_does(demo, folder):
    for label in (True, False):
        said = made_up() if label else nullcontext()
        with said, opened([folder / "lessons" / "bridge"], folder / "demo") as room:
            guest = room.guest()
            texts = [guest.ask("GET", "/")[2], guest.ask("GET", "/teacher")[2]]
            guest.comes_in()
            texts += [guest.ask("GET", path)[2] for path in ("/", "/bridge/one")]
            _, found, _ = guest.ask("POST", "/teacher", f"key={room.register.teacher_key()}")
            guest.cookie = found["Set-Cookie"].split(";")[0]
            texts += [guest.ask("GET", path)[2] for path in ("/teacher", "/teacher/file")]
            assert [LABEL in text for text in texts] == [label] * len(texts)


def test_the_command_opens_it_on_this_computer_alone_and_leaves_nothing(folder, tmp_path, monkeypatch):
    seen = []

    async def serve(_room, _port, address, _secure, _look):
        seen.append((address, [file.name for file in tmp_path.rglob("*") if file.is_file()]))

    monkeypatch.setattr("exercises.room.opening.serve", serve)
    monkeypatch.setattr("exercises.room.opening.find_lessons", lambda: folder / "lessons")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    done = CliRunner().invoke(app, ["room", "--demo", "--port", str(free_port())])
    said = " ".join(done.output.split())
    assert (done.exit_code, "its students do not exist" in said, "Then all of it is gone" in said) == (0, True, True)
    ((address, files),) = seen
    assert (address, len(files) > 0, list(tmp_path.iterdir())) == ("127.0.0.1", True, [])


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_window_that_is_closed_ends_it_like_ctrl_c(folder, tmp_path, monkeypatch, name):
    ended, seen = getattr(signal, name, signal.SIGTERM), []
    before = signal.signal(ended, lambda *_: seen.append("ended by the system alone"))

    async def serve(*_):
        os.kill(os.getpid(), ended)
        for _ in range(3):
            await asyncio.sleep(0)
        seen.append("went on")

    monkeypatch.setattr("exercises.room.opening.serve", serve)
    monkeypatch.setattr("exercises.room.opening.find_lessons", lambda: folder / "lessons")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    try:
        done = CliRunner().invoke(app, ["room", "--demo", "--port", str(free_port())])
    finally:
        signal.signal(ended, before)
    assert (done.exit_code, seen, list(tmp_path.iterdir())) == (0, [], [])


def test_the_lesson_of_the_class_is_made_up_and_not_the_one_to_take_instead(tmp_path):
    folders = [build_kinds_lesson(tmp_path / "lessons" / name) for name in ("amber", "bridge")]
    change(folders[0] / "lesson.yaml", "id: bridge", "id: amber")
    change(folders[1] / "lesson.yaml", "language: en", "language: en\ninstead: amber")
    store = class_store(tmp_path / "class")
    fill_class(store, folders, students=1)
    whole = ClassReader(store).read(Register(store).codes())
    assert {one.lesson for student in whole.students for one in student.drafts} == {"bridge"}


def free_port():
    """Give a port at which nobody listens."""
    socket, port = tornado.testing.bind_unused_port()
    socket.close()
    return port
