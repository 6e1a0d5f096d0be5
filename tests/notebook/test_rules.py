"""The check of a lesson names what speaks against the rules for its words, with file, line and cure."""

import pytest
from form_lesson import build_form_lesson
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


COUNTED = "links: none\nwording: {counted: [firefighters], no_people: [flowers]}"
SOLDIER = "12 firefighters were on the bridge."


def test_such_a_number_is_met_in_the_prose_and_in_an_exercise(small_lesson):
    change(small_lesson / "lesson.yaml", "links: none", COUNTED)
    ((name, line, what),) = sealed(small_lesson, before=f"Read.\n\n{SOLDIER}")
    assert (name, line, "12 firefighters" in what) == ("one.md", 8, True)
    assert [name for name, _, _ in sealed(small_lesson, hint=SOLDIER)] == ["one.yaml"]
    assert sealed(small_lesson, before="The 12 flowers died.") == []


def test_people_in_an_exercise_that_says_that_it_is_made_up_are_nobodys(small_lesson):
    change(small_lesson / "lesson.yaml", "links: none", COUNTED)
    sealed(small_lesson, hint=SOLDIER)
    change(small_lesson / "one.yaml", "    seal: true\n", "    seal: true\n    label: Written for this course\n")
    assert told(small_lesson) == []


def test_such_a_number_is_met_in_a_form(tmp_path):
    folder = build_form_lesson(tmp_path / "bridge")
    assert told(folder) == []
    change(folder / "lesson.yaml", "links: none", COUNTED)
    text = (folder / "forms.yaml").read_text("utf-8")
    (folder / "forms.yaml").write_text(text.replace("text: The ferry", f"text: {SOLDIER[:-1]}, the ferry"), "utf-8")
    assert {(name, "12 firefighters" in what) for name, _, what in told(folder)} == {("forms.yaml", True)}


@pytest.mark.parametrize(("name", "line"), [("letter", 3), ("scripts", 3), ("legal", None)])
def test_such_a_number_is_met_in_the_guide_but_not_where_only_a_teacher_reads_it(small_lesson, name, line):
    change(small_lesson / "lesson.yaml", "links: none", COUNTED)
    (small_lesson / "guide").mkdir(exist_ok=True)
    (small_lesson / "guide" / f"{name}.md").write_text(f"# To you\n\n{SOLDIER}\n", encoding="utf-8")
    assert [(file, at) for file, at, _ in told(small_lesson)] == ([(f"{name}.md", line)] if line else [])


def test_such_a_number_is_met_in_a_sample_of_the_rubric(small_lesson):
    change(small_lesson / "lesson.yaml", "links: none", COUNTED)
    (small_lesson / "guide").mkdir(exist_ok=True)
    (small_lesson / "guide" / "plan.yaml").write_text(f"rubric_about: {SOLDIER}\n", encoding="utf-8")
    assert [(name, "12 firefighters" in what) for name, _, what in told(small_lesson)] == [("plan.yaml", True)]


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
        "Whose mother tongue is Ukrainian? She reads it aloud.",
        "If you come from a Russian-speaking family, help your group.",
        "If you can read some Russian, help the others.",
        "Does anybody in this room speak Ukrainian?",
        "A native speaker of German checks it.",
        "Do you speak Polish at home?",
    ],
)
def test_nobody_is_asked_who_reads_a_language(small_lesson, line):
    found = sealed(small_lesson, before=f"Look at the page.\n\n{line}")
    assert [(name, number) for name, number, what in found if "who reads a language" in what] == [("one.md", 8)]


@pytest.mark.parametrize(
    "line",
    [
        "Nobody is asked who reads Russian, and nobody reads it aloud.",
        "The family waited. Russian and Ukrainian reports came later.",
        "Who speaks here? The Russian version has another verb.",
    ],
)
def test_a_line_that_speaks_of_languages_asks_nobody(small_lesson, line):
    assert sealed(small_lesson, before=f"Look at the page.\n\n{line}") == []


def test_an_exercise_asks_nobody_either(small_lesson):
    found = sealed(small_lesson, hint="Whose mother tongue is Ukrainian")
    assert [(name, line) for name, line, what in found if "who reads a language" in what] == [("one.yaml", 2)]


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


GIVEN = "links: none\nwording: {gives_away: {guess: [month* open, rebuilt]}}"
DESK = """exercises:
  - id: first-desk
    kind: desk
    title: The year
    instruction: Check the year.
    role: alone
    rubric: D
    as_of: ["2025-05-02"]
    claims:
      - {claim: C1, sources: [town-page, archive-note]}
"""


def test_words_that_a_lesson_names_as_telling_are_not_read_before_it_is_sealed(small_lesson):
    change(small_lesson / "lesson.yaml", "links: none", GIVEN)
    words = "At that time\nshe left all months open."
    ((name, line, what),) = sealed(small_lesson, before=f"Read.\n\n{words}")
    assert (name, line, "“guess”" in what, "“months open”" in what) == ("one.md", 9, True, True)
    assert [name for name, _, _ in sealed(small_lesson, hint="Are the months open")] == ["one.yaml"]
    # What is sealed cannot be changed: behind it stands what it is tested with.
    assert sealed(small_lesson, between=words, behind=words) == []


def test_such_words_are_met_in_an_earlier_notebook_in_its_desk_and_in_what_lies_there(small_lesson):
    sealed(small_lesson)
    change(small_lesson / "lesson.yaml", "links: none", GIVEN)
    entry = "notebooks:\n  - {name: start, title: Start, minutes: 90, to: start.ipynb}\n"
    change(small_lesson / "lesson.yaml", "notebooks:\n", entry)
    head = HEAD.replace("One bridge", "Start").replace("20", "90")
    (small_lesson / "start.md").write_text(head + "Go.\n\n```{exercise} first-desk\n```\n", encoding="utf-8")
    (small_lesson / "start.yaml").write_text(DESK, encoding="utf-8")
    ((name, line, what),) = told(small_lesson)
    assert (name, line, "“rebuilt”" in what) == ("start.yaml", 2, True)
    change(small_lesson / "claims.yaml", "The bridge was rebuilt twice", "The bridge was mended twice")
    assert told(small_lesson) == []
    change(small_lesson / "sources.yaml", "Page of the town hall.", "Page of the rebuilt town hall.")
    assert [(name, "“rebuilt”" in what) for name, _, what in told(small_lesson)] == [("start.yaml", True)]


def test_words_that_tell_the_answer_to_nothing_that_is_sealed_are_named(small_lesson):
    sealed(small_lesson)
    change(small_lesson / "lesson.yaml", "links: none", GIVEN.replace("guess", "gues"))
    ((name, _, what),) = told(small_lesson)
    assert (name, what) == ("lesson.yaml", "“gues” under “gives_away” is no sealed exercise")
