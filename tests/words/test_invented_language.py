"""A lesson in an invented language speaks it everywhere: in notebooks and on paper, in exercises, bar and report."""

import json
import queue
import re
from datetime import date
from typing import Any

import pytest
from invented import CHARTS, LANGUAGE, LIVE, runes, write_lesson, write_locale
from keeping import work_in
from our_answers import full_answer
from paper_pages import seen
from talk import Line
from typer.testing import CliRunner

from exercises.answers.exports import ExportRefused, import_work
from exercises.answers.store import Store
from exercises.charts import draw_chart
from exercises.charts.elsewhere import draw_elsewhere
from exercises.cli import app
from exercises.kinds import KINDS
from exercises.kinds.items import load_items
from exercises.lesson.load import load_lesson
from exercises.notebook.build import build_lesson
from exercises.paper import print_lesson
from exercises.report import gather, render
from exercises.visit import Visit
from exercises.words import language, speaking
from exercises.words.spoken import MORE

OWN_NAMES = {"guests", LANGUAGE}  # the lesson's name of its own chart, and of its language
ENGLISH = re.compile(r"[A-Za-z]{2,}")
# What only programs read.
CODES = {"code", "format", "id", "kind", "text_id", "type"}


@pytest.fixture(scope="module")
def lesson(tmp_path_factory):
    home = tmp_path_factory.mktemp("invented")
    write_locale(home / "locale")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(MORE, str(home / "locale"))
        yield load_lesson(write_lesson(home / "lessons" / "bridge"))


@pytest.fixture(scope="module")
def items(lesson):
    return load_items(lesson)


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "store")


@pytest.fixture
def visit(lesson, items, store):
    return Visit(lesson, items, store, "one")


@pytest.fixture
def spoken(lesson):
    with speaking(lesson.info.language):
        yield


def english(data: Any, name: str = "") -> list[str]:
    """Give the texts in nested data that hold English: words with a blank between them, or one that is capital."""
    if isinstance(data, dict):
        return [text for key, value in data.items() if key not in CODES for text in english(value, key)]
    if isinstance(data, list | tuple):
        return [text for value in data for text in english(value, name)]
    found = isinstance(data, str) and (re.search(r"[A-Za-z]{2,} | [A-Za-z]{2,}|^[A-Z][a-z]+$", data))
    return [data] if found else []


def answered(visit, item):
    """Give a full answer to an exercise, have our own shown, and give all that its page got."""
    line, answer = Line(visit, visit.exercise(item.id)), full_answer(item, visit.lesson)
    if item.seal:
        line("seal", answer, 3)
        line = Line(visit, visit.open_seal(item.id))
        line("open", answer, 3)
    else:
        line("check", answer, 3)
        if item.kind == "write":
            levels = dict.fromkeys(item.rows or [item.rubric], 2)
            line("check", {"text": answer["text"], "rated": levels, "why": runes("So.")}, 3)
        line("show", answer)
    return [line.page, line.state, *line.replies]


def work_through(visit):
    return [told for item in visit.items.values() for told in answered(visit, item)]


def test_the_lesson_holds_every_kind_of_exercise(items):
    assert {item.kind for item in items.values()} == set(KINDS)


def test_notebooks_speak_it(lesson, tmp_path):
    (built,) = build_lesson(lesson.folder, tmp_path)
    cells = json.loads(built.read_text(encoding="utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells]
    comments = [line for source in sources for line in source.splitlines() if line.startswith("# ")]
    prose = [seen(source) for source, cell in zip(sources, cells, strict=True) if cell["cell_type"] == "markdown"]
    assert set(ENGLISH.findall(" ".join(comments + prose))) <= OWN_NAMES
    assert f"2 {runes('May')} 2025" in " ".join(prose)


def test_paper_speaks_it_and_says_so_even_after_english(lesson, small_lesson, tmp_path):
    print_lesson(small_lesson, tmp_path / "english")
    pages = {path.name: path.read_text(encoding="utf-8") for path in print_lesson(lesson.folder, tmp_path / "runes")}
    # Codes of students are the same two words in every language, and file names are no language.
    del pages["code_cards.html"]
    bare = {name: re.sub(r"<(code|a)\b[^>]*>.*?</\1>", " ", page) for name, page in pages.items()}
    told = {name: set(ENGLISH.findall(seen(page))) - OWN_NAMES for name, page in bare.items()}
    assert {name: words for name, words in told.items() if words} == {}
    assert {re.search(r'<html lang="(.*?)">', page)[1] for page in pages.values()} == {LANGUAGE}


def test_every_exercise_speaks_it_before_and_after_the_answer(visit):
    told = work_through(visit)
    assert not {"refused", "trouble"} & {reply.get("kind") for reply in told}
    assert english(told) == []


def test_every_refusal_speaks_it(visit):
    line = Line(visit, visit.exercise("support"))
    for kind, answer in (("check", {"ratings": {}}), ("check", {"ratings": {"ferry": 99}}), ("show", {})):
        line(kind, answer, 3)
    line.send({"seq": 4})
    refusals = [reply["words"] for reply in line.replies if "words" in reply]
    assert len(refusals) >= 3
    assert english(refusals) == []


def test_what_cannot_be_shown_is_refused_in_it(visit):
    with pytest.raises(ValueError, match=r"\w") as not_sealed:
        visit.open_seal("support")
    with pytest.raises(ValueError, match=r"\w") as no_such_form:
        visit.form("middle")
    assert english([str(not_sealed.value), str(no_such_form.value)]) == []


def test_words_of_exercise_bar_report_and_figures_are_its_words(visit):
    faces = [visit.exercise(name) for name in visit.items]
    faces += [visit.bar(), visit.report(), *(visit.figure(name) for name in (*CHARTS, *LIVE))]
    drawn = visit.draw(*faces)
    assert all(one.words for one in drawn)
    assert english([one.words for one in drawn]) == []
    assert english([one.page for one in drawn]) == []


def test_what_is_drawn_anew_speaks_it(visit):
    report = Line(visit, visit.report())
    Line(visit, visit.exercise("support"))("check", full_answer(visit.items["support"], visit.lesson), 3)
    visit.begin(visit.student.code)
    assert report.redraws == 1
    assert english(report.page) == []


def test_a_student_may_choose_another_language_than_that_of_the_lesson(lesson, items, store):
    chosen = Visit(lesson, items, store, "one", language="en")
    (drawn,) = chosen.draw(chosen.report())
    assert drawn.words["button"] == "Save my report"


def made(lesson, items, store):
    return gather(lesson, items, work_in(store), date(2026, 11, 25))


def test_the_report_speaks_it_and_says_so(lesson, items, store, visit, spoken):
    work_through(visit)
    page = render(made(lesson, items, store))
    assert f'<html lang="{LANGUAGE}">' in page
    # The student wrote one word of English, and has a code.
    assert set(ENGLISH.findall(seen(page).replace(store.code, ""))) == {"Because"}
    assert f"25 {runes('November')} 2026" in page


def test_the_command_writes_the_report_in_the_language_of_the_lesson(lesson, tmp_path, monkeypatch):
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path / "store"))
    out = tmp_path / "report.html"
    said = CliRunner().invoke(app, ["report", str(lesson.folder), "--out", str(out)])
    assert said.output == f"The report is in {out}. Open it with any browser.\n"
    assert f'<html lang="{LANGUAGE}">' in out.read_text(encoding="utf-8")


def test_a_refused_work_file_is_refused_in_it(store, spoken):
    with pytest.raises(ExportRefused) as refused:
        import_work(store, "no work file")
    assert english(str(refused.value)) == []


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_drawn_in_it(lesson, name, spoken):
    chart = draw_chart(name, lesson)
    words = re.findall(r"<text[^>]*>([^<]*)</text>", chart.svg.decode())
    assert words
    assert english([chart.title, chart.caption, chart.alt, list(chart.heads), words]) == []
    # The publishers of the lesson's sources, days and ids stand in the tables as they are.
    assert english([list(row) for row in chart.rows]) == []


def test_another_process_draws_in_it_too(lesson, spoken):
    assert draw_elsewhere(CHARTS[0], lesson) == draw_chart(CHARTS[0], lesson)


@pytest.mark.parametrize("name", [*LIVE, CHARTS[-1]])
def test_a_figure_speaks_it(visit, name):
    reply = look(visit, name)
    assert reply["kind"] == "open"
    assert english({part: told for part, told in reply["content"].items() if part != "svg"}) == []


def look(visit, name):
    """Open a figure, and give its last reply; a slow one sends it from a thread of its own."""
    replies = queue.Queue()
    visit.show(visit.figure(name), lambda page, state: None).receive({"kind": "look"}, replies.put)
    assert replies.get() == {"kind": "drawing"}
    return replies.get()


def test_outside_of_the_lesson_the_course_speaks_english(lesson):
    assert language() == "en"
