"""Every chart has a picture, words for those who do not see it, and a table with the same numbers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from exercises.charts import CHARTS, draw_chart
from exercises.lesson import load_lesson


@pytest.fixture(scope="module")
def lesson():
    return load_lesson(Path(__file__).parents[2] / "lessons" / "kupyansk")


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_has_picture_alt_text_caption_and_table(lesson, name):
    chart = draw_chart(name, lesson)
    page = chart._repr_html_()
    assert re.search(r'<img alt="[^"]{30,}"', page)
    assert "<figcaption>" in page.replace(' style="margin:.5em 0"', "")
    assert chart.rows
    assert all(len(row) == len(chart.heads) for row in chart.rows)
    assert chart.svg.lstrip().startswith(b"<?xml")


def test_the_map_lists_every_attribution_of_the_key(lesson):
    assert len(draw_chart("attribution-map", lesson).rows) == len(lesson.key["article"].attributions)


def test_peeling_leaves_less_of_the_fair_report_than_of_the_article(lesson):
    article, fair = draw_chart("peel", lesson).rows
    assert int(fair[3].split()[0]) < int(article[3].split()[0])


def test_words_of_a_lesson_reach_a_chart_as_text(lesson):
    chart = draw_chart("peel", lesson)
    hostile = type(chart)(chart.title, "<img src=x onerror=alert(1)>", chart.alt, chart.heads, chart.rows, chart.svg)
    assert "<img src=x" not in hostile._repr_html_()


def test_an_unknown_chart_is_refused_with_the_names_there_are(lesson):
    with pytest.raises(KeyError, match="two-clocks"):
        draw_chart("no-such-chart", lesson)
