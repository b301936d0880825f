"""./run lock: choose the newest allowed versions and write them down with their hashes, and with no address."""

import subprocess

from childmaintenance.config.places import ROOT, VENV

LOCKS: tuple[tuple[str, str, list[str]], ...] = (
    ("uv.in", "uv.txt", []),
    ("service.in", "service.txt", []),
    ("development.in", "development.txt", ["-c", "requirements/service.txt"]),
    ("modelling.in", "modelling.txt", ["-c", "requirements/development.txt"]),
)


def main(arguments: list[str]) -> int:
    """Write every lock; what is written already stays unless `--upgrade` is given. Other words go to uv."""
    for source, lock, more in LOCKS:
        command = [
            str(VENV / "bin" / "uv"),
            "pip",
            "compile",
            "--universal",
            "--python-version",
            "3.11",
            "--generate-hashes",
        ]
        command += [
            "--no-annotate",
            "--no-emit-index-url",
            "--no-emit-find-links",
            "--custom-compile-command",
            "./run lock",
            "--quiet",
        ]
        done = subprocess.run(
            [*command, *more, *arguments, f"requirements/{source}", "-o", f"requirements/{lock}"], cwd=ROOT, check=False
        )
        if done.returncode:
            return done.returncode
        print(f"requirements/{lock}: {(ROOT / 'requirements' / lock).read_text().count('==')} packages")
    return 0
