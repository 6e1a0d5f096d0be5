"""The command whosays: what a person sees and which exit code a script gets."""

import errno
import os
import sys
import tempfile
from pathlib import Path
from shutil import copytree
from types import ModuleType, SimpleNamespace

import pytest
from jupyter_server.services.config.manager import ConfigManager
from typer.testing import CliRunner

from exercises import cli, doctor
from exercises.answers import opening
from exercises.files.problems import LessonError, Problem
from exercises.notebook import build, check, chosen, ready

FIRST = Problem(Path("lessons/town/key.yaml"), 7, "the reason is missing", "Write why")
SECOND = Problem(Path("lessons/town/key.yaml"), 3, "the quotation stands twice", "Quote more words")


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli.app, list(words))
    return result.exit_code, result.output


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("town", "river"):
        (tmp_path / "lessons" / name).mkdir(parents=True)
        (tmp_path / "lessons" / name / "lesson.yaml").write_text("id: x\n", encoding="utf-8")
    monkeypatch.setattr(chosen, "home_of_lessons", lambda: tmp_path / "lessons")
    whole = SimpleNamespace(refusal=str, left_out=str)
    monkeypatch.setattr(ready, "ready_of", lambda folder, **asked: whole)
    return tmp_path


@pytest.mark.parametrize("command", ["lab", "check", "build", "print", "doctor", "report"])
def test_each_command_tells_how_it_is_used(command: str) -> None:
    code, said = run(command, "--help")
    assert (code, f"whosays {command}" in said) == (0, True)


def test_check_names_all_problems_in_the_order_of_their_lines_and_exits_with_1(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "check_folder", lambda folder: [FIRST, SECOND])
    code, said = run("check", str(course / "lessons" / "town"))
    assert code == 1
    assert said.index("key.yaml:3") < said.index("key.yaml:7")
    assert "Write why." in said
    assert "2 to mend" in said


def test_check_names_files_as_seen_from_where_the_person_stands(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    problem = Problem(course / "lessons" / "town" / "key.yaml", 3, "the reason is missing", "Write why")
    monkeypatch.setattr(check, "check_folder", lambda folder: [problem])
    monkeypatch.chdir(course)
    said = run("check", "lessons/town")[1]
    assert said.startswith(f"{Path('lessons/town/key.yaml')}:3: ")


def test_check_without_a_folder_looks_at_every_lesson(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def look(folder: Path) -> list[Problem]:
        seen.append(folder.name)
        return []

    monkeypatch.setattr(check, "check_folder", look)
    code, said = run("check")
    assert (code, seen) == (0, ["river", "town"])
    assert "Nothing to mend" in said


def test_build_puts_the_notebooks_beside_the_lessons(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[tuple[str, Path]] = []

    def make(folder: Path, to: Path, *, drafts: bool) -> list[Path]:
        built.append((folder.name, to))
        return [to / "a.ipynb"]

    monkeypatch.setattr(build, "build_lesson", make)
    assert run("build", str(course / "lessons" / "town"))[0] == 0
    assert built == [("town", course / "notebooks")]


def test_build_stops_at_a_damaged_lesson_and_says_all_that_is_wrong(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path, to: Path, *, drafts: bool) -> list[Path]:
        raise LessonError([FIRST, SECOND])

    monkeypatch.setattr(build, "build_lesson", refuse)
    code, said = run("build")
    assert code == 1
    assert "key.yaml:3" in said
    assert "key.yaml:7" in said
    assert "Traceback" not in said


def test_print_writes_the_pages_and_says_which_one_to_open(small_lesson: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chosen, "home_of_lessons", lambda: small_lesson.parent)
    out = small_lesson.parent / "paper"
    code, said = run("print", "--lesson", small_lesson.name, "--out", str(out))
    assert code == 0
    assert str(out / "index.html") in said
    assert (out / "worksheet_one.html").is_file()


def test_print_of_a_lesson_that_does_not_exist_says_so(small_lesson: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chosen, "home_of_lessons", lambda: small_lesson.parent)
    code, said = run("print", "--lesson", "moon")
    assert code == 1
    assert said == f"There is no lesson “moon”. There are: {small_lesson.name}.\n"


def test_print_asks_which_lesson_where_there_are_several(small_lesson: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chosen, "home_of_lessons", lambda: small_lesson.parent)
    out = small_lesson.parent / "paper"
    assert run("print", "--out", str(out))[0] == 0
    copytree(small_lesson, small_lesson.parent / "canal")
    code, said = run("print", "--out", str(out))
    assert code == 1
    assert said == "There are several lessons: bridge, canal. Choose one: whosays print --lesson NAME.\n"


def test_print_refuses_a_number_of_code_cards_that_cannot_be(
    small_lesson: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chosen, "home_of_lessons", lambda: small_lesson.parent)
    out = small_lesson.parent / "paper"
    code, said = run("print", "--lesson", small_lesson.name, "--out", str(out), "--codes", "0")
    assert code == 1
    assert "from 1 to 400" in said
    assert not out.exists()


def test_lab_opens_the_first_notebook_and_passes_further_words_on(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    quiet: list[dict[str, object]] = []
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", str(course / "own"))

    class LabApp:
        @staticmethod
        def launch_instance(argv: list[str]) -> None:
            asked.append(argv)
            overrides = ConfigManager(config_dir_name="labconfig").get("default_setting_overrides")
            quiet.append(overrides)
            assert os.environ["JUPYTER_CONFIG_PATH"].endswith(str(course / "own"))

    module = ModuleType("jupyterlab.labapp")
    module.LabApp = LabApp
    monkeypatch.setitem(sys.modules, "jupyterlab.labapp", module)
    (course / "notebooks").mkdir()
    (course / "notebooks" / "start_here.ipynb").write_text("{}", encoding="utf-8")
    assert run("lab", "--no-browser", "--port=8890")[0] == 0
    (argv,) = asked
    assert argv[-2:] == ["--no-browser", "--port=8890"]
    # Lab does not ask over the exercises whether it may fetch news, and fetches nothing. All cells are there, so that
    # after Run All the bar can be gone to: 4.2 leaves out what is not in sight.
    assert quiet == [
        {
            "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
            "@jupyterlab/notebook-extension:tracker": {"windowingMode": "defer"},
        }
    ]
    assert f"--ServerApp.root_dir={course}" in argv
    assert any(word.endswith("/lab/tree/notebooks/start_here.ipynb") for word in argv)


def test_lab_without_built_notebooks_says_how_to_build_them(course: Path) -> None:
    code, said = run("lab")
    assert code == 1
    assert "whosays build" in said


def test_outside_the_course_a_command_says_where_to_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chosen, "home_of_lessons", lambda: tmp_path)
    code, said = run("check")
    assert code == 1
    assert "lessons and notebooks" in said


def test_the_doctor_marks_what_is_to_mend_and_exits_with_1(monkeypatch: pytest.MonkeyPatch) -> None:
    findings = [doctor.Finding(good=True, words="Python is fine."), doctor.Finding(good=False, words="No room.")]
    monkeypatch.setattr(doctor, "examine", lambda: findings)
    code, said = run("doctor")
    assert code == 1
    assert "MEND    No room." in said
    monkeypatch.setattr(doctor, "examine", lambda: findings[:1])
    assert run("doctor") == (0, "ok      Python is fine.\nNothing to mend was found.\n")


def test_the_doctor_of_a_room_says_also_what_only_a_person_can_try(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "examine", list)
    monkeypatch.setattr(doctor, "examine_room", lambda: [doctor.Finding(good=False, words="No network.")])
    code, said = run("doctor", "--room")
    assert (code, "MEND    No network." in said, "TRY     Try one phone before the lesson" in said) == (1, True, True)
    assert "TRY" not in run("doctor")[1]


def test_report_writes_the_page_of_whoever_works_here_now(
    small_lesson: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path / "store"))
    file = tmp_path / "report.html"
    code, said = run("report", str(small_lesson), "--out", str(file))
    assert (code, str(file) in said.replace("\n", "")) == (0, True)
    assert "Nothing is done yet under this code." in file.read_text(encoding="utf-8")


def test_report_tells_also_what_was_kept_for_now_as_the_home_cannot_be_written_to(
    small_lesson: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path / "file" / "answers"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(opening, "_MEMORY", tmp_path / "nowhere")
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    code = opening.open_store().new_code()
    file = tmp_path / "report.html"
    assert run("report", str(small_lesson), "--out", str(file))[0] == 0
    assert code in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("written", [("lab", "--into", ""), ("print", "--out", " "), ("build", "--to", "")])
def test_an_empty_path_is_not_taken_for_the_folder_where_one_is(
    course: Path, monkeypatch: pytest.MonkeyPatch, written: tuple[str, ...]
) -> None:
    monkeypatch.chdir(course)
    before = sorted(course.rglob("*"))
    code, said = run(*written)
    assert (code, "write a dot" in " ".join(said.replace("│", " ").split())) == (2, True)
    assert sorted(course.rglob("*")) == before


def test_report_says_in_words_why_there_is_none(small_lesson: Path, tmp_path: Path) -> None:
    code, said = run("report", str(tmp_path / "nowhere"), "--out", str(tmp_path / "report.html"))
    assert code == 1
    assert "Traceback" not in said


# Whatever fails, a command ends in one sentence


@pytest.fixture
def sound(small_lesson: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a sound lesson, a folder for answers, and a file that stands where a folder is wanted."""
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path / "store"))
    monkeypatch.setattr(chosen, "home_of_lessons", lambda: small_lesson.parent)
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return small_lesson


def in_one_sentence(words: list[str]) -> str:
    result = CliRunner().invoke(cli.app, words)
    assert result.exit_code == 1
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert len(result.output.splitlines()) == 1
    return result.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("build {lesson} --to file", "file"),
        ("build {lesson} --to file/deeper", "file/deeper"),
        ("build {lesson} --to /proc/nowhere", "/proc/nowhere cannot be made there"),
        ("build {lesson} --to /proc/nowhere/deeper", "/proc/nowhere cannot be made there"),
        ("print --lesson bridge --out /proc/nowhere", "choose another place"),
        ("report {lesson} --out /proc/nowhere.html", "choose another place"),
        ("report {lesson} --out /dev/full", "/dev/full cannot be written because there is no room left"),
        ("report {lesson} --out lost", "lost cannot be made there"),
        ("print --lesson bridge --out file", "file cannot be used"),
        ("print --lesson bridge --out file/deeper", "file/deeper cannot be used"),
        ("report {lesson} --out gone/x.html", "make the folder first"),
        (f"report {{lesson}} --out {'x' * 300}.html", "choose a shorter name"),
        ("report {lesson} --out .", "choose another place"),
        ("report {lesson} --out file/x.html", "choose another place"),
        ("report file --out x.html", "not the folder of a lesson"),
        ("report gone --out x.html", "There is no folder gone"),
        ("check {lesson}/key.yaml", "not the folder of a lesson"),
        ("check {lesson}/..", "not the folder of a lesson"),
        ("check gone", "There is no folder gone"),
        ("build loop", "There is no folder loop"),
    ],
)
def test_a_place_that_cannot_be_used_is_named_with_a_way_out(sound: Path, words: str, said: str) -> None:
    Path("loop").symlink_to("loop")
    Path("lost").symlink_to("gone/x.html")
    assert said in in_one_sentence(words.format(lesson=sound).split())


@pytest.mark.parametrize("value", ["~nobody-of-that-name/x", "{here}/file", "{here}/file/deeper"])
def test_a_folder_for_answers_that_cannot_be_is_named_and_the_report_is_of_what_was_kept_for_now(
    sound: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, value: str
) -> None:
    value = value.format(here=Path.cwd())
    monkeypatch.setenv("WHOSAYS_DATA", value)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    code, said = run("report", str(sound), "--out", "x.html")
    assert (code, value in said.splitlines()[0], len(said.splitlines())) == (0, True, 2)


@pytest.mark.parametrize(
    ("code", "cure"), [(errno.ENOSPC, "free some space"), (errno.EROFS, "another place"), (errno.EIO, "mend that")]
)
@pytest.mark.parametrize(
    "words", ["build {lesson} --to new", "print --lesson bridge --out new", "report {lesson} --out x"]
)
def test_a_disk_that_fails_ends_each_command_in_one_sentence(
    sound: Path, monkeypatch: pytest.MonkeyPatch, words: str, code: int, cure: str
) -> None:
    written: list[str] = []

    def fail(file: Path, *_args: object, **_more: object) -> None:
        # As the system does it once a file is open: without its name.
        written.append(file.name)
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(Path, "write_text", fail)
    said = in_one_sentence(words.format(lesson=sound).split())
    assert f"{written[0]} cannot" in said or f"{written[0]} may not" in said
    assert os.strerror(code) in said
    assert cure in said


def test_where_jupyter_has_nowhere_for_its_own_files_lab_ends_in_one_sentence(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (course / "notebooks").mkdir()
    (course / "notebooks" / "start_here.ipynb").write_text("{}", encoding="utf-8")
    nowhere = str(course / "notebooks" / "start_here.ipynb" / "runtime")
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", nowhere)
    monkeypatch.setattr(tempfile, "tempdir", nowhere)
    monkeypatch.setitem(sys.modules, "jupyterlab.labapp", None)
    assert "set TMPDIR" in in_one_sentence(["lab"])


def test_a_disk_that_fails_while_lab_starts_ends_it_in_one_sentence(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(argv: list[str]) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    module = ModuleType("jupyterlab.labapp")
    module.LabApp = type("LabApp", (), {"launch_instance": staticmethod(fail)})
    monkeypatch.setitem(sys.modules, "jupyterlab.labapp", module)
    (course / "notebooks").mkdir()
    (course / "notebooks" / "start_here.ipynb").write_text("{}", encoding="utf-8")
    assert "A place that this command uses cannot be written" in in_one_sentence(["lab"])


def test_a_fault_of_our_own_says_where_it_was_and_whom_to_tell(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(folder: Path) -> list[Problem]:
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr(check, "check_folder", fail)
    said = in_one_sentence(["check", str(sound)])
    assert "ZeroDivisionError: a fault; test_cli.py, line" in said
    assert "send this sentence" in said


def test_a_misspelt_command_is_still_told_by_the_command_line_itself() -> None:
    code, said = run("chek")
    assert (code, "No such command 'chek'" in said) == (2, True)


def test_a_tilde_behind_an_equals_sign_is_the_home_and_no_folder_of_that_name(
    small_lesson: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(chosen, "home_of_lessons", lambda: small_lesson.parent)
    assert run("print", f"--lesson={small_lesson.name}", "--out=~/pages")[0] == 0
    assert run("build", str(small_lesson), "--to=~/books")[0] == 0
    assert run("report", str(small_lesson), "--out=~/report.html")[0] == 0
    assert {one.name for one in home.iterdir()} >= {"pages", "books", "report.html"}
    assert not Path("~").exists()
    code, said = run("print", "--out=~nobody-here/pages")
    assert (code, "Write the whole path." in said) == (2, True)
