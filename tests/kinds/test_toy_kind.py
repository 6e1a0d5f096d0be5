"""A kind from a folder of its own is shown, checked, printed, told and guarded as soon as it stands in the list."""

import shutil
from dataclasses import replace
from datetime import date

import pytest
import toy_kind
from canary import given_away, secrets_of_lesson
from keeping import work_in
from paper_pages import printed, seen
from talk import Talk

from exercises.answers.store import Store
from exercises.files.problems import LessonError
from exercises.kinds import KINDS
from exercises.kinds.items import check_lesson, load_items
from exercises.lesson.load import load_lesson
from exercises.page.joined import join_module, join_style
from exercises.report import gather, render

WHY = "The bridge has two towers, and the river has one bank on each side of them."
EXERCISE = f"""  - id: towers
    kind: toy
    title: Towers
    instruction: Guess a number.
    role: alone
    rubric: A
    prompt: How many towers has the bridge?
    number: 417
    why: {WHY}
"""


@pytest.fixture(autouse=True)
def listed(monkeypatch):
    monkeypatch.setitem(KINDS, "toy", toy_kind.KIND)


@pytest.fixture
def folder(small_lesson):
    for name, text in (("one.yaml", EXERCISE), ("one.md", "\n```{exercise} towers\n```\n")):
        (small_lesson / name).write_text((small_lesson / name).read_text("utf-8") + text, encoding="utf-8")
    return small_lesson


@pytest.fixture
def lesson(folder):
    return load_lesson(folder)


@pytest.fixture
def towers(lesson):
    return load_items(lesson)["towers"]


class Shown:
    """The exercise on the page of a student; all that a test needs of the page goes through here."""

    def __init__(self, lesson, item, folder):
        self.store, self.seq = Store(folder), 0
        self.exchange = Talk(lesson, item, self.store, "one")

    @property
    def page(self):
        return self.exchange.page()

    @property
    def state(self):
        return self.exchange.state()

    def send(self, kind, guess):
        self.seq += 1
        message = {"kind": kind, "tab": "tab-of-tests", "seq": self.seq, "answer": {"guess": guess}, "confidence": 3}
        return self.exchange.receive(message)


@pytest.fixture
def shown(lesson, towers, tmp_path):
    return Shown(lesson, towers, tmp_path / "store")


def test_it_is_read_from_a_lesson_and_its_mistakes_are_named(folder):
    assert check_lesson(folder) == []
    file = folder / "one.yaml"
    file.write_text(file.read_text("utf-8").replace("number: 417", "number: 0"), encoding="utf-8")
    (problem,) = check_lesson(folder)
    assert "The number is not above 0" in str(problem)


def test_it_is_shown_with_its_own_view_and_words(shown):
    kind = KINDS["toy"]
    assert shown.page["body"] == {"prompt": "How many towers has the bridge?"}
    assert "render(" in join_module(kind.folder / "view.js")
    assert ".toy" in join_style(kind.folder / "view.css")
    assert kind.said()["guess"] == "Your guess"


def test_it_is_checked_and_gives_its_reason(shown):
    assert shown.send("draft", 2)["kind"] == "saved"
    assert shown.send("check", 2)["kind"] == "result"
    result = shown.state["result"]
    assert (result["points"], result["remarks"][0]["reason"]) == (0, WHY)
    assert shown.state["take"] == []


def test_it_is_printed_for_students_without_its_key_and_for_the_teacher_with_it(folder, tmp_path):
    paper = {name: seen(page) for name, page in printed(folder, tmp_path / "paper").items()}
    assert "How many towers has the bridge? Your guess ____" in paper["worksheet_one.html"]
    assert "How many towers has the bridge? Your guess?" in paper["slides_one.html"]
    assert "Towers on the worksheet" in paper["tally.html"]
    assert f"How many towers has the bridge? 417 {WHY}" in paper["guide.html"]
    assert [name for name, page in paper.items() if WHY in page or "417" in page] == ["guide.html"]


def test_it_is_told_in_the_report(shown, lesson):
    shown.send("check", 417)
    report = gather(
        lesson,
        load_items(lesson),
        work_in(shown.store),
        date(2026, 11, 25),
    )
    (told,) = report.told
    assert (told.answer, told.summary, told.remarks[0].reason) == (("Guessed: 417",), "Right.", WHY)
    assert (report.rows[0].practised, report.sureness.times) == (1, 1)
    assert "Guessed: 417" in render(report)


def test_the_canary_guards_it(shown, lesson, towers, monkeypatch, tmp_path):
    assert WHY in secrets_of_lesson(lesson, [towers])
    assert given_away(towers, lesson, shown.page, shown.state) == []
    leaks = {"prompt": f"Why? {WHY}"}, {"number": 1}, {"hint": [{"guess": 417}]}
    for leak in leaks:
        monkeypatch.setitem(KINDS, "toy", replace(toy_kind.KIND, page=lambda item, lesson, leak=leak: leak))
        assert given_away(towers, lesson, Shown(lesson, towers, tmp_path / "store").page)


@pytest.mark.parametrize(
    ("form", "text", "said"),
    [
        ("slide.html", None, "slide.html: The kind “toy” cannot be printed: there is no slide.html."),
        (
            "paper.html",
            "One\n{{ page.number }}",
            "paper.html:2: The kind “toy” cannot be printed: 'dict object'",
        ),
        ("slide.html", "{% if page.prompt %}", "slide.html:1: The kind “toy” cannot be printed: Unexpected end"),
        ("slide.html", "{{ words.toy.motto }}", "slide.html:1: The kind “toy” cannot be printed: 'dict object'"),
    ],
)
def test_a_form_that_is_missing_or_asks_too_much_is_named_and_never_printed_blank(
    folder, tmp_path, monkeypatch, form, text, said
):
    copy = shutil.copytree(toy_kind.KIND.folder, tmp_path / "toy", ignore=shutil.ignore_patterns("__pycache__"))
    (copy / form).unlink()
    if text:
        (copy / form).write_text(text, encoding="utf-8")
    monkeypatch.setitem(KINDS, "toy", replace(toy_kind.KIND, folder=copy))
    with pytest.raises(LessonError) as caught:
        printed(folder, tmp_path / "paper")
    assert said in str(caught.value)
    assert not (tmp_path / "paper").exists()
