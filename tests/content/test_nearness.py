"""How near a source is goes by one rule, whatever side it is on."""

import re

from every_lesson import named

KUPYANSK = named("kupyansk")

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
