"""Where the two forms of a lesson stand: in its own folder, or in that of the lesson from which it borrows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from exercises.lesson.folder import read_info
from exercises.lesson.models.lesson import LessonFile

FORMS_FILE = "forms.yaml"


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of a lesson, before anybody reads them.

    Attributes
    ----------
    folder : Path
        The lesson in whose folder they stand.
    first : str or None
        Which of them a class begins with, ``A`` or ``B``; None where nothing says so.
    """

    folder: Path
    first: str | None

    @property
    def file(self) -> Path:
        """The file in which they stand."""
        return self.folder / FORMS_FILE

    @property
    def meant(self) -> bool:
        """Whether there are to be forms: they are written, or it is said which one comes first."""
        return self.first is not None or self.file.exists()


def forms_of(folder: Path, info: LessonFile) -> Forms:
    """Find the forms of a lesson; one that has none of its own takes those of the lesson that it borrows from.

    Which one comes first is said beside them, so that one word holds for all who take them.

    Parameters
    ----------
    folder : Path
        The lesson.
    info : LessonFile
        What its ``lesson.yaml`` says.
    """
    own = Forms(folder, info.first_form)
    if own.meant or not info.borrows_from:
        return own
    lender = folder.parent / info.borrows_from
    lent = read_info(lender)
    return Forms(lender, lent.first_form if lent else None)
