"""Checks that need more than one entry of a lesson's files: ids, references, dates, and reasons that go together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from exercises.files.lines import Lines, Where
from exercises.files.problems import Problem, did_you_mean
from exercises.lesson.models.background import BackgroundFile
from exercises.lesson.models.claims import Claim, ClaimsFile
from exercises.lesson.models.key import Marks
from exercises.lesson.models.sources import Source, SourcesFile
from exercises.lesson.text import QuotationError, Text

Known: TypeAlias = Collection[str] | None
"""Ids that exist; None if their file cannot be read, so that nothing can be said about them."""

LAYERS = ("attributions", "voice", "certainty", "not_certainty")
MOST_WORDS_QUOTED = 20
MOST_WORDS_ON_A_SOURCE = 40
NEVER_JUDGED = ("opinion", "prediction")


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of one list of a file, with the lines of that file.

    Attributes
    ----------
    lines : Lines
        Lines of the file.
    where : tuple
        What leads to the list.
    ids : tuple of str
        Ids of the entries, in order.
    """

    lines: Lines
    where: Where
    ids: tuple[str, ...]


def double_ids(lists: Iterable[Entries]) -> Iterator[Problem]:
    """Find ids that stand twice in lists that share their names."""
    seen: dict[str, str] = {}
    for entries in lists:
        for number, name in enumerate(entries.ids):
            here = (*entries.where, number, "id")
            if name in seen:
                what = f"The id “{name}” stands twice; first in {seen[name]}"
                yield entries.lines.problem(what, "Give one of them another id.", *here)
            seen.setdefault(name, f"{entries.lines.file.name}, line {entries.lines.of(*here)}")


def mark_lists(marks: Marks, lines: Lines, *where: str | int) -> Iterator[Entries]:
    """Give the four lists of marks of one text."""
    for layer in LAYERS:
        yield Entries(lines, (*where, layer), tuple(entry.id for entry in getattr(marks, layer)))


def attribution_references(
    marks: Marks, lines: Lines, claims: Known, unread: Collection[str], *where: str | int
) -> Iterator[Problem]:
    """Find an ``inside``, ``goes_on`` or claim that does not exist, and attributions that stand in themselves."""
    known = {entry.id: entry for entry in marks.attributions}
    for number, entry in enumerate(marks.attributions):
        here = (*where, "attributions", number)
        outer, steps = entry.inside, 0
        if (
            outer is not None
            and outer not in unread
            and (outer not in known or known[outer].sentence != entry.sentence)
        ):
            same = [other.id for other in marks.attributions if other.sentence == entry.sentence and other != entry]
            what = f"“{outer}” is no attribution of sentence {entry.sentence}"
            yield lines.problem(what, did_you_mean(outer, same), *here, "inside")
        while outer in known and outer != entry.id and steps < len(known):
            outer, steps = known[outer].inside, steps + 1
        if outer == entry.id:
            yield lines.problem(f"{entry.id} stands inside itself", "Take one “inside:” out.", *here, "inside")
        yield from unknown_names(entry.claims, claims, "claim", lines, (*here, "claims"))
        before = [one.id for one in marks.attributions if one.sentence < entry.sentence]
        if entry.goes_on is not None and entry.goes_on not in (*before, *unread):
            what = f"“{entry.goes_on}” is no attribution of a sentence before sentence {entry.sentence}"
            yield lines.problem(what, did_you_mean(entry.goes_on, before), *here, "goes_on")


def claim_problems(
    file: ClaimsFile, lines: Lines, sources: Mapping[str, Source | None] | None, article: Text
) -> Iterator[Problem]:
    """Find claims whose words, reasons, dates or sources do not fit."""
    yield from double_ids([Entries(lines, ("claims",), tuple(claim.id for claim in file.claims))])
    for number, claim in enumerate(file.claims):
        here = ("claims", number)
        yield from _words_of(claim, lines, here, article)
        yield from _judgement(claim, lines, here)
        yield from _verdicts(claim, lines, here, sources)
        yield from unknown_names(claim.evidence_later, sources, "source", lines, (*here, "evidence_later"))
        yield from unknown_names(claim.context, sources, "source", lines, (*here, "context"))


def source_problems(file: SourcesFile, lines: Lines, claims: Known) -> Iterator[Problem]:
    """Find sources without a date or basis, with too many words in a field, or with unknown references."""
    sources = {source.id for source in file.sources}
    yield from double_ids([Entries(lines, ("sources",), tuple(source.id for source in file.sources))])
    for number, source in enumerate(file.sources):
        here = ("sources", number)
        yield from _day_of(source, lines, here)
        for field in ("position", "interest"):
            if len(getattr(source, field).split()) > MOST_WORDS_ON_A_SOURCE:
                what = f"The {field} of {source.id} has more than {MOST_WORDS_ON_A_SOURCE} words"
                yield lines.problem(what, "Shorten it.", *here, field)
        for field in ("supports", "contradicts", "context"):
            yield from unknown_names(getattr(source, field), claims, "claim", lines, (*here, field))
        yield from _read_twice(source, lines, here)
        if source.eu_ban:
            yield from unknown_names((source.eu_ban_basis or "",), sources, "source", lines, (*here, "eu_ban_basis"))
        if source.quote and len(source.quote.original.split()) > MOST_WORDS_QUOTED:
            what = f"The quotation of {source.id} has more than {MOST_WORDS_QUOTED} words"
            yield lines.problem(what, "Shorten it.", *here, "quote", "original")


def _read_twice(source: Source, lines: Lines, here: Where) -> Iterator[Problem]:
    """Find claims that a source is said to show two things about."""
    seen: dict[str, str] = {}
    for field in ("supports", "contradicts", "context"):
        for index, claim in enumerate(getattr(source, field)):
            if claim in seen:
                what = f"{source.id} has “{claim}” under “{field}:” and under “{seen[claim]}:”"
                yield lines.problem(what, "Leave it in one; “neither” counts beside a side.", *here, field, index)
            seen.setdefault(claim, field)


def _day_of(source: Source, lines: Lines, here: Where) -> Iterator[Problem]:
    if source.date is None and not (source.date_inferred and source.date_basis):
        cure = "Give a date, or “date_inferred:” with “date_basis:”, or write “date: unknown” and in “date_basis:” why."
        yield lines.problem(f"{source.id} has no date", cure, *here)
    if source.date == "unknown" and not source.date_basis:
        cure = "Write into “date_basis:” why no day is known."
        yield lines.problem(f"The day of {source.id} is unknown without a reason", cure, *here, "date")


def background_problems(file: BackgroundFile, lines: Lines, claims: Known, sources: Known) -> Iterator[Problem]:
    """Find sources and claims named in the background that do not exist."""
    yield from double_ids([Entries(lines, ("count_charts",), tuple(chart.id for chart in file.count_charts))])
    for place, chart in enumerate(file.count_charts):
        for number, figure in enumerate(chart.told):
            at: Where = ("count_charts", place, "told", number)
            yield from unknown_names((figure.source,), sources, "source", lines, (*at, "source"))
            yield from unknown_names(filter(None, (figure.unit,)), chart.units, "unit", lines, (*at, "unit"))
    yield from _spellings(file, lines)
    for number, person in enumerate(file.people):
        yield from unknown_names(person.in_claims, claims, "claim", lines, ("people", number, "in_claims"))
    for number, event in enumerate(file.since_then.entries if file.since_then else ()):
        here: Where = ("since_then", "entries", number, "sources")
        yield from unknown_names(event.sources, sources, "source", lines, here)


def _spellings(file: BackgroundFile, lines: Lines) -> Iterator[Problem]:
    """See that places are spelled from the languages of the list, each from all of them."""
    for number, place in enumerate(file.places):
        here: Where = ("places", number, "spelled")
        for language in place.spelled:
            if language not in file.spelled_from:
                cure = f"{did_you_mean(language, file.spelled_from)} They are named under “spelled_from:”."
                yield lines.problem(f"There is no spelling from “{language}”", cure, *here, language)
        if place.spelled and (missing := [name for name in file.spelled_from if name not in place.spelled]):
            what = f"The spelling of a place from {', '.join(missing)} is missing"
            yield lines.problem(what, "Add it, also where it is the same.", *here)


def unknown_names(names: Iterable[str], known: Known, kind: str, lines: Lines, where: Where) -> Iterator[Problem]:
    """Find names of a list that do not exist; where only one may stand, its line is told."""
    for index, name in enumerate(names):
        if known is not None and name not in known:
            yield lines.problem(f"There is no {kind} “{name}”", did_you_mean(name, known), *where, index)


def _words_of(claim: Claim, lines: Lines, here: Where, article: Text) -> Iterator[Problem]:
    if bool(claim.quote) == bool(claim.statement):
        cure = "Give either “quote:” (words of the article) or “statement:” (our words)."
        yield lines.problem(f"{claim.id} needs one wording", cure, *here)
    if claim.quote and article.sentences:
        try:
            article.find(claim.sentence_number or 0, claim.quote)
        except QuotationError as error:
            yield lines.problem(error.words, error.cure, *here, "quote")


def _judgement(claim: Claim, lines: Lines, here: Where) -> Iterator[Problem]:
    if claim.kind in NEVER_JUDGED and (claim.judged or claim.so):
        cure = "Write “judged: false” with a “note:” and take “so:” out, or choose another “kind:”."
        place = "judged" if claim.judged else "so"
        yield lines.problem(f"{claim.id} is of the kind “{claim.kind}” and is judged", cure, *here, place)
        return
    if not claim.judged and claim.so:
        cure = "Take “so:” out, or write “judged: true”."
        yield lines.problem(f"{claim.id} is not judged and has a verdict", cure, *here, "so")
    if not claim.judged and not claim.note:
        yield lines.problem(f"{claim.id} is not judged and does not say why", "Add “note:”.", *here)
    if claim.judged and not claim.so:
        yield lines.problem(f"{claim.id} has no verdict", "Add “so:”, or “judged: false” with a “note:”.", *here)
    if claim.also_accept and not claim.also_accept_why:
        what = f"{claim.id} accepts another verdict and does not say why"
        yield lines.problem(what, "Add “also_accept_why:”.", *here, "also_accept")
    if claim.said.also_accept and not claim.said.also_accept_why:
        what = f"{claim.id} accepts another answer to “was it said?” and does not say why"
        yield lines.problem(what, "Add “also_accept_why:”.", *here, "said", "also_accept")
    if claim.said.answer in claim.said.also_accept:
        what = f"{claim.id} also accepts its own answer to “was it said?”"
        yield lines.problem(what, "Take it out of “also_accept”.", *here, "said", "also_accept")


def _verdicts(
    claim: Claim, lines: Lines, here: Where, sources: Mapping[str, Source | None] | None
) -> Iterator[Problem]:
    newest = ""
    for number, verdict in enumerate(claim.so):
        place = (*here, "so", number)
        if verdict.as_of <= newest:
            what = f"The verdict of {verdict.as_of} stands after that of {newest}"
            yield lines.problem(what, "Put the oldest first, one for each day.", *place, "as_of")
        newest = max(newest, verdict.as_of)
        yield from unknown_names(verdict.evidence, sources, "source", lines, (*place, "evidence"))
        for index, name in enumerate(verdict.evidence):
            source = (sources or {}).get(name)
            day = source.day if source else ""
            if day is None or day > verdict.as_of:
                dated = f"is of {day}, later than the verdict of {verdict.as_of}" if day else "has no known date"
                cure = "Move it to “evidence_later:” or “context:”, or correct the dates."
                yield lines.problem(f"The evidence “{name}” {dated}", cure, *place, "evidence", index)
