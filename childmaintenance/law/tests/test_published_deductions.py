"""Every published or worked pay-day and time limit, to the penny and to the day."""

import re
from datetime import date
from fractions import Fraction

import pytest

from childmaintenance.law.deductions import DeductionSettings, PayDay, deduct, limits
from childmaintenance.law.provision import in_force
from childmaintenance.law.tests.published import Row, rows
from childmaintenance.values import Money, Territory

ROWS = rows("deductions")
PAY_DAYS = [row for row in ROWS if row["net_earnings"]]
DATES = [row for row in ROWS if not row["net_earnings"]]
LAW = in_force(date(2026, 4, 1), Territory.GB)
LIMITS = {
    "deduction_made": limits.must_arrive_by,
    "served": limits.liable_from,
    "left": limits.say_employee_left_by,
    "aware": limits.say_aware_by,
    "served_wrong_person": limits.say_not_my_employee_by,
}


def test_every_row_is_covered() -> None:
    assert len(PAY_DAYS) + len(DATES) == len(ROWS) == 53


@pytest.mark.parametrize("row", PAY_DAYS, ids=lambda row: row["id"])
def test_a_pay_day_comes_out_as_published(row: Row) -> None:
    fixed = re.match(r"fixed rate ([\d.]+) \+ b/f ([\d.]+)", row["protected_rule"])
    pay = PayDay(
        net_earnings=Money.of(row["net_earnings"]),
        normal_deduction_rate=Money.of(row["ndr"]),
        periods=Fraction(row["k"]),
        shortfall_brought_forward=Money.of(row["shortfall_bf"]),
        admin_charge=Money.of(row["admin_requested"]),
        protected_earnings=Money.of(fixed.group(1)) if fixed else None,
        protected_brought_forward=Money.of(fixed.group(2)) if fixed else Money.of("0"),
        forces=row["scheme"] == "DER",
    )
    found = deduct(
        pay, on=date(2026, 4, 30), how=DeductionSettings(carry="REPORT" if row["mode"] == "REPORT" else "CARRY")
    )
    assert {
        "expected_protected": str(found.protected),
        "expected_due": str(found.due),
        "expected_deduction": str(found.deduction),
        "expected_admin": str(found.admin_charge),
        "expected_take_home": str(found.take_home),
        "expected_shortfall_cf": str(found.shortfall_carried_forward),
        "expected_protected_shortfall_cf": str(found.protected_carried_forward),
    } == {name: row[name] for name in row if name.startswith("expected_")}


@pytest.mark.parametrize("row", DATES, ids=lambda row: row["id"])
def test_a_limit_falls_on_the_published_day(row: Row) -> None:
    given, expected = (part.split("=") for part in row["other"].split(";"))
    assert LIMITS[given[0]](date.fromisoformat(given[1]), LAW) == date.fromisoformat(expected[1])
