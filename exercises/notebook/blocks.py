"""The fenced blocks of a notebook's prose: each becomes a place or a box, or is told with its line and a cure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin

from exercises.files.problems import Problem, did_you_mean
from exercises.notebook.cells import (
    ArticlePlace,
    Box,
    Cell,
    ChartPlace,
    ExercisePlace,
    FormPlace,
    Link,
    OpenPlace,
    ReportPlace,
    TeacherNote,
)

FENCES = ("exercise", "open", "form", "chart", "article", "teacher", "known", "outside", "pause", "report")
_INFO = re.compile(r"^\{(?P<name>[^}]*)\}\s*(?P<argument>.*)$")
_CHART = re.compile(r"^(?P<name>\S+)(?:\s+after\s+(?P<after>\S+))?$")
_BOXES: dict[str, Literal["known", "outside", "pause"]] = {"known": "known", "outside": "outside", "pause": "pause"}
_SLUG = re.compile(r"^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$")


class _Markdown(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 - the parser's own name
        # Every link becomes a token, whatever it points to: we judge it ourselves and say where it stands.
        return True


def markdown() -> MarkdownIt:
    """Give the parser of all prose: CommonMark with front matter, tables and the line ``+++``."""
    markdown = _Markdown("commonmark").use(front_matter_plugin).use(myst_block_plugin).enable("table")
    # Of the plugin only the line +++ is ours; "% words" and "(words)=" stay words.
    markdown.disable(["myst_line_comment", "myst_target"])
    return markdown


class Blocks:
    """Collects the cells, links and problems of one file, and reads its fenced blocks.

    Attributes
    ----------
    cells, links, problems : list
        What was found, in the order of the file.
    unread : bool
        Whether a block could not be read; what it holds is not known.
    """

    def __init__(self, file: Path, lines: list[str]) -> None:
        self.cells: list[Cell] = []
        self.links: list[Link] = []
        self.problems: list[Problem] = []
        self.unread = False
        self._file, self._lines = file, lines

    def problem(self, line: int | None, what: str, cure: str) -> None:
        """Note what is wrong on a line of the file."""
        self.problems.append(Problem(self._file, line, what, cure))

    def fence(self, token: Token, line: int) -> None:
        """Read one of our blocks, or say why it is none."""
        info = _INFO.match(token.info.strip())
        name, argument = (info["name"], info["argument"].strip()) if info else (token.info.strip(), "")
        if info is None or name not in FENCES:
            self.problem(line, f"unknown block “{name}”", did_you_mean(name.split(" ")[0].strip("{}"), FENCES))
            self.unread = True
            return
        if not _is_closed(token, self._lines):
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
            self.cells.append(Box(_BOXES[name], text, line, folded))
        self.look_inside(markdown().parse(text), line + 1)

    def look_inside(self, tokens: Iterable[Token], first_line: int) -> None:
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


def _is_closed(token: Token, lines: list[str]) -> bool:
    start, end = token.map or [0, 0]
    last = lines[end - 1].strip() if 0 < end <= len(lines) else ""
    return end - start > 1 and last.startswith(token.markup) and not last.strip(token.markup[0])
