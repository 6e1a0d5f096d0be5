"""The face of the bar on top of a notebook: what is done, how sure one was, and the way to take work along."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from exercises.answers.bounds import most_kept
from exercises.answers.calibration import ENOUGH, lines, sureness
from exercises.answers.exports import ExportRefused, import_work, join_code, save_work
from exercises.answers.gone import all_said, gone, named
from exercises.answers.joining import Place
from exercises.answers.owed import Owed, read_owed
from exercises.answers.standing import standing
from exercises.answers.student import Student
from exercises.answers.work import Notice, Work
from exercises.exchange.face import NOTHING, Changed, Done, Send, answered
from exercises.kinds.base import Item
from exercises.kinds.edition import edition_of
from exercises.kinds.telling import as_stored, own_words
from exercises.lesson.load import Lesson
from exercises.page.limits import LARGEST_FILE
from exercises.page.view import View
from exercises.words import words

HERE = Path(__file__).parent
_LAST_NUMBER = 2**63 - 1  # of a row: a larger one cannot even be looked for
ABOUT_SURENESS = (
    "sureness-read",
    "sureness-counted",
    "sureness-how",
    "sureness-parts",
    "sureness-not",
    "sureness-right",
)
# Sentences that come with a state or a reply: a page need not load them before.
SAID_HERE = frozenset(
    [
        *ABOUT_SURENESS,
        "code-before",
        "code-before-file",
        "downloaded",
        "elsewhere",
        "empty-code",
        "gone",
        "gone-elsewhere",
        "new-code",
        "saved-also",
        "saved-many",
        "saved-without",
        "shape",
        "sureness-few",
        "temporary",
        "used-code",
    ]
)


class Bar:
    """Shows progress, saving and confidence, and exchanges work files with the page.

    Parameters
    ----------
    lesson : Lesson
        The open lesson.
    items : sequence of Item
        Exercises of the open notebook, in its order.
    all_items : mapping of str to Item
        Exercises of all notebooks of the lesson by id, for confidence shown back.
    notebook : str
        Name of the open notebook.
    guest : bool
        Whether a host has let the student in: then no button leads to another code.

    Attributes
    ----------
    titles : dict of tuple to str
        Titles of the exercises by lesson and exercise.
    """

    def __init__(
        self,
        lesson: Lesson,
        items: Sequence[Item],
        all_items: Mapping[str, Item],
        notebook: str,
        *,
        guest: bool = False,
    ) -> None:
        self._guest = guest
        self._lesson, self._items, self._all_items, self._notebook = lesson, items, all_items, notebook
        self.titles = {(lesson.id, item.id): item.title for item in all_items.values()}
        self.view = View(HERE / "view.js", HERE / "view.css")
        self.reads = None  # It tells of answers that no lesson shows.
        self.follows: frozenset[str] = frozenset()  # The exercises of a page tell its bar themselves how they stand.

    def words(self) -> dict[str, Any]:
        """Give the words of the bar."""
        spoken = {name: said for name, said in words("bar").items() if name not in SAID_HERE}
        said = {"large": words("exports")["large"], "aloud": words("aloud")["open"]}
        return {"bar": spoken | said, "download": words("download")}

    def page(self, work: Work) -> dict[str, Any]:
        """Give the student's code and where each exercise of the notebook stands."""
        return {
            "lesson": self._lesson.id,
            "notebook": self._notebook,
            "code": work.code,
            "largest": LARGEST_FILE,
            "guest": self._guest,
            "exercises": [self._exercise(item, work) for item in self._items],
        }

    def state(self, work: Work) -> dict[str, Any]:
        """Give what is to be said of the file of answers, who began elsewhere since, and answers that no page shows."""
        notices = [{"number": one.number, "words": self._said(one)} for one in work.notices]
        elsewhere = "" if self._guest else work.elsewhere
        other = words("bar")["elsewhere"].format(code=elsewhere) if elsewhere else ""
        return {
            "notices": notices,
            "elsewhere": {"code": elsewhere, "words": other},
            "temporary": f"{work.temporary} {words('bar')['temporary']}" if work.temporary else "",
            "gone": self._gone(work),
        }

    def _said(self, notice: Notice) -> str:
        """Say a notice, and name the exercises of this lesson that it is about."""
        titles = ", ".join(self.titles[place] for place in notice.places if place in self.titles)
        where = words("exports")["aside-where"].format(titles=titles) if titles else ""
        return f"{notice.words} {where}".rstrip()

    def _gone(self, work: Work) -> dict[str, Any] | None:
        """Give the answers that no exercise of the course shows here, as far as anybody can tell them."""
        found = self.strange(work)
        here = sum(lesson == self._lesson.id for lesson, _ in found)
        counts = {"gone": here, "gone-elsewhere": len(found) - here}
        answers = [
            {
                "title": name if lesson == self._lesson.id else f"{lesson}: {name}",
                "lines": list(own_words(one.answer) or as_stored(one.answer)),
            }
            for (lesson, name), there in found.items()
            for one in all_said(there)
        ]
        said = [words("bar")[which].format(count=count) for which, count in counts.items() if count]
        return {"words": " ".join(said), "answers": answers} if said else None

    def strange(self, work: Work) -> dict[Place, Work]:
        """Give the answers to exercises that are not in the course here."""
        return gone(work, self._lesson, self._all_items)

    def _exercise(self, item: Item, work: Work) -> dict[str, Any]:
        draft = standing(item, work.draft(self._lesson.id, item.id))
        about = {"id": item.id, "title": item.title, "role": item.role}
        return about | {"phase": draft.phase if draft else "open", "begun": draft is not None}

    def receive(self, student: Student, content: object, send: Send) -> Changed:
        """Do what a button asks; every fault is said in the bar."""
        return answered(lambda: self._done(student, content), words("exchange")["broken_beside"], send)

    def _done(self, student: Student, content: object) -> Done:
        match content:
            case {"kind": "export"}:
                return self._saved(student, read_owed(content, self._edition)), NOTHING
            case {"kind": "sureness"}:
                return self._sureness(student.work(self._lesson.id)), NOTHING
            case {"kind": "aloud"}:
                # What reads aloud is loaded, with its words, when somebody wants to hear the page.
                return {"kind": "aloud", "words": words("aloud") | {"language": self._lesson.info.language}}, NOTHING
            case {"kind": "close-notice", "number": int(number)} if 0 < number <= _LAST_NUMBER:
                # At a computer of one's own, whoever reads it closes it; in a class, each for themselves.
                student.store.close_notice(number, student.code if self._guest else None)
                return _renewed("", student.code)
            case _ if self._guest:
                # The host opens work files itself, so that nobody else waits for one.
                raise ExportRefused(words("bar")["shape"])
            case {"kind": "import", "text": str(text)} if len(json.dumps(text)) <= 2 * LARGEST_FILE:
                code, sentence = import_work(student.store, text, self.titles, self.strange)
                # No question named the code before: this is where whoever worked under it can still read it.
                return _entered(student, sentence, code, "code-before-file")
            case _:
                return self._door(student, content)

    def _saved(self, student: Student, owed: Owed) -> dict[str, Any]:
        """Make a work file, and name the exercises whose newest answers it holds beside the stored ones, or may not."""
        saved, spoken = save_work(student, owed), words("bar")
        said = [(spoken["saved-without"], saved.without), (spoken["saved-also"], saved.also)]
        sentences = [sentence.format(titles=named(places, self.titles)) for sentence, places in said if places]
        # Better said while all of it is here than when the file is to be opened elsewhere.
        most = most_kept(in_class=self._guest)
        last = "saved-many" if saved.count > most else "downloaded"
        sentences.append(spoken[last].format(count=saved.count, most=most))
        name = f"whosays-{student.code}.json"
        return {"kind": "export", "name": name, "text": saved.text, "words": " ".join(sentences)}

    def _edition(self, place: Place) -> str:
        lesson, name = place
        known = lesson == self._lesson.id and name in self._all_items
        return edition_of(self._all_items[name], self._lesson) if known else ""

    def _door(self, student: Student, content: object) -> Done:
        """Let another student begin, or bring the work of another code in."""
        spoken = words("bar")
        match content:
            case {"kind": "new-code"}:
                code = student.store.new_code()
                # The question asked to write the code before down; whoever begins now is not to read it.
                return _renewed(spoken["new-code"].format(code=code), code)
            case {"kind": "use-code" | "go-on" as way, "typed": str(typed)}:
                code = student.store.use_code(typed)
                empty = "" if Student(student.store, code).work().begun else f" {spoken['empty-code']}"
                # Who typed a code was asked to write the one before down; beside the button to go on it still stood.
                word = "code-before" if way == "use-code" else "code-before-file"
                return _entered(student, spoken["used-code"].format(code=code) + empty, code, word)
            case {"kind": "join", "typed": str(typed)}:
                return _renewed(join_code(student, typed, self.titles, self.strange), student.code)
            case _:
                raise ExportRefused(spoken["shape"])

    def _sureness(self, work: Work) -> dict[str, Any]:
        """Count how sure the student was and how often right; few answers are said to be few, with no counts."""
        pairs = sureness(work.attempts, self._all_items, self._lesson)
        scored = [pair for pair in pairs if pair[0] is not None]
        few = words("bar")["sureness-few"].format(count=len(scored), enough=ENOUGH)
        enough = len(scored) >= ENOUGH
        about = {name: words("bar")[name] for name in ABOUT_SURENESS}
        return {
            "kind": "sureness",
            "lines": lines(scored) if enough else [],
            "few": "" if enough else few,
            "about": about,
        }


def _entered(before: Student, sentence: str, code: str, word: str) -> Done:
    """Go on under a code; whose work was here before, if there is some, learns how to have it here, too."""
    left = before.code != code and before.work().begun
    more = words("bar")[word].format(code=before.code) if left else ""
    return _renewed(f"{sentence} {more}".strip(), code)


def _renewed(sentence: str, code: str) -> Done:
    return {"kind": "done", "words": sentence}, Changed(code=code)
