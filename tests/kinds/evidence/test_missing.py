"""What a log of one's own still lacks before Check: the page and the kernel say it in the same sentence."""

import json

import pytest
from in_node import printed
from own_evidence import ITEM, PAPER, TOWN, WHOLE, answer

from exercises.kinds.evidence import KIND
from exercises.words import words

LOG = (KIND.folder / "log.js").as_uri()
EMPTY = {"id": "s1", "who": "", "where": "", "day": "", "read": "", "tells": "", "shows": "", "near": "", "same_as": ""}
CASES = {
    "all of it": ({}, ""),
    "no claim": ({"claim": None}, "Choose a claim first."),
    "no evidence": ({"log": [], "searched": " "}, "Your log is empty"),
    "a search is evidence": ({"log": [], "searched": "bridge"}, ""),
    "nobody is behind it": ({"log": [EMPTY]}, "Source 1: write who is behind it."),
    "nothing is told": ({"log": [TOWN, PAPER | {"tells": " \n"}]}, "Source 2: write what it shows."),
    "no side": ({"log": [TOWN | {"shows": ""}]}, "Source 1: say what it shows about the claim."),
    "no nearness": ({"log": [TOWN | {"near": ""}]}, "Source 1: say how near"),
    "no day of reading": ({"log": [TOWN | {"read": ""}]}, "Source 1: give the day on which you read it."),
    "a day that is none": ({"log": [TOWN | {"day": "in May"}]}, "Source 1: one of its days is no date."),
    "a source without a day of its own": ({"log": [TOWN | {"day": ""}]}, ""),
    "not whether it was said": ({"said": None}, "Say whether it was said."),
    "not for which day": ({"as_of": ""}, "Say for which day you answer."),
    "for a day that is none": ({"as_of": "12345-01-01"}, "Say for which day you answer."),
    "not whether it is so": ({"so": None}, "Say whether it is so"),
    "not how sure": ({"sure": None}, "Say how sure you are."),
}


@pytest.fixture(scope="module")
def on_the_page(tmp_path_factory):
    """Ask the page about all cases in one go."""
    given = {name: WHOLE | more for name, (more, _) in CASES.items()}
    script = tmp_path_factory.mktemp("missing") / "ask.mjs"
    script.write_text(
        f'import {{ missingIn }} from "{LOG}";\n'
        f"const words = {json.dumps(words('evidence'))};\n"
        f"const told = Object.entries({json.dumps(given)}).map(([name, one]) => [name, missingIn(one, words)]);\n"
        "console.log(JSON.stringify(Object.fromEntries(told)));\n",
        encoding="utf-8",
    )
    return dict(printed(script))


def in_the_kernel(more):
    try:
        KIND.score(ITEM, answer(**more), None)
    except ValueError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("case", CASES)
def test_page_and_kernel_say_the_same_of_what_is_missing(on_the_page, case):
    more, said = CASES[case]
    assert in_the_kernel(more) == on_the_page[case]
    assert on_the_page[case].startswith(said)
    assert bool(on_the_page[case]) == bool(said)
