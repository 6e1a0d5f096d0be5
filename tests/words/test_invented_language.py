"""A lesson in an invented language speaks it everywhere: in notebooks and on paper, in exercises, bar and report."""

import json
import re
from datetime import date
from typing import Any

import pytest
from invented import CHARTS, LANGUAGE, LIVE, runes, write_lesson, write_locale
from our_answers import full_answer
from paper_pages import seen
from typer.testing import CliRunner

from exercises.answers.exports import ExportRefused, import_work
from exercises.answers.store import Store
from exercises.charts.elsewhere import draw_elsewhere
from exercises.cli import app
from exercises.exchange.exchange import Exchange
from exercises.figures.live import LIVE as FIGURES
from exercises.jupyter.bar import BarWidget
from exercises.jupyter.exercise import ExerciseWidget
from exercises.jupyter.report import ReportWidget
from exercises.kinds import KINDS
from exercises.kinds.items import load_items, taken_up
from exercises.lesson.load import load_lesson
from exercises.notebook.build import build_lesson
from exercises.paper import print_lesson
from exercises.report import gather, render
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


def exchange(lesson, items, store, name, *, opening=False):
    earlier = items.get(taken_up(items[name]))
    return Exchange(lesson, items[name], store, "one", earlier=earlier, opening=opening)


def message(kind, answer, seq=1):
    return {"kind": kind, "tab": "tab-for-runes", "seq": seq, "answer": answer, "confidence": 3}


def work_through(lesson, items, store):
    """Give a full answer to everything, have our own shown, and give all that was replied."""
    replies = []
    for name, item in items.items():
        one, answer = exchange(lesson, items, store, name), full_answer(item, lesson)
        if item.seal:
            replies.append(one.receive(message("seal", answer)))
            one = exchange(lesson, items, store, name, opening=True)
            replies.append(one.receive(message("open", answer, 2)))
        else:
            replies.append(one.receive(message("check", answer)))
            if item.kind == "write":
                levels = dict.fromkeys(item.rows or [item.rubric], 2)
                rated = {"text": answer["text"], "rated": levels, "why": runes("So.")}
                replies.append(one.receive(message("check", rated, 2)))
            replies.append(one.receive(message("show", answer, 3)))
        replies += [one.page(), one.state()]
    return replies


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


def test_every_exercise_speaks_it_before_and_after_the_answer(lesson, items, store, spoken):
    replies = work_through(lesson, items, store)
    assert not {"refused", "trouble"} & {reply.get("kind") for reply in replies}
    assert english(replies) == []


def test_every_refusal_speaks_it(lesson, items, store, spoken):
    one = exchange(lesson, items, store, "support")
    tried = [message("check", {"ratings": {}}), message("check", {"ratings": {"ferry": 99}}), message("show", {}), {}]
    replies = [one.receive(content | {"seq": seq}) for seq, content in enumerate(tried, start=1)]
    refusals = [reply["words"] for reply in replies if reply and "words" in reply]
    assert len(refusals) >= 3
    assert english(refusals) == []


def test_words_of_exercise_bar_and_report_are_its_words(lesson, items, store, spoken):
    widgets = [ExerciseWidget(exchange(lesson, items, store, name)) for name in items]
    widgets.append(BarWidget(lesson, list(items.values()), items, store, "one", on_change=lambda: None))
    widgets.append(ReportWidget(store, lambda: made(lesson, items, store), "one"))
    assert all(widget.words for widget in widgets)
    assert english([widget.words for widget in widgets]) == []
    assert english([widget.page for widget in widgets]) == []


def made(lesson, items, store):
    return gather(lesson, items, store.work(), date(2026, 11, 25))


def test_the_report_speaks_it_and_says_so(lesson, items, store, spoken):
    work_through(lesson, items, store)
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
def test_a_chart_is_drawn_in_it_even_in_another_process(lesson, name, spoken):
    chart = draw_elsewhere(name, lesson)
    words = re.findall(r"<text[^>]*>([^<]*)</text>", chart.svg.decode())
    assert words
    assert english([chart.title, chart.caption, chart.alt, list(chart.heads), words]) == []
    # The publishers of the lesson's sources, days and ids stand in the tables as they are.
    assert english([list(row) for row in chart.rows]) == []


@pytest.mark.parametrize("name", LIVE)
def test_a_figure_speaks_it(lesson, name, spoken):
    assert english(FIGURES[name](lesson)) == []


def test_outside_of_the_lesson_the_course_speaks_english(lesson):
    assert language() == "en"
