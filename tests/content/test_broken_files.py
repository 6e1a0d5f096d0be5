"""Where one file of a lesson cannot be read, its cause is told, and nothing of what follows from it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from small_lesson import build_small_lesson, change

from exercises.files.problems import Problem
from exercises.notebook.check import check_folder

YAML = ("lesson.yaml", "key.yaml", "practice.yaml", "claims.yaml", "sources.yaml", "background.yaml")
YAML += ("plain.yaml", "one.yaml")
PROSE = ("one.md", "article.txt", "guide/front.md")
PLAN = "guide/plan.yaml"

# Kept small, but every part of it is named by another file.
BACKGROUND = """glossary:
  - {term: crown, meaning: Money of the place.}
people:
  - {name: The mayor, side: town, role: She speaks for the town., in_claims: [C2]}
"""
PLAIN = """sentences:
  S1: The mayor spoke.
  S2: It costs about 40,000 crowns and stands since 1902.
  S3: "Half do not come, they claimed."
"""
SIDES = "links: none\nsides:\n  - {id: town, gains: Shops on its road., board: The town}\n"
SEALED = "    role: alone\n    seal: true\n"


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    """Give the small lesson with a background, a sealed exercise and a guide."""
    folder = build_small_lesson(tmp_path / "lessons" / "bridge")
    (folder / "background.yaml").write_text(BACKGROUND, encoding="utf-8")
    (folder / "plain.yaml").write_text(PLAIN, encoding="utf-8")
    change(folder / "lesson.yaml", "links: none\n", SIDES)
    change(folder / "one.yaml", "    role: alone\n", SEALED)
    with (folder / "one.md").open("a", encoding="utf-8") as prose:
        prose.write("\n```{open} mark-the-mayor\n```\n\n```{article}\ncrown\n```\n")
    (folder / "guide").mkdir()
    (folder / "guide" / "front.md").write_text("First words.\n\nMore words.\n", encoding="utf-8")
    (folder / PLAN).write_text("packages:\n  - {periods: 1, notebooks: [one]}\n", encoding="utf-8")
    return folder


def instead(make: Callable[[Path], object]) -> Callable[[Path], object]:
    def put(file: Path) -> None:
        file.unlink()
        make(file)

    return put


def edited(change: Callable[[bytes], bytes]) -> Callable[[Path], object]:
    return lambda file: file.write_bytes(change(file.read_bytes()))


def fifty_megabytes(file: Path) -> None:
    os.truncate(file, 50_000_000)


BROKEN_FILE = {
    "folder": instead(Path.mkdir),
    "looping link": instead(lambda file: file.symlink_to(file.name)),
    "link to nowhere": instead(lambda file: file.symlink_to("gone")),
    "pipe": instead(os.mkfifo),
    "50 megabytes": fifty_megabytes,
    "UTF-16": edited(lambda raw: raw.decode().encode("utf-16")),
    "UTF-16 without a mark": edited(lambda raw: raw.decode().encode("utf-16-le")),
    "latin-1": edited(lambda raw: raw + "café\n".encode("latin-1")),
    "NUL": edited(lambda raw: raw[:20] + b"\0" + raw[20:]),
    "escape sequence": edited(lambda raw: raw.replace(b" ", b" \x1b[31m", 1)),
    "right-to-left override": edited(lambda raw: raw.replace(b" ", " \u202e".encode(), 1)),
    "CR alone": edited(lambda raw: raw.replace(b"\n", b"\r")),
}
BROKEN_YAML = {
    "tab": edited(lambda raw: b"\t" + raw),
    "tab inside": edited(lambda raw: raw.replace(b"\n  ", b"\n\t", 1)),
    "nothing": lambda file: file.write_bytes(b""),
    "only a remark": lambda file: file.write_bytes(b"# later\n"),
    "a list": lambda file: file.write_bytes(b"- a\n"),
    "500 deep": lambda file: file.write_bytes(b"a: " + b"[" * 500 + b"]" * 500),
    "5,000 deep": lambda file: file.write_bytes(b"a: " + b"[" * 5000),
    "far too large a character": lambda file: file.write_bytes(b'a: "\\UFFFFFFFF"\n'),
    "unclosed bracket": edited(lambda raw: raw + b"more: [\n"),
}


def check_one(problems: list[Problem], file: Path) -> None:
    assert {problem.file for problem in problems} == {file}, [str(problem) for problem in problems]
    assert len(problems) == 1, [str(problem) for problem in problems]
    assert problems[0].cure


def test_the_lesson_is_sound_before_it_is_broken(lesson):
    assert check_folder(lesson) == []


@pytest.mark.parametrize("fault", BROKEN_FILE)
@pytest.mark.parametrize("name", [*YAML, *PROSE, PLAN])
def test_a_file_that_cannot_be_used_is_the_one_thing_told(lesson, name, fault):
    BROKEN_FILE[fault](lesson / name)
    check_one(check_folder(lesson), lesson / name)


@pytest.mark.parametrize("fault", BROKEN_YAML)
@pytest.mark.parametrize("name", [*YAML, PLAN])
def test_yaml_that_cannot_be_read_is_the_one_thing_told(lesson, name, fault):
    BROKEN_YAML[fault](lesson / name)
    check_one(check_folder(lesson), lesson / name)


@pytest.mark.parametrize("name", [*YAML, PLAN])
def test_a_list_that_stands_twice_hides_what_only_follows_from_it(lesson, name):
    first = (lesson / name).read_text(encoding="utf-8").split(":")[0]
    change_end = f"{first}: [1]\n"
    (lesson / name).write_text((lesson / name).read_text(encoding="utf-8") + change_end, encoding="utf-8")
    (problem,) = check_folder(lesson)
    assert (problem.file.name, "stands twice" in problem.what) == (Path(name).name, True)


@pytest.mark.parametrize("some", [1, 2])
def test_a_folder_with_line_ends_of_windows_is_read_like_any_other(lesson, some):
    for file in [lesson / name for name in (*YAML, *PROSE, PLAN)][::some]:
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert check_folder(lesson) == []


def test_a_folder_with_line_ends_of_very_old_computers_gives_one_sentence_a_file(lesson):
    files = [lesson / name for name in (*YAML, *PROSE, PLAN)]
    for file in files:
        BROKEN_FILE["CR alone"](file)
    problems = check_folder(lesson)
    assert sorted(problem.file for problem in problems) == sorted(files)
    assert all("(CR)" in problem.what and problem.line == 1 for problem in problems)


@pytest.mark.parametrize("prose", ["", "Just words.\n", "[" * 5000 + "\n", "> " * 5000 + "a\n"])
def test_prose_that_is_none_of_a_notebook_hides_what_only_follows_from_it(lesson, prose):
    (lesson / "one.md").write_text(prose, encoding="utf-8")
    check_one(check_folder(lesson), lesson / "one.md")


# Faults inside a file: file, words, other words, and words of the one problem that is told.
FAULTS = {
    "seal that is no truth": ("one.yaml", "seal: true", "seal: 'yes'", "“seal”"),
    "misspelt seal": ("one.yaml", "seal: true", "seel: true", "“seel”"),
    "misspelt id": ("one.yaml", "id: mark-the-mayor", "ib: mark-the-mayor", "“i"),
    "id that is a number": ("one.yaml", "id: mark-the-mayor", "id: 12", "“id”"),
    "id with blanks": ("one.yaml", "id: mark-the-mayor", "id: mark the mayor", "“mark the mayor”"),
    "id that stands twice": ("one.yaml", "id: mark-the-mayor", "id: who-speaks", "“who-speaks” stands twice"),
    "misspelt list of claims": ("claims.yaml", "claims:", "claimz:", "“claimz”"),
    "misspelt list of marks": ("key.yaml", "attributions:", "attributionz:", "“attributionz”"),
    "misspelt name of a sentence": ("plain.yaml", "  S2:", "  s2:", "“s2”"),
    "plain version that is empty": ("plain.yaml", "S1: The mayor spoke.", "S1: ''", "“S1”"),
    "misspelt term": ("background.yaml", "{term: crown", "{tern: crown", "“ter"),
    "minutes in quotation marks": ("lesson.yaml", "minutes: 20", "minutes: '20'", "“minutes”"),
    "title that is a number": ("lesson.yaml", "title: One bridge", "title: 12", "“title”"),
    "misspelt part of a side": ("lesson.yaml", "board: The town", "bored: The town", "“bo"),
    "name that leads out": ("lesson.yaml", "name: one", "name: ../../one", "“../../one”"),
    "place that leads out": ("lesson.yaml", "to: bridge/one.ipynb", "to: ../one.ipynb", "“../one.ipynb”"),
    "article that leads out": ("lesson.yaml", "file: article.txt", "file: ../article.txt", "“../article.txt”"),
    "unknown block": ("one.md", "```{exercise} mark-the-mayor", "```{exercize} mark-the-mayor", "“exercize”"),
    "words in a block": ("one.md", "{exercise} mark-the-mayor\n", "{exercise} mark-the-mayor\nwords\n", "holds words"),
    "control character in a title": ("one.md", "title: One bridge", 'title: "One\\e bridge"', "U+001B"),
    "control character in the lesson's title": (
        "lesson.yaml",
        "title: The bridge of Dovhe",
        'title: "A\\u202e bridge"',
        "U+202E",
    ),
    "control character in an exercise's title": ("one.yaml", "title: Who speaks?", 'title: "Who\\a speaks?"', "U+0007"),
    "title in two lines": ("one.yaml", "title: Who speaks?", 'title: "Who\\nspeaks?"', "line end"),
    "blank line in the article": ("article.txt", "May.\n", "May.\n\n", "empty"),
    "reference in the guide": ("guide/front.md", "More words", "More &#8238;words", "&#8238;"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_of_a_fault_only_the_cause_is_told_with_its_line(lesson, name):
    file, old, new, said = FAULTS[name]
    line = change(lesson / file, old, new)
    problems = check_folder(lesson)
    assert {(problem.file, problem.line) for problem in problems} <= {
        (lesson / file, place) for place in range(line - 1, line + 2)
    }, [str(problem) for problem in problems]
    assert any(said in problem.what for problem in problems)
    assert any(problem.line == line or "missing" in problem.what or "empty" in problem.what for problem in problems)
