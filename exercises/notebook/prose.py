"""The prose of one notebook: Markdown with front matter; exercises, charts and boxes stand in it as fenced blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin

from exercises.files.problems import LessonError, Problem, did_you_mean
from exercises.files.source import LARGEST_PROSE, read_source
from exercises.notebook.cells import (
    ArticlePlace,
    Box,
    Cell,
    ChartPlace,
    ExercisePlace,
    FormPlace,
    Link,
    OpenPlace,
    Passage,
    Prose,
    ReportPlace,
    TeacherNote,
)
from exercises.notebook.front_matter import FrontMatter, read_front_matter

__all__ = [
    "ArticlePlace",
    "Box",
    "Cell",
    "ChartPlace",
    "ExercisePlace",
    "FormPlace",
    "Link",
    "OpenPlace",
    "Passage",
    "Prose",
    "ReportPlace",
    "TeacherNote",
    "read_prose",
]

FENCES = ("exercise", "open", "form", "chart", "article", "teacher", "known", "outside", "report")
_INFO = re.compile(r"^\{(?P<name>[^}]*)\}\s*(?P<argument>.*)$")
_CHART = re.compile(r"^(?P<name>\S+)(?:\s+after\s+(?P<after>\S+))?$")
_SLUG = re.compile(r"^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$")


def read_prose(file: Path, exercises: Mapping[str, int | None] | None = None) -> Prose:
    """Read the prose of one notebook.

    Parameters
    ----------
    file : Path
        The notebook's ``NAME.md``.
    exercises : mapping of str to int, optional
        Ids of the exercises in ``NAME.yaml`` with their lines there; without it, ids are not checked.

    Returns
    -------
    Prose
        The notebook cell by cell.

    Raises
    ------
    LessonError
        With every problem of the file in one go.
    """
    source = read_source(file, LARGEST_PROSE)
    if source.missing:
        what, cure = "the prose of this notebook is missing", "Write it, or take the notebook out of lesson.yaml"
        raise LessonError((Problem(file, None, what, cure),))
    if source.text is None:
        raise LessonError(source.problems)
    reader = _Reader(file, source.text)
    reader.problems.extend(source.problems)
    reader.read()
    if exercises is not None:
        reader.compare_with(exercises)
    if reader.problems or reader.front is None:
        raise LessonError(tuple(sorted(reader.problems, key=lambda problem: problem.line or 0)))
    return Prose(file, reader.front, tuple(reader.cells), tuple(reader.links))


class _Markdown(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 - the parser's own name
        # Every link becomes a token, whatever it points to: we judge it ourselves and say where it stands.
        return True


def _markdown() -> MarkdownIt:
    markdown = _Markdown("commonmark").use(front_matter_plugin).use(myst_block_plugin).enable("table")
    # Of the plugin only the line +++ is ours; "% words" and "(words)=" stay words.
    markdown.disable(["myst_line_comment", "myst_target"])
    return markdown


class _Reader:
    """Collects the cells, links and problems of one file."""

    def __init__(self, file: Path, source: str) -> None:
        self.file = file
        self.lines = source.splitlines()
        self.tokens = _markdown().parse(source)
        self.front: FrontMatter | None = None
        self.cells: list[Cell] = []
        self.links: list[Link] = []
        self.problems: list[Problem] = []
        self.unread = False

    def problem(self, line: int | None, what: str, cure: str) -> None:
        self.problems.append(Problem(self.file, line, what, cure))

    def read(self) -> None:
        """Walk over the blocks; whatever lies between two of our own blocks is a passage."""
        start = 0
        if not self.tokens or self.tokens[0].type != "front_matter":
            self.problem(1, "the front matter is missing", "Begin with ---, title, minutes, able_to, needs, ---")
            self.unread = True
        for token in self.tokens:
            if token.map is None or token.level or not _is_ours(token):
                continue
            self._passage(start, token.map[0])
            self._block(token)
            start = token.map[1]
        self._passage(start, len(self.lines))
        self._look_inside(self.tokens, 1)

    def _passage(self, start: int, end: int) -> None:
        while start < end and not self.lines[start].strip():
            start += 1
        text = "\n".join(self.lines[start:end]).rstrip()
        if text:
            self.cells.append(Passage(text, start + 1))

    def _block(self, token: Token) -> None:
        line = _line(token)
        if token.type == "front_matter":
            self.front, found = read_front_matter(self.file, token.content, line + 1)
            self.problems.extend(found)
        elif token.type == "myst_block_break" and token.content.strip():
            self.problem(line, f"“+++ {token.content.strip()}”: nothing may follow +++", "Leave +++ alone on its line")
        elif token.type == "fence":
            self._fence(token, line)

    def _fence(self, token: Token, line: int) -> None:
        info = _INFO.match(token.info.strip())
        name, argument = (info["name"], info["argument"].strip()) if info else (token.info.strip(), "")
        if info is None or name not in FENCES:
            self.problem(line, f"unknown block “{name}”", did_you_mean(name.split(" ")[0].strip("{}"), FENCES))
            self.unread = True
            return
        if not _is_closed(token, self.lines):
            self.problem(line, f"the {{{name}}} block is never closed", f"End it with a line {token.markup}")
            self.unread = True
        text = token.content.strip()
        if name in ("exercise", "open"):
            self._exercise(name, argument, text, line)
        elif name == "form":
            self._form(argument, text, line)
        elif name == "chart":
            self._chart(argument, text, line)
        elif name == "article" and not argument:
            terms = (term.strip() for term in text.splitlines())
            self.cells.append(ArticlePlace(tuple(term for term in terms if term), line))
        elif name == "report":
            self._report(argument, text, line)
        else:
            self._words(name, argument, text, line)

    def _report(self, argument: str, text: str, line: int) -> None:
        if argument or text:
            self.problem(line, "the {report} block holds words", "Close it at once: ```{report} and, below it, ```")
        else:
            self.cells.append(ReportPlace(line))

    def _exercise(self, block: str, name: str, text: str, line: int) -> None:
        if not _SLUG.match(name):
            cure = f"Write {{{block}}} and one id, such as first-mark"
            self.problem(line, f"“{name}” is no id of an exercise", cure)
            self.unread = True
            return
        if text:
            self.problem(line, f"the block of “{name}” holds words", "Close it at once; its words stand in NAME.yaml")
        self.cells.append(ExercisePlace(name, line) if block == "exercise" else OpenPlace(name, line))

    def _form(self, argument: str, text: str, line: int) -> None:
        if argument not in ("first", "last"):
            self.problem(line, f"“{argument}” is no place of a form", "Write {form} first or {form} last")
        elif text:
            self.problem(line, "the block {form} holds words", "Close it at once; the forms stand in forms.yaml")
        elif any(isinstance(cell, FormPlace) for cell in self.cells):
            self.problem(line, "a second form stands in this notebook", "Take one of the two out")
        else:
            self.cells.append(FormPlace("first" if argument == "first" else "last", line))

    def _chart(self, argument: str, text: str, line: int) -> None:
        found = _CHART.match(argument)
        name, after = (found["name"], found["after"] or "") if found else (argument, "")
        if not _SLUG.match(name):
            cure = "Write {chart} and one name, such as attribution-map; to make it wait, add “after” and one id"
            self.problem(line, f"“{name}” is no name of a chart", cure)
        elif after and not _SLUG.match(after):
            self.problem(line, f"“{after}” is no id of an exercise", "Write one id behind “after”, such as first-mark")
        elif "\n" in text:
            self.problem(line, f"the caption of “{name}” has several lines", "Write it in one line")
        else:
            self.cells.append(ChartPlace(name, text, line, after))

    def _words(self, name: str, argument: str, text: str, line: int) -> None:
        folded = name == "known" and argument == "folded"
        if argument and not folded:
            cure = "Write {known} or {known} folded" if name == "known" else "Write the words inside the block"
            self.problem(line, f"“{argument}” stands behind {{{name}}}", cure)
        elif not text:
            self.problem(line, f"the {{{name}}} block is empty", "Fill it or take it out")
        elif name == "teacher":
            self.cells.append(TeacherNote(text, line))
        else:
            self.cells.append(Box("known" if name == "known" else "outside", text, line, folded))
        self._look_inside(_markdown().parse(text), line + 1)

    def _look_inside(self, tokens: Iterable[Token], first_line: int) -> None:
        """Find links, HTML and second titles among the tokens of one text that starts at ``first_line``."""
        for token in tokens:
            line = first_line + (token.map[0] if token.map else 0)
            if token.type == "html_block":
                self.problem(line, "HTML in the prose", "Say it in Markdown; < is written \\<")
            if token.type == "heading_open" and token.tag == "h1":
                self.problem(line, "a second title", "The title comes from the front matter: begin headings with ##")
            for child in token.children or ():
                self._look_at_words(child, line)

    def _look_at_words(self, child: Token, line: int) -> None:
        if child.type == "html_inline":
            self.problem(line, f"HTML in the prose ({child.content})", "Say it in Markdown; < is written \\<")
        if child.type in {"link_open", "image"}:
            self.links.append(Link(str(child.attrGet("href") or child.attrGet("src") or ""), line))

    def compare_with(self, exercises: Mapping[str, int | None]) -> None:
        """See that each exercise of the YAML file stands here, once, and that nothing else does."""
        places: dict[tuple[type[Cell], str], int] = {}
        for cell in self.cells:
            if isinstance(cell, ChartPlace) and cell.after and cell.after not in exercises:
                what = f"the chart “{cell.name}” waits for an unknown exercise “{cell.after}”"
                self.problem(cell.line, what, did_you_mean(cell.after, exercises))
            if not isinstance(cell, ExercisePlace | OpenPlace):
                continue
            place = (type(cell), cell.id)
            if cell.id not in exercises:
                self.problem(cell.line, f"unknown exercise “{cell.id}”", did_you_mean(cell.id, exercises))
            elif place in places:
                what = f"exercise “{cell.id}” stands here again (first in line {places[place]})"
                self.problem(cell.line, what, "Take one of the two out")
            places.setdefault(place, cell.line)
        # A block that cannot be read may be the one of an exercise that seems to be missing.
        for name, line in () if self.unread else exercises.items():
            if (ExercisePlace, name) not in places:
                what, cure = f"exercise “{name}” never stands in {self.file.name}", f"Add ```{{exercise}} {name} there"
                self.problems.append(Problem(self.file.with_suffix(".yaml"), line, what, cure))


def _is_ours(token: Token) -> bool:
    # A fence without a word is an ordinary quotation block; every other fence must be one of ours.
    return token.type in {"front_matter", "myst_block_break"} or (token.type == "fence" and bool(token.info.strip()))


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1


def _is_closed(token: Token, lines: list[str]) -> bool:
    start, end = token.map or [0, 0]
    last = lines[end - 1].strip() if 0 < end <= len(lines) else ""
    return end - start > 1 and last.startswith(token.markup) and not last.strip(token.markup[0])
