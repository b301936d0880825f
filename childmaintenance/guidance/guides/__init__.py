"""The guides: one page a question, for everybody who may have to do with child maintenance."""

from pathlib import Path

from childmaintenance.guidance.shelf import Shelf

GUIDES = Shelf(Path(__file__).parent, more=frozenset({"topic", "place", "leads_to", "asked", "steps"}))
"""`topic` is where the start of guides lists the page, `place` its order there; `leads_to` names the pages to go on to;
`asked` holds questions in the words that people use, for searching; `steps` is a picture of what happens in order."""
