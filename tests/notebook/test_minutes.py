"""The minutes of a notebook are counted by its words and decisions, and one that does not fit is named."""

import pytest
from desk_lesson import ALL, desk_item, desk_lesson
from every_lesson import LESSONS, each_lesson, items_of

from exercises.kinds import KINDS
from exercises.kinds.compare.item import versions_of
from exercises.kinds.desk.effort import effort
from exercises.kinds.effort import SLOW, count
from exercises.kinds.items import load_items
from exercises.lesson.load import load_lesson
from exercises.notebook.check import check_folder
from exercises.notebook.minutes import SPARE, TALK, effort_of, minutes_of
from exercises.notebook.prose import read_prose
from exercises.words import words

NOTEBOOKS = [(lesson, entry) for lesson in LESSONS for entry in lesson.info.notebooks]
HEAD = "---\ntitle: One bridge\nminutes: 20\nable_to: [read]\n---\n"
HEAD_WORDS = 3
ON_A_TAP = {"compare": ("quote", "order")}
"""Fields of a page, by kind, whose words are not seen before somebody opens them."""
CHOICE = """  - id: one-{role}
    kind: choose
    title: The bridge
    instruction: Choose.
    role: {role}
    rubric: A
    prompt: Who says it?
    options:
      - {{id: mayor, text: The mayor, right: true, why: "She says it, as the word said shows."}}
      - {{id: baker, text: The baker, why: "{why}"}}
"""


def minutes(folder, body, *choices, head=HEAD):
    (folder / "one.md").write_text(head + body, encoding="utf-8")
    written = "exercises:\n" + "".join(choices) if choices else "exercises: []\n"
    (folder / "one.yaml").write_text(written, encoding="utf-8")
    lesson = load_lesson(folder)
    parts = minutes_of(read_prose(folder / "one.md"), load_items(lesson), lesson)
    return sum(part.at(SLOW) for part in parts)


def choice(role, why="He is only spoken about in this sentence."):
    return CHOICE.format(role=role, why=why)


@pytest.mark.parametrize(
    ("lesson", "entry"), NOTEBOOKS, ids=[f"{lesson.id}/{entry.name}" for lesson, entry in NOTEBOOKS]
)
def test_every_notebook_fits_its_minutes_for_a_slow_reader_and_leaves_some_free(lesson, entry):
    prose = read_prose(lesson.folder / f"{entry.name}.md")
    parts = minutes_of(prose, items_of(lesson), lesson)
    share = entry.minutes / len(parts)
    assert share <= 35
    assert max(part.exactly(SLOW) for part in parts) <= share - SPARE


def at_once(part, folded):
    """Give the texts in the page of an exercise that nobody has to open; what has no blank is a name."""
    if isinstance(part, str):
        yield from [part] if " " in part else []
    elif isinstance(part, dict):
        yield from (text for name, one in part.items() if name not in folded for text in at_once(one, folded))
    elif isinstance(part, list | tuple):
        yield from (text for one in part for text in at_once(one, folded))


def seen(item, lesson):
    """Count the words of an exercise that a student sees before opening or answering anything."""
    page = KINDS[item.kind].page(item, lesson)
    return count(item.title, item.instruction, *at_once(page, ON_A_TAP.get(item.kind, ())))


@each_lesson
def test_what_a_page_shows_at_once_is_counted_in_every_kind(lesson):
    # At the desk each source is opened by hand; how many of them are counted is another test.
    items = [item for item in items_of(lesson).values() if item.kind != "desk"]
    over = {item.id: seen(item, lesson) - effort_of(item, lesson).read for item in items}
    assert {name: words for name, words in over.items() if words > 10} == {}


def test_a_page_of_1300_words_takes_ten_minutes_and_the_talk(small_lesson):
    assert minutes(small_lesson, "word " * (1300 - HEAD_WORDS)) == 10 + TALK


def test_one_word_too_many_is_a_minute_more(small_lesson):
    assert minutes(small_lesson, "word " * (1301 - HEAD_WORDS)) == 11 + TALK


def test_the_lists_at_the_head_are_read_too(small_lesson):
    longer = HEAD.replace("able_to: [read]", f"able_to: [{'read ' * 131}]")
    assert minutes(small_lesson, "word " * 1000, head=longer) == minutes(small_lesson, "word " * 1000) + 1


def test_a_pause_makes_two_periods_each_with_its_own_talk(small_lesson):
    half = "word " * 1300
    first = "word " * (1300 - HEAD_WORDS)
    assert minutes(small_lesson, f"{first}\n\n```{{pause}}\nGo on next time.\n```\n\n{half}") == 2 * (10 + TALK)


def test_what_stands_behind_the_exit_item_in_boxes_and_as_extension_takes_none(small_lesson):
    exit_item = "```{exercise} one-exit\n```\n"
    behind = "\n```{known}\n" + "word " * 1300 + "\n```\n\n" + "word " * 1300 + "\n\n```{exercise} one-extension\n```\n"
    alone = minutes(small_lesson, exit_item, choice("exit"))
    assert minutes(small_lesson, exit_item + behind, choice("exit"), choice("extension")) == alone


def test_what_waits_on_tap_takes_no_minutes(small_lesson):
    place = "```{exercise} one-alone\n```\n"
    short = minutes(small_lesson, place, choice("alone", "He is spoken about. " * 6))
    assert minutes(small_lesson, place, choice("alone", "He is spoken about. " * 70)) == short


def test_a_log_that_is_filled_in_is_read_whole_and_one_to_fill_in_has_three_sources(tmp_path):
    lesson = desk_lesson(tmp_path)
    read = [effort(desk_item({"claim": "C1", "sources": ALL, "given": given}), lesson).read for given in (True, False)]
    assert len(ALL) > 3
    assert read[0] > read[1]


def test_of_a_search_its_help_and_the_heads_of_the_first_list_are_read_too(tmp_path):
    lesson = desk_lesson(tmp_path)
    placed = {"claim": "C1", "sources": ALL[:1]}
    searched, laid_out = (effort(desk_item(placed, search=search), lesson).read for search in (True, False))
    lines = words("desk")
    help_lines = count(lines["look_search"], lines["search_help"])
    heads = [one for name, one in lesson.sources.items() if name != ALL[0] and not one.teacher_only and not one.grave]
    assert searched > laid_out + help_lines
    assert searched <= laid_out + help_lines + sum(count(one.publisher, one.title or one.says) for one in heads)


@each_lesson
def test_how_to_compare_and_what_shown_means_is_read_once_in_each_comparison(lesson):
    told = count(words("compare")["walk_help"], *words("compare")["basis_help"].values())
    for item in (one for one in items_of(lesson).values() if one.kind == "compare"):
        versions = sum(count(one.when, one.who, one.says, *one.terms) for one in versions_of(item, lesson))
        asked = count(*(text for one in item.questions for text in (one.ask, one.nowhere)))
        given = sum(count(one.why[one.at], one.basis_why) for one in item.questions if one.given)
        assert effort_of(item, lesson).read >= versions + asked + given + told + count(item.title, item.instruction)


def test_of_claims_to_choose_from_the_one_that_takes_longest_is_counted_wherever_it_stands(tmp_path):
    lesson = desk_lesson(tmp_path)
    short, long = {"claim": "C1", "sources": ALL[:1]}, {"claim": "C2", "sources": ALL}
    counted = [effort(desk_item(*placed, choose_from=1), lesson) for placed in ((short, long), (long, short))]
    assert counted[0] == counted[1]
    assert counted[0].read > effort(desk_item(short), lesson).read


def test_a_notebook_without_half_a_minute_to_spare_is_named(small_lesson):
    enough, over = (round((20 - TALK - SPARE + more) * SLOW) - HEAD_WORDS for more in (0, 0.1))
    minutes(small_lesson, "word " * enough)
    assert check_folder(small_lesson) == []
    minutes(small_lesson, "word " * over)
    (problem,) = check_folder(small_lesson)
    assert "0.5 stay free" in problem.what


def test_a_notebook_that_does_not_fit_is_named_with_its_minutes_and_a_cure(small_lesson):
    minutes(small_lesson, "word " * 2600)
    (problem,) = check_folder(small_lesson)
    assert problem.file.name == "one.md"
    assert "24.1" in problem.what
    assert "20" in problem.what
    assert "exit item" in problem.cure


def test_words_under_the_heading_of_a_form_belong_to_the_form_and_those_above_it_to_the_notebook(small_lesson):
    above, under = "word " * (2 * SLOW), "word " * (3 * SLOW)
    form = "```{form} first\n```\n"
    assert minutes(small_lesson, f"## One\n\n{above}\n\n## A form\n\n{under}\n\n{form}") == minutes(small_lesson, above)
    assert minutes(small_lesson, f"{above}\n\n{form}") == minutes(small_lesson, above)
