"""A new lesson is whole: whatever the text was, check finds nothing to mend in it."""

import shutil

import pytest
from drafted_lesson import REPORT, make
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some
from small_lesson import change

from exercises.kinds.items import load_items
from exercises.lesson.load import load_lesson
from exercises.notebook.check import check_folder
from exercises.texts.refused import TextRefused

# fmt: off
ODD = [
    "The mayor of Dovhe said on Monday that the bridge may stay closed until May. ", '"We may win," she said. ',
    "said ",
    "“It is [sic] so,” Mara Quist told [the] paper, “or not.” ", "may may may. ", "{{ title }} ", "{% if %}",
    "```{exercise} first\n```\n", "<b>said</b> ", "# Title\n\n", "\n\n", "&#8238;", "\u200b", "\\ ", '"', "’", "“", "”",
    " – ",
    "killed 40 people. ", "Critics claim that twelve people died in about 40 fires. ", "S1: ", "~", "null ", "yes: no ",
    "- a: b ", "? ", "% ", "@x ", "`x` ", "* ", "[", "]", "\t", "\u2028", "\xa0", "Слава ", "日本語。", "a" * 200 + " ",
    "Reportedly, it will probably cost up to 40 million, officials told the radio. ", "reportedly ", "the " * 50,
]
# fmt: on
TEXTS = some.lists(some.sampled_from(ODD) | some.text(max_size=6), max_size=50).map("".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS, some.booleans())
@example("The mayor said that it may rain. " * 2, False)
@example("word", True)
@example("No full stop, she said", False)
@example("THE MAYOR SAID THAT ALL OF IT MAY BE TRUE", False)
def test_whatever_is_made_of_any_text_can_be_read_without_a_fault(tmp_path, text, invented):
    folder = tmp_path / "lessons" / "bakery"
    shutil.rmtree(folder, ignore_errors=True)
    try:
        make(folder, text, invented=invented)
    except TextRefused:
        return
    assert [str(problem) for problem in check_folder(folder)] == []


def test_it_has_the_four_notebooks_and_asks_what_its_text_allows(tmp_path):
    lesson = load_lesson(make(tmp_path / "bakery"))
    items = load_items(lesson)
    names = [entry.name for entry in lesson.info.notebooks]
    assert names == ["01_first_read", "02_who_says_so", "05_how_sure", "07b_does_it_hold"]
    assert {item.kind for item in items.values()} == {"choose", "sort", "write", "mark", "desk"}
    assert {item.id for item in items.values() if item.draft} == {"first-named", "who-owner", "sure-whose"}


@pytest.mark.parametrize(
    "text", ["word", "Der Bürgermeister sagte, dass die Brücke bis Mai geschlossen bleibt und nicht nur das."]
)
def test_a_text_without_drafts_still_makes_a_lesson_with_what_fits_any_text(tmp_path, text):
    lesson = load_lesson(make(tmp_path / "bakery", text))
    assert not lesson.key["article"].attributions
    assert {"first-radio", "who-exit", "sure-exit", "hold-exit"} <= set(load_items(lesson))


def test_a_number_of_people_who_were_killed_stands_on_no_card(tmp_path):
    folder = make(tmp_path / "bakery", "The town said that 40 people died. The mayor said that it may rain.")
    assert check_folder(folder) == []
    assert "40 people" not in "".join(file.read_text("utf-8") for file in folder.glob("0*.yaml"))


def test_every_draft_says_so_and_what_is_the_same_in_every_lesson_does_not(tmp_path):
    lesson = load_lesson(make(tmp_path / "bakery"))
    key = lesson.key["article"]
    assert all(one.entry.draft for one in (*key.attributions, *key.voice, *key.certainty, *key.not_certainty))
    assert key.voice
    assert all(claim.draft for claim in lesson.claims.values())
    assert lesson.info.article.draft
    assert not any(one.entry.draft for one in lesson.key["p-pool"].attributions)


def test_words_of_the_article_can_be_no_yaml_and_no_markdown(tmp_path):
    hostile = 'The mayor: "said" # that\n\n- id: C9, said {{ drafts }} and {% raw %}. ```{open} x\n\n<script> she said.'
    folder = make(tmp_path / "bakery", hostile, title="<b>{{ x }}</b>: *a* # b", publisher='"]} null')
    lesson = load_lesson(folder)
    assert (lesson.info.title, lesson.info.article.publisher) == ("<b>{{ x }}</b>: *a* # b", '"]} null')
    prose = "".join(file.read_text("utf-8") for file in folder.glob("*.md"))
    assert "mayor" not in prose
    assert "script" not in prose


def test_an_invented_lesson_says_so_and_a_real_one_keeps_its_address(tmp_path):
    assert load_lesson(make(tmp_path / "tale", invented=True)).info.invented
    real = load_lesson(make(tmp_path / "bakery", address="https://post.example/bakery")).info
    assert (real.invented, real.article.address) == (False, "https://post.example/bakery")


def test_the_same_text_makes_the_same_files(tmp_path):
    one, other = make(tmp_path / "a" / "bakery"), make(tmp_path / "b" / "bakery")
    names = sorted(file.name for file in one.iterdir())
    assert [(one / name).read_bytes() for name in names] == [(other / name).read_bytes() for name in names]
    assert REPORT.split(",")[0].split()[-1] in (one / "article.txt").read_text("utf-8")


def test_the_map_is_asked_about_squares_only_where_there_can_be_some(tmp_path):
    asked = [
        (make(tmp_path / name, text) / "02_who_says_so.md").read_text("utf-8")
        for name, text in (
            ("with", REPORT),
            ("without", "The mayor said that it may rain today. The owner said that it may snow today."),
        )
    ]
    assert ["A square: the reporter alone says it." in one for one in asked] == [True, False]
    assert all("```{chart} attribution-map" in one for one in asked)


MANY = """The mayor said that it may rain on Monday. The owner said that it may snow on Tuesday.
A baker said that it may storm. A nurse said that it may freeze. A teacher said that it may be warm.
A driver said that it may be hot in the town. The report said that it was cold.
Mara Quist told the radio that it hailed.
Critics claim that it was dark. Reportedly, it was wet.
"""


def cards(folder, name):
    return load_items(load_lesson(folder))[name].cards


def test_no_bin_stays_empty_for_which_the_text_has_a_speaker(tmp_path):
    folder = make(tmp_path / "bakery", MANY)
    kinds = {one.entry.source_kind for one in load_lesson(folder).key["article"].attributions}
    assert {"named-person", "described", "document", "none"} <= kinds
    assert {"named", "described", "document", "none"} <= {card.bin for card in cards(folder, "first-named")}
    owned = load_items(load_lesson(folder))["who-owner"]
    assert {place.id for place in owned.bins if place.id != "reporter"} <= {card.bin for card in owned.cards}


@pytest.mark.parametrize(
    ("file", "before", "after", "said"),
    [
        ("first-named", "source_kind: document", "source_kind: described", "lies under “document”"),
        ("first-named", "source_kind: document", "source_kind: reporter", "no bin stands for that"),
        ("who-owner", 'holder: "The mayor"', 'holder: "The owner"', "lies under “holder-1”"),
        ("who-owner", 'holder: "The mayor"', 'holder: "the old mayor"', "no bin stands for that"),
        ("sure-whose", "whose: source", "whose: reporter", "lies under “source”"),
    ],
)
def test_a_card_that_differs_from_the_key_is_told_with_its_line_and_what_to_write(tmp_path, file, before, after, said):
    folder = make(tmp_path / "bakery", MANY)
    first_changed(folder / "key.yaml", before, after)
    (problem,) = [one for one in check_folder(folder) if f"“{cards_of(file)}-" in one.what]
    assert said in problem.what
    named = problem.what.split("“")[1].split("”")[0]
    assert problem.file.read_text("utf-8").splitlines()[problem.line - 1].strip() == f"- id: {named}"


def first_changed(file, before, after):
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")


def cards_of(exercise):
    return {"first-named": "n", "who-owner": "o", "sure-whose": "w"}[exercise]


def test_a_card_whose_entry_was_taken_out_of_the_key_says_so_and_one_that_counts_both_is_left_alone(tmp_path):
    folder = make(tmp_path / "bakery", MANY)
    first_changed(folder / "key.yaml", "whose: source", "whose: cannot-tell")
    assert check_folder(folder) == []
    change(folder / "key.yaml", "  - id: A01a\n", "  - id: A01z\n")
    told = [one.what for one in check_folder(folder)]
    assert any("quotes “A01a”, which the key does not have" in one and "take the card out, too" in one for one in told)
