"""Talks with faces as a host does, without a host."""

import json

from keeping import work_in

from exercises.answers.student import Student
from exercises.exchange.exercise import Exercise


def ask(face, student, content):
    """Hand one message to a face, and give all replies."""
    replies = []
    face.receive(student, content, replies.append)
    return replies


class Line:
    """Stands for the line between one page and the visit: hands messages in, notes replies and what is drawn anew."""

    def __init__(self, visit, face):
        self.seq, self.replies, self.redraws = 0, [], 0
        self.shown = visit.show(face, self._redraw)
        self.page, self.state = self.shown.drawn.page, self.shown.drawn.state

    def _redraw(self, page, state):
        self.redraws += 1
        self.page, self.state = page if page is not None else self.page, state if state is not None else self.state

    def send(self, content):
        """Send any message and give the last reply."""
        self.shown.receive(content, self.replies.append)
        return self.replies[-1]

    def __call__(self, kind, answer=None, confidence=None):
        """Send a numbered message of an exercise and give the reply."""
        self.seq += 1
        message = {"kind": kind, "tab": f"tab-{id(self)}", "seq": self.seq, "answer": answer, "confidence": confidence}
        return self.send(message | {"code": self.page["code"], "base": self.state["version"]})

    def holds(self):
        """Give all that the page has got so far, as text."""
        told = [self.page, self.state, self.shown.drawn.words, self.replies]
        return json.dumps(told, ensure_ascii=False, default=str)


class Talk:
    """One exercise, and the student for whom its page was drawn last."""

    def __init__(self, lesson, item, store, notebook="one", **more):
        self.face, self.lesson, self.item, self.store = Exercise(lesson, item, notebook, **more), lesson, item, store
        self.student = Student(store, store.code)

    def page(self):
        """Draw the page anew, for whoever works now."""
        self.student = Student(self.store, self.store.code)
        return self.face.page(self.student.work())

    def state(self):
        """Give what is stored for whoever works now."""
        return self.face.state(work_in(self.store))

    def receive(self, content):
        """Hand one message in, and give the reply; None if there is none. Without a base it is that of today."""
        replies = []
        if isinstance(content, dict) and "kind" in content and "base" not in content:
            content = content | {"base": self.face.state(self.student.work())["version"]}
        self.changed = self.face.receive(self.student, content, replies.append)
        return replies[-1] if replies else None
