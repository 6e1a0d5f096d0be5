"""How near a source is goes by one rule, whatever side it is on, and for harbour whatever claim it is asked for."""

import re

from every_lesson import named

KUPYANSK = named("kupyansk")
HARBOUR = named("harbour")

# Cards of harbour that tell several things, each from another distance; the guide says which.
TELL_SEVERAL_THINGS = {
    "lab-jun9": {"what a test found": {"T1"}, "which tests it made": {"N3", "C7"}},
    "radio-clerk-jun10": {
        "what the clerk says": {"T2", "T3", "C16", "C4"},
        "what the clerk says and a notice has": {"T1"},
        "notices that it reads out": {"N3", "C7", "C8"},
    },
    "class-jun2": {"a depth on a line": {"C14"}, "colours": {"N1"}},
    "anglers-jun10": {"a device": {"C12"}, "its catch and its plan": {"N2", "N5"}},
    "lab-jun26": {"counts": {"C3", "C12", "C5", "T2", "N2"}, "letters that came": {"C16", "T3"}},
    "inspectors-jul3": {"three days of tests": {"C10"}, "a book of others": {"C15"}, "what they did": {"F2"}},
}

STATE_AGENCIES = {
    "russia": {"Sputnik", "TASS", "RIA Novosti", "Prime / RIA Novosti"},
    "ukraine": {"Ukrinform via MENAFN"},
}
PRINTS = re.compile(r"(relaying|relays|quoting|passing on|interviewing) (the |a local )?")
INVOLVED = re.compile(r"General Staff|commander|Joint Forces|spokesman|president|[Mm]inistry")


def test_only_those_involved_and_their_states_agencies_are_parties_on_every_side():
    parties = {source.publisher for source in KUPYANSK.sources.values() if source.near == "party"}
    assert parties <= set().union(*STATE_AGENCIES.values())
    assert all(parties & names for names in STATE_AGENCIES.values())


def test_outlets_that_print_those_involved_are_near_by_one_rule_whatever_their_side():
    def prints_one_involved(position):
        return any(INVOLVED.match(position, found.end()) for found in PRINTS.finditer(position))

    printing = [source for source in KUPYANSK.sources.values() if prints_one_involved(source.position)]
    odd = {source.id for source in printing if source.near not in ("party", "was-told")}
    assert odd <= {"interfax-rudskoy"}  # it retells the army's newspaper
    assert len(printing) > 30


def test_who_prints_the_words_of_one_side_may_be_logged_as_told_by_it_on_every_side():
    one_side = re.compile(r"commander|commentator|member of parliament|press officer|ministry")
    found = {
        source.id: source
        for source in KUPYANSK.sources.values()
        if source.near == "repeats"
        and one_side.search(source.position)
        and PRINTS.search(source.position)
        and "channel" not in source.position
    }
    assert {"lenta-marochko", "comments-bezuhla", "gazeta-dec16-sharov", "rbcua-unga"} <= set(found)
    for source in found.values():
        own = {claim for claim in decided(source) if source.origin_for(claim) == source.origin}
        assert {claim for claim in own if "was-told" not in source.nears_for(claim)} == set(), source.id


def decided(source):
    """Name the claims that a card speaks for or against."""
    return {*source.supports, *source.contradicts}


def ways_near(source, claims):
    """Give the answers to “how near?” that count, for each of some claims, without their order."""
    return {frozenset(source.nears_for(claim)) for claim in claims}


def test_a_card_is_as_near_for_one_claim_as_for_the_next_unless_it_tells_several_things():
    changing = {source.id for source in HARBOUR.sources.values() if len(ways_near(source, decided(source))) > 1}
    assert changing == set(TELL_SEVERAL_THINGS)
    for name, told in TELL_SEVERAL_THINGS.items():
        source = HARBOUR.sources[name]
        assert set().union(*told.values()) == decided(source), name
        assert all(len(ways_near(source, claims)) == 1 for claims in told.values()), name


def test_where_a_card_decides_nothing_each_nearness_counts_that_counts_for_anything_that_it_tells():
    checked = 0
    for source in HARBOUR.sources.values():
        anything = {near for claim in decided(source) for near in source.nears_for(claim)} or {source.near}
        for claim in source.context:
            assert anything <= set(source.nears_for(claim)), (source.id, claim)
            checked += 1
    assert checked > 50
