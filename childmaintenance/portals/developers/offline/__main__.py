"""Write the page to standard output."""

import sys

from childmaintenance.portals.developers.offline.page import page

sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
sys.stdout.write(page())
