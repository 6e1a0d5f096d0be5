"""What lesson.yaml says of the whole lesson fits its other files: its sides, and whether it is invented."""

import pytest
from small_lesson import build_small_lesson, change
from stub_kinds import STUB_KINDS

from exercises.kinds.items import check_lesson
from exercises.lesson.load import load_lesson

SOURCES = ("https://town.example/bridge", "https://archive.example/note", "https://shop.example/blog")


def told(folder):
    return [(one.file.name, one.line, one.what, one.cure) for one in check_lesson(folder, STUB_KINDS)]


def invented(folder):
    """Make the small lesson an invented one: labels instead of addresses."""
    change(folder / "lesson.yaml", "links: none", "links: none\ninvented: true")
    change(folder / "lesson.yaml", "  address: https://post.example/bridge\n", "")
    for address in SOURCES:
        change(folder / "sources.yaml", f"    url: {address}\n", "    label: Written for this course\n")
    return folder


def test_an_invented_lesson_has_labels_instead_of_addresses(small_lesson):
    assert told(invented(small_lesson)) == []
    lesson = load_lesson(small_lesson)
    assert {source.label for source in lesson.sources.values()} == {"Written for this course"}
    assert {source.url for source in lesson.sources.values()} == {None}


def test_an_invented_source_may_not_point_at_a_page_and_has_to_say_that_it_is_invented(small_lesson):
    file = invented(small_lesson) / "sources.yaml"
    text = file.read_text("utf-8").replace("    label: Written for this course\n", "    url: https://x.example/\n", 1)
    file.write_text(text, "utf-8")
    assert [what for _, _, what, _ in told(small_lesson)] == [
        "town-page does not say that it is invented",
        "town-page is invented and has an address",
    ]


def test_an_invented_article_has_no_address(small_lesson):
    change(
        invented(small_lesson) / "lesson.yaml",
        "  publisher: Dovhe Post",
        "  publisher: P\n  address: https://x.example/",
    )
    ((file, _, what, cure),) = told(small_lesson)
    assert (file, "has an address" in what, "out" in cure) == ("lesson.yaml", True, True)


@pytest.mark.parametrize("field", ["url: https://town.example/bridge", 'consulted: "2025-07-01"'])
def test_a_real_source_has_its_address_and_the_day_on_which_it_was_read(small_lesson, field):
    file = small_lesson / "sources.yaml"
    file.write_text(file.read_text("utf-8").replace(f"    {field}\n", "", 1), "utf-8")
    ((name, _, what, cure),) = told(small_lesson)
    assert (name, what) == ("sources.yaml", f"“{field.partition(':')[0]}” of town-page is missing")
    assert "invented: true" in cure


def test_a_real_source_has_no_label(small_lesson):
    change(small_lesson / "sources.yaml", "publisher: Town of Dovhe", "publisher: T\n    label: Written for tests")
    ((_, line, what, _),) = told(small_lesson)
    assert (line, "not invented" in what) == (9, True)


def test_an_unknown_side_suggests_the_nearest_and_names_the_place_where_sides_stand(small_lesson):
    change(small_lesson / "lesson.yaml", "links: none", "links: none\nsides:\n  - {id: shops, gains: S, board: the S}")
    line = change(small_lesson / "claims.yaml", "side: neutral", "side: shop")
    ((file, where, what, cure),) = told(small_lesson)
    assert (file, where, what) == ("claims.yaml", line, "There is no side “shop”")
    assert "“shops”" in cure
    assert "lesson.yaml" in cure


def test_people_are_of_a_side_that_there_is(small_lesson):
    person = "people:\n  - {name: Olha Syniak, role: mayor, side: town}\n"
    (small_lesson / "background.yaml").write_text(person, encoding="utf-8")
    assert [(file, line) for file, line, _, _ in told(small_lesson)] == [("background.yaml", 2)]
    change(small_lesson / "lesson.yaml", "links: none", "links: none\nsides:\n  - {id: town, gains: T, board: the T}")
    assert told(small_lesson) == []


def test_the_lesson_to_take_instead_is_there(small_lesson):
    change(small_lesson / "lesson.yaml", "links: none", "links: none\ninstead: lake")
    ((file, line, what, _),) = told(small_lesson)
    assert (file, line, "“lake”" in what) == ("lesson.yaml", 8, True)
    build_small_lesson(small_lesson.parent / "lake")
    assert told(small_lesson) == []
