"""A reason is read in two doses: about 25 words at once, the rest on tap."""

from exercises.kinds.doses import in_doses, two_doses

LONG = "The nurse saw it with her own eyes. " * 6


def words(text):
    return len(text.split())


def test_a_short_reason_is_read_whole():
    assert two_doses("She was there. She says so herself.") == ("She was there. She says so herself.", "")


def test_a_long_reason_leaves_the_rest_on_tap_and_loses_no_word():
    at_once, on_tap = two_doses(LONG)
    assert words(at_once) <= 25
    assert f"{at_once} {on_tap}" == LONG.strip()


def test_a_sentence_is_never_cut():
    sentence = "word " * 40 + "end."
    assert two_doses(f"{sentence} Next time, look twice before you say that anything at all is so.")[0] == sentence


def test_a_few_words_more_are_not_worth_a_tap():
    reason = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen. " * 1 + (
        "One two three four five six seven eight nine ten. Look twice."
    )
    assert two_doses(reason)[1] == ""


def test_the_own_choice_and_ours_both_begin_at_once():
    at_once, on_tap = two_doses(f"You chose 1; we chose 4.\nIt has a name. {LONG}\nIt was counted. {LONG}")
    assert at_once.startswith("You chose 1; we chose 4. It has a name.")
    assert "It was counted." in at_once
    assert words(on_tap) > words(LONG)


def test_a_quotation_belongs_to_its_sentence():
    at_once, _ = two_doses("He said “No.” Then he left. " + LONG)
    assert at_once.startswith("He said “No.” Then he left.")


def test_what_is_stored_of_a_result_stays_as_it_was():
    stored = {"summary": "Right.", "remarks": [{"subject": "a", "reason": LONG}]}
    (remark,) = in_doses(stored)["remarks"]
    assert remark["on_tap"]
    assert stored["remarks"] == [{"subject": "a", "reason": LONG}]
    assert in_doses(None) is None


def test_a_folded_reason_waits_on_a_tap_whole():
    (remark,) = in_doses({"remarks": [{"subject": "a", "reason": "She was there.\nShe says so.", "folded": True}]})[
        "remarks"
    ]
    assert (remark["at_once"], remark["on_tap"]) == ("", "She was there. She says so.")
