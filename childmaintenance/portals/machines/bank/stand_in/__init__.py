"""A stand-in for the bank that holds the service's client account: files in, files out, books kept to the penny."""

from .bank import Bank
from .words import Account, Mischief

__all__ = ["Account", "Bank", "Mischief"]
