"""Whatever a student writes, the notes quote it and ask: ten right and ten wrong texts for each writing exercise."""

import re

import pytest
import yaml
from every_lesson import HOME, LESSONS, items_of, named

from exercises.kinds.write.form import count_words
from exercises.kinds.write.item import WriteAnswer
from exercises.kinds.write.score import score

TEXTS = yaml.safe_load((HOME / "tests" / "content" / "written.yaml").read_text("utf-8"))
WRITTEN = [(lesson, item) for lesson in LESSONS for item in items_of(lesson).values() if item.kind == "write"]
EACH = pytest.mark.parametrize(("lesson", "item"), WRITTEN, ids=lambda one: one.id)
# Words that say of a text how it is; written without a look at the list of the interface.
JUDGING = """
    good better best well great nice excellent perfect splendid bravo clear clearly correct correctly right rightly
    true fine fair careful honest strong secure safe success succeeds bad worse worst wrong wrongly false incorrect
    error mistake mistaken fault poor weak unfair careless dishonest missing lacks invents invented lies lied misleads
    nonsense congratulations unfortunately sadly failed fails
"""
LOOK = ("ask", "check", "compare", "find", "listen", "look", "put", "read", "say", "think", "underline", "write")
NEGATED = re.compile(r"\b(not|never|no|nobody|nothing|neither|cannot|den(y|ies|ied)|reject\w*)\b", re.IGNORECASE)
REPORTED = re.compile(r"\b(said|says?|told|tells?|wrote|report\w*|according|claim\w*|announced)\b", re.IGNORECASE)
QUOTED = re.compile(r"“[^”]*”(, “[^”]*”)*")


def texts(lesson, item, kind):
    return TEXTS[lesson.id][item.id][kind]


def remarks(lesson, item, text):
    return score(item, WriteAnswer(text=text), lesson).remarks


@EACH
def test_ten_right_and_ten_wrong_texts_of_the_length_asked_for_with_negated_and_reported_forms_in_both(lesson, item):
    both = [texts(lesson, item, kind) for kind in ("right", "wrong")]
    assert [len(set(some)) for some in both] == [10, 10]
    assert not set(both[0]) & set(both[1])
    for some in both:
        assert all(item.length.least <= count_words(text) <= item.length.most for text in some)
        assert sum(bool(NEGATED.search(text)) for text in some) >= 2
        assert sum(bool(REPORTED.search(text)) for text in some) >= 2


def test_every_text_belongs_to_an_exercise():
    there = {(lesson.id, item.id) for lesson, item in WRITTEN}
    assert {(lesson, name) for lesson, names in TEXTS.items() for name in names} == there


@EACH
@pytest.mark.parametrize("kind", ["right", "wrong"])
def test_no_note_praises_or_blames_and_each_quotes_what_it_found_and_asks(lesson, item, kind):
    for text in texts(lesson, item, kind):
        for remark in remarks(lesson, item, text):
            said = re.findall(r"[\w']+", QUOTED.sub(" ", f"{remark.subject} {remark.reason}").lower())
            assert set(said) & set(JUDGING.split()) == set()
            last = re.split(r"(?<=[.!?:])\s", remark.reason)[-1]
            assert last.endswith("?") or last.lower().startswith(LOOK), remark.reason
            if found := re.match(r"Found: ((“[^”]*”(, )?)+)", remark.reason):
                assert all(word in text for word in re.findall("“([^”]*)”", found[1]))
            else:
                assert remark.reason in {check.absent for check in item.checks}


@EACH
def test_writing_has_no_points_and_is_never_right_or_wrong_by_machine(lesson, item):
    both = (*texts(lesson, item, "right"), *texts(lesson, item, "wrong"))
    results = [score(item, WriteAnswer(text=text), lesson) for text in both]
    assert {(one.points, one.out_of, one.right, one.summary) for one in results} == {(0, 0, False, results[0].summary)}
    assert {remark.outcome for one in results for remark in one.remarks} == {"note"}


@EACH
def test_a_wrong_text_gets_the_same_notes_as_a_right_one_so_no_note_can_be_a_verdict(lesson, item):
    def asked(text):
        return tuple(QUOTED.sub("“”", remark.reason) for remark in remarks(lesson, item, text))

    right, wrong = (set(map(asked, texts(lesson, item, kind))) for kind in ("right", "wrong"))
    assert right & wrong


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Ukrainian military said it has not admitted the loss.", ["“not”", "“said”"]),
        ("Kyiv said that it had lost the city of Kupyansk.", ["“said”"]),
        ("Kyiv denied the loss of the city that day.", ["“denied”"]),
        ("The Ukrainian military has admitted the loss today.", ["“admitted”"]),
        ("The Ukrainian military has lost the city today.", ["no “not” and no word of saying"]),
    ],
)
def test_negated_and_reported_forms_are_told_apart_and_none_is_judged(text, told):
    lesson = named("kupyansk")
    item = items_of(lesson)["first-mend"]
    (note,) = [one.reason for one in remarks(lesson, item, text) if one.subject.startswith("Does anybody admit")]
    asked = "In whose voice does it stand: theirs, another speaker's, or yours?"
    sentence = text.rstrip(".")
    between = note[note.index(sentence) + len(sentence) : note.index(asked)]
    assert all(words in between for words in told)
    assert ("“not”" in between) == any("“not”" in words for words in told)


@pytest.mark.parametrize(
    "text",
    [
        "Kyiv posted that the town had been abandoned and nobody contradicted this.",
        "The General Staff refuted the loss and assured everybody of its control.",
        "Kyiv dismissed the fall of the city as an invention of its enemy.",
        "The town posted that the pier was not given up.",
        "The council refuted the end of the pier, and nobody disputed that.",
        "The General Staff admitted the loss of the city.",
        "The General Staff has acknowledged that the city was lost.",
        "On Friday Kyiv conceded the fall of the city.",
        "The army in Kyiv confessed to the loss that day.",
        "Kyiv confirmed the loss and recognised the fall of the city.",
        "The admission of the loss came from Kyiv.",
    ],
)
def test_no_note_misses_a_word_of_saying_that_another_note_quotes(text):
    for lesson in LESSONS:
        item = items_of(lesson)["first-mend"]
        cue, put = [one.reason for one in remarks(lesson, item, text)][1:3]
        assert cue.startswith("Found: "), lesson.id
        assert "no word of saying" not in put, lesson.id
