"""Measures the detectors on annotated sets that are no part of this project: what people would have marked too."""
