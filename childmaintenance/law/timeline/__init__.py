"""Facts that change over the years, decided slice by slice."""

from childmaintenance.law.timeline.changes import Change, Life
from childmaintenance.law.timeline.walk import Because, Refused, Slice, Timeline, timeline

__all__ = ["Because", "Change", "Life", "Refused", "Slice", "Timeline", "timeline"]
