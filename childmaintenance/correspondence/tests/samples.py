"""Facts for one letter of every kind, and who it goes to: what the tests write letters with."""

import datetime as dt
from copy import deepcopy
from typing import Any

from childmaintenance.correspondence.terms import Channel, Kind, Sending
from childmaintenance.law.liability import Child, Facts, ReceivingParent, assess
from childmaintenance.values import Money, Territory

ON = dt.date(2027, 1, 5)
CASE = "C-7K3F-92QX-M"

PAY_TO = {
    "account_name": "Open Child Maintenance",
    "sort_code": "201575",
    "account_number": "00912345",
    "payment_reference": "4071 2286 3915",
}


def sending(
    channel: Channel = Channel.POST, to_name: str = "Gareth Llywelyn Prydderch-Jones", on: dt.date = ON
) -> Sending:
    return Sending(reference="L-8M4T-06WD-9", case=CASE, to_name=to_name, on=on, channel=channel)


def reasons() -> list[dict[str, Any]]:
    """What the law says of £500 a week, two children who stay 60 nights, and another child at home."""
    facts = Facts(
        receiving_parents=(ReceivingParent(CASE, (Child(nights=60), Child(nights=60))),),
        gross_weekly_income=Money.of("500"),
        relevant_other_children=1,
        territory=Territory.GB,
    )
    return [reason.as_json() for reason in assess(facts, on=ON).reasons]


def decision(reader: str) -> dict[str, Any]:
    return {
        "reader": reader,
        "territory": "GB",
        "decision": "D-2H9V-K4N0-7",
        "other_parent": "Catrin Haf Morgan" if reader == "P" else "Gareth Llywelyn Prydderch-Jones",
        "children": ["Cadi", "Macsen"],
        "weekly_pence": 6103,
        "effective_from": "2027-01-12",
        "review_on": "2028-01-12",
        "reasons": reasons(),
        "facts_used": [
            {
                "name": "income",
                "source": "hmrc:PAYE",
                "weekly_pence": 50000,
                "yearly_pence": 2607143,
                "tax_year": "2025-26",
            },
            {"name": "nights", "source": "both", "child": "Cadi", "count": 60},
            {"name": "nights", "source": "caseworker", "child": "Macsen", "count": 60},
            {"name": "other_children", "source": "paying_parent", "count": 1},
            {"name": "other_arrangement", "source": "nobody", "count": 0},
            {"name": "benefit", "source": "nobody", "code": "none"},
            {"name": "nil_reason", "source": "nobody", "code": ""},
        ],
        "income_is_current": False,
        "service": "collect_and_pay",
    }


def plan(reader: str, service: str = "collect_and_pay") -> dict[str, Any]:
    through_us = service == "collect_and_pay"
    fee = (5289 if reader == "P" else 1058) if through_us else 0
    months = [dt.date(2027 + (month // 12), month % 12 + 1, 14) for month in range(1, 13)]
    facts: dict[str, Any] = {
        "reader": reader,
        "service": service,
        "other_parent": "Catrin Haf Morgan" if reader == "P" else "Gareth Llywelyn Prydderch-Jones",
        "children": ["Cadi", "Macsen"],
        "weekly_pence": 6103,
        "frequency": "M",
        "starts_on": "2027-01-12",
        "ends_on": "2028-01-10",
        "instalments": [{"due_on": day.isoformat(), "maintenance_pence": 26446, "fee_pence": fee} for day in months],
    }
    if through_us:
        facts["fee_percent"] = 20 if reader == "P" else 4
        facts |= {"pay_to": PAY_TO} if reader == "P" else {"days_to_pass_on": 3}
    return facts


def every_letter() -> dict[str, tuple[Kind, dict[str, Any]]]:
    """A name for each, its kind, and its facts: each kind in every way it can be worded."""
    told = {
        "children": ["Cadi", "Macsen", "Owen"],
        "answer_by": "2027-01-19",
        "invitation_code": "K7QF-M2XD-P9RT",
        "invitation_where": "https://childmaintenance.example/join",
        "invitation_until": "2027-03-06",
    }
    without_code = {key: value for key, value in told.items() if not key.startswith("invitation")}
    return deepcopy(
        {
            "told": (
                Kind.PAYING_PARENT_TOLD,
                {**told, "applicant": "Catrin Haf Morgan", "effective_from": "2027-01-08"},
            ),
            "told-with-account": (
                Kind.PAYING_PARENT_TOLD,
                {**without_code, "applicant": "Catrin Haf Morgan", "effective_from": "2027-01-08"},
            ),
            "receiving-told": (Kind.RECEIVING_PARENT_TOLD, {**told, "applicant": "Gareth Llywelyn Prydderch-Jones"}),
            "received": (
                Kind.APPLICATION_RECEIVED,
                {
                    "reader": "R",
                    "other_parent": "Gareth Llywelyn Prydderch-Jones",
                    "children": ["Cadi", "Macsen"],
                    "received_on": "2027-01-05",
                    "answer_by": "2027-01-19",
                },
            ),
            "received-from-payer": (
                Kind.APPLICATION_RECEIVED,
                {
                    "reader": "P",
                    "other_parent": "Catrin Haf Morgan",
                    "children": ["Cadi"],
                    "received_on": "2027-01-05",
                    "answer_by": "2027-01-19",
                },
            ),
            **{
                f"needed-{question}": (
                    Kind.RESPONSE_NEEDED,
                    {"question": question, "asked_on": "2026-12-20", "answer_by": "2027-01-12"},
                )
                for question in ("application", "income", "bank_account", "service", "pay_day")
            },
            "decision": (Kind.DECISION, decision("P")),
            "decision-receiving": (Kind.DECISION, decision("R")),
            "decision-ni-current": (
                Kind.DECISION,
                {**decision("P"), "territory": "NI", "income_is_current": True, "previous_weekly_pence": 5500},
            ),
            "decision-nil": (
                Kind.DECISION,
                {**decision("P"), "weekly_pence": 0, "service": None, "previous_weekly_pence": 0},
            ),
            "decision-direct": (Kind.DECISION, {**decision("R"), "service": "direct_pay"}),
            "decision-no-service": (Kind.DECISION, {**decision("P"), "service": None}),
            "plan": (Kind.PAYMENT_PLAN, plan("P")),
            "plan-receiving": (Kind.PAYMENT_PLAN, plan("R")),
            "plan-direct": (Kind.PAYMENT_PLAN, plan("P", "direct_pay")),
            "plan-direct-receiving": (Kind.PAYMENT_PLAN, plan("R", "direct_pay")),
            "missed": (
                Kind.PAYMENT_MISSED,
                {
                    "due_on": "2026-12-28",
                    "due_pence": 31735,
                    "paid_pence": 0,
                    "put_right_by": "2027-01-12",
                    "pay_to": PAY_TO,
                },
            ),
            "missed-in-part": (
                Kind.PAYMENT_MISSED,
                {
                    "due_on": "2026-12-28",
                    "due_pence": 31735,
                    "paid_pence": 20000,
                    "put_right_by": "2027-01-12",
                    "pay_to": PAY_TO,
                },
            ),
            "returned": (
                Kind.PAYMENT_RETURNED,
                {
                    "reader": "P",
                    "pence": 31735,
                    "paid_on": "2026-12-28",
                    "returned_on": "2027-01-04",
                    "pay_to": PAY_TO,
                },
            ),
            "returned-payout": (
                Kind.PAYMENT_RETURNED,
                {"reader": "R", "pence": 25388, "paid_on": "2026-12-30", "returned_on": "2027-01-04"},
            ),
            "review": (
                Kind.ANNUAL_REVIEW,
                {
                    "reader": "P",
                    "children": ["Cadi", "Macsen"],
                    "weekly_pence": 6103,
                    "review_on": "2027-02-12",
                    "tell_by": "2027-01-26",
                },
            ),
            "review-receiving": (
                Kind.ANNUAL_REVIEW,
                {
                    "reader": "R",
                    "children": ["Cadi", "Macsen"],
                    "weekly_pence": 6103,
                    "review_on": "2027-02-12",
                    "tell_by": "2027-01-26",
                },
            ),
        }
    )
