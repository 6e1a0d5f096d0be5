"""Checks the traces of a lesson: each version has a source of its own, and none stands before an older one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exercises.files.lines import Lines, Where
from exercises.files.problems import Problem
from exercises.lesson.checks.entries import Entries, double_ids, unknown_names
from exercises.lesson.models.background import BackgroundFile, Trace
from exercises.lesson.models.sources import Source
from exercises.lesson.text import Text


def trace_problems(
    file: BackgroundFile, lines: Lines, article: Text, sources: Mapping[str, Source | None] | None
) -> Iterator[Problem]:
    """Find traces with the same id, sentences and sources that do not exist, and versions out of order.

    Parameters
    ----------
    file : BackgroundFile
        The background with its traces.
    lines : Lines
        Lines of the file.
    article : Text
        The article; without sentences if it cannot be read.
    sources : mapping of str to Source, or None
        The sources by id, None for one that cannot be read; None if their file cannot be read at all.
    """
    yield from double_ids([Entries(lines, ("trace",), tuple(trace.id for trace in file.trace))])
    for number, trace in enumerate(file.trace):
        here: Where = ("trace", number)
        if trace.sentence and article.sentences and int(trace.sentence[1:]) > len(article.sentences):
            what = f"The article has no sentence {trace.sentence}"
            yield lines.problem(what, f"Its last one is S{len(article.sentences)}.", *here, "sentence")
        yield from _versions(trace, lines, here, sources)


def _versions(
    trace: Trace, lines: Lines, here: Where, sources: Mapping[str, Source | None] | None
) -> Iterator[Problem]:
    seen: set[str] = set()
    newest = ""
    for index, version in enumerate(trace.versions):
        place: Where = (*here, "versions", index, "source")
        yield from unknown_names((version.source,), sources, "source", lines, place)
        if version.source in seen:
            what = f"The source “{version.source}” stands twice in the trace “{trace.id}”"
            yield lines.problem(what, "Keep one version a source.", *place)
        seen.add(version.source)
        source = (sources or {}).get(version.source)
        if source is None:
            continue
        if source.day and source.day < newest:
            what = f"“{version.source}” is of {source.day} and stands behind a version of {newest}"
            yield lines.problem(what, "Put the versions in order of time, or correct a date.", *place)
        newest = max(newest, source.day or "")
        if version.quoted and source.quote is None:
            what = f"“{version.source}” is to be quoted and has no quotation in sources.yaml"
            yield lines.problem(what, "Take “quoted:” out, or add “quote:” to the source.", *place)
