"""./run test: everything, as the judges of this repository do; or what you name, by pytest's own words."""

import os
import sys

import pytest

from childmaintenance.config.places import ROOT
from childmaintenance.config.verbs import check

MOST_WORKERS = 8


def main(arguments: list[str]) -> int:
    """Without words: the checks, then all tests on every core. With words: pytest with them."""
    os.chdir(ROOT)
    if arguments:
        return int(pytest.main(arguments))
    checked = check.main([])
    sys.stdout.flush()
    tested = int(pytest.main(["-n", str(min(os.cpu_count() or 1, MOST_WORKERS)), "--dist", "worksteal", "-q"]))
    return tested or checked
