"""The answers as plain data, whole: every name in its place, amounts as text in pounds, days in ISO form."""

import json
from datetime import date
from fractions import Fraction

import pytest

from childmaintenance.law.days.supersession import Cause, Days
from childmaintenance.law.deductions import PayDay, deduct
from childmaintenance.law.fees import Due, Receipt, split
from childmaintenance.law.liability import Child, Facts, ReceivingParent, assess
from childmaintenance.law.provision import BadFact, Row, Scenario
from childmaintenance.law.reasons import Reason, plain_data
from childmaintenance.law.receipt import Checked
from childmaintenance.law.timeline import Change, Life, timeline
from childmaintenance.values import ZERO, Money, Period, Territory

M = Money.of
ON = date(2026, 4, 1)
FAMILY = Facts((ReceivingParent("A", (Child(),)),), gross_weekly_income=M("500"))
SEVEN = M("7.00")


def test_an_assessment() -> None:
    found = assess(Facts((ReceivingParent("A", (Child(60),)),), gross_weekly_income=M("500")), on=ON).as_json()
    assert found == {
        "rate": "basic",
        "weekly": {"A": "51.43"},
        "total": "51.43",
        "reasons": [
            {
                "provision": "CSA 1991 Sch 1 para 2(1)",
                "step": "percent_of_income",
                "amount": "60.00",
                "inputs": {"income": "500.00", "children": 1, "percent": "12"},
            },
            {
                "provision": "CSA 1991 Sch 1 para 7(4)",
                "step": "shared_care",
                "amount": "51.43",
                "inputs": {
                    "receiving_parent": "A",
                    "share": "60.00",
                    "nights": [60],
                    "local_authority_nights": [0],
                    "fractions": ["1/7"],
                    "decrease": "1/7",
                    "exact": "360/7",
                },
            },
            {
                "provision": "SI 2012/2677 reg 6",
                "step": "rounded",
                "amount": "51.43",
                "inputs": {"receiving_parent": "A", "before": "360/7"},
            },
        ],
        "notes": [],
    }


def test_a_deduction() -> None:
    found = deduct(PayDay(M("500"), M("250"), admin_charge=M("1")), on=ON).as_json()
    reasons = found.pop("reasons")
    assert found == {
        "protected": "300.00",
        "due": "250.00",
        "deduction": "200.00",
        "admin_charge": "1.00",
        "take_home": "299.00",
        "shortfall_carried_forward": "50.00",
    }
    assert [reason["step"] for reason in reasons] == [
        "protected_share",
        "normal_rate",
        "deduction",
        "shortfall_carried",
        "admin_charge",
    ]


def test_a_split() -> None:
    receipt = Receipt(M("200"), (Due("A", M("100"), M("20")),), enforcement_fees_due=M("10"))
    found = split(receipt, on=ON).as_json()
    reasons = found.pop("reasons")
    assert found == {
        "maintenance": {"A": "100.00"},
        "arrears": {"A": "20.00"},
        "paying_fee": "20.00",
        "enforcement_fees": "10.00",
        "receiving_fee": {"A": "4.80"},
        "paid_out": {"A": "115.20"},
        "credit": "50.00",
    }
    assert reasons[0] == {
        "provision": "SI 2009/3151 reg 4",
        "step": "receipt_ongoing",
        "amount": "100.00",
        "inputs": {"received": "200.00", "due": "100.00", "fee_due": "20.00", "percent": "20"},
    }


def test_a_timeline() -> None:
    changes = (
        Change(Cause.APPLICATION, Days(applied=date(2026, 4, 11)), current_income=M("400.00")),
        Change(Cause.APPLICATION, Days(applied=date(2026, 4, 15)), {"relevant_other_children": 1}),
    )
    found = timeline(Life(Period(ON, None), FAMILY, changes)).as_json()
    first, second = found["slices"]
    (refused,) = found["refused"]
    assert refused == {
        "on": "2026-04-11",
        "cause": "application",
        "provision": "SI 2012/2677 reg 18(6)(a)",
        "reasons": [
            {
                "provision": "SI 2012/2677 reg 34(2)",
                "step": "current_within_tolerance",
                "amount": "500.00",
                "inputs": {"historic": "500.00", "current": "400.00", "percent": "25"},
            }
        ],
    }
    decided = assess(FAMILY, on=ON).as_json()
    assert first == {
        "from": "2026-04-01",
        "until": "2026-04-14",
        "because": [{"cause": "start", "provision": "SI 2012/2677 reg 12", "reasons": []}],
        **decided,
        "accrued": {"A": "120.00"},
    }
    assert (second["from"], second["until"], second["accrued"], second["total"]) == ("2026-04-15", None, None, "53.40")
    assert second["because"] == [{"cause": "application", "provision": "SI 2012/2677 reg 18(6)(a)", "reasons": []}]


def test_a_timeline_under_other_figures() -> None:
    rows = {("liability/basic_rate", "percent_of_income"): (Row(date(2026, 4, 1), [24, 32, 38]),)}
    supposed = timeline(Life(Period(ON, ON), FAMILY), scenario=Scenario("doubled", rows))
    assert str(supposed.slices[0].assessment.total) == "120.00"


def test_a_change_to_what_cannot_be_is_refused_before_the_walk() -> None:
    change = Change(Cause.APPLICATION, Days(applied=ON), {"relevant_other_children": -1})
    with pytest.raises(BadFact, match="relevant_other_children: must be from 0 to 99"):
        Life(Period(ON, None), FAMILY, (change,))


def test_a_check() -> None:
    assert Checked(True, "one", "other").as_json() == {"matches": True, "made_by": "one", "checked_by": "other"}
    assert Checked(False, "one", "other", "total", "7.00", "8.00").as_json() == {
        "matches": False,
        "made_by": "one",
        "checked_by": "other",
        "first_difference": {"where": "total", "receipt": "7.00", "rules": "8.00"},
    }


def test_values_of_every_kind() -> None:
    value = {
        "pounds": SEVEN,
        "part": Money.of(Fraction(1, 3)),
        "share": Fraction(1, 7),
        "day": ON,
        "several": (1, [SEVEN]),
    }
    assert json.loads(json.dumps(plain_data(value))) == {
        "pounds": "7.00",
        "part": "1/3",
        "share": "1/7",
        "day": "2026-04-01",
        "several": [1, ["7.00"]],
    }
    assert plain_data(None) is None
    assert plain_data(Territory.NI.value) == "NI"


@pytest.mark.parametrize("amount", [None, ZERO, SEVEN, Money.of(Fraction(360, 7))])
def test_a_stored_reason_is_the_same_reason(amount: Money | None) -> None:
    reason = Reason("reg 1", "step", amount, {"children": 2})
    assert Reason.from_json(json.loads(json.dumps(reason.as_json()))) == reason
