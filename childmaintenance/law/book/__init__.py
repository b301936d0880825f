"""The rulebook as a book: every rule beside its citation, its figures through time, its examples, and two indexes."""

from childmaintenance.law.book.contents import Book, Rule, read_book
from childmaintenance.law.book.data import data
from childmaintenance.law.book.gaps import gaps
from childmaintenance.law.book.page import page
from childmaintenance.law.book.printable import printable

__all__ = ["Book", "Rule", "data", "gaps", "page", "printable", "read_book"]
