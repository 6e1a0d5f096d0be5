"""The remarks on a desk, in words: our dated answers with reasons, and our reading of each logged source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from exercises.kinds.base import Outcome, Remark
from exercises.kinds.desk.answer import LogEntry
from exercises.kinds.desk.casework import Casework
from exercises.kinds.desk.origins import both_groups, chain, distinct, groups_by_key, origin_name, rest_on_one
from exercises.kinds.desk.page import tag
from exercises.kinds.desk.reading import all_shown, gainers, is_between, is_near, shows
from exercises.kinds.writing import in_two_lines, quoted
from exercises.lesson.load import Lesson
from exercises.lesson.models.lesson import Claim, Source, Verdict
from exercises.words import days_in_words, plain_date, words

_ID = re.compile(r"\b[A-Z]\d{1,3}\b")


def _words() -> dict[str, Any]:
    return words("desk")


def _say(name: str, **values: object) -> str:
    return str(_words()["result"][name]).format(**values)


def _subject(number: int, part: str) -> str:
    return _say("subject", number=number, part=part)


def _in_words(text: str, lesson: Lesson) -> str:
    """Write claims in words where a reason names them by their id, which students never see, and days, too."""
    text = days_in_words(text)
    return _ID.sub(lambda found: quoted([claim.words]) if (claim := lesson.claims.get(found[0])) else found[0], text)


def _named(names: Iterable[str], desk: Casework) -> str:
    """Write sources in a row, the last one after an *and*."""
    row = [source_name(name, desk) for name in names]
    return (", ".join(row[:-1]) + str(_words()["and"]) + row[-1]) if len(row) > 1 else row[0]


def source_name(name: str, desk: Casework) -> str:
    """Write a source as on the page: its letter or number on the desk, publisher and day."""
    source = desk.lesson.sources[name]
    day = plain_date(source.day) if source.day else _words()["day_unknown"]
    letter = tag(name, desk.item, desk.sources, desk.lesson)
    return str(_words()["source"]).format(letter=letter, publisher=source.publisher, day=day)


def said(desk: Casework, outcome: Outcome) -> Remark:
    """Say whether it was said, by whom, and how we know."""
    ours, labels = desk.claim.said, _words()["said"]
    why = _in_words(ours.also_accept_why or "", desk.lesson)
    opening, closing = "", ""
    if outcome == "accepted":
        opening = _say("accepted", why=why, ours=labels[ours.answer])
    elif outcome != "right" and desk.work.said:
        opening = _say("said_other", answer=labels[desk.work.said])
    if ours.also_accept and outcome != "accepted":
        closing = _say("accept", answers="”, “".join(labels[word] for word in ours.also_accept), why=why)
    told = _say("said_ours", answer=labels[ours.answer], by=ours.by)
    reason = in_two_lines(opening, told, _in_words(ours.reason, desk.lesson), closing)
    return Remark(subject=_subject(desk.number, _words()["said_question"]), outcome=outcome, reason=reason)


def so(desk: Casework, day: str, ours: Verdict, outcome: Outcome, kind: str) -> Remark:
    """Say whether it is so, as of a day, and why; ``kind`` tells how the student's answer relates to ours."""
    labels, claim = _words()["so"], desk.claim
    chosen, label = labels[desk.work.so[day]], labels[ours.verdict]
    why = _in_words(claim.also_accept_why or "", desk.lesson)
    opening = {
        "same": "",
        "accepted": _say("accepted", why=why, ours=label),
        "other": _say("you_said", answer=chosen, ours=label),
        "thin": _say("thin" if desk.telling_origins(day) else "thin_none", ours=label),
        "unfounded": _unfounded(desk, day, label),
        "unsettled": _say("unsettled", ours=label),
        "enough": _say("enough", ours=label, count=desk.telling_origins(day)),
    }[kind]
    others = [labels[word] for word in claim.accepted_on(day)]
    closing = _say("accept", answers="”, “".join(others), why=why) if others and kind != "accepted" else ""
    older = _say("so_older", day=plain_date(ours.as_of)) if ours.as_of != day else ""
    reason = in_two_lines(opening, _in_words(ours.reason, desk.lesson), _elsewhere(desk, ours), older, closing)
    return Remark(
        subject=_so_subject(desk, day),
        outcome=outcome,
        reason=reason,
        fact=_say("so_fact", day=plain_date(day), answer=label),
    )


def _elsewhere(desk: Casework, ours: Verdict) -> str:
    """Name what our answer rests on and does not lie on this desk, so that nobody looks for it here."""
    absent = [name for name in ours.evidence if name not in desk.offered]
    named = "; ".join(_in_print(desk.lesson.sources[name]) for name in absent)
    return _say("elsewhere", sources=named) if absent else ""


def _in_print(source: Source) -> str:
    return f"{source.publisher}, {plain_date(source.day) if source.day else _words()['day_unknown']}"


def _unfounded(desk: Casework, day: str, ours: str) -> str:
    """Say that the verdict is ours, or one that we accept, and that the log does not carry it yet."""
    verdict = desk.claim.verdict_on(day)
    yours = _say("yours_ours" if verdict and desk.work.so[day] == verdict.verdict else "yours_accepted")
    name = "unfounded" if desk.telling_origins(day) else "unfounded_none"
    return _say(name, yours=yours, ours=ours, day=plain_date(day))


def not_judged(desk: Casework, day: str) -> Remark:
    """Say why an opinion, a justification or a forecast gets no verdict."""
    reason = f"{_say('not_judged')} {_in_words(desk.claim.note or '', desk.lesson)}".strip()
    return Remark(subject=_so_subject(desk, day), outcome="note", reason=reason, fact=_say("not_judged_fact"))


def late(desk: Casework, day: str) -> Remark:
    """Note that nothing in the log existed on the day that was answered for."""
    return Remark(subject=_so_subject(desk, day), outcome="note", reason=_say("late", day=plain_date(day)))


def changed(desk: Casework) -> Remark | None:
    """Say how our answer moved between the days, and why; None where it was asked for once or is not judged."""
    verdicts = [desk.claim.verdict_on(day) for day in desk.days]
    if len(desk.days) < 2 or not desk.claim.judged or None in verdicts:
        return None
    answers = [verdict.verdict for verdict in verdicts if verdict]
    dated = zip(desk.days, answers, strict=True)
    steps = [_say("step", day=plain_date(day), answer=_words()["so"][answer]) for day, answer in dated]
    reason = "; ".join(steps) + ". " + _say("moved" if len(set(answers)) > 1 else "stayed")
    return Remark(subject=_subject(desk.number, _say("change")), outcome="note", reason=reason, folded=True)


def logged(desk: Casework, entry: LogEntry, outcome: Outcome, *, read: bool) -> Remark:
    """Say how we read one logged source: what it shows, how near it is, what is at stake, which origin.

    ``read`` tells whether we have read it for this claim.
    """
    source = desk.lesson.sources[entry.source]
    parts = [_shows_words(entry, all_shown(source, desk.claim)) if read else _say("not_read")]
    parts += [_near_words(entry, source, desk.claim), _stake_words(entry, source.interest, desk.lesson)]
    copies = groups_by_key(desk.work.log, desk.claim, desk.lesson)[entry.source] - {entry.source}
    origin = origin_name(entry.source, desk.claim, desk.lesson)
    in_order = [name for name in desk.logged if name in copies]
    if in_order:
        parts.append(_say("origin_shared", origin=origin, others=_named(in_order, desk)))
    else:
        parts.append(_say("origin_alone", origin=origin))
    if source.note:
        parts.append(_in_words(source.note, desk.lesson))
    subject = _subject(desk.number, _say("in_log", source=source_name(entry.source, desk)))
    return Remark(subject=subject, outcome=outcome, reason="\n".join(parts), folded=True)


def _shows_words(entry: LogEntry, counting: tuple[str, ...]) -> str:
    labels, ours = _words()["shows"], counting[0]
    if entry.shows == ours:
        return _say("shows_same", shows=labels[ours])
    why = _words()["result"]["shows_why"][ours]
    name = "shows_both" if entry.shows in counting else "shows_other"
    return _say(name, yours=labels[entry.shows], ours=labels[ours], why=why)


def _stake_words(entry: LogEntry, ours: str, lesson: Lesson) -> str:
    told, yours = _say("stake", interest=ours), gainers(lesson).get(entry.interest or "")
    return f"{_say('stake_yours', yours=yours)} {told}" if yours else told


def _near_words(entry: LogEntry, source: Source, claim: Claim) -> str:
    labels, ours = _words()["near"], source.near_for(claim.id)
    why = _words()["result"]["near_why"][ours]
    if entry.near == ours:
        return _say("near_same", near=labels[ours], why=why)
    between = "near_told" if "repeats" in (entry.near, ours) else "near_either"
    fair = (between if is_between(entry, source, claim) else "near_both") if is_near(entry, source, claim) else ""
    return _say(fair or "near_other", yours=labels[entry.near], ours=labels[ours], why=why)


def origins(desk: Casework, outcome: Outcome) -> Iterator[Remark]:
    """Say which logged sources count once, which were put together wrongly, and how many origins remain."""
    (theirs, ours), parts = both_groups(desk.work.log, desk.claim, desk.lesson), []
    for group in distinct(ours):
        if len(group) > 1:
            names = [name for name in ours if name in group]
            origin = origin_name(names[0], desk.claim, desk.lesson)
            parts.append(_say("once", sources=_named(names, desk), origin=origin))
            if outcome != "note" and len({theirs[name] for name in names}) > 1:
                parts.append(_say("twice", chains="; ".join(chain(name, desk.claim, desk.lesson) for name in names)))
    for group in [] if desk.placed.given else distinct(theirs):
        names = [name for name in ours if name in group]
        if any(ours[name] != ours[names[0]] for name in names):
            alike = rest_on_one(names, desk.claim, desk.lesson)
            parts.append(_say("one_voice" if alike else "apart", sources=_named(names, desk)))
    parts += _counted(desk)
    subject = _subject(desk.number, _say("origins"))
    yield Remark(subject=subject, outcome=outcome, reason=" ".join(parts), folded=True)


def _counted(desk: Casework) -> Iterator[str]:
    """Say how many origins count, by which rule, and which logged sources are worth less than they look."""
    day = plain_date(desk.days[-1])
    yield _say("origin_count_given" if desk.placed.given else "origin_count", count=len(desk.origins), day=day)
    if len(desk.origins) == 1:
        yield _say("single")
    read = {name: desk.lesson.sources[name] for name in desk.logged}
    speaking = [name for name, source in read.items() if shows(source, desk.claim) != "neither"]
    if undated := [name for name in speaking if not read[name].day]:
        yield _say("no_day", sources=_named(undated, desk))
    if repeats := [name for name in speaking if read[name].day and read[name].near_for(desk.claim.id) == "repeats"]:
        yield _say("repeats", sources=_named(repeats, desk))


def searched(desk: Casework, *, silent: bool) -> Remark:
    """Say what a search without a find is worth; ``silent`` if nothing on the desk settles the claim either."""
    subject = _subject(desk.number, _words()["log"])
    outcome: Outcome = "part" if silent else "missed"
    return Remark(subject=subject, outcome=outcome, reason=_say("nothing_fair" if silent else "nothing"))


def note(desk: Casework) -> Remark:
    """Give the note on a judged claim."""
    subject = _subject(desk.number, _say("note"))
    return Remark(subject=subject, outcome="note", reason=_in_words(desk.claim.note or "", desk.lesson), folded=True)


def looked(desk: Casework) -> Iterator[Remark]:
    """Tell back how the student went through the results, as information."""
    look, said = desk.work.look, words("desk")["result"]["looked"]
    if not desk.item.search or not look.first:
        return
    parts = [said["one" if look.scanned == 1 else "scanned"].format(scanned=look.scanned, first=look.first)]
    if desk.logged:
        behind = len(set(look.behind) & set(desk.logged))
        parts.append(said["behind"].format(behind=behind, logged=len(desk.logged)))
    subject = _subject(desk.number, said["subject"])
    yield Remark(subject=subject, outcome="note", reason=" ".join(parts), folded=True)


def _so_subject(desk: Casework, day: str) -> str:
    return _subject(desk.number, _words()["so_question"].format(day=plain_date(day)))


def unfinished(number: int) -> Remark:
    """Note that a claim was begun but not counted."""
    return Remark(subject=_subject(number, _words()["state_begun"]), outcome="note", reason=_say("unfinished"))
