"""The paper of a lesson: the teacher's guide, worksheets, cards and slides, each one page of HTML that prints well."""

from exercises.paper.printing import print_lesson
from exercises.paper.sheets import MOST_CODES

__all__ = ["MOST_CODES", "print_lesson"]
