"""The guides: one page a question, for everybody who may have to do with child maintenance."""

from pathlib import Path

from childmaintenance.guidance.shelf import Shelf

GUIDES = Shelf(Path(__file__).parent, more=frozenset({"tab", "topic", "place", "leads_to", "asked", "steps"}))
"""`tab` is the page's name in a browser's tab and history, which somebody else may read: short, and it says little;
`topic` is where the start of guides lists the page, `place` its order there; `leads_to` names the pages to go on to;
`asked` holds questions in the words that people use, for searching; `steps` is a picture of what happens in order."""
