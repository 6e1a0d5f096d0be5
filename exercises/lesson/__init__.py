"""A lesson: what its files may say, what must fit together in them, the text and its key, and how all is loaded."""
