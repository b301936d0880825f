"""`python -m childmaintenance.law.book` writes the book as one HTML page on standard output."""

import sys

from childmaintenance.law.command_line import print_law

if __name__ == "__main__":
    sys.exit(print_law())
