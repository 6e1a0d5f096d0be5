"""The remarks on a student's marks: what each part is, how it came out, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exercises.kinds.base import Outcome, Remark
from exercises.kinds.mark.asked import Entry, entries_asked, lines, word_for
from exercises.kinds.mark.facts import fact
from exercises.kinds.mark.item import MarkItem
from exercises.kinds.mark.marking import Extra, Marking, Part, Words
from exercises.kinds.mark.spans import mostly, runs
from exercises.kinds.writing import balanced, quoted
from exercises.lesson.load import ARTICLE, Lesson
from exercises.lesson.models.key import CertaintyCue
from exercises.lesson.text import Span
from exercises.words import words


class Writer:
    """Writes the remarks of one exercise.

    Parameters
    ----------
    item : MarkItem
        The exercise.
    lesson : Lesson
        The lesson with its key.
    """

    def __init__(self, item: MarkItem, lesson: Lesson) -> None:
        self._item = item
        self._lesson = lesson
        self._text = lesson.texts[item.text]
        self._lines = lines(item, lesson)
        self._said = words("remarks")
        self._grouped = item.free or len(entries_asked(item, lesson)) > 1

    def remarks(self, marking: Marking) -> tuple[Remark, ...]:
        """Give all remarks: entry by entry and label by label, then the marks that belong to no part."""
        parts = {(part.target, part.label): part for part in marking.parts}
        written: list[Remark] = []
        for entry in entries_asked(self._item, self._lesson):
            for label in self._item.labels:
                part = parts.get((entry.id, label))
                written += [self._part(entry, part)] if part else self._beside(entry, label)
        return (*written, *(self._extra(extra) for extra in marking.extras))

    def _part(self, entry: Entry, part: Part) -> Remark:
        outcome: Outcome = "nearly" if part.nearly else part.outcome
        # A line of its own: how it came out is read at once, and so is the beginning of the reason.
        first = "".join(f"{sentence}\n" for sentence in self._how(entry, part))
        return Remark(
            subject=self._subject(part.label, self._quote(part.reading), entry.sentence),
            outcome=outcome,
            reason=first + self._why(entry, part.label),
            fact=fact(entry, part.label, self._lesson, self._item.so_later),
        )

    def _beside(self, entry: Entry, label: str) -> list[Remark]:
        """Remark on a label that is not scored in this entry: it was given, or there is nothing to mark."""
        marked = self._text.words_in(entry.parts.get(label, ()))
        why = entry.why.get(label, "")
        if marked:
            first, subject = self._said["part"]["given"], self._quote(marked)
        else:
            first = "" if why else self._said["part"]["absent"].format(label=self._the(label))
            subject = self._said["nobody" if label == "source" else "empty"]
        reason = f"{first}\n{self._why(entry, label) if marked else why}".strip()
        told = fact(entry, label, self._lesson, self._item.so_later)
        return [Remark(subject=self._subject(label, subject, entry.sentence), outcome="note", reason=reason, fact=told)]

    def _how(self, entry: Entry, part: Part) -> Iterator[str]:
        """Say what is the matter with the student's words for one part."""
        said = self._said["part"]
        ours = self._text.words_in(entry.parts[part.label])
        if part.outcome == "accepted":
            yield said["accepted"].format(words=self._quote(ours))
        elif part.outcome == "part":
            if part.missing:
                yield said["leaves_out"].format(words=self._quote(part.missing))
            if part.too_many:
                yield said["takes_in"].format(words=self._quote(part.too_many))
            if not part.missing and not part.too_many:
                yield said["stray_in_group" if self._grouped else "stray"].format(label=self._the(part.label))
        elif part.outcome == "other-group":
            yield said["other-group"]
            yield said["groups"][self._item.layer]
        elif part.outcome != "right":
            used = self._the(part.label_used) if part.label_used else ""
            yield said[part.outcome].format(used=used, label=self._the(part.label))

    def _why(self, entry: Entry, label: str) -> str:
        why = entry.why.get(label, "")
        if not isinstance(entry.entry, CertaintyCue):
            return why
        sure = self._said["certainty"]
        if label == "cue":
            return f"{self._doubt(entry.entry)} {why}"
        cue = self._quote(self._text.words_in(entry.parts["cue"]))
        reach = str(sure[f"reach_{entry.entry.direction}"].format(cue=cue))
        # The entry has one reason: it stands with the cue, unless the exercise knows only the scope.
        return reach if "cue" in self._item.labels else f"{reach} {self._doubt(entry.entry)} {why}"

    def _doubt(self, entry: CertaintyCue) -> str:
        sure, whose = self._said["certainty"], self._said["whose"]
        kinds = self._also(entry.kind, (other.kind for other in entry.also_accept), self._said["kind"])
        kind = " ".join([sure["kind"].format(kind=self._said["kind"][entry.kind]), *kinds])
        if self._item.whose_later:
            return kind
        sentence: str = sure[entry.direction].format(whose=whose[entry.whose])
        owners = self._also(entry.whose, (other.whose for other in entry.also_accept), whose)
        return " ".join(filter(None, [kind, sentence, *owners, entry.why_whose]))

    def _also(self, ours: str, others: Iterable[str | None], names: dict[str, str]) -> list[str]:
        """Say what else can be defended, each once."""
        also = self._said["certainty"]["also"]
        return [also.format(other=names[other]) for other in dict.fromkeys(others) if other and other != ours]

    def _extra(self, extra: Extra) -> Remark:
        outcome: Outcome = "extra"
        if extra.kind == "not-asked":
            outcome = "note"
        elif extra.kind == "elsewhere":
            outcome = "wrong-label" if extra.meant != extra.label else "other-group"
        subject = self._subject(extra.label, self._quote(extra.words), self._sentence_of(extra.words))
        return Remark(subject=subject, outcome=outcome, reason=self._why_extra(extra))

    def _why_extra(self, extra: Extra) -> str:
        said = self._said["extra"]
        if extra.kind == "not-asked":
            return str(said["not-asked"])
        if extra.kind == "elsewhere":
            form: str = said["other-group" if extra.meant == extra.label else "other-label"]
            return form.format(meant=self._the(extra.meant), used=self._the(extra.label))
        return self._own_reason(extra) or str(said[self._item.layer][extra.label])

    def _own_reason(self, extra: Extra) -> str:
        """Give the reason that the key itself holds for words that belong to nothing asked."""
        key = self._lesson.key[self._item.text]
        if self._item.layer == "attribution":
            for clause in key.voice:
                if mostly(extra.words, self._text.words_in(clause.parts["quote"])):
                    return str(self._said["extra"]["voice"].format(why=clause.entry.why))
            return ""
        for tempting in key.not_certainty:
            tempts = self._text.words_in(tempting.parts["quote"])
            if mostly(extra.words, tempts) or (mostly(tempts, extra.words) and extra.label == "cue"):
                return tempting.entry.why
        return ""

    def _the(self, label: str) -> str:
        return str(self._said["the"][word_for(label, self._item)])

    def _subject(self, label: str, quotation: str, sentence: int) -> str:
        name = self._said["labels"][word_for(label, self._item)]
        if len(self._item.sentences) == 1:
            return str(self._said["subject"].format(label=name, words=quotation))
        # “S5” is a sentence of the article and of nothing else.
        form: str = self._said["subject_in" if self._item.text == ARTICLE else "subject_elsewhere"]
        return form.format(sentence=sentence, label=name.lower(), words=quotation)

    def _sentence_of(self, marked: Words) -> int:
        numbers = zip(sorted(self._item.sentences), self._lines, strict=True)
        return next(number for number, line in numbers if min(marked) in line)

    def _quote(self, marked: Words) -> str:
        pieces = [Span(min(run).start, max(run).end) for run in runs(marked, self._lines)]
        return quoted(self._text.quote(balanced(piece, self._text.text)) for piece in pieces)
