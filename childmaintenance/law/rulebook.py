"""Which edition of the rules made a result: a date to read and a fingerprint to check."""

from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from childmaintenance.law.provision import LAW

# The day the law was last read through, as `docs/handbook` says; the fingerprint changes with any rule or figure.
READ_THROUGH = "2026-03-15"
VALUES = LAW.parent / "values"


def read_through() -> date:
    """The day up to which the law was read."""
    return date.fromisoformat(READ_THROUGH)


@lru_cache(maxsize=1)
def edition() -> str:
    """Such as "2026-03-15.4f9d2c81ab03": the same files give the same name on any machine."""
    digest = sha256()
    for path in rule_files():
        digest.update(path.relative_to(LAW.parent).as_posix().encode())
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return f"{READ_THROUGH}.{digest.hexdigest()[:12]}"


def rule_files() -> list[Path]:
    """Every file that can change a figure: rules and rates, but no tests, examples, words or printing."""
    files = [*VALUES.glob("*.py"), *LAW.rglob("*.py"), *LAW.rglob("*.toml")]
    apart = {"tests", "sentences", "book", "commands"}
    return sorted(
        path
        for path in files
        if not apart & set(path.relative_to(LAW.parent).parts) and not path.name.endswith(".examples.toml")
    )
