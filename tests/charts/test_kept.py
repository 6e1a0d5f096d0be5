"""A chart is drawn once an edition, and a cache that is of no use is no trouble."""

import pytest
from every_lesson import named
from small_lesson import build_small_lesson, change

from exercises.charts import kept
from exercises.charts.chart import Chart
from exercises.charts.kept import chart_of
from exercises.lesson.load import load_lesson
from exercises.words import speaking

CHART = Chart("The bridge", "Below it.", "A bridge.", ("who",), (("mayor",),), b"<svg/>")


@pytest.fixture
def drawn(monkeypatch, tmp_path):
    """Note what is drawn, and keep it in a folder of this test."""
    names = []
    monkeypatch.setenv("WHOSAYS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(kept, "draw_elsewhere", lambda name, lesson: names.append(name) or CHART)
    return names


def test_the_folder_may_be_named_from_the_home_of_the_user(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("WHOSAYS_CACHE", "~/charts")
    assert kept.cache_folder() == tmp_path / "charts"


def test_a_chart_is_drawn_once(drawn):
    lesson = named("kupyansk")
    assert chart_of("peel", lesson) == chart_of("peel", lesson) == CHART
    assert drawn == ["peel"]


def test_another_chart_language_or_edition_is_drawn_anew(drawn, tmp_path):
    folder = build_small_lesson(tmp_path / "lessons" / "bridge")
    chart_of("peel", load_lesson(folder))
    chart_of("attribution-map", load_lesson(folder))
    change(folder / "one.yaml", "Who speaks?", "Who says it?")
    chart_of("peel", load_lesson(folder))
    assert drawn == ["peel", "attribution-map", "peel"]


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff", b'{"title": 1}', b"[" * 9000, b" " * 2_000_001])
def test_a_file_in_the_cache_that_is_none_of_ours_is_drawn_over(drawn, tmp_path, content):
    lesson = named("kupyansk")
    chart_of("peel", lesson)
    (file,) = (tmp_path / "cache").glob("*.json")
    file.write_bytes(content)
    assert chart_of("peel", lesson) == CHART
    assert chart_of("peel", lesson) == CHART
    assert drawn == ["peel", "peel"]


def test_a_cache_that_cannot_be_written_is_no_trouble(drawn, tmp_path):
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert chart_of("peel", named("kupyansk")) == CHART


def test_only_so_many_charts_are_kept(drawn, monkeypatch, tmp_path):
    monkeypatch.setattr(kept, "MOST", 2)
    for name in ("one", "two", "three"):
        with speaking("en"):
            chart_of(name, named("kupyansk"))
    assert len(list((tmp_path / "cache").glob("*.json"))) == 2


def test_other_files_in_a_folder_that_was_named_for_charts_stay(drawn, monkeypatch, tmp_path):
    monkeypatch.setattr(kept, "MOST", 1)
    (tmp_path / "cache").mkdir()
    work = [tmp_path / "cache" / f"whosays-amber-heron-{number}.json" for number in range(3)]
    for file in work:
        file.write_text("{}", encoding="utf-8")
    for name in ("one", "two"):
        with speaking("en"):
            chart_of(name, named("kupyansk"))
    assert [file.exists() for file in work] == [True, True, True]
