"""The rules alone, built into a wheel without a network and installed into an environment with nothing else in it."""

import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from childmaintenance.config.places import ROOT, VENV

BUILD = "import sys, setuptools.build_meta as backend; print(backend.build_wheel(sys.argv[1]))"


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built by the locked setuptools, beside the sources and not among them."""
    place = tmp_path_factory.mktemp("rules")
    shutil.copytree(ROOT / "packages" / "rules", place / "packages" / "rules", ignore=shutil.ignore_patterns("build"))
    (place / "childmaintenance").symlink_to(ROOT / "childmaintenance")
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(place)], cwd=place / "packages" / "rules", capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    (found,) = place.glob("*.whl")
    return found


@pytest.fixture(scope="session")
def alone(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that holds the wheel and the standard library."""
    place = tmp_path_factory.mktemp("alone") / "env"
    venv.EnvBuilder(with_pip=False, symlinks=True).create(place)
    uv = VENV / "bin" / "uv"
    subprocess.run(
        [
            str(uv) if uv.exists() else shutil.which("uv") or "uv",
            *["pip", "install", "--offline", "--no-index", "--no-config", "--quiet"],
            *["--python", str(place / "bin" / "python"), str(wheel)],
        ],
        check=True,
    )
    return place
