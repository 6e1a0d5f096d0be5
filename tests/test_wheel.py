"""The wheel is the whole course: what is built, unpacked, and used from a folder that holds nothing."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from classroom import Class

from exercises.room.register import Card

sys.path.insert(0, str(Path(__file__).parent / "room"))

from rooms import Guest

HOME = Path(__file__).parent.parent
COURSE = "exercises/course/"
# The command as it is, but for JupyterLab, which tells what it would open.
PROGRAM = """
import sys
from types import ModuleType

module = ModuleType("jupyterlab.labapp")
module.LabApp = type("LabApp", (), {"launch_instance": staticmethod(lambda argv: print("opens", *argv))})
sys.modules["jupyterlab.labapp"] = module

from exercises.cli import app

app()
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the wheel beside what git does not know and nobody should get."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    ran = subprocess.run(command, cwd=HOME, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    (file,) = folder.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def unpacked(wheel, tmp_path_factory):
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture
def whosays(unpacked, tmp_path, monkeypatch):
    """Give the command of the unpacked wheel, called from an empty folder."""
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
    own = {"PYTHONPATH": str(unpacked), "WHOSAYS_DATA": str(tmp_path / "answers")}

    def call(*words, stdin=subprocess.DEVNULL):
        command = [sys.executable, "-c", PROGRAM, *words]
        ran = subprocess.run(command, env=os.environ | own, stdin=stdin, capture_output=True, text=True, check=False)
        assert "Traceback" not in ran.stderr
        return ran.returncode, ran.stdout + ran.stderr

    return call


@pytest.fixture
def answering():
    """Give a terminal at which somebody has typed an answer."""
    pty = pytest.importorskip("pty")
    near, far = pty.openpty()

    def typed(text):
        os.write(near, text.encode())
        return far

    yield typed
    os.close(near)
    os.close(far)


def names(wheel):
    return zipfile.ZipFile(wheel).namelist()


def test_the_wheel_holds_all_lessons_and_notebooks_that_git_knows_and_nothing_else(wheel):
    command = ["git", "ls-files", "-z", "lessons", "notebooks", "LICENSE"]
    listed = subprocess.run(command, cwd=HOME, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a clone: git does not know these files")
    wanted = {name for name in listed.stdout.split("\0") if name and (HOME / name).is_file()}
    assert {name.removeprefix(COURSE) for name in names(wheel) if name.startswith(COURSE)} == wanted


def test_the_wheel_leaves_out_the_tests_and_what_programs_left_behind(wheel):
    unwanted = ("tests/", ".ci/", ".git", "__pycache__", ".ipynb_checkpoints")
    assert [name for name in names(wheel) if any(word in name for word in unwanted)] == []


def test_the_wheel_says_that_the_article_is_not_ours(wheel):
    (terms,) = (name for name in names(wheel) if name.endswith(".dist-info/licenses/LICENSE"))
    said = zipfile.ZipFile(wheel).read(terms).decode()
    assert "lessons/kupyansk/article.txt is a third-party text" in said


def test_a_repository_that_is_installed_to_be_edited_carries_no_second_course():
    assert not (HOME / "exercises" / "course").exists()


def test_lab_lays_the_course_into_the_folder_that_is_named_and_opens_it(whosays):
    code, said = whosays("lab", "--into", "here", "--no-browser")
    home = Path.cwd() / "here"
    assert code == 0
    assert "The course lies in here. New files: " in said
    assert f"--ServerApp.root_dir={home}" in said
    assert said.rstrip().endswith("--no-browser")
    assert (home / "notebooks" / "start_here.ipynb").is_file()
    assert (home / "lessons" / "kupyansk" / "article.txt").is_file()
    assert (home / "LICENSE").is_file()


def test_lab_spares_what_is_there_and_says_how_much_lies_beside_it(whosays):
    whosays("lab", "--into", "here")
    changed = Path("here", "notebooks", "start_here.ipynb")
    changed.write_text("{}", encoding="utf-8")
    said = whosays("lab", "--into", "here")[1]
    assert f"stayed as they are (1): {Path('notebooks', 'start_here.ipynb')}. The course's lie beside them" in said
    assert changed.read_text(encoding="utf-8") == "{}"
    assert changed.with_name("start_here.new.ipynb").is_file()


def test_lab_in_a_laid_course_opens_that_and_lays_nothing(whosays, monkeypatch):
    whosays("lab", "--into", "here")
    monkeypatch.chdir(Path("here", "notebooks"))
    code, said = whosays("lab")
    assert (code, said.startswith("opens ")) == (0, True)
    assert f"--ServerApp.root_dir={Path.cwd().parent} " in said


@pytest.mark.parametrize("answer", ["\n", "y\n"])
def test_lab_asks_where_there_is_no_course_and_enter_says_yes(whosays, answering, answer):
    code, said = whosays("lab", stdin=answering(answer))
    assert code == 0
    assert said.startswith("There is no course here. Shall I lay one into whosays-course? [Y/n]: ")
    assert Path("whosays-course", "notebooks", "start_here.ipynb").is_file()
    # The next day nobody is asked again.
    again = whosays("lab")[1]
    assert again.startswith("opens ")
    assert f"--ServerApp.root_dir={Path.cwd() / 'whosays-course'} " in again


def test_who_says_no_gets_nothing_and_is_told_the_other_way(whosays, answering):
    code, said = whosays("lab", stdin=answering("n\n"))
    assert code == 1
    assert said.endswith("Nothing was laid: whosays lab --into FOLDER lays a course into a folder of your choice.\n")
    assert list(Path.cwd().iterdir()) == []


@pytest.mark.parametrize("words", ["lab", "build"])
def test_where_nobody_can_be_asked_one_sentence_names_the_way(whosays, words):
    sentence = "There is no course here: whosays lab --into FOLDER lays one into a folder of your choice.\n"
    assert whosays(words) == (1, sentence)
    assert list(Path.cwd().iterdir()) == []


def test_a_file_where_the_course_should_go_is_named_in_one_sentence(whosays):
    Path("taken").write_text("a letter", encoding="utf-8")
    code, said = whosays("lab", "--into", "taken")
    assert (code, len(said.splitlines())) == (1, 1)
    assert "choose another place" in said


def test_check_print_and_report_use_the_lessons_of_the_package(whosays, unpacked):
    assert whosays("check") == (0, "Nothing to mend in harbour, kupyansk, sleep, your_article.\n")
    assert whosays("print", "--lesson", "harbour", "--codes", "2")[0] == 0
    assert whosays("report", "lessons/harbour", "--out", "report.html")[0] == 0
    assert whosays("report", "kupyansk", "--out", "other.html")[0] == 0
    assert {file.name for file in Path.cwd().iterdir()} == {"paper", "report.html", "other.html"}


def test_the_doctor_finds_the_lessons_of_the_package(whosays, unpacked):
    assert (
        f"Lessons found in {unpacked / COURSE / 'lessons'}: harbour, kupyansk, sleep, your_article."
        in whosays("doctor")[1]
    )


def test_a_class_opens_from_the_package_and_a_card_lets_in(unpacked, tmp_path):
    room = Class(tmp_path, (sys.executable, "-c", PROGRAM), place=tmp_path, home=unpacked)
    card = room.cards(1)[0]
    room.open()
    try:
        student = Guest(room, Card(*card)).comes_in()
        pages = [student.goes_to(f"/{name}") for name in ("kupyansk/02_who_says_so", "harbour/02_who_says_so")]
    finally:
        room.kill()
    assert pages == [200, 200]


def test_a_repository_has_nothing_to_lay_and_says_so(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    command = [sys.executable, "-m", "exercises.cli", "lab", "--into", "here"]
    ran = subprocess.run(
        command, env=os.environ | {"PYTHONPATH": str(HOME)}, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, "leave out --into" in ran.stderr) == (1, True)
    assert list(tmp_path.iterdir()) == []
