"""Nobody bets on what happens to people: no sentence of the interface says so."""

from collections.abc import Iterator

from exercises.files.reading import read_plain
from exercises.words.phrases import matching
from exercises.words.spoken import OWN_FOLDER


def test_no_sentence_of_the_interface_speaks_of_a_bet():
    spoken = read_plain(OWN_FOLDER / "en.yaml")
    bets = matching(spoken.pop("rules")["bets"])
    assert [text for text in sentences(spoken) if bets.search(text)] == []


def sentences(value: object) -> Iterator[str]:
    """Give every text in some plain data, without the names that it has there."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from sentences(one)
