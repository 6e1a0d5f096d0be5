"""No student gets a notebook that rests on a draft, or a desk on a real article for which too little was read."""

import json
import os
import re
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from drafted_lesson import make, take_over
from every_lesson import HOME
from small_lesson import change
from talk import Line
from typer.testing import CliRunner

from exercises.answers.store import Store
from exercises.cli import app
from exercises.figures.live import NAMES
from exercises.figures.rests import rests_on
from exercises.jupyter import session
from exercises.kinds import KINDS
from exercises.kinds.edition import edition_of
from exercises.kinds.items import load_items
from exercises.lesson.load import load_lesson
from exercises.notebook import chosen
from exercises.notebook.build import build_lesson
from exercises.notebook.check import check_folder
from exercises.notebook.drafts import ALLOWED, count_drafts
from exercises.notebook.ready import RestsOnDrafts, drafts_in, ready_of
from exercises.paper import print_lesson
from exercises.visit import Visit

LESSONS = HOME / "lessons"
SOURCE = """  - id: {id}
    publisher: Town of Dovhe
    url: https://town.example/{id}
    consulted: "2026-06-12"
    link: none
    date: "2026-06-10"
    language: en
    type: official
    position: Page of the town hall.
    interest: The town pays for the bridge.
    near: party
    origin: {origin}
    says: The bakery sold 1,200 loaves a week.
    supports: [C1]
    core: true
    read: whole
"""


@pytest.fixture
def fresh(tmp_path, monkeypatch):
    """Give a lesson as ``whosays new`` makes it, in a course of its own."""
    monkeypatch.delenv(ALLOWED, raising=False)
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path / "data"))
    folder = make(tmp_path / "lessons" / "bakery")
    monkeypatch.setattr(chosen, "home_of_lessons", lambda: folder.parent)
    monkeypatch.setattr(session, "find_lessons", lambda: folder.parent)
    monkeypatch.setattr(session, "_OPEN", {})
    return folder


def run(*words):
    result = CliRunner().invoke(app, list(words))
    assert "Traceback" not in result.output
    return result.exit_code, result.output


def names(folder, **asked):
    return [entry.name for entry in ready_of(folder, **asked).lesson.info.notebooks]


def read_sources(folder, *origins):
    """Write sources with these origins into a lesson."""
    listed = "".join(f'  - {{id: {one}, name: "Origin {one}"}}\n' for one in dict.fromkeys(origins))
    sources = "".join(SOURCE.format(id=f"s-{at}", origin=one) for at, one in enumerate(origins))
    (folder / "sources.yaml").write_text(f"origins:\n{listed}sources:\n{sources}", encoding="utf-8")


def test_build_makes_no_notebook_of_drafts_and_says_so_in_one_sentence(fresh):
    code, said = run("build", "bakery")
    assert code == 1
    assert not list((fresh.parent.parent / "notebooks").rglob("*.ipynb"))
    (sentence,) = [line for line in said.splitlines() if "because they rest on drafts" in line]
    assert "“2 Who says so?” (" in sentence
    assert "whosays check bakery" in sentence


def test_whoever_asks_for_drafts_gets_them(fresh):
    code, _ = run("build", "bakery", "--drafts")
    built = [file.stem for file in sorted((fresh.parent.parent / "notebooks" / "bakery").iterdir())]
    assert (code, built) == (0, ["01_first_read", "02_who_says_so", "05_how_sure"])


def test_print_leaves_out_what_rests_on_drafts(fresh, tmp_path):
    code, said = run("print", "--lesson", "bakery", "--out", str(tmp_path / "paper"))
    assert (code, "because they rest on drafts" in said) == (1, True)
    assert not list((tmp_path / "paper").glob("worksheet_*"))
    assert run("print", "--lesson", "bakery", "--out", str(tmp_path / "paper"), "--drafts")[0] == 0
    assert len(list((tmp_path / "paper").glob("plan_*"))) == 3


def test_a_kernel_opens_no_notebook_that_rests_on_drafts_unless_it_may(fresh, monkeypatch, capsys):
    with pytest.raises(RestsOnDrafts, match=r"“2 Who says so\?” rests on drafts .* whosays lab --drafts"):
        session.open_session("bakery", "02_who_says_so")
    monkeypatch.setenv(ALLOWED, "1")
    session.open_session("bakery", "02_who_says_so")
    assert "is open" in capsys.readouterr().out


@pytest.mark.parametrize(("words", "allowed"), [((), ""), (("--drafts",), "1")])
def test_lab_lets_kernels_open_drafts_only_for_who_asks(fresh, monkeypatch, words, allowed):
    seen = []
    lab = SimpleNamespace(launch_instance=lambda argv: seen.append((os.environ[ALLOWED], "--drafts" in argv)))
    monkeypatch.setitem(sys.modules, "jupyterlab.labapp", SimpleNamespace(LabApp=lab))
    monkeypatch.setenv(ALLOWED, "1")
    notebooks = fresh.parent.parent / "notebooks"
    notebooks.mkdir()
    (notebooks / "start_here.ipynb").write_text("{}", encoding="utf-8")
    assert run("lab", *words)[0] == 0
    assert seen == [(allowed, False)]


def test_a_notebook_waits_only_for_the_drafts_that_it_rests_on(fresh):
    take_over(fresh, "lesson.yaml", "01_first_read.yaml")
    assert names(fresh) == ["01_first_read"]
    take_over(fresh, "02_who_says_so.yaml")
    assert names(fresh) == ["01_first_read"]
    take_over(fresh, "key.yaml")
    assert names(fresh) == ["01_first_read", "02_who_says_so"]


def test_whoever_stops_where_readme_says_one_may_has_the_notebooks_that_it_promises(fresh):
    guide = (LESSONS / "README.md").read_text("utf-8")
    assert "You can stop after step 5: then you have three notebooks" in guide
    steps = dict(re.findall(r"^## (\d) [^\n]*\n(.*?)(?=^## )", guide, re.MULTILINE | re.DOTALL))
    looked_at = {name for step in "2345" for name in re.findall(r"`(\w+\.yaml)`", steps[step])}
    take_over(fresh, *sorted(looked_at - {"claims.yaml"}))
    for line in re.findall(r"^whosays (?:check|build) bakery$", steps["5"], re.MULTILINE):
        code, said = run(*line.split()[1:])
        assert code == 0, said
    assert len(list((fresh.parent.parent / "notebooks" / "bakery").glob("*.ipynb"))) == 3
    assert [draft.file.name for draft in count_drafts(fresh)] == ["claims.yaml"]


@pytest.mark.parametrize(
    ("chart", "layer"),
    [("attribution-map", "attributions"), ("attribution-map", "voice"), ("certainty-strip", "certainty")],
)
def test_a_figure_waits_for_what_it_shows_and_for_nothing_else(fresh, chart, layer):
    take_over(fresh, "lesson.yaml", "key.yaml")
    lesson = load_lesson(fresh)
    assert list(drafts_in(rests_on(chart, lesson))) == []
    first = next(iter(getattr(lesson.key["article"], layer))).id
    change(fresh / "key.yaml", f"  - id: {first}\n", f"  - id: {first}\n    draft: true\n")
    waits = {name for name in NAMES if list(drafts_in(rests_on(name, load_lesson(fresh))))}
    of_sayings = {"attribution-map", "peel", "peel-by-owner", "concordance"}
    assert waits == (of_sayings if layer == "attributions" else {chart})


def test_to_take_a_draft_over_as_it_stands_leaves_answers_valid(fresh):
    before = load_lesson(fresh)
    editions = {name: edition_of(item, before) for name, item in load_items(before).items() if item.kind != "desk"}
    take_over(fresh)
    after = load_lesson(fresh)
    items = load_items(after)
    assert {name: edition_of(items[name], after) for name in editions} == editions


def test_a_draft_that_no_exercise_shows_holds_nothing_up(small_lesson):
    change(small_lesson / "key.yaml", "  - id: A02a\n", "  - id: A02a\n    draft: true\n")
    assert names(small_lesson) == ["one"]
    change(small_lesson / "key.yaml", "  - id: A01a\n", "  - id: A01a\n    draft: true\n")
    assert names(small_lesson) == []
    assert names(small_lesson, drafts=True) == ["one"]


@pytest.mark.parametrize(
    ("origins", "there"),
    [(("a", "b", "b"), False), (("a", "a", "a", "a"), False), (("a", "a", "a", "b"), True)],
)
def test_a_real_article_gets_its_desk_from_four_read_sources_of_two_origins_on(fresh, origins, there):
    read_sources(fresh, *origins)
    assert check_folder(fresh) == []
    assert ("07b_does_it_hold" in names(fresh, drafts=True)) == there
    left_out = ready_of(fresh, drafts=True).left_out()
    assert ("a desk needs 4 sources of 2 origins" in left_out) != there
    assert there or f"has {len(origins)} of {len(set(origins))}" in left_out


def test_sources_for_the_teacher_alone_are_none_for_a_desk(fresh):
    read_sources(fresh, "a", "a", "a", "b")
    text = (fresh / "sources.yaml").read_text("utf-8")
    (fresh / "sources.yaml").write_text(text.replace("core: true", "core: true\n    teacher_only: true", 1), "utf-8")
    assert "07b_does_it_hold" not in names(fresh, drafts=True)


def test_check_says_that_the_desk_is_left_out_and_finds_nothing_to_mend(fresh):
    code, said = run("check", "bakery")
    assert (code, "Nothing to mend in bakery." in said) == (0, True)
    assert "Left out of bakery: “7b Does it hold, and as of when?”" in said


NO_CLAIM = "The bridge was closed in May. It is made of wood. People walk over it."
GERMAN = "Die Brücke ist seit Mai gesperrt. Der Bürgermeister sagte, sie bleibe zu. Sie ist aus Holz."


@pytest.mark.parametrize("report", [NO_CLAIM, GERMAN])
@pytest.mark.parametrize("invented", [False, True])
def test_without_a_drafted_claim_there_is_no_desk_and_still_no_check_of_claims_without_sources(
    tmp_path, report, invented
):
    folder = make(tmp_path / "lessons" / "quiet", report, invented=invented)
    assert "kind: desk" not in (folder / "07b_does_it_hold.yaml").read_text("utf-8")
    assert "07b_does_it_hold" not in names(folder, drafts=True)
    assert "“7b Does it hold, and as of when?”" in ready_of(folder, drafts=True).left_out()


def test_a_teacher_who_takes_all_claims_out_gets_no_check_of_claims_without_sources(fresh):
    (fresh / "claims.yaml").write_text("claims: []\n", "utf-8")
    exercises = fresh / "07b_does_it_hold.yaml"
    before, _, rest = exercises.read_text("utf-8").partition("  - id: hold-desk\n")
    exercises.write_text(before + rest[rest.index("  - id: hold-exit") :], "utf-8")
    change(fresh / "07b_does_it_hold.md", "```{exercise} hold-desk\n```\n", "")
    assert check_folder(fresh) == []
    assert "Left out of bakery: “7b Does it hold, and as of when?”" in run("check", "bakery")[1]
    read_sources(fresh, "a", "a", "a", "b")
    file = fresh / "sources.yaml"
    file.write_text(file.read_text("utf-8").replace("    supports: [C1]\n", ""), "utf-8")
    assert "07b_does_it_hold" in names(fresh, drafts=True)


def test_an_invented_lesson_may_have_a_desk_with_fewer_but_not_with_none(tmp_path):
    folder = make(tmp_path / "lessons" / "tale", invented=True)
    assert "07b_does_it_hold" not in names(folder, drafts=True)
    assert "sources.yaml has none" in ready_of(folder, drafts=True).left_out()
    read_sources(folder, "a")
    file = folder / "sources.yaml"
    change(file, '    url: https://town.example/s-0\n    consulted: "2026-06-12"\n', "    label: Invented\n")
    assert check_folder(folder) == []
    assert "07b_does_it_hold" in names(folder, drafts=True)


def test_an_invented_source_beside_a_real_article_is_refused(fresh):
    read_sources(fresh, "a", "a", "a", "b")
    change(
        fresh / "sources.yaml",
        "    url: https://town.example/s-0\n",
        "    url: https://town.example/s-0\n    label: Invented\n",
    )
    assert [one.what for one in check_folder(fresh)] == ["s-0 has a label, but the lesson is not invented"]


def test_from_a_text_to_an_exercise_that_a_student_answers(fresh, tmp_path):
    take_over(fresh)
    assert check_folder(fresh) == []
    assert count_drafts(fresh) == []
    written = build_lesson(fresh, tmp_path / "notebooks")
    assert [file.stem for file in written] == ["01_first_read", "02_who_says_so", "05_how_sure"]
    code = "".join(cell for one in json.loads(written[1].read_text("utf-8"))["cells"] for cell in one["source"])
    assert 'show("who-worked")' in code
    lesson = load_lesson(fresh)
    items, store = load_items(lesson), Store(tmp_path / "answers.sqlite")
    visit = Visit(lesson, items, store, "02_who_says_so")
    page = Line(visit, visit.exercise("who-worked"))
    assert "according to its owner" in page.holds()
    ours = KINDS["mark"].reveal(items["who-worked"], lesson)
    result = page("check", ours, 3)["state"]["result"]
    assert (result["points"], result["right"]) == (result["out_of"], True)
    assert "given to the source" in page.holds()


def test_the_paper_of_a_lesson_whose_drafts_were_taken_over_has_its_notebooks(fresh, tmp_path):
    take_over(fresh)
    printed = {Path(file).name for file in print_lesson(fresh, tmp_path / "paper")}
    assert {"plan_01_first_read.html", "plan_02_who_says_so.html", "plan_05_how_sure.html"} <= printed
    assert "plan_07b_does_it_hold.html" not in printed
    assert os.environ.get(ALLOWED) is None
