"""The edition names the rules that made a result."""

import subprocess
import sys

from childmaintenance import law
from childmaintenance.law.rulebook import rule_files


def test_the_edition_is_a_day_and_a_fingerprint_that_stays() -> None:
    day, _, fingerprint = law.RULEBOOK.rpartition(".")
    assert (len(day), len(fingerprint)) == (10, 12)
    code = "from childmaintenance import law; print(law.RULEBOOK)"
    again = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=law.provision.LAW.parent.parent
    )
    assert again.stdout.strip() == law.RULEBOOK


def test_it_covers_rules_and_rates_and_leaves_words_and_tests_out() -> None:
    names = {path.name for path in rule_files()}
    assert {"basic_rate.py", "basic_rate.toml", "money.py", "provision.py"} <= names
    assert not {"en.toml", "test_rulebook.py", "basic_rate.examples.toml"} & names


def test_a_changed_figure_is_another_edition(monkeypatch: object, tmp_path: object) -> None:
    from childmaintenance.law import rulebook

    monkeypatch.setattr(rulebook, "rule_files", lambda: rule_files()[1:])  # type: ignore[attr-defined]
    assert rulebook.edition.__wrapped__() != law.RULEBOOK
