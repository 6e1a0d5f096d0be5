"""Notebooks: their prose, cell by cell, checked and built."""
