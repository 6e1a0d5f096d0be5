"""How much of a text or file is read at most. All are counts: what is refused here is refused on any computer."""

MOST_BYTES = 50_000_000
"""Of a file, looked at before it is read."""
MOST_WORDS = 200_000
MOST_CHARACTERS = 2_000_000
"""Ten for each word; a text without blanks is bounded by them."""
MOST_RAW = 4 * MOST_CHARACTERS
"""Characters before blanks and hidden signs are taken out."""
MOST_TITLE = 300

MOST_TAGS = 400_000
"""Tags of a saved page; the longest articles of Wikipedia have a tenth of that."""
DEEPEST_PAGE = 200
"""Levels of a page within each other."""
MOST_ELEMENTS = 40_000
"""Parts of a page in which its article is looked for; of one with more, all text is taken."""
MOST_BRACKETS = 10_000
"""Opening brackets in Markdown; each may be the beginning of a link, and is looked at as one."""

MOST_PARTS = 5_000
"""Files in a packed file."""
MOST_UNPACKED = 40_000_000
"""Bytes of a Word file's text parts when unpacked; pictures stay packed. A text of 200,000 words has about 15 MB."""
MOST_MARKUP = 3_000_000
"""Tags in these parts."""

MOST_PAGES = 1_000
MOST_DRAWN = 60_000_000
"""Bytes of drawing instructions on all pages of a PDF."""
MOST_ENTRIES = 4_000_000
"""Entries of its fonts, those of each page anew, as they are read: a book has half a million."""
MOST_OPERATIONS = 1_500_000
"""Drawing instructions that are carried out, those of forms as often as they are used."""
MOST_ON_PAGE = 1_000_000
"""Instructions and numbers on one page."""
MOST_FORMS = 300
"""Forms that one page may use."""
