"""The modelling verbs of ./run: agree, nation, whatif."""

import sys
from importlib import import_module

VERBS = {name: f"childmaintenance.modelling.commands.{name}" for name in ("agree", "nation", "whatif")}


def main(words: list[str]) -> int:
    """Do what the first word asks with the rest."""
    if not words or words[0] not in VERBS:
        print(f"Say one of: {', '.join(VERBS)}.", file=sys.stderr)
        return 2
    return int(import_module(VERBS[words[0]]).main(words[1:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
