"""Writes a report as one self-contained HTML page; every word in it that comes from outside stays text."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exercises.answers.calibration import ENOUGH, STEPS
from exercises.formats.file import File
from exercises.kinds.reported import Supported
from exercises.page.templates import templates
from exercises.report.chart import sureness_chart
from exercises.report.confidence import HIGHEST, LESS_SURE_BELOW, SURER_ABOVE
from exercises.report.parts import Chapter, Report, Sureness
from exercises.report.telling import row_name
from exercises.texts.visible import visible
from exercises.words import language, plain_date, words

if TYPE_CHECKING:
    from jinja2 import Environment

HERE = Path(__file__).parent
# The same as on the screen (page/elements.js): never by colour alone.
SIGNS = {"right": "✓", "accepted": "✓", "nearly": "◕", "part": "◐", "wrong-label": "⇄", "other-group": "⇄"}
SIGNS |= {"missed": "○", "extra": "+", "wrong": "✗"}
WAITING = ("begun", "again", "half", "sealed")


def report_file(report: Report) -> File:
    """Give the report as a file that says whose it is."""
    return File(f"whosays-{report.code}-report.html", "text/html;charset=utf-8", render(report))


def render(report: Report) -> str:
    """Write the page.

    Parameters
    ----------
    report : Report
        What it tells.

    Returns
    -------
    str
        HTML with its style and picture inside, without a script and without an address of the network.
    """
    sure = report.sureness
    return _environment().get_template("page.html.j2").render(
        report=report,
        language=language(),
        said=words("report"),
        rubric=words("rubric"),
        outcomes=words("outcomes"),
        fact=words("results")["fact"],
        signs={"note": "·", **SIGNS},
        done=[_done(chapter) for chapter in report.chapters],
        sentence=sentence(sure),
        surest=surest(sure),
        chart=sureness_chart(sure.counts) if sure.fit != "few" else None,
        counted=_counted(sure),
        rule=_rule(),
    )  # fmt: skip


def sentence(sure: Sureness) -> str:
    """Give the sentence on confidence."""
    return str(words("report")["sure"][sure.fit]).format(times=sure.times, enough=ENOUGH)


def surest(sure: Sureness) -> str:
    """Say how many of the surest answers were not right, which an average hides; empty if none, or too few in all."""
    top = next((one for one in sure.counts if one.confidence == STEPS[-1]), None)
    if sure.fit == "few" or top is None or top.right == top.times:
        return ""
    return str(words("report")["sure"]["very_sure"]).format(wrong=top.times - top.right, times=top.times)


def summary(report: Report) -> list[str]:
    """Say in a few lines what the report holds."""
    said, told = words("report")["summary"], report.told
    states = [one.state for one in told]
    few = report.sureness.fit == "few"
    notebooks = [chapter for chapter in report.chapters if chapter.name]
    begun = sum(bool(chapter.told) for chapter in notebooks)
    lines = [
        said["notebooks"].format(n=begun, all=len(notebooks)),
        said["checked"].format(n=sum(state in ("checked", "shown") for state in states)),
        said["waiting"].format(n=sum(state in WAITING for state in states)),
        said["passed"].format(n=states.count("passed")),
    ]
    more = {
        "sure": said["sure_few" if few else "sure"].format(n=report.sureness.times, enough=ENOUGH),
        "rubric": said["rubric"].format(n=sum(len(one.claims) or 1 for row in report.rows for one in row.reached)),
        "supported": said["supported"].format(n=len(report.supported)),
        "radio": said["radio"].format(before=_whether(report.before), after=_whether(report.after)),
        "finished": said["finished"].format(state=_whether(report.finished)),
    }
    lines += [line for name, line in more.items() if name in report.parts]
    older = sum(one.older for one in told)
    gone = [said["gone"].format(n=len(report.gone))] if report.gone else []
    return [*lines, *([said["older"].format(n=older)] if older else []), *gone]


def in_counts(form: Supported) -> tuple[str, str, str, str]:
    """Tell one form in counts: what was accepted, what was rejected, cannot tell, and the lean."""
    said, all_of_them = words("report")["supported"], form.well + form.poorly
    lean = "more" if form.accepted > form.well else "fewer" if form.accepted < form.well else "as_many"
    return (
        said["well"].format(n=form.accepted_well, all=form.well),
        said["poorly"].format(n=form.rejected_poorly, all=form.poorly),
        str(form.cannot_tell),
        said[lean].format(n=form.accepted, all=all_of_them, well=form.well),
    )


def _whether(there: object) -> str:
    return str(words("report")["summary"]["written" if there else "not_written"])


def _done(chapter: Chapter) -> dict[str, Any]:
    states = [one.state for one in chapter.told]
    checked, passed = sum(state in ("checked", "shown") for state in states), states.count("passed")
    counts = (checked, passed, sum(state in WAITING for state in states), len(chapter.untouched))
    return {"title": chapter.title, "counts": counts}


def _counted(sure: Sureness) -> str:
    form = str(words("report")["sure"]["counted"])
    return form.format(steps=sure.steps, possible=HIGHEST * sure.times, right=sure.right, times=sure.times)


def _rule() -> str:
    form = str(words("report")["sure"]["rule"])
    return form.format(above=round(100 * SURER_ABOVE), below=round(-100 * LESS_SURE_BELOW))


@cache
def _environment() -> Environment:
    # Imported here, because a notebook that makes no report needs no template.
    from markupsafe import Markup

    found = templates(HERE)
    # What students typed stands among words of ours: nothing in it may turn them round.
    found.finalize = lambda value: visible(value) if isinstance(value, str) and type(value) is not Markup else value
    found.filters |= {"date": plain_date, "in_counts": in_counts, "row_name": row_name}
    found.globals["style"] = Markup((HERE / "page.css").read_text("utf-8"))  # noqa: S704 - our own file
    return found
