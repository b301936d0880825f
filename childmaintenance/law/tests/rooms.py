"""Every module of the law, so that a check can look at all of them."""

from importlib import import_module
from pathlib import Path

from childmaintenance.law.provision import LAW


def rule_paths() -> list[Path]:
    """The Python files of the law, without its tests."""
    return sorted(path for path in LAW.rglob("*.py") if "tests" not in path.relative_to(LAW).parts)


def load_every_rule() -> None:
    """Import them all, so that every set of figures is in the register."""
    for path in rule_paths():
        parts = path.relative_to(LAW.parent.parent).with_suffix("").parts
        import_module(".".join(part for part in parts if part != "__init__"))
