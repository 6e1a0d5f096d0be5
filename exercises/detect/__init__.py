"""Detectors that draft marks in any text; every draft is shown as a draft, and a person corrects it."""
