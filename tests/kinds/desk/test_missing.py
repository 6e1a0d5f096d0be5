"""What a desk still lacks before Check: the page and the kernel say it in the same sentence."""

from __future__ import annotations

import json
from typing import Any

import pytest
from desk_lesson import ALL, EARLY, LATE, TOWN_PAGE, desk_item, desk_lesson, work
from in_node import printed

from exercises.kinds.desk import KIND
from exercises.page.joined import HERE
from exercises.words import words

MISSING = (HERE.parent / "kinds" / "desk" / "missing.js").as_uri()
DATES = (HERE / "dates.js").as_uri()
YEAR, OPINION = {"claim": "C1", "sources": ALL}, {"claim": "C2", "sources": ALL}
ONE = desk_item()
WORKED = desk_item({**YEAR, "given": True})
BOTH = desk_item(YEAR, OPINION)
EITHER = desk_item(YEAR, OPINION, choose_from=1)

EVIDENCE = "Claim 1 has no evidence yet: log a source, or write what you searched for without finding anything."
SECOND_EVIDENCE = EVIDENCE.replace("Claim 1", "Claim 2")
NOT_READY = "Finish 1 of the claims first. Ready so far: 0."
NEXT = "Claim 2 has no evidence yet"
DONE = work(TOWN_PAGE)

# What the student did at which desk, and what is said when Check is pressed.
CASES = {
    "nothing yet": (ONE, {}, EVIDENCE),
    "a search without a find is evidence": (ONE, {"C1": work(searched_nothing="bridge 1902")}, ""),
    "blanks are no search": (ONE, {"C1": work(searched_nothing="  ")}, EVIDENCE),
    "no word on whether it was said": (ONE, {"C1": DONE | {"said": None}}, "Claim 1: say whether it was said."),
    "no verdict at all": (ONE, {"C1": DONE | {"so": {}}}, "Claim 1: say whether it is so, as of 2 May 2025."),
    "one of two verdicts": (
        ONE,
        {"C1": DONE | {"so": {EARLY: "holds"}}},
        "Claim 1: say whether it is so, as of 10 June 2025.",
    ),
    "a verdict for the later day only": (
        ONE,
        {"C1": DONE | {"so": {LATE: "holds"}}},
        "Claim 1: say whether it is so, as of 2 May 2025.",
    ),
    "not how sure": (ONE, {"C1": DONE | {"confidence": None}}, "Claim 1: say how sure you are."),
    "all of it": (ONE, {"C1": DONE}, ""),
    "a worked example needs no log": (WORKED, {"C1": work()}, ""),
    "a worked example needs answers": (WORKED, {}, "Claim 1: say whether it was said."),
    "of two claims the first comes first": (BOTH, {}, EVIDENCE),
    "what was begun comes before it": (BOTH, {"C2": work(said="yes")}, SECOND_EVIDENCE),
    "a reason alone is a beginning": (BOTH, {"C2": work(said=None, so={}, confidence=None, reason="Hm")}, NEXT),
    "a confidence alone is a beginning": (BOTH, {"C2": work(said=None, so={}, confidence=2)}, NEXT),
    "one of two is done": (BOTH, {"C1": DONE}, SECOND_EVIDENCE),
    "one of a choice is enough": (EITHER, {"C1": DONE}, ""),
    "none of a choice was begun": (EITHER, {}, NOT_READY),
    "one of a choice was begun": (EITHER, {"C2": work(said="yes")}, f"{NOT_READY} {SECOND_EVIDENCE}"),
}


@pytest.fixture(scope="module")
def lesson(tmp_path_factory):
    return desk_lesson(tmp_path_factory.mktemp("desk") / "bridge")


@pytest.fixture(scope="module")
def on_the_page(lesson, tmp_path_factory) -> dict[str, str]:
    """Ask the page about all cases in one go."""
    given = {name: [KIND.page(item, lesson), done] for name, (item, done, _) in CASES.items()}
    script = tmp_path_factory.mktemp("missing") / "ask.mjs"
    script.write_text(
        f'import {{ missingOn }} from "{MISSING}";\n'
        f'import {{ datesIn }} from "{DATES}";\n'
        f"const words = {json.dumps(words('desk'))};\n"
        f"const dates = datesIn({json.dumps(words('kit')['language'])});\n"
        f"const told = Object.entries({json.dumps(given)}).map(\n"
        "  ([name, [page, works]]) => [name, missingOn(page, works, words, dates)],\n"
        ");\n"
        "console.log(JSON.stringify(Object.fromEntries(told)));\n",
        encoding="utf-8",
    )
    return dict(printed(script))


def in_the_kernel(lesson, item, done: dict[str, Any]) -> str:
    try:
        KIND.score(item, KIND.answer.model_validate({"claims": done}), lesson)
    except ValueError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("case", CASES)
def test_page_and_kernel_say_the_same_of_what_is_missing(lesson, on_the_page, case):
    item, done, said = CASES[case]
    assert in_the_kernel(lesson, item, done) == on_the_page[case]
    assert on_the_page[case].startswith(said)
    assert bool(on_the_page[case]) == bool(said)
