"""Taking out of people's own words what would say who they are, before the words are kept."""

import re

TAKEN_OUT = "[…]"
# Each is broad on purpose: a word too many taken out costs nothing.
MARKS = (
    re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+"),  # e-mail addresses
    re.compile(r"\b[A-Za-z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-Da-d]\b"),  # National Insurance numbers
    re.compile(r"\b[A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[A-Za-z]{2}\b"),  # postcodes
    re.compile(r"\b[A-Z]-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]\b", re.I),  # our references
    re.compile(r"https?://\S+|\bwww\.\S+", re.I),
    re.compile(r"(?<![\w£.])\+?\(?\d(?:[\s().-]{0,2}\d){5,}"),  # phones, sort codes, accounts, twelve-digit references
)


def without_what_says_who(words: str) -> str:
    """The words, with addresses and numbers of people taken out. Names stay: nothing can tell them from other words."""
    for mark in MARKS:
        words = mark.sub(TAKEN_OUT, words)
    return words
