"""The map of places: names have room, distances are told in words, and nothing on it shows a side."""

import json
import re
from itertools import combinations

import pytest
from every_lesson import HOME, LESSONS, named
from hypothesis import assume, example, given
from hypothesis import strategies as st

from exercises.charts import chart_names, draw_chart
from exercises.charts.labels import Box
from exercises.charts.land import NORTH, composed
from exercises.charts.sheet import AREA
from exercises.lesson.earth import kilometres
from exercises.lesson.models.map import MapFile
from exercises.notebook.prose import ChartPlace, read_prose

PAGE = {"id": "page", "name": "A page", "read": "2025-05-02"}
NAMES = st.text(st.sampled_from("abc WM漢Жі$-"), min_size=1, max_size=40).map(str.strip).filter(bool)
NEAR = st.tuples(NAMES, st.floats(49, 50), st.floats(37, 38.5), st.sampled_from(["right", "left", "above", "below"]))
FAR = st.tuples(NAMES, st.floats(-80, 80), st.floats(-180, 180), st.none())
LINES = st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), min_size=2, max_size=5)


@pytest.fixture(scope="module")
def lesson():
    return named("kupyansk")


def a_map(near, far=(), lines=()):
    places = [
        {"name": name, "kind": "town", "latitude": north, "longitude": east, "sources": ["page"]}
        | ({"label": side} if side else {"far": True})
        for name, north, east, side in (*near, *far)
    ]
    waters = [{"name": f"river {place}", "line": line, "sources": ["page"]} for place, line in enumerate(lines)]
    data = {"main": near[0][0], "note": "Places only.", "sources": [PAGE], "places": places, "waters": waters}
    return MapFile.model_validate(data)


def laid(file):
    return composed(file, lambda place: "about 100 km north-west", "{} km".format)


@given(st.lists(NEAR, min_size=1, max_size=8), st.lists(FAR, max_size=4), st.lists(LINES, max_size=3))
@example([("W" * 40, 49.5, 37.0 + step / 100, "right") for step in range(8)], [("M" * 40, 50, -90.0, None)] * 4, [])
def test_no_name_runs_over_another_one_or_over_the_edge(near, far, lines):
    spots = [(north, east) for _, north, east, _ in near]
    assume(all(0.05 < kilometres(one, other) < 300 for one, other in combinations(spots, 2)))
    land = laid(a_map(near, far, lines))
    boxes = [label.box for label in land.labels]
    assert all(box.inside(AREA) for box in (*boxes, land.scale.box))
    assert not [pair for pair in combinations([*boxes], 2) if pair[0].meets(pair[1])]


def test_the_names_of_the_lesson_cover_neither_points_nor_the_scale_nor_the_river(lesson):
    land = laid(lesson.map)
    taken = [NORTH, land.scale.box, *(Box(x - 5, y - 5, x + 5, y + 5) for (x, y), _ in land.points)]
    assert [label.lines for label in land.labels if any(label.box.meets(one) for one in taken)] == []
    assert [label.lines for label in land.labels if label.leader()] == []
    drawn = [(one, place.name) for one, place in zip(land.labels, lesson.map.places, strict=False)]
    assert [label.lines[0] for label, _ in drawn] == [name for _, name in drawn]


def test_a_place_stands_where_its_coordinates_say(lesson):
    land = laid(lesson.map)
    (x, y), _ = land.points[0]
    (east, south), _ = land.points[2]
    assert east > x
    assert south < y
    near = [place for place in lesson.map.places if not place.far]
    far = kilometres(*((near[place].latitude, near[place].longitude) for place in (0, 2)))
    assert ((east - x) ** 2 + (south - y) ** 2) ** 0.5 == pytest.approx(far * land.bar / 2, rel=0.01)


def test_distances_and_directions_are_told_in_words_with_the_form_of_the_article(lesson):
    rows = {row[0]: row[1:] for row in draw_chart("places-map", lesson).rows}
    assert rows["Kurylivka"][0] == "Kurilovka"
    assert rows["Kurylivka"][2].startswith("about 8 km south-east of Kupiansk")
    assert rows["Kharkiv"] == ("Kharkiv", "city", "about 100 km west of Kupiansk")
    assert rows["Vovchansk"] == ("Volchansk", "town", "about 80 km north-west of Kupiansk")
    assert rows["river Oskil"][2] == "runs from north to south, by Kupiansk"
    assert rows["Kucherivka"][2].startswith("not on the map: ")


def test_whoever_measures_on_the_map_finds_the_distances_of_the_table_and_of_the_glossary(lesson):
    main = next(place for place in lesson.map.places if place.name == lesson.map.main)
    table = {row[0]: row[3] for row in draw_chart("places-map", lesson).rows}
    glossary = {name: place.line for place in lesson.background.places for name in place.forms}
    for place in lesson.map.places:
        exact = kilometres((main.latitude, main.longitude), (place.latitude, place.longitude))
        told = re.findall(r"about (\d+) km", f"{table[place.name]} {glossary.get(place.name, '')}")
        assert len(set(told)) == (place is not main), place.name
        assert [one for one in told if abs(int(one) - exact) > (0.5 if exact < 10 else 5)] == [], place.name


def test_every_place_of_the_table_is_told_to_whoever_does_not_see_the_picture(lesson):
    chart = draw_chart("places-map", lesson)
    assert [row[0] for row in chart.rows if f"{row[0]}: {row[3]}." not in chart.alt] == []


def test_the_map_says_what_it_does_not_show_and_where_its_coordinates_are_from(lesson):
    caption = draw_chart("places-map", lesson).caption
    assert caption.startswith("Places and river only. The map shows no front line: where troops stood on a day is one ")
    assert "from coordinates, not from pictures; as of 1 December 2026." in caption
    assert "The line of the river Oskil is simplified" in caption
    assert caption.count("Wikipedia") == 1


def test_letters_of_the_picture_can_be_read_and_a_dollar_sign_makes_no_formula(lesson):
    picture = draw_chart("places-map", lesson).svg.decode()
    for word in ("Kupiansk", "Kurylivka", "river Oskil", "about 80 km", "2 km", "N"):
        assert f">{word}</text>" in picture
    assert set(re.findall(r"#[0-9a-fA-F]{6}", picture)) <= {"#0072b2", "#777777", "#ffffff", "#000000"}


def test_the_river_is_not_as_dark_as_a_place_so_that_it_is_told_apart_in_grey(lesson):
    picture = draw_chart("places-map", lesson).svg.decode().lower()
    assert "stroke: #0072b2; stroke-width: 3" in picture


def test_a_lesson_without_a_map_has_no_such_chart():
    without = [one for one in LESSONS if not one.map.places]
    assert without
    for one in without:
        assert "places-map" not in chart_names(one)
        with pytest.raises(KeyError, match="places-map"):
            draw_chart("places-map", one)


def test_one_town_alone_has_land_around_it_and_a_scale():
    land = laid(a_map([("Dovhe", 48.37, 23.28, "right")]))
    assert land.scale.lines == ("1 km",)
    assert land.points[0][0] == (pytest.approx(234), pytest.approx(198))


def test_start_here_shows_the_map_below_what_one_needs_to_know_and_waits_for_no_exercise(lesson):
    cells = read_prose(lesson.folder / "start_here.md").cells
    (place,) = [cell for cell in cells if isinstance(cell, ChartPlace) and cell.name == "places-map"]
    above = cells[cells.index(place) - 1]
    assert "What you need to know" in above.text
    assert place.after == ""
    notebook = json.loads((HOME / "notebooks" / "start_here.ipynb").read_text("utf-8"))
    shown = [cell for cell in notebook["cells"] if '.chart("places-map")' in "".join(cell["source"])]
    assert len(shown) == 1
