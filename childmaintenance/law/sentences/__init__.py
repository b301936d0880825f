"""Plain sentences for every step, note and rate, in English and in Welsh."""

from childmaintenance.law.sentences.catalogue import LANGUAGES, explain, explain_note, name_of_rate, say

__all__ = ["LANGUAGES", "explain", "explain_note", "name_of_rate", "say"]
