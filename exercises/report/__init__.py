"""The report: one page that a student keeps, with every answer, its reason, and what can be counted."""

from exercises.report.gather import gather
from exercises.report.page import render, report_file

__all__ = ["gather", "render", "report_file"]
