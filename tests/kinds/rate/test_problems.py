"""What does not fit in an exercise *rate* is said with its cure."""

import pytest
from pydantic import ValidationError
from small_lesson import change

from exercises.kinds.items import check_lesson
from exercises.kinds.rate import KIND
from exercises.kinds.rate.item import RateItem

COMMON = {"id": "r", "kind": "rate", "title": "Rate", "instruction": "Rate them.", "role": "alone", "rubric": "B"}
SCALE = {"low": "not at all", "high": "very well", "steps": ["None", "Weak", "Fair", "Good"]}
FERRY = {
    "id": "ferry",
    "text": "The ferry carried 212 people.",
    "accept": [3, 4],
    "best": 4,
    "why": {"low": "No person is named, and that tempts.", "3-4": "An office counts and shows its list."},
}
TEA = {"id": "tea", "text": "Tea is better.", "scored": False, "why": "A taste needs no support."}


def problems(*statements, **fields):
    given = {"prompt": "How well?", "scale": SCALE, "statements": statements}
    return KIND.problems(RateItem.model_validate(COMMON | given | fields), None)


def test_a_sound_exercise_has_no_problems():
    telling = FERRY | {"cannot_tell": {"counts": "wrong", "why": "The words say how it is known."}}
    assert problems(FERRY, TEA) == []
    assert problems(telling, TEA, cannot_tell=True, each_sure=True, shuffle=True, hints=["Ask who counts."]) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"accept": []}, "accepts no step"),
        ({"accept": [3, 4, 5]}, "the scale ends at 4"),
        ({"accept": [3, 3, 4]}, "accepts step 3 twice"),
        ({"best": None}, "Write “best:” with one of 3, 4"),
        ({"best": 2}, "Write “best:” with one of 3, 4"),
        ({"why": {"low": "No person is named."}}, "no reason for step 3, 4"),
        ({"why": {"low": "No person is named.", "3": "A list is shown."}}, "no reason for step 4"),
        ({"why": FERRY["why"] | {"4": "It is counted well."}}, "two reasons for step 4"),
        ({"why": FERRY["why"] | {"middle": "It is so and so."}}, "“middle”, which is no step"),
        ({"why": FERRY["why"] | {"5": "It is more than well."}}, "which no student can choose"),
        ({"why": FERRY["why"] | {"high": "It is more than well."}}, "which no student can choose"),
        ({"why": "An office counts and shows its list."}, "accepted and steps that are not"),
        ({"why": FERRY["why"] | {"low": "Wrong."}}, "explains nothing"),
        ({"why": FERRY["why"] | {"low": FERRY["why"]["3-4"]}}, "one reason twice"),
        ({"scored": False}, "not scored and yet has steps"),
        ({"cannot_tell": {"counts": "wrong", "why": "The words say how."}}, "which the exercise does not offer"),
    ],
)
def test_what_does_not_fit_in_a_statement_is_said_with_a_cure(change, said):
    assert any(said in found for found in problems(FERRY | change, TEA)), problems(FERRY | change, TEA)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"scale": SCALE | {"steps": ["None", "Weak", "Weak", "Good"]}}, "Two steps are called “Weak”"),
        ({"each_sure": True, "confidence": True}, "Leave “confidence” out"),
        ({"cannot_tell": True}, "does not say what “cannot tell” is worth"),
        ({"hints": ["No."]}, "helps nobody"),
    ],
)
def test_what_does_not_fit_in_the_exercise_is_said_with_a_cure(fields, said):
    (found,) = problems(FERRY, TEA, **fields)
    assert said in found


def test_names_and_texts_may_not_repeat_and_one_statement_is_not_mixed():
    assert any("“ferry” stands twice" in found for found in problems(FERRY, FERRY | {"text": "Another."}))
    assert any("Two statements read" in found for found in problems(FERRY, FERRY | {"id": "boat"}))
    assert problems(FERRY, shuffle=True) == ["One statement cannot be mixed. Leave “shuffle” out."]


def test_statements_are_mixed_or_stay_in_their_order():
    said = problems(FERRY, FERRY | {"id": "other"}, shuffle=True, in_order=True)
    assert "The statements cannot be mixed and stay in their order. Leave “shuffle” or “in_order” out." in said
    assert any("Leave “each_sure” out" in found for found in problems(TEA, each_sure=True))


@pytest.mark.parametrize("steps", [["Low", "High"], list("abcdefgh"), ["Low", "", "High"]])
def test_a_scale_has_three_to_seven_named_steps(steps):
    with pytest.raises(ValidationError):
        problems(FERRY, scale=SCALE | {"steps": steps})


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("compare_with: said-lab", "compare_with: sad-lab", "Did you mean “said-lab”?"),
        ("compare_with: said-lab", "compare_with: bet", "of the kind “choose”"),
        ("compare_with: said-lab", "compare_with: support", "other steps"),
        ("compare_with: said-lab", "compare_with: claim-lab", "does not stand before it"),
        ("- {id: bus, text: The driver insisted", "- {id: tram, text: The driver insisted", "no statement “tram”"),
    ],
)
def test_an_exercise_that_cannot_be_compared_with_is_named_with_the_line(kinds_lesson, old, new, said):
    file = kinds_lesson / "one.yaml"
    change(file, old, new)
    line = file.read_text(encoding="utf-8").split("- id: claim-lab")[0].count("\n") + 1
    (problem,) = check_lesson(kinds_lesson)
    assert said in problem.what
    assert (problem.file.name, problem.line) == ("one.yaml", line)


# A form

FEATURES = {"support": "well", "source": "unnamed", "certainty": "unhedged", "tone": "neutral", "length": "short"}
IN_FORM = FERRY | {"cannot_tell": {"counts": "apart", "why": "The words say how it is known."}, "features": FEATURES}


def test_a_sound_form_has_no_problems():
    assert problems(IN_FORM, cannot_tell=True, each_sure=True) == []


@pytest.mark.parametrize(
    ("statements", "fields", "said"),
    [
        ([IN_FORM, FERRY | {"id": "bus", "text": "The bus is full."}], {}, "“bus” has no “features”, others have"),
        ([IN_FORM | {"features": FEATURES | {"support": "poorly"}}], {}, "poorly supported and accepts other steps"),
        ([IN_FORM | {"accept": [2, 3]}], {}, "well supported and accepts other steps"),
        ([IN_FORM | {"cannot_tell": None}], {}, "“cannot_tell” counts apart"),
        (
            [IN_FORM | {"cannot_tell": {"counts": "wrong", "why": "The words say so."}}],
            {},
            "“cannot_tell” counts apart",
        ),
        ([IN_FORM | {"features": None}], {}, "as only a form does"),
        ([IN_FORM | {"scored": False, "accept": [], "best": None}], {}, "In a form all is scored"),
        ([IN_FORM], {"scale": SCALE | {"steps": ["1 of 5", "2 of 5", "3 of 5", "4 of 5", "5 of 5"]}}, "even number"),
    ],
)
def test_what_does_not_fit_in_a_form_is_said_with_a_cure(statements, fields, said):
    found = problems(*statements, **({"cannot_tell": True, "each_sure": True} | fields))
    assert any(said in one for one in found), found
