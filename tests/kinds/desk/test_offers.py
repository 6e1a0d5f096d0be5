"""Each finished claim of a desk can be taken along: as card, list and, where it is judged, as a review."""

import pytest
from desk_files import checked_desk
from desk_lesson import EARLY, TOWN_PAGE, desk_item
from desk_lesson import work as claim_work

from exercises.kinds.checked import Checked
from exercises.kinds.desk.answer import DeskAnswer
from exercises.kinds.offers import offers, take


def test_a_forecast_gets_a_card_and_a_list_but_no_review(tmp_path):
    base = checked_desk(tmp_path / "bridge")
    item = desk_item({"claim": "C2", "sources": ("town-page", "old-guide")}, as_of=["2025-05-02"])
    answer = DeskAnswer.model_validate({"claims": {"C2": claim_work(TOWN_PAGE, so={EARLY: "holds"})}})
    forecast = Checked(item, answer, base.lesson, base.code, base.when, shown=False)
    (offer,) = offers(forecast)
    assert [file["format"] for file in offer["files"]] == ["card", "evidence"]
    with pytest.raises(KeyError):
        take(forecast, "claim-review/C2")


def test_only_finished_claims_are_offered_by_their_number_and_words(tmp_path):
    item = desk_item(
        {"claim": "C2", "sources": ("town-page", "old-guide")},
        {"claim": "C1", "sources": ("town-page", "archive-note", "old-guide", "town-radio")},
        choose_from=1,
    )
    (offer,) = offers(checked_desk(tmp_path / "bridge", item=item))
    assert offer["subject"] == "Claim 2: “the bridge has stood since 1902”"
    assert [file["what"] for file in offer["files"]] == ["card/C1", "evidence/C1", "claim-review/C1"]
