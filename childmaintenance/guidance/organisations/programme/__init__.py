"""Where the list of who can help comes from: a programme of help for separated families, told on a page."""

from pathlib import Path

from childmaintenance.guidance.shelf import Shelf

PROGRAMME = Shelf(Path(__file__).parent)
