"""Drafts of attributions: who says what, found by small rules, each with a sentence for the student."""
