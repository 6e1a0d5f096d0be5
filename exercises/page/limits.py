"""How much may go over the line between a page and its host at once."""

LARGEST_FILE = 5_000_000
"""Characters or bytes of one file; a far larger message would end a Jupyter session without a word."""
