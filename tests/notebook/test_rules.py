"""The check of a lesson names what speaks against the rules for its words, with file, line and cure."""

import pytest
from small_lesson import change

from exercises.notebook.check import check_folder
from exercises.notebook.rules import check_rules

SEALED = """exercises:
  - id: guess
    kind: choose
    seal: true
    title: A guess
    instruction: Choose and seal it.
    role: alone
    rubric: E
    hints: [{hint}]
    prompt: What did the mayor say of the bridge?
    options:
      - {{id: opens, text: She said that it will open soon, why: "The town hall named no day at all."}}
      - {{id: stays, text: She said that it may stay closed, right: true, why: "She left the month open."}}
"""
HEAD = "---\ntitle: One bridge\nminutes: 20\nable_to: [read]\n---\n"
PLACES = "{before}\n\n```{{exercise}} guess\n```\n\n{between}\n\n```{{open}} guess\n```\n\n{behind}\n"


def told(folder):
    return [(one.file.name, one.line, one.what) for one in check_folder(folder)]


def sealed(folder, *, before="Read.", between="Go on.", behind="Done.", hint="Read the first sentence once more"):
    (folder / "one.yaml").write_text(SEALED.format(hint=hint), encoding="utf-8")
    body = PLACES.format(before=before, between=between, behind=behind)
    (folder / "one.md").write_text(HEAD + body, encoding="utf-8")
    return told(folder)


def test_a_sound_lesson_keeps_all_rules(small_lesson):
    assert check_rules(small_lesson) == []


# People


@pytest.mark.parametrize("file", ["sources.yaml", "claims.yaml"])
def test_a_number_of_people_whom_the_lesson_names_needs_a_word_of_warning(small_lesson, file):
    change(small_lesson / "lesson.yaml", "links: none", "links: none\nwording: {counted: [firefighters]}")
    where = {
        "sources.yaml": "The builder's bill is of 1902.",
        "claims.yaml": "The archive found the bill of the builder.",
    }
    change(small_lesson / file, where[file], "12 firefighters were on the bridge.")
    ((name, line, what),) = told(small_lesson)
    assert (name, "12 firefighters" in what) == (file, True)
    assert "12 firefighters" in (small_lesson / file).read_text("utf-8").splitlines()[line - 1]
    entry = {"sources.yaml": "  - id: archive-note\n", "claims.yaml": "  - id: C1\n"}
    change(small_lesson / file, entry[file], f"{entry[file]}    grave: true\n")
    assert told(small_lesson) == []


@pytest.mark.parametrize("field", ["title", "note"])
def test_such_a_number_is_met_in_a_title_and_in_a_note_on_a_source_too(small_lesson, field):
    change(small_lesson / "lesson.yaml", "links: none", "links: none\nwording: {counted: [firefighters]}")
    entry = "  - id: archive-note\n"
    change(small_lesson / "sources.yaml", entry, f"{entry}    {field}: 12 firefighters were on the bridge.\n")
    ((name, _, what),) = told(small_lesson)
    assert (name, "12 firefighters" in what) == ("sources.yaml", True)


# Outlets


def test_a_link_goes_by_the_owner_and_not_by_whom_an_outlet_quotes(small_lesson):
    line = "Page of the town hall."
    change(small_lesson / "sources.yaml", line, "Town paper quoting the state news agency.")
    assert told(small_lesson) == []
    change(small_lesson / "sources.yaml", "Town paper quoting the state", "A state")
    ((name, _, what),) = told(small_lesson)
    assert (name, "names a state as owner" in what) == ("sources.yaml", True)


def test_who_is_said_to_be_of_a_state_is_named_as_such_in_the_line(small_lesson):
    change(small_lesson / "sources.yaml", '    link: ok\n    date: "2025', '    link: state-media\n    date: "2025')
    assert [what for _, _, what in told(small_lesson)] == [
        "The link of town-page is “state-media”, and its line names no state as owner"
    ]


def test_an_outlet_of_a_country_in_the_dispute_is_linked_if_the_line_names_its_owner(small_lesson):
    line = "Page of the town hall."
    change(small_lesson / "sources.yaml", line, "Dovhe's watchers in exile, working from pictures.")
    assert told(small_lesson) == []
    change(small_lesson / "lesson.yaml", "links: none", "links: none\nwording: {of_a_party: [Dovhe, Dovhe's]}")
    assert [what for _, _, what in told(small_lesson)] == [
        "The line on town-page names a country of the dispute (“Dovhe's”), no owner, and its link is ok"
    ]
    change(small_lesson / "sources.yaml", "Dovhe's watchers in exile", "Dovhe paper, privately owned")
    assert told(small_lesson) == []


@pytest.mark.parametrize("word", ["loyal", "Loud", "under censorship"])
def test_a_line_on_an_outlet_has_no_word_of_tone(small_lesson, word):
    change(small_lesson / "sources.yaml", "Page of the town hall.", f"Page of the town hall, {word}.")
    ((name, _, what),) = told(small_lesson)
    assert (name, "speaks of tone" in what) == ("sources.yaml", True)


# Hints


@pytest.mark.parametrize(
    "hint", ["The answer is the second one", "Did she say that it may stay closed? “She said that it may stay closed.”"]
)
def test_a_hint_gives_no_answer_away(small_lesson, hint):
    ((name, line, what),) = sealed(small_lesson, hint=hint)
    assert (name, line) == ("one.yaml", 2)
    assert hint in what


def test_a_hint_may_name_all_options(small_lesson):
    hint = "Compare “She said that it will open soon” with “She said that it may stay closed”"
    assert sealed(small_lesson, hint=hint) == []


# Words


def test_nobody_is_told_to_bet(small_lesson):
    ((name, line, what),) = sealed(small_lesson, before="Read.\n\nNow bet on the bridge.")
    assert (name, line, "bet" in what) == ("one.md", 8, True)
    ((name, line, what),) = sealed(small_lesson, hint="Do not bet without reading")
    assert (name, line, "guess" in what) == ("one.yaml", 2, True)


@pytest.mark.parametrize(
    "line",
    [
        "Whoever reads Russian here, read it out.",
        "If somebody speaks Ukrainian, let them read it.",
        "One of you knows\nGerman? Please translate it.",
    ],
)
def test_nobody_is_asked_who_reads_a_language(small_lesson, line):
    found = sealed(small_lesson, before=f"Look at the page.\n\n{line}")
    assert [(name, number) for name, number, what in found if "who reads a language" in what] == [("one.md", 8)]


def test_idioms_over_their_share_are_counted_by_name(small_lesson):
    plain = "The mayor speaks and the reader reads on. " * 50
    assert sealed(small_lesson, before=plain + "Who owns it? The owner. ") == []
    ((name, _, what),) = sealed(small_lesson, before=plain + "The owner vouches for it. " * 6)
    assert (name, "owner 6" in what, "vouches 6" in what) == ("one.md", True, True)


# Seals


@pytest.mark.parametrize("place", ["before", "between"])
@pytest.mark.parametrize(
    "words", ["The page is old: she said that it may stay closed, no more.", "Well. She left the month open."]
)
def test_no_answer_is_told_before_its_seal_is_opened(small_lesson, place, words):
    ((name, _, what),) = sealed(small_lesson, **{place: words})
    assert (name, "sealed exercise “guess”" in what) == ("one.md", True)
    assert sealed(small_lesson, behind=words) == []


def test_an_answer_is_not_told_in_an_earlier_notebook_either(small_lesson):
    lesson = small_lesson / "lesson.yaml"
    change(lesson, "notebooks:\n", "notebooks:\n  - {name: start, title: Start, minutes: 5, to: start.ipynb}\n")
    head = HEAD.replace("One bridge", "Start").replace("20", "5")
    (small_lesson / "start.md").write_text(head + "Go. She left the month open.\n", encoding="utf-8")
    (small_lesson / "start.yaml").write_text("exercises: []\n", encoding="utf-8")
    assert [(name, line) for name, line, _ in sealed(small_lesson)] == [("start.md", 6)]
