"""The two territories whose law differs in its citations."""

from enum import Enum


class Territory(Enum):
    """Whose Act and regulations a case falls under."""

    GB = "GB"
    NI = "NI"

    # Members are singletons, so identity is enough and lookups by territory stay quick.
    __hash__ = object.__hash__
