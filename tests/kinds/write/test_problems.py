"""What does not fit in an exercise *write* is said with its cure."""

import pytest
from small_lesson import change

from exercises.kinds.items import check_lesson
from exercises.kinds.write import KIND
from exercises.kinds.write.item import WriteItem

COMMON = {"id": "w", "kind": "write", "title": "Write", "instruction": "Write it.", "role": "alone", "rubric": "A"}
CHECK = {
    "id": "source",
    "asks": "Who says it?",
    "looks_for": ["mayor"],
    "found": "Which of your words are hers?",
    "absent": "We found no speaker. Look for one in your text.",
}
SAMPLES = [
    {"level": level, "text": text, "why": f"It reaches {level} by these words: {text.lower()}"}
    for level, text in enumerate(("It is shut.", "She spoke.", "The mayor spoke of it.", "The mayor said it may open."))
]
LONG = SAMPLES[2] | {"text": "one two three four five six seven eight nine"}


def problems(*checks, **fields):
    given = {"prompt": "Write the news.", "length": {"least": 3, "most": 8}, "checks": checks, "samples": SAMPLES}
    return KIND.problems(WriteItem.model_validate(COMMON | given | fields), None)


def test_a_sound_exercise_has_no_problems():
    assert problems() == []
    assert problems(CHECK, hints=["Who could answer for it?"], rows=["A", "E"]) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"looks_for": ["mayor", "*"]}, "“*”, which is no word"),
        ({"found": "Good."}, "praises or blames"),
        ({"found": "Your source stands where it should. What comes next? Well done."}, "“found” of the check “source”"),
        ({"absent": "Your text is wrong. Who speaks?"}, "has the word “wrong”, which praises or blames"),
        ({"asks": "It has the correct speaker."}, "has the word “correct”"),
        ({"found": "There is a speaker."}, "ends neither in a question nor in an instruction"),
        ({"found": "That is the strongest thing you could say. Who says it?"}, "the word “strongest”"),
        ({"found": "There is somebody behind it now. Who is it?"}, "says “There is somebody behind it now.”"),
        ({"found": "Who is it? You kept to what she said. Who else?"}, "says “You kept to what she said.”"),
        ({"absent": "Not so?"}, "“absent” of the check “source” explains nothing"),
        ({"looks_for": ["harbour"]}, "level 3 has none of the words that the check “source” looks for"),
    ],
)
def test_what_does_not_fit_in_a_check_is_said_with_a_cure(change, said):
    (found,) = problems(CHECK | change)[:1]
    assert said in found


@pytest.mark.parametrize(
    "change",
    [
        {"found": "Who would call this “wrong”?"},  # a word that is spoken of judges nobody
        {"found": "“Claimed” keeps a distance. We found no other verb. Look at the rest: who speaks there?"},
        {"absent": "There is more than one way. Look at “said” in your text."},
        {"looks_for": ["harbour"], "around": True},  # such words are looked out for, not hoped for
    ],
)
def test_what_only_asks_is_no_problem(change):
    assert problems(CHECK | change) == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"rubric": None}, "Write “rubric:” with a letter"),
        ({"rows": ["A", "A"]}, "The row A stands twice"),
        ({"length": {"least": 9, "most": 8}}, "needs 9 words and may have 8"),
        ({"confidence": True}, "Leave “confidence” out"),
        ({"hints": ["No."]}, "helps nobody"),
        (
            {"samples": [*SAMPLES[:3], SAMPLES[2] | {"text": "Another text.", "why": "It does other things."}]},
            "level 3",
        ),
        ({"samples": [*SAMPLES, SAMPLES[0] | {"why": "Another reason than before."}]}, "Two samples read"),
        ({"samples": [*SAMPLES, SAMPLES[0] | {"text": "Shut it is."}]}, "level 0 and 0 share one reason"),
        ({"samples": [*SAMPLES[:2], LONG, SAMPLES[3]]}, "has 9 words, but a student may write only 8"),
        ({"samples": [SAMPLES[0] | {"why": "Wrong."}, *SAMPLES[1:]]}, "level 0 explains nothing"),
    ],
)
def test_what_does_not_fit_in_the_exercise_is_said_with_a_cure(fields, said):
    (found,) = problems(**fields)
    assert said in found


def test_two_checks_may_not_share_an_id():
    assert problems(CHECK, CHECK) == ["The check “source” stands twice. Give one of them another id."]


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("starts_from: frist-item", "Did you mean “first-item”?"),
        ("starts_from: second-item", "does not stand before it"),
        ("starts_from: said-lab", "of the kind “rate”"),
    ],
)
def test_a_text_that_cannot_be_taken_up_is_named_with_the_line(kinds_lesson, new, said):
    file = kinds_lesson / "one.yaml"
    change(file, "starts_from: first-item", new)
    line = file.read_text(encoding="utf-8").split("- id: second-item")[0].count("\n") + 1
    (problem,) = check_lesson(kinds_lesson)
    assert said in problem.what
    assert (problem.file.name, problem.line) == ("one.yaml", line)
