"""What a teacher sees of a class: figures from the answers, each with plain words, computed without a page."""
