"""One file for each kind of letter: which facts it takes, what it is headed, and what it says.

A definition is a module with `Facts` (a frozen dataclass: the whole list of what may appear), `title(facts)` and
`blocks(facts, sending)`. It is called once for each language, inside that language, and reads nothing else.
"""

from importlib import import_module
from types import ModuleType

from childmaintenance.correspondence.terms import Kind


def definition(kind: Kind) -> ModuleType:
    """The module that defines this kind of letter."""
    return import_module(f"{__name__}.{kind.value}")
