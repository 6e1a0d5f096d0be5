"""The rules behind the two questions, as the annotation guide writes them down, hold for every claim of every side."""

import re
from collections import Counter
from urllib.parse import urlsplit

import pytest
from every_lesson import LESSONS, each_lesson, items_of, named

from exercises.kinds.desk.item import days_asked
from exercises.kinds.mark.asked import entries_asked
from exercises.kinds.mark.item import MarkAnswer
from exercises.kinds.mark.score import score
from exercises.lesson.text import Span

KUPYANSK = named("kupyansk")
GUIDE = (KUPYANSK.folder / "annotation_guide.md").read_text("utf-8")
FRONT = (KUPYANSK.folder / "guide" / "front.md").read_text("utf-8")
MONITOR = re.compile(r"^(isw|deepstate)-")
MOST = "Most is not all"
# Statements of two sides that cannot both hold, and cannot both fail.
OPPOSITES = [("C12", "K5"), ("W43", "K8"), ("W36", "W13"), ("W49", "W56"), ("W46", "W55"), ("W11", "W65")]
# What somebody did not admit, and the admission. An army's spokesman is the army and not the General Staff (C19, W29).
ADMISSIONS = [("C22", "W63"), ("C19", "W29")]
NOT_THE_STAFF = ("C19", "rbcua-trehubov")
TURNED = {"holds": "does-not-hold", "does-not-hold": "holds"}
OF_A_STATE = re.compile(
    r"\b(state (news )?agency|state outlet|state group|state-funded|US-funded)\b"
    r"|of the Moscow region|of the Hong Kong government"
)
PASSES_ON = re.compile(r" (passing on|relaying|quoting|summarising|retelling)\b")
OF_TONE = re.compile(
    r"\b(loyal|loud|tone|pro-government|wartime|martial law|censor\w*|editorially|independent|without comment)\b"
    r"|\bKremlin('s)? version\b|\b(conveys|echoes)\b",
    re.I,
)
# An outlet of a country in the war: its owner has to be named, or the link stays off until a teacher turns it on.
OUTLET_AT_WAR = re.compile(r"^(\w+ )?(Russian|Ukrainian|Moscow)\b")
OWNED = re.compile(r"\b(privately owned|state)\b")


def statements():
    return [(lesson, claim) for lesson in LESSONS for claim in lesson.claims.values()]


def said_by_nobody(claim):
    return claim.said.by.startswith(("nobody", "the article itself"))


def test_nobody_is_named_only_where_nobody_asserted_the_content():
    wrong = [claim.id for _, claim in statements()
             if claim.said.answer == "not-applicable" and not said_by_nobody(claim)]  # fmt: skip
    assert wrong == []


def is_given_to_somebody(lesson, claim):
    """Whether the marks of the key give words of the claim to a source in its sentence."""
    text = lesson.texts["article"]
    start = text.text.index(claim.quote, text.sentence(claim.sentence_number).span.start)
    words = Span(start, start + len(claim.quote))
    owned = [one for one in lesson.key["article"].attributions
             if one.sentence == claim.sentence_number and one.entry.source_kind != "none"]  # fmt: skip
    return any(part.touches(words) for one in owned for parts in one.parts.values() for part in parts)


@each_lesson
def test_words_of_the_article_have_a_speaker_where_the_key_marks_one_in_their_sentence(lesson):
    quoted = [claim for claim in lesson.claims.values() if claim.quote]
    assert quoted
    odd = [claim.id for claim in quoted
           if is_given_to_somebody(lesson, claim) == (claim.said.answer == "not-applicable")]  # fmt: skip
    assert odd == []


def test_a_statement_in_our_words_keeps_its_sayer_unless_this_course_worded_the_content_itself():
    ours = {claim.id: claim.said for _, claim in statements() if claim.statement}
    unsaid = {name for name, said in ours.items() if said.answer == "not-applicable"}
    assert unsaid == {name for name, said in ours.items() if said.by == "nobody: worded for this course"}
    assert unsaid


def test_who_claims_that_somebody_said_something_makes_no_claim_about_the_world():
    reports = re.compile(r"\b(said|reported|remarked|announced) that\b")
    assert [claim.id for _, claim in statements()
            if claim.statement and reports.search(claim.statement) and not claim.about_saying] == []  # fmt: skip


def test_that_somebody_said_it_is_never_the_reason_why_something_about_the_world_holds():
    said = re.compile(r"^(He|She|They|It) (said|says|reported) (it|so)\.")
    found = [claim.id for _, claim in statements() for verdict in claim.so
             if verdict.verdict == "holds" and not claim.about_saying and said.match(verdict.reason)]  # fmt: skip
    assert found == []


def test_where_it_was_most_and_not_all_the_answer_is_disputed_for_every_side():
    sides = set()
    for _, claim in statements():
        for verdict in claim.so:
            if MOST in verdict.reason:
                assert verdict.verdict == "disputed", claim.id
                assert {"does-not-hold", "holds"} & set(claim.also_accept), claim.id
                assert claim.also_accept_until is None or claim.also_accept_until >= verdict.as_of, claim.id
                sides.add(claim.side)
    assert {"russia", "ukraine", "neutral"} <= sides


def test_no_claim_fails_by_the_silence_of_a_monitor_alone():
    for lesson, claim in statements():
        for verdict in claim.so:
            if verdict.verdict == "does-not-hold":
                origins = {lesson.sources[name].origin_for(claim.id) for name in verdict.evidence}
                found = "located footage" in verdict.reason
                assert found or any(not MONITOR.match(origin) for origin in origins), claim.id


@pytest.mark.parametrize("day", ["2025-12-22", "2025-12-28", "2026-03-12"])
def test_an_answer_on_the_act_of_a_day_begins_with_what_tells_of_that_day(day):
    verdict = KUPYANSK.claims["C10"].verdict_on(day)
    assert verdict.as_of == day
    assert verdict.reason.startswith("For the week of the claim ")
    assert {"objectiv-isw-nov23", "ft-dec22"} <= set(verdict.evidence)


@pytest.mark.parametrize("name", ["K8", "W43"])
def test_a_ring_is_judged_and_not_what_somebody_meant_by_it(name):
    claim = KUPYANSK.claims[name]
    assert claim.verdict_on("2025-12-22").as_of == "2025-12-22"
    told = " ".join([claim.words, claim.also_accept_why, *(verdict.reason for verdict in claim.so)])
    assert not re.search(r"invent|supply", told, re.I)


@pytest.mark.parametrize(("one", "other"), OPPOSITES, ids="-".join)
def test_opposite_statements_of_two_sides_go_through_the_same_test(one, other):
    first, second = KUPYANSK.claims[one], KUPYANSK.claims[other]
    assert first.side != second.side
    days = [day for day in {verdict.as_of for verdict in (*first.so, *second.so)}
            if first.verdict_on(day) and second.verdict_on(day)]  # fmt: skip
    assert days
    for day in days:
        verdict = first.verdict_on(day).verdict
        assert second.verdict_on(day).verdict == TURNED.get(verdict, verdict), day
    assert {TURNED.get(word, word) for word in first.also_accept} == set(second.also_accept)


@pytest.mark.parametrize(("one", "other"), [*OPPOSITES, *ADMISSIONS], ids="-".join)
def test_what_speaks_for_a_statement_speaks_against_its_opposite(one, other):
    for source in KUPYANSK.sources.values():
        if (one, source.id) != NOT_THE_STAFF and all(
            {name} & {*source.supports, *source.contradicts, *source.context} for name in (one, other)
        ):
            assert (one in source.supports, one in source.contradicts) == (
                other in source.contradicts,
                other in source.supports,
            ), source.id


# Who has a stake, by the origin of what is told. All others are voices from outside; a rewrite is no voice.
PARTIES = {
    "kupyansk": {
        "russia": r"gerasimov|putin|ru-mod|peskov|kremlin|kuzovlev|belousov|rudskoy|zakharova|un-nebenzya|ganchev|tass-"
        r"|ria-zhuravlev|marochko|sputnik|gazeta-claim",
        "ukraine": r"ua-|trehubov|syrskyi|zelensky|besedin|kanashevych|kupiansk-administration|syniehubov|khartiia"
        r"|bezuhla|ap-2025-12-12",
    },
    "harbour": {"company": r"tegg|ferry-line", "town": r"town-|clerk-2026|ruhl", "club": r"anglers", "maker": r"maker"},
    "sleep": {"school": r"hill-|school-office", "buses": r"buses-", "parents": r"parents-", "students": r"students-"},
}
REWRITES = ("sibling-set", "unsigned")
# The guide says why: at no cost to the speaker, the page of the claim itself.
NO_WITNESS = {
    "K4": "syniehubov-malomuzh-2025-11-21",
    "W21": "kupiansk-administration-2025-09-13",
}
OF_TWO_READINGS = {"C8", "C17", "C25", "W57", "W66"}
TWO_READINGS = OF_TWO_READINGS | {"K3", "W11", "W38", "W46", "W55", "W65"}  # the last six: most is not all
SAID_AT_A_COST_OR_IN_PART_BY_BOTH = {"W62", "W21"}
TOO_EARLY = {"C12", "K5", "W42"}
SAID_BY_THE_ENEMY_TOO = {"W60": "W11", "W65": "W11"}


def who_speaks(lesson, claim, day, verdict):
    """Name the parties that speak for an answer by a day, and “outside” for everybody else."""
    found = set()
    for source in lesson.sources.values():
        origin = source.origin_for(claim.id)
        told = claim.id in (source.supports if verdict == "holds" else source.contradicts)
        if (
            told
            and (source.day or day) <= day
            and not origin.startswith(REWRITES)
            and NO_WITNESS.get(claim.id) != origin
        ):
            sides = PARTIES[lesson.id].items()
            found.add(next((side for side, ids in sides if re.match(ids, origin)), "outside"))
    return found


def answers_about_the_world():
    for lesson, claim in statements():
        asked = {verdict.as_of for verdict in claim.so}
        for item in items_of(lesson).values():
            if item.kind == "desk" and claim.id in {placed.claim for placed in item.claims}:
                asked |= set(days_asked(item, claim))
        for day in sorted(asked):
            if not claim.about_saying and (verdict := claim.verdict_on(day)):
                yield lesson, claim, day, verdict.verdict


def test_beside_disputed_a_settled_answer_counts_if_one_speaks_for_it_from_outside_or_at_its_own_cost():
    sides = set()
    for lesson, claim, day, verdict in answers_about_the_world():
        for settled in TURNED if verdict == "disputed" else ():
            speak = who_speaks(lesson, claim, day, settled)
            enemies = PARTIES[lesson.id].keys() - {claim.side} if claim.side in PARTIES[lesson.id] else set()
            costly = {claim.side} if settled == "does-not-hold" else enemies
            counts = bool(speak & {"outside", *costly})
            if counts:
                assert settled in claim.accepted_on(day), (claim.id, day)
                sides.add(claim.side)
            elif settled in claim.accepted_on(day):
                assert claim.id in TWO_READINGS | SAID_AT_A_COST_OR_IN_PART_BY_BOTH | TOO_EARLY, (claim.id, day)
    assert {"article", "russia", "ukraine", "neutral"} <= sides


def test_beside_a_settled_answer_disputed_counts_if_all_who_speak_for_it_are_of_one_party():
    sides = set()
    for lesson, claim, day, verdict in answers_about_the_world():
        speak = who_speaks(lesson, claim, day, verdict) if verdict in TURNED else {"outside"}
        if verdict == "holds" and claim.side in PARTIES[lesson.id]:
            speak.add(claim.side)
        if len(speak) == 1 and speak != {"outside"} and claim.id not in SAID_BY_THE_ENEMY_TOO:
            assert "disputed" in claim.accepted_on(day), (claim.id, day)
            sides.add(claim.side)
    assert {"russia", "ukraine"} <= sides


def test_the_guide_names_every_claim_that_is_no_plain_case_of_the_measure():
    section = GUIDE.split("### One measure for second answers")[1].split("\n### ")[0]
    named = {*NO_WITNESS, *SAID_AT_A_COST_OR_IN_PART_BY_BOTH, *TOO_EARLY, *SAID_BY_THE_ENEMY_TOO, *OF_TWO_READINGS}
    assert {name for name in named if not re.search(rf"\b{name}\b", section)} == set()
    for name in TWO_READINGS - OF_TWO_READINGS:
        assert any(MOST in verdict.reason for verdict in KUPYANSK.claims[name].so), name


# “There are soldiers in the city”, said by both armies or by one at its own cost, beside an official who says no.
SAID_BY_BOTH = [("W10", "K1", "2025-09-13"), ("W22", "K2", "2025-11-21")]


@pytest.mark.parametrize(("there", "none", "day"), SAID_BY_BOTH)
def test_what_both_armies_say_holds_against_an_official_who_denies_it_on_every_day(there, none, day):
    yes, no = KUPYANSK.claims[there], KUPYANSK.claims[none]
    assert (yes.verdict_on(day).verdict, no.verdict_on(day).verdict) == ("holds", "does-not-hold")
    assert yes.accepted_on(day) == no.accepted_on(day) == ("disputed",)


def test_what_cannot_be_tested_as_it_is_worded_cannot_be_tested_on_another_day_either():
    words = {claim.id: {verdict.verdict for verdict in claim.so} for _, claim in statements()}
    assert [name for name, given in words.items() if "cannot-be-tested" in given and len(given) > 1] == []


# “He reported that ...” and what he reported. W30 has no second: the guide says why.
REPORTED = {"W5": "W43", "W7": "W64", "W8": "W46", "W14": "W63", "W15": "W50", "W28": "W60"}


def test_what_a_side_is_said_to_have_said_stands_as_a_claim_of_the_same_side():
    saying = {claim.id for claim in KUPYANSK.claims.values()
              if claim.side in ("russia", "ukraine") and claim.about_saying}  # fmt: skip
    assert saying == {*REPORTED, "W30"}
    for report, content in REPORTED.items():
        assert KUPYANSK.claims[report].side == KUPYANSK.claims[content].side
        assert not KUPYANSK.claims[content].about_saying


def counted(side, *, saying):
    """Count the last answers of one side to its claims of one sort: all, holding, failing, neither."""
    mine = [claim for claim in KUPYANSK.claims.values()
            if claim.side == side and claim.judged and claim.about_saying == saying]  # fmt: skip
    last = Counter(claim.so[-1].verdict for claim in mine)
    return last["holds"], len(mine) - last["holds"] - last["does-not-hold"], last["does-not-hold"], len(mine)


@pytest.mark.parametrize(
    ("side", "row"), [("article", "the article"), ("russia", "Moscow's side"), ("ukraine", "Kyiv's side")]
)
def test_the_guide_says_what_came_out_for_each_side_before_a_student_counts(side, row):
    holds, neither, fails, every = counted(side, saying=False)
    assert f"| {row} | {holds} | {neither} | {fails} | {every} |" in GUIDE
    assert f"{holds} of {every}" in FRONT


def test_claims_that_somebody_said_something_are_counted_apart():
    (moscow, _, _, every), kyiv, article = (counted(side, saying=True) for side in ("russia", "ukraine", "article"))
    words = " ".join(GUIDE.split())
    assert f"Moscow's side {moscow} of {every}, Kyiv's {kyiv[0]} of {kyiv[3]}" in words
    assert f"the article {article[0]} of {article[3]} hold" in words


def test_a_claim_of_a_side_was_said_by_somebody_who_speaks_for_it_and_stands_in_a_source():
    for claim in KUPYANSK.claims.values():
        if claim.side in ("russia", "ukraine"):
            assert claim.said.answer == "yes", claim.id
            assert not re.search(r"channel|headline|site|map|experts|Gazeta|Focus", claim.said.by), claim.id
            assert any(claim.id in (*source.supports, *source.context) for source in KUPYANSK.sources.values())


def owner(source):
    """Give the part of a position line that says who stands behind an outlet, without those whom it passes on."""
    return PASSES_ON.split(source.position)[0]


def test_links_go_by_the_owner_in_every_country():
    linked = [source for source in KUPYANSK.sources.values() if source.link not in ("sibling", "none")]
    wrong = [one.id for one in linked if bool(OF_A_STATE.search(owner(one))) != (one.link == "state-media")]
    assert wrong == []


def test_an_outlet_of_a_country_in_the_war_whose_owner_is_not_named_is_linked_only_by_a_teacher():
    linked = [source for source in KUPYANSK.sources.values() if source.link == "ok"]
    unknown = [one.id for one in linked if OUTLET_AT_WAR.search(owner(one)) and not OWNED.search(owner(one))]
    assert unknown == []


def test_pages_of_one_address_have_one_class_of_link():
    classes = {}
    for source in (one for one in KUPYANSK.sources.values() if one.url):
        classes.setdefault(urlsplit(source.url).netloc, set()).add(source.link)
    assert {name: found for name, found in classes.items() if len(found) > 1} == {}


@pytest.mark.parametrize("link", ["state-media", "unchecked"])
def test_no_class_of_links_is_for_one_country_alone(link):
    lines = " ".join(source.position for source in KUPYANSK.sources.values() if source.link == link)
    assert re.search(r"Russia|Moscow", lines)
    assert "Ukrain" in lines


def test_no_line_on_a_source_says_what_somebody_wants():
    lines = {source.id: source.interest for source in KUPYANSK.sources.values()}
    assert [name for name, line in lines.items() if re.search(r"\b(wants?|wish(es)?|hopes?|gains if)\b", line)] == []
    gaining = {KUPYANSK.sources[name].type for name, line in lines.items() if "would gain if" in line}
    assert {"official-russia", "official-ukraine"} <= gaining


SOLDIERS = re.compile(
    r"\b(counted|spoke of|put|left) (about|up to|over) \d+\b(?!%)"
    r"|\d[\d,]* (\w+ )?(Russians|Ukrainians|men|soldiers|troops|battalions)\b"
)


def test_numbers_of_soldiers_stand_in_no_answer_that_does_not_wait_behind_a_warning():
    told = []
    for claim in (claim for claim in KUPYANSK.claims.values() if not claim.grave):
        verdicts = (verdict.reason for verdict in claim.so)
        answers = (claim.said.reason, claim.said.also_accept_why, *verdicts, claim.also_accept_why, claim.note)
        told += [(claim.id, words) for words in (claim.words, *answers) if words]
    assert [(name, words) for name, words in told if SOLDIERS.search(words)] == []


@each_lesson
def test_no_line_on_a_source_speaks_of_its_tone_or_of_the_rules_for_the_press_in_its_country(lesson):
    lines = {source.id: f"{source.position} {source.interest}" for source in lesson.sources.values()}
    assert [name for name, line in lines.items() if OF_TONE.search(line)] == []


def test_the_rules_for_the_press_are_named_for_no_country_because_no_source_here_is_about_them():
    texts = {
        file.name: file.read_text("utf-8") for file in KUPYANSK.folder.glob("*.*") if file.suffix in (".md", ".yaml")
    }
    of_press = re.compile(r"martial law|wartime (rules|censorship)", re.I)
    assert [name for name, text in texts.items() if name != "annotation_guide.md" and of_press.search(text)] == []


def test_copies_that_agree_are_no_reason_anywhere():
    copies = re.compile(r"several outlets|outlets agree|media (of both sides|agree)|copies that agree[^.]*hold", re.I)
    reasons = [(claim.id, verdict.reason) for _, claim in statements() for verdict in claim.so]
    reasons += [(item.id, card.why) for lesson in LESSONS for item in items_of(lesson).values()
                for card in getattr(item, "cards", ())]  # fmt: skip
    assert [name for name, reason in reasons if copies.search(reason)] == []


@each_lesson
def test_no_exercise_demands_an_aim_as_a_hedge_and_none_holds_a_marked_one_against_a_student(lesson):
    aims = [one for one in lesson.key["article"].certainty if one.entry.kind == "aim"]
    assert aims
    marking = [item for item in items_of(lesson).values() if item.kind == "mark" and item.layer == "certainty"]
    for item in marking:
        assert not {one.id for one in aims} & {entry.id for entry in entries_asked(item, lesson)}
        for one in aims:
            if item.text == "article" and one.sentence in item.sentences:
                marks = [
                    {"start": span.start, "end": span.end, "label": "cue", "group": 9} for span in one.parts["cue"]
                ]
                result = score(item, MarkAnswer.model_validate({"marks": marks}), lesson)
                assert [remark.subject for remark in result.remarks if remark.outcome == "extra"] == []


def test_raised_questions_is_a_saying_without_an_owner():
    found = [one for one in KUPYANSK.key["article"].attributions if one.entry.cue == ("raised questions",)]
    assert [(one.entry.source, one.entry.source_kind) for one in found] == [(None, "none")]
