"""A checked desk to make files of: the year of the bridge, answered for two days."""

from pathlib import Path
from typing import Any

from desk_lesson import ARCHIVE, OLD_GUIDE, TOWN_PAGE, TOWN_RADIO, desk_item, desk_lesson
from desk_lesson import work as claim_work

from exercises.kinds.checked import Checked
from exercises.kinds.desk.answer import DeskAnswer

CODE, WHEN = "amber-heron-42", "2026-11-23T23:30:00-02:00"  # the next day by UTC
DAY = "2026-11-24"
REASON = "Two notes say 1902.\nThe builder's bill would change my mind."


def checked_desk(folder: Path, *, shown: bool = False, links: str = "none", item: Any = None, **fields: Any) -> Checked:
    """Check the claim C1 with four sources from three origins; ``fields`` change what the student did."""
    claim = claim_work(TOWN_PAGE, TOWN_RADIO, OLD_GUIDE, ARCHIVE, **{"reason": REASON, **fields})
    answer = DeskAnswer.model_validate({"claims": {"C1": claim}})
    return Checked(item or desk_item(), answer, desk_lesson(folder, links), CODE, WHEN, shown=shown)
