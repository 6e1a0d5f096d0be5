"""The rules of the seal: set once, opened once, in a later place of the notebook, and never changed in between.

Nothing of a sealed answer can be taken back under the same code, before it is opened or after: a prediction that could
still be changed would be none. Whoever wants to begin anew begins with a new code in the bar.
"""

from __future__ import annotations

from exercises.answers.work import Phase
from exercises.exchange.message import Message, Refusal
from exercises.exchange.record import Record
from exercises.exchange.versions import BESIDE
from exercises.words import words


def respect(message: Message, record: Record, *, opening: bool, goes_on: bool) -> None:
    """Raise a refusal if a message asks for what the seal forbids; the other parameters are those of `refusal`."""
    if message.kind in BESIDE:
        return
    if not record.item.seal:
        if message.kind in ("seal", "open"):
            raise Refusal(words("exchange")["shape"])
        return
    if name := refusal(message.kind, record.phase, older=record.older, opening=opening, goes_on=goes_on):
        raise Refusal(words("seal")[name])


def refusal(asked: str, phase: Phase, *, older: bool, opening: bool, goes_on: bool) -> str:
    """Name the sentence that refuses what a page asks of a sealed exercise.

    Parameters
    ----------
    asked : str
        Kind of the message.
    phase : str
        Where the exercise stands.
    older : bool
        Whether the stored answer belongs to an earlier edition; then it may be answered anew.
    opening : bool
        Whether the page is the place where the seal is opened.
    goes_on : bool
        Whether the message only carries on with the second part of an answer whose first part is open.

    Returns
    -------
    str
        A name in the section ``seal`` of the words; empty if nothing forbids it.
    """
    if phase in ("open", "passed"):
        return _before(asked, passed=phase == "passed", opening=opening)
    if older:
        return "" if asked == "again" else "older_sealed"
    if phase == "sealed":
        return "" if asked == "open" and opening else "closed"
    return "" if asked in ("open", "show") or goes_on else "opened"


def _before(asked: str, *, passed: bool, opening: bool) -> str:
    if asked == "open":
        return "not_yet"
    if asked == "check":
        return "seal_it"
    # Whoever skipped may see our answer where the others open theirs, and no sooner.
    return "later" if asked == "show" and not (passed and opening) else ""
