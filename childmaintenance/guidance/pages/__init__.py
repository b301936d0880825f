"""Pages of words that stand alone, each with its own address: safety, leaving in a hurry, and our Welsh language scheme."""

from pathlib import Path

from childmaintenance.guidance.shelf import Shelf

PAGES = Shelf(Path(__file__).parent)
