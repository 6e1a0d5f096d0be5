"""All words of the interface, in the language that is spoken now; dates and numbers as that language writes them."""

from exercises.words.dates import days_in_words, plain_date, plain_number
from exercises.words.spoken import UnknownLanguage, language, languages, speaking, words

__all__ = [
    "UnknownLanguage",
    "days_in_words",
    "language",
    "languages",
    "plain_date",
    "plain_number",
    "speaking",
    "words",
]
