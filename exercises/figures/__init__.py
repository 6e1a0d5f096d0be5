"""Figures on the page that wait for a student's commit before they show what would give answers away."""
