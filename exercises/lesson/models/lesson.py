"""Models of the files that make up a lesson; every one refuses fields that it does not know."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from exercises.lesson.models.background import BackgroundFile
from exercises.lesson.models.base import Day, Draft, Entry, Language, Line, Link, Name, Words, refusal, spelled
from exercises.lesson.models.claims import Claim, ClaimsFile, Verdict
from exercises.lesson.models.key import KeyFile, Marks, PracticeFile
from exercises.lesson.models.map import MapFile
from exercises.lesson.models.plain import PlainFile
from exercises.lesson.models.sources import Origin, Source, SourcesFile

__all__ = [
    "BackgroundFile",
    "Claim",
    "ClaimsFile",
    "KeyFile",
    "LessonFile",
    "MapFile",
    "Marks",
    "NotebookEntry",
    "Origin",
    "PlainFile",
    "PracticeFile",
    "ReportPlaces",
    "SideEntry",
    "Source",
    "SourcesFile",
    "Verdict",
]

FileName = Annotated[
    str,
    spelled(
        r"[A-Za-z0-9_-]+(\.[a-z]+)?", "Write letters from a to z, digits, - and _; a file's name, without a folder."
    ),
    Field(max_length=80),
]
_NUMBERED = re.compile(r"0*([0-9]+[a-z]?)_")
# A notebook of such a name would have its exercises in a file that holds something else.
DATA_FILES = ("lesson", "key", "practice", "claims", "sources", "background", "forms", "plain", "map")


def _free(name: str) -> str:
    if name in DATA_FILES:
        raise refusal(f"“{name}.yaml” is a file of the lesson itself", "Choose another name for the notebook.")
    return name


NotebookName = Annotated[FileName, AfterValidator(_free)]
NotebookPath = Annotated[
    str,
    spelled(
        r"([A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+\.ipynb",
        "Write letters from a to z, digits, - and _, with / behind a folder and .ipynb at the end.",
    ),
    Field(max_length=160),
]
Fingerprint = Annotated[str, spelled(r"[0-9a-f]{64}", "Write the 64 digits of the file's SHA-256: 0 to 9 and a to f.")]


class ArticleInfo(Entry):
    """Where the article comes from, and the fingerprint of the text that the key was made for.

    Attributes
    ----------
    file : str
        Name of the text file in the lesson's folder, one sentence a line.
    sha256 : str
        SHA-256 of that file, 64 hexadecimal digits.
    publisher, address, dated, date_basis : str
        Who published it, where, on which day, and how that day is known.
    use : str
        By what right the text stands here.
    contains_errors : bool
        Whether errors were found in it. Only then is it called a specimen that contains errors.
    draft : bool
        Whether no person has looked yet at these lines and the content note.
    """

    draft: Draft = False
    file: FileName
    sha256: Fingerprint
    publisher: Words
    address: Link | None = None
    dated: Day
    date_basis: Words | None = None
    use: Words
    contains_errors: bool = False

    @property
    def known(self) -> Literal["errors", "open"]:
        """What is known of errors in it; the words of the interface have a sentence for each."""
        return "errors" if self.contains_errors else "open"


class NotebookEntry(Entry):
    """One notebook of a lesson.

    Attributes
    ----------
    name : str
        Name of its prose (``NAME.md``) and its exercises (``NAME.yaml``).
    title : str
        Title that students read.
    minutes : int
        Time that it takes.
    to : str
        Path of the built notebook below ``notebooks/``.
    needs_sources : bool
        Whether students get it only when enough outside sources were read, even where no exercise of it lays any out.
    """

    name: NotebookName
    title: Line
    minutes: int = Field(ge=1, le=240)
    to: NotebookPath
    needs_sources: bool = False

    @property
    def numbered(self) -> str:
        """The title behind its number, such as ``7b Does it hold?``; the title alone if it has none."""
        number = short(self.name)
        return self.title if number == self.name else f"{number} {self.title}"


def short(name: str) -> str:
    """Give the number of a notebook, such as ``7b``; its name if it has none."""
    numbered = _NUMBERED.match(name)
    return numbered[1] if numbered else name


class ReportPlaces(Entry):
    """Which exercises the report shows side by side; an empty id, or one that is not written yet, shows none.

    Attributes
    ----------
    before, after : str
        Exercises of the kind *write*: the same item, first and again at the end.
    check : str
        Exercise of the kind *write* that holds the finished check.
    """

    before: str = ""
    after: str = ""
    check: str = ""


class SideEntry(Entry):
    """One of those who disagree in the article.

    Attributes
    ----------
    id : str
        Its name in the lesson's files.
    gains : str
        What the log calls it where it asks who gains.
    board : str
        What the board calls its claims.
    """

    id: Name
    gains: Words
    board: Words


class Wording(Entry):
    """Words that the check of this lesson looks for, because only its topic needs them.

    Attributes
    ----------
    counted : tuple of str
        People of whom a number waits behind a word of warning, such as ``firefighters``.
    of_a_state : tuple of str
        How a line on a source says that a state owns the outlet, where the words that are always looked for miss it.
    of_a_party : tuple of str
        With which of its first two words such a line says that the outlet is of a country in the dispute.
    no_people : tuple of str
        What may be dead in a number without a word of warning, such as ``flowers``.
    gives_away : dict of str to tuple of str
        By sealed exercise words that tell its answer, such as ``it will close*``: none is read before it is sealed.
    """

    counted: tuple[Words, ...] = ()
    of_a_state: tuple[Words, ...] = ()
    of_a_party: tuple[Words, ...] = ()
    no_people: tuple[Words, ...] = ()
    gives_away: dict[Name, tuple[Words, ...]] = Field(default_factory=dict)


class LessonFile(Entry):
    """lesson.yaml: what the lesson is, where its article comes from, and its notebooks in order.

    Attributes
    ----------
    invented : bool
        Whether place, people and sources are made up for the course: then sources carry a label instead of an address.
    instead : str or None
        Folder of another lesson of equal worth, for whoever would rather not read this one.
    borrows_from : str or None
        Folder of another lesson. What this one lacks it takes from there: the forms, and of the guide what speaks of
        no article.
    sides : tuple of SideEntry
        Those who disagree; besides them a claim stands in the article, or is told by another voice (``neutral``).
    source_forms : dict of str to str
        What the search at the desk takes a type of source for, where that cannot be known without the lesson.
    links : str
        Which outside links students may click: ``none``, ``ok`` (only outlets that no state owns or pays for) or
        ``all``.
    first_form : str or None
        Which of the two forms in ``forms.yaml`` comes first, ``A`` or ``B``; None where there are none
        or they are borrowed.
    report : ReportPlaces
        What the report shows side by side.
    wording : Wording
        Words of its topic that the check looks for.
    """

    id: Name
    title: Line
    language: Language
    level: Words
    content_note: Words
    published: Day
    links: Literal["none", "ok", "all"]
    first_form: Literal["A", "B"] | None = None
    invented: bool = False
    instead: Name | None = None
    borrows_from: Name | None = None
    sides: tuple[SideEntry, ...] = ()
    source_forms: dict[Words, Literal["agency", "news", "official", "research", "encyclopaedia"]] = Field(
        default_factory=dict
    )
    article: ArticleInfo
    notebooks: tuple[NotebookEntry, ...] = Field(min_length=1)
    report: ReportPlaces = ReportPlaces()
    wording: Wording = Wording()
