"""The leaflets: short papers to read, print, save or have posted. The words of each stand beside this file."""

from pathlib import Path

from childmaintenance.guidance.shelf import Shelf

LEAFLETS = Shelf(Path(__file__).parent, more=frozenset({"code", "version", "group", "place"}))
"""`code` and `version` stand on the paper: a change of the words is a new version. `group` says where the index lists it,
`place` in which order."""
