"""Compares drafts of certainty, loaded words and claims with marks of people; the sets are no part of this project."""
