"""The models of a lesson's files take what a person writes and refuse what could do harm."""

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from exercises.lesson.load import load_lesson
from exercises.lesson.models import lesson as pack
from exercises.lesson.models.base import Day, Link
from exercises.lesson.models.key import Attribution
from exercises.lesson.models.lesson import NotebookEntry


class Sheet(BaseModel):
    day: Day = "2025-11-21"
    link: Link = "https://example.org"


def attribution(**fields: Any) -> Attribution:
    whole = {"id": "A1", "sentence": 1, "cue": "said", "source_kind": "none", "verb_stance": "neutral", "why": {}}
    return Attribution.model_validate(whole | fields)


@pytest.mark.parametrize("day", ["2025-02-30", "21-11-2025", "20251121", "2025-W47-5", "2025-11-21 ", "", "yesterday"])
def test_a_day_that_is_no_date_is_refused(day):
    with pytest.raises(ValidationError, match="no date"):
        Sheet(day=day)


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "//example.org",
        "https://",
        "https://exa mple.org",
        "https://example.org/\u202egpj",
        "http://[",
    ],
)
def test_a_link_that_leads_to_no_page_is_refused(link):
    with pytest.raises(ValidationError, match="no link"):
        Sheet(link=link)


def test_web_addresses_in_any_script_are_links():
    assert Sheet(link="https://uk.wikipedia.org/wiki/Купʼянськ?a=b#c").link.endswith("#c")


def test_quoted_words_may_stand_alone_or_in_a_list():
    assert attribution(content="the bridge").content == ("the bridge",)
    assert attribution(content=["the bridge", "is closed"]).content == ("the bridge", "is closed")


def test_an_attribution_may_have_no_source_and_no_content_but_always_has_a_cue():
    assert attribution(source=None, content=[]).content == ()
    with pytest.raises(ValidationError):
        attribution(cue=[])
    with pytest.raises(ValidationError):
        attribution(cue="")


@pytest.mark.parametrize("to", ["../out.ipynb", "/etc/x.ipynb", "a/../../x.ipynb", "x.html", "a\\b.ipynb"])
def test_a_notebook_is_built_only_below_its_folder(to):
    with pytest.raises(ValidationError):
        pack.NotebookEntry(name="one", title="One", minutes=5, to=to)


def test_the_day_of_a_source_is_shown_or_concluded_or_unknown(small_lesson):
    sources = load_lesson(small_lesson).sources
    assert [source.day for source in sources.values()] == ["2025-05-01", "2025-06-01", None]


def test_a_claim_gives_the_verdict_of_a_day(small_lesson):
    claim = load_lesson(small_lesson).claims["C1"]
    found = [claim.verdict_on(day) for day in ("2025-05-01", "2025-06-09", "2025-06-10")]
    assert [verdict and verdict.verdict for verdict in found] == [None, "disputed", "holds"]


def test_another_verdict_is_accepted_up_to_its_last_day_and_never_beside_itself(small_lesson):
    claim = load_lesson(small_lesson).claims["C1"]
    open_ended = claim.model_copy(update={"also_accept": ("not-enough-evidence", "holds"), "also_accept_until": None})
    days = ("2025-06-09", "2025-06-10")
    assert [open_ended.accepted_on(day) for day in days] == [("not-enough-evidence", "holds"), ("not-enough-evidence",)]
    early = open_ended.model_copy(update={"also_accept_until": "2025-06-09"})
    assert [early.accepted_on(day) for day in days] == [("not-enough-evidence", "holds"), ()]


def test_a_claim_knows_its_words_and_its_sentence(small_lesson):
    claims = load_lesson(small_lesson).claims
    assert (claims["C1"].words, claims["C1"].sentence_number) == ("the bridge has stood since 1902", 2)
    assert (claims["C2"].words, claims["C2"].sentence_number) == ("The bridge will stay closed until May.", None)


@pytest.mark.parametrize(
    ("name", "title", "told"),
    [
        ("02_who_says_so", "Who says so?", "2 Who says so?"),
        ("07b_does_it_hold", "Does it hold?", "7b Does it hold?"),
        ("start_here", "Start here", "Start here"),
    ],
)
def test_a_notebook_is_called_by_the_number_that_commands_use(name, title, told):
    assert NotebookEntry(name=name, title=title, minutes=20, to="a/b.ipynb").numbered == told
