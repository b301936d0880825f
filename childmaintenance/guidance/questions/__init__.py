"""Questions that people often ask, in groups: each `###` heading is a question, and what stands under it answers it."""

from pathlib import Path

from childmaintenance.guidance.shelf import Shelf

QUESTIONS = Shelf(Path(__file__).parent, more=frozenset({"place"}))
"""`place` is the group's order on the page."""
