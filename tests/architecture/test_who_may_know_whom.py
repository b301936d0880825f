"""The sentences of pyproject.toml about imports hold; and would notice if they did not."""

import subprocess
from pathlib import Path

import grimp

from childmaintenance.config.places import ROOT, VENV
from tests.architecture.contracts import OwnModels, PlainPython


def test_every_contract_is_kept() -> None:
    done = subprocess.run([VENV / "bin" / "lint-imports", "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def graph_of(folder: Path, files: dict[str, str], monkeypatch: object) -> grimp.ImportGraph:
    """A small house of the given files."""
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        for package in file.parents:
            if package == folder:
                break
            (package / "__init__.py").touch()
        file.write_text(text)
    monkeypatch.syspath_prepend(str(folder))  # type: ignore[attr-defined]
    return grimp.build_graph(next(iter(files)).split("/")[0], include_external_packages=True, cache_dir=None)


def test_somebody_elses_models_are_noticed(tmp_path: Path, monkeypatch: object) -> None:
    files = {
        "hut/cases/models.py": "",
        "hut/cases/queries.py": "from hut.cases import models",
        "hut/portals/parents/pages.py": "from hut.cases.models import *",
    }
    contract = OwnModels("own", {}, {"package": "hut"})
    found = contract.check(graph_of(tmp_path, files, monkeypatch), verbose=False).metadata["found"]
    assert [line.split(":")[0] for line in found] == ["hut.portals.parents.pages imports hut.cases.models"]


def test_a_framework_in_the_law_is_noticed(tmp_path: Path, monkeypatch: object) -> None:
    files = {
        "shed/law/rates.py": "import tomllib\nimport django\nfrom shed.values import money",
        "shed/values/money.py": "import fractions\nfrom shed.law import rates",
    }
    contract = PlainPython("plain", {}, {"allowed": ["shed.values: shed.values", "shed.law: shed.law shed.values"]})
    found = contract.check(graph_of(tmp_path, files, monkeypatch), verbose=False).metadata["found"]
    assert found == ["shed.values.money imports shed.law.rates", "shed.law.rates imports django"]
