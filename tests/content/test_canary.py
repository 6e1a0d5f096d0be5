"""Nothing in the page gives an answer away before the commit: reads everything that the kernel would send."""

from __future__ import annotations

import json
from functools import cache

import pytest
from canary import given_away, names, secrets_of_item, secrets_of_lesson, texts
from every_lesson import LESSONS, each_lesson, items_of
from our_answers import full_answer
from talk import Line

from exercises.answers.store import Store
from exercises.charts import draw_chart
from exercises.figures.live import LIVE
from exercises.kinds import KINDS
from exercises.notebook.prose import ChartPlace, ExercisePlace, read_prose
from exercises.visit import Visit

# Drawn at once: it shows what the machine flags, and whether a flag is right stands in the key alone.
AT_ONCE = {"machine-draft", "places-map"}
ITEMS = {lesson.id: items_of(lesson) for lesson in LESSONS}
EVERY_ITEM = [
    pytest.param(lesson, item, id=f"{lesson.id}-{item.id}") for lesson in LESSONS for item in ITEMS[lesson.id].values()
]


@cache
def _secrets(number: int) -> set[str]:
    lesson = LESSONS[number]
    return secrets_of_lesson(lesson, ITEMS[lesson.id].values())


def secrets(lesson) -> set[str]:
    """Collect every reason of the items, the key and the verdicts: none of them may be seen too early."""
    return _secrets(LESSONS.index(lesson))


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return Store(tmp_path_factory.mktemp("store"))


@pytest.mark.parametrize(("lesson", "item"), EVERY_ITEM)
def test_no_reason_and_no_verdict_is_in_the_page_before_the_commit(store, lesson, item):
    visit = Visit(lesson, ITEMS[lesson.id], store, "notebook")
    line = Line(visit, visit.exercise(item.id))
    line("draft", empty(item.kind))
    sent = line.holds().replace('\\"', '"')
    assert [secret for secret in secrets(lesson) if secret in sent] == []
    assert given_away(item, lesson, line.page, line.state) == []


@pytest.mark.parametrize(("lesson", "item"), EVERY_ITEM)
def test_our_answer_in_a_page_would_be_noticed(lesson, item):
    page = {"body": {"parts": [KINDS[item.kind].reveal(item, lesson)]}}
    if any(page["body"]["parts"][0].values()):
        assert given_away(item, lesson, page)
    else:
        assert item.kind == "rate"  # Where nothing is scored, there is no answer of ours.


@pytest.mark.parametrize(("lesson", "item"), EVERY_ITEM)
def test_every_exercise_has_secrets_and_the_commit_tells_them(lesson, item):
    kind = KINDS[item.kind]
    answer = kind.answer.model_validate(full_answer(item, lesson))
    told = [kind.score(item, answer, lesson).model_dump(), kind.reveal(item, lesson)]
    committed = "\n".join(texts(told))
    assert [secret for secret in secrets_of_item(item, lesson) if secret in committed]


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_fields_that_a_kind_hides_are_fields_of_its_exercises_or_of_the_key(kind):
    found, secrets = set(), []
    for lesson in LESSONS:
        of_kind = [item for item in ITEMS[lesson.id].values() if item.kind == kind.name]
        secrets += [secret for item in of_kind for secret in secrets_of_item(item, lesson)]
        items = [item.model_dump() for item in of_kind]
        marks = [entry.entry for key in lesson.key.values() for entry in (*key.attributions, *key.certainty)]
        others = [*lesson.claims.values(), *lesson.sources.values(), *lesson.background.trace, *marks]
        found |= set(names([items, *(other.model_dump() for other in others)]))
    # On a text of a student's own there is no key, so nothing is hidden.
    assert bool(kind.hidden) == bool(secrets)
    assert set(kind.hidden) - found == set()


def empty(kind: str) -> dict:
    nothing = {"mark": {"marks": []}, "choose": {"chosen": []}, "sort": {"placed": {}}, "desk": {"claims": {}}}
    # An empty answer of the newer kinds may leave out everything.
    return (nothing | {"compare": {"steps": {}, "basis": {}}}).get(kind, {})


@each_lesson
def test_the_bar_holds_no_secret_either(store, lesson):
    visit = Visit(lesson, ITEMS[lesson.id], store, lesson.info.notebooks[0].name)
    held = Line(visit, visit.bar()).holds()
    assert not [secret for secret in secrets(lesson) if secret in held]


def chart_places(lesson) -> list[tuple[str, ChartPlace]]:
    found = []
    for entry in lesson.info.notebooks:
        cells = read_prose(lesson.folder / f"{entry.name}.md").cells
        found += [(entry.name, cell) for cell in cells if isinstance(cell, ChartPlace)]
    return found


ALL_CHARTS = [(lesson, notebook, place) for lesson in LESSONS for notebook, place in chart_places(lesson)]


def charts(*, at_once):
    """Give the places of charts that are drawn at once, or of all others."""
    return [
        pytest.param(lesson, notebook, place, id=f"{lesson.id}-{notebook}-{place.name}")
        for lesson, notebook, place in ALL_CHARTS
        if (place.name in AT_ONCE) == at_once
    ]


@pytest.mark.parametrize(("lesson", "notebook", "place"), charts(at_once=False))
def test_a_chart_that_gives_answers_away_waits_for_an_exercise_above_it(lesson, notebook, place):
    exercises = {item.id for item in items_of(lesson).of(notebook)}
    assert place.after in exercises
    cells = read_prose(lesson.folder / f"{notebook}.md").cells
    assert place.after in [cell.id for cell in cells[: cells.index(place)] if isinstance(cell, ExercisePlace)]


@pytest.mark.parametrize(("lesson", "notebook", "place"), charts(at_once=False))
def test_nothing_of_a_chart_is_in_the_page_before_its_exercise_is_done(store, lesson, notebook, place):
    visit = Visit(lesson, ITEMS[lesson.id], store, notebook)
    line = Line(visit, visit.figure(place.name, after=place.after))
    assert line.send({"kind": "look"}) == {"kind": "closed"}
    visit.begin(visit.student.code)
    held = line.holds()
    assert [secret for secret in secrets(lesson) | shown_by(lesson, place.name) if secret in held] == []


@pytest.mark.parametrize(("lesson", "notebook", "place"), charts(at_once=True))
def test_a_chart_that_is_drawn_at_once_holds_no_secret(store, lesson, notebook, place):
    figure = Visit(lesson, ITEMS[lesson.id], store, notebook).figure(place.name)
    content = json.dumps(figure.content(), ensure_ascii=False)
    assert [secret for secret in secrets(lesson) if secret in content] == []


def shown_by(lesson, name: str) -> set[str]:
    """Collect every text of at least five letters that a figure shows, but for a chart's title and looked-up words."""
    content = LIVE[name][1](lesson) if name in LIVE else draw_chart(name, lesson).plain() | {"title": ""}
    # A verb is no secret, a notebook has three of them in its name; who gets it is.
    looked_up = {form for forms in lesson.background.concordance for form in forms}
    return {text for text in texts(content) if len(text) >= 5} - looked_up


@each_lesson
def test_there_are_charts_to_look_at(lesson):
    assert len([place for _, place in chart_places(lesson) if place.name not in AT_ONCE]) >= 4


@each_lesson
def test_there_are_secrets_to_look_for(lesson):
    assert len(secrets(lesson)) > 250
