"""./run bench: measure; each measure is a module of bench/."""

import os
import subprocess
import sys

from childmaintenance.config.places import ROOT
from childmaintenance.config.refusal import Refused


def main(arguments: list[str]) -> int:
    """Run the named measure, or all of them."""
    if not (ROOT / "bench" / "__main__.py").exists():
        raise Refused("There is no bench/ in this checkout.")
    return subprocess.run([sys.executable, "-m", "bench", *arguments], cwd=ROOT, env=os.environ, check=False).returncode
