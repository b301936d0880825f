"""The commands as somebody runs them: exact answers, order, exit status, both languages, and a quick start."""

import json
import resource
import subprocess
import sys

from childmaintenance.law.provision import LAW
from childmaintenance.law.tests.test_bad_input import ASSESS, DEDUCT, SPLIT

ROOT = LAW.parent.parent


def ran(*arguments: str, lines: list[dict[str, object]]) -> subprocess.CompletedProcess[str]:
    text = "".join(json.dumps(line) + "\n" for line in lines)
    command = [sys.executable, "-m", "childmaintenance.law.command_line", *arguments]
    return subprocess.run(command, input=text, capture_output=True, text=True, cwd=ROOT, encoding="utf-8")


def test_assess_answers_as_documented() -> None:
    found = ran("assess", lines=[ASSESS])
    assert found.returncode == 0
    answer = json.loads(found.stdout)
    assert list(answer) == ["id", "rate", "weekly", "total", "reasons", "notes"]
    assert {key: answer[key] for key in ("id", "rate", "weekly", "total", "notes")} == {
        "id": "x1",
        "rate": "basic",
        "weekly": {"A": "60.00"},
        "total": "60.00",
        "notes": [],
    }
    assert answer["reasons"] == [
        {
            "provision": "CSA 1991 Sch 1 para 2(1)",
            "step": "percent_of_income",
            "amount": "60.00",
            "inputs": {"income": "500.00", "percent": "12", "children": 1},
        }
    ]


def test_split_answers_as_documented() -> None:
    line = {**SPLIT, "receiving_parents": [{"ref": "A", "due": "120.00"}, {"ref": "B", "due": "80.00"}]}
    answer = json.loads(ran("split", lines=[line]).stdout)
    assert list(answer) == [
        "id",
        "maintenance",
        "arrears",
        "paying_fee",
        "enforcement_fees",
        "receiving_fee",
        "paid_out",
        "credit",
        "reasons",
    ]
    assert answer["maintenance"] == {"A": "120.00", "B": "80.00"}
    assert answer["paid_out"] == {"A": "115.20", "B": "76.80"}
    assert (answer["paying_fee"], answer["credit"]) == ("40.00", "0.00")


def test_deduct_answers_as_documented() -> None:
    answer = json.loads(ran("deduct", lines=[DEDUCT]).stdout)
    assert len(answer.pop("reasons")) == 4
    assert answer == {
        "id": "d1",
        "protected": "720.00",
        "due": "150.00",
        "deduction": "150.00",
        "admin_charge": "1.00",
        "take_home": "1049.00",
        "shortfall_carried_forward": "0.00",
    }


def test_fields_that_may_be_left_out_mean_nothing() -> None:
    short = {
        "id": 7,
        "on": "2026-04-01",
        "gross_weekly_income": "500",
        "receiving_parents": [{"ref": "A", "children": [{}]}],
    }
    assert json.loads(ran("assess", lines=[short]).stdout)["weekly"] == {"A": "60.00"}


def test_a_bad_line_keeps_its_place_and_sets_the_exit_status() -> None:
    found = ran("assess", lines=[ASSESS, {"id": "bad"}, {**ASSESS, "id": "x3"}])
    assert found.returncode == 1
    assert [json.loads(line)["id"] for line in found.stdout.splitlines()] == ["x1", "bad", "x3"]


def test_sentences_in_both_languages() -> None:
    english, welsh = (
        ran("assess", "--text", lines=[ASSESS]).stdout,
        ran("assess", "--text", "--cy", lines=[ASSESS]).stdout,
    )
    assert "12% of £500.00 a week, the percentage for 1 child, is £60.00. (CSA 1991 Sch 1 para 2(1))" in english
    assert "12% o £500.00 yr wythnos, sef y ganran ar gyfer 1 plentyn, yw £60.00. (CSA 1991 Sch 1 para 2(1))" in welsh
    assert "cyfradd sylfaenol" in welsh


def test_northern_ireland_cites_its_own_order() -> None:
    answer = json.loads(ran("assess", lines=[{**ASSESS, "territory": "NI"}]).stdout)
    assert answer["reasons"][0]["provision"] == "CS(NI)O 1991 Sch 1 para 2(1)"


def test_welsh_alone_is_a_mistake_of_use() -> None:
    assert ran("assess", "--cy", lines=[]).returncode == 2


def test_a_command_starts_in_under_half_a_second() -> None:
    """Measured as the work that it makes, since the clock on the wall also counts whatever else the machine does."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ran("assess", lines=[ASSESS])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert 0 < seconds < 0.5, f"{seconds:.2f} seconds"


def test_a_command_loads_neither_the_framework_nor_the_catalogues() -> None:
    start = "import sys; from childmaintenance.law import command_line; command_line.main(['assess'])"
    code = f"{start}; print(*sys.modules, file=sys.stderr)"
    found = subprocess.run(
        [sys.executable, "-c", code], input=json.dumps(ASSESS), capture_output=True, text=True, cwd=ROOT
    )
    assert "django" not in found.stderr.split()
    assert "childmaintenance.law.sentences" not in found.stderr
    assert "childmaintenance.law.liability" in found.stderr.split()
