"""map.yaml says where each coordinate is from, names what the article names, and holds only what can be drawn."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from small_lesson import change
from stub_kinds import STUB_KINDS

from exercises.kinds.edition import edition_of
from exercises.kinds.items import check_lesson, load_items
from exercises.lesson.load import load_lesson
from exercises.lesson.models.map import MapFile, MapPlace, Water
from exercises.notebook.check import check_prose

PAGE = {"id": "page", "name": "A page", "read": "2025-05-02"}
LISOVE = {"name": "Lisove", "kind": "town", "latitude": 48.37, "longitude": 23.28, "sources": ["page"]}
MAP = {
    "main": "Lisove",
    "note": "Places and river only.",
    "sources": [PAGE],
    "places": [LISOVE | {"why": "the town of the bridge"}],
    "waters": [{"name": "river Borzhava", "line": [[48.4, 23.28], [48.3, 23.25]], "sources": ["page"]}],
}


@pytest.fixture
def folder(small_lesson):
    """Give the folder of the small lesson with a sound map."""
    written(small_lesson, MAP)
    assert told(small_lesson) == []
    return small_lesson


def written(folder, data):
    # What stands twice would be written as an alias.
    (folder / "map.yaml").write_text(yaml.safe_dump(copied(data), sort_keys=False), "utf-8")


def copied(data):
    if isinstance(data, dict):
        return {name: copied(value) for name, value in data.items()}
    return [copied(value) for value in data] if isinstance(data, list) else data


def told(folder):
    return [(one.what, one.cure) for one in check_lesson(folder, STUB_KINDS)]


def problem(folder, part, number, **fields):
    """Give the one problem of a map in which some fields of an entry are others."""
    data = yaml.safe_load((folder / "map.yaml").read_text("utf-8"))
    data[part][number].update(fields)
    written(folder, data)
    (found,) = told(folder)
    return found


def test_a_lesson_need_not_have_a_map(small_lesson):
    assert load_lesson(small_lesson).map.places == ()
    written(small_lesson, {"places": []})
    assert told(small_lesson) == []


@pytest.mark.parametrize(
    ("field", "value", "what", "cure"),
    [
        ("latitude", 91, "“91” is no latitude", "from -90 to 90"),
        ("longitude", -180.5, "“-180.5” is no longitude", "from -180 to 180"),
        ("latitude", float("nan"), "“.nan” is no latitude", "such as 37.6167"),
        ("latitude", float("inf"), "“.inf” is no latitude", "with a point"),
        ("longitude", 1e308, "“1.0e+308” is no longitude", "with a point"),
        ("longitude", "23° 17′", "“23° 17′” is no longitude", "with a point"),
        ("latitude", True, "“True” is no latitude", "with a point"),
        ("label", "rihgt", "“rihgt” is not a word for “label”", "Did you mean “right”?"),
        ("kind", "hamlet", "“hamlet” is not a word for “kind”", "village"),
        ("sources", [], "“sources” is empty", "Fill it in."),
        ("sources", ["atlas"], "There is no source “atlas”", "Known here: page."),
        ("why", None, "The article does not name “Lisove”", "say in “why:”"),
        ("name", "D" * 41, "“name” is too long", "40"),
        ("name", "Lis\nove", "is broken by a line end", "one line"),
        ("far", True, "“Lisove” is no place on the map", "Take it out"),
    ],
)
def test_what_is_wrong_with_a_place_is_said_in_one_sentence_with_the_cure(folder, field, value, what, cure):
    found = problem(folder, "places", 0, **{field: value})
    assert what in found[0]
    assert cure in found[1]


@pytest.mark.parametrize("digits", [400, 5000])
def test_a_number_of_thousands_of_digits_is_refused_in_one_sentence(folder, digits):
    change(folder / "map.yaml", "longitude: 23.28", f"longitude: 1{'0' * digits}")
    ((what, cure),) = told(folder)
    assert len(what) < 200
    assert "longitude" in what + cure


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ([[48.4, 23.28]], "The line of “river Borzhava” has fewer than two points"),
        ([], "The line of “river Borzhava” has fewer than two points"),
        ([[48.4, 23.28]] * 3, "The line of “river Borzhava” has fewer than two points"),
        ([[48.4, 23.28], [48.3]], "is no point"),
        ([[48.4, 23.28], 7], "“7” is no point"),
        ([[48.4, 23.28], [95, 23.28]], "“95” is no latitude"),
        ([[48.4, 23.28]] * 500, "“line” has too many entries"),
    ],
)
def test_a_line_has_two_points_or_more_each_a_latitude_and_a_longitude(folder, line, what):
    assert what in problem(folder, "waters", 0, line=line)[0]


@pytest.mark.parametrize(
    ("more", "what"),
    [
        ({"name": "lisove", "latitude": 48.5}, "“lisove” stands twice on the map"),
        ({"name": "Sadove"}, "“Sadove” lies where “Lisove” does"),
        ({"name": "Sadove", "latitude": 44.37}, "“Sadove” lies 445 km from “Lisove”, and the map reaches 300"),
    ],
)
def test_a_second_place_has_a_name_and_a_spot_of_its_own_within_reach(folder, more, what):
    written(folder, MAP | {"places": [*MAP["places"], LISOVE | {"why": "a test"} | more]})
    assert [one[0] for one in told(folder)] == [what]


def test_a_place_that_is_too_far_may_stand_at_the_edge(folder):
    far = LISOVE | {"name": "Far Away", "latitude": -41.3, "longitude": 174.8, "why": "a test", "far": True}
    written(folder, MAP | {"places": [*MAP["places"], far]})
    assert told(folder) == []


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"main": "Lisvoe"}, "“Lisvoe” is no place on the map"),
        ({"main": ""}, "“main” is missing"),
        ({"note": ""}, "“note” is missing"),
        ({"places": []}, "The map has no places"),
        ({"sources": [PAGE, PAGE]}, "The id “page” stands twice"),
        ({"unplaced": [{"name": "Sadove", "why": "no source"}]}, "The article does not name “Sadove”"),
    ],
)
def test_the_head_of_a_map_is_filled_in(folder, change, what):
    written(folder, MAP | change)
    assert any(what in one for one, _ in told(folder))


def test_a_place_is_named_by_the_article_in_any_form_that_the_background_gives(folder):
    word = load_lesson(folder).article.sentences[0].text.split()[1]
    spelled = {"name": "Lisove", "also_spelled": word, "kind": "town", "line": "A town."}
    written(folder, MAP | {"places": [LISOVE]})
    assert "does not name" in told(folder)[0][0]
    (folder / "background.yaml").write_text(yaml.safe_dump({"places": [spelled]}), "utf-8")
    assert told(folder) == []


NUMBERS = st.one_of(st.floats(), st.integers(), st.text(max_size=5), st.none(), st.booleans(), st.lists(st.floats()))


def kinds_of(model, data):
    """Read an entry, and give it with the kinds of faults that it has."""
    try:
        return model.model_validate(data), set()
    except ValidationError as error:
        return None, {one["type"] for one in error.errors()}


@given(NUMBERS, NUMBERS)
def test_whatever_stands_for_a_coordinate_is_read_as_degrees_or_refused(latitude, longitude):
    place, faults = kinds_of(MapPlace, LISOVE | {"latitude": latitude, "longitude": longitude})
    assert faults <= {"lesson"}
    assert faults or -90 <= place.latitude <= 90
    assert faults or -180 <= place.longitude <= 180


@given(st.recursive(NUMBERS, lambda inner: st.lists(inner, max_size=3), max_leaves=12))
def test_whatever_stands_for_a_line_is_read_or_refused(line):
    water, faults = kinds_of(Water, MAP["waters"][0] | {"line": line})
    assert faults or all(len(point) == 2 for point in water.line)


def test_nothing_stands_on_a_map_that_would_show_a_side():
    fields = {*MapFile.model_fields, *MapPlace.model_fields, *Water.model_fields}
    assert not fields & {"front", "area", "areas", "side", "colour", "color", "border"}


def test_a_notebook_of_a_lesson_without_a_map_cannot_show_one(folder):
    with (folder / "one.md").open("a", encoding="utf-8") as prose:
        prose.write("\n```{chart} places-map\n```\n")
    assert check_prose(folder) == []
    for empty in ("main: Lisove\n", "places: []\n"):
        (folder / "map.yaml").write_text(empty, "utf-8")
        assert [one.what for one in check_prose(folder)] == [
            "the chart “places-map” draws what stands in map.yaml, and the lesson has no such places"
        ]
    (folder / "map.yaml").unlink()
    assert [one.cure for one in check_prose(folder)] == ["Write map.yaml, or take the block out"]


def test_a_map_touches_no_answer(folder):
    before = editions(folder)
    change(folder / "map.yaml", "48.37", "48.38")
    assert editions(folder) == before != {}


def editions(folder):
    lesson = load_lesson(folder)
    return {name: edition_of(item, lesson) for name, item in load_items(lesson).items()}
