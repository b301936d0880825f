"""What the service says about itself while it runs. Nothing personal can reach it: see `allowed`."""

import structlog

log = structlog.stdlib.get_logger("childmaintenance")
"""Say what happened as a fixed sentence, and the particulars as keywords: log.info("job finished", job=12)."""
