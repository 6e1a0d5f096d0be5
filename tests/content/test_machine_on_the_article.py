"""What the third lesson tells of the machine on its own article is what the detectors do there beside the key."""

import re
from types import SimpleNamespace

import pytest
from every_lesson import items_of, named

from exercises.detect.attribution.drafts import draft_attributions
from exercises.detect.certainty import mark_certainty
from exercises.detect.claims import top_claims
from exercises.detect.loaded import mark_loaded
from exercises.detect.prepared import prepare

LESSON = named("sleep")
TEXT, KEY = LESSON.article, LESSON.key["article"]
GUIDE = " ".join((LESSON.folder / "guide" / "front.md").read_text("utf-8").split())
CARDS = items_of(LESSON)["sure-list-cards"].cards
SMALL = {"that", "and", "as", "which"}


@pytest.fixture(scope="module")
def drafted():
    """Let all detectors loose on the article, once."""
    prepared = prepare(TEXT.text)
    return SimpleNamespace(
        attributions=draft_attributions(TEXT.text),
        hedges=mark_certainty(prepared),
        claims=top_claims(prepared),
        loaded=mark_loaded(prepared),
    )


def sentence_of(span):
    return next(one.number for one in TEXT.sentences if one.span.touches(span))


def words_in(spans):
    """Give the words of some marks, each with its place, without small words that cost nothing."""
    return {word for word in TEXT.words_in(tuple(spans)) if TEXT.quote(word).lower() not in SMALL}


def readings(entry):
    """Give every reading of an attribution that the key takes, as words of source, cue and content."""
    yield tuple(entry.parts.get(part) or () for part in ("source", "cue", "content"))
    for other in entry.alternatives:
        yield tuple(other.get(part) or entry.parts.get(part) or () for part in ("source", "cue", "content"))


def hedges():
    return [one for one in KEY.certainty if one.entry.direction == "hedge" and one.entry.kind != "aim"]


def flagged(entry, flags):
    cues = [*entry.parts["cue"], *(part for other in entry.alternatives for part in other.get("cue") or ())]
    return any(flag.span.touches(part) for flag in flags for part in cues)


def flag_hedges():
    """Give the hedges that the machine drafts in the article, with their words."""
    cues = [cue for cue in mark_certainty(prepare(TEXT.text)) if cue.direction == "hedge"]
    return [SimpleNamespace(span=cue.span, word=TEXT.quote(cue.span)) for cue in cues]


def bin_of(card):
    flags = flag_hedges()
    if card.id == "timetable":
        assert not [flag for flag in flags if sentence_of(flag.span) == 16]
        return "left"
    (entry,) = [one for one in (*KEY.certainty, *KEY.not_certainty) if one.id.lower() == card.id]
    if "quote" in entry.parts:
        assert not any(flag.span.touches(part) for flag in flags for part in entry.parts["quote"])
        return "left"
    return "right" if flagged(entry, flags) else "missed"


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_a_card_lies_where_machine_and_key_put_it(card):
    assert card.bin == bin_of(card)
    assert not card.also_accept


def test_the_notebook_shows_all_flags_of_the_machine_in_their_order_and_says_how_many_are_right():
    prose = (LESSON.folder / "05_how_sure.md").read_text("utf-8")
    flags = flag_hedges()
    (shown,) = re.findall(r"^> (S8 \*\*.*)$", prose, re.MULTILINE)
    assert re.findall(r"\*\*([\w ]+)\*\*", shown) == [flag.word for flag in flags]
    numbers = list(dict.fromkeys(sentence_of(flag.span) for flag in flags))
    assert [int(number) for number in re.findall(r"S(\d+)", shown)] == numbers
    right = [flag for flag in flags if any(flagged(entry, [flag]) for entry in hedges())]
    assert (len(flags), len(right)) == (8, 8)
    assert "it raises eight flags" in " ".join(prose.split())
    assert "All eight of its flags stand on a hedge" in " ".join(prose.split())


def as_in_the_key(draft):
    """Give the entry of the key of which a draft is an accepted reading, small words aside; None if there is none."""
    parts = ((draft.source,) if draft.source else (), (draft.cue,), draft.content)
    drafted = tuple(map(words_in, parts))
    same = [one for one in KEY.attributions if any(tuple(map(words_in, way)) == drafted for way in readings(one))]
    return same[0].id if same else None


def test_the_guide_counts_the_attributions_that_it_drafted_and_those_that_are_as_in_the_key(drafted):
    found = {draft: as_in_the_key(draft) for draft in drafted.attributions}
    right = {name for name in found.values() if name}
    assert f"The machine drafted {len(found)} attributions, and {len(right)} of them are as in our key" in GUIDE
    (wrong,) = [sentence_of(draft.cue) for draft, name in found.items() if not name]
    assert f"in S{wrong} it takes “council” for the speaker" in GUIDE
    missed = [one for one in KEY.attributions if one.id not in right and one.id != "A17a"]
    assert [one.id for one in missed] == ["A08a", "A11a", "A17b", "A18b", "A21a", "A22b"]
    assert "It missed six: S8" in GUIDE


def test_the_guide_counts_the_hedges_that_it_flagged_and_names_those_that_it_missed(drafted):
    flags = [SimpleNamespace(span=one.span) for one in drafted.hedges if one.direction == "hedge"]
    assert [flag for flag in flags if not any(flagged(one, [flag]) for one in hedges())] == []
    missed = [one for one in hedges() if not flagged(one, flags)]
    assert (len(flags), len(hedges()) - len(missed), len(missed)) == (8, 7, 6)
    named_there = GUIDE.split("It missed six hedges")[1].split("(Aims are not counted.)")[0]
    assert re.findall(r"\(S(\d+)\)", named_there) == [str(one.sentence) for one in missed]


def test_the_guide_names_the_first_five_claims_and_no_loaded_word(drafted):
    first = [f"S{sentence_of(claim.span)}" for claim in drafted.claims]
    assert f"Its first five are {', '.join(first[:-1])} and {first[-1]}." in GUIDE
    assert not {"S1", "S6"} & set(first)
    assert drafted.loaded == ()
