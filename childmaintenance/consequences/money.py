"""What follows from money: both parents are told the plan, the paying parent hears first when something is missing."""

from collections.abc import Mapping
from typing import Any

from procrastinate.contrib.django import app as queue

from childmaintenance.cases import queries as case_queries
from childmaintenance.cases.terms import CaseRecord, Service, Side
from childmaintenance.collection import queries as collection
from childmaintenance.collection.terms import PlanRecord
from childmaintenance.consequences import letters
from childmaintenance.correspondence.terms import Kind
from childmaintenance.foundation.actor import Actor

BY = Actor.system("collection")


def tell_both_parents_the_plan(about: Mapping[str, str]) -> None:
    """A plan that another has replaced since, on the same day, is not worth a letter."""
    plan = collection.plan_drawn(about["plan"])
    if plan.covers_until is not None or not plan.payments:
        return
    case = case_queries.case(plan.case)
    for side in Side:
        letters.send(
            kind=Kind.PAYMENT_PLAN,
            to=case.party(side),
            case=case.reference,
            facts=_plan_letter(plan, case, side),
            key=f"plan:{plan.reference}:{side.value}",
            by=BY,
        )


def tell_the_paying_parent_of_a_missed_payment(about: Mapping[str, str]) -> None:
    """The paying parent first: the receiving parent is never asked to accuse, and sees it on their own home."""
    missed = collection.missed(about["instalment"])
    if missed.settled_on is not None:
        return
    case = case_queries.case(missed.case)
    letters.send(
        kind=Kind.PAYMENT_MISSED,
        to=case.paying_parent,
        case=case.reference,
        facts={
            "due_on": missed.due_on,
            "due_pence": missed.due,
            "paid_pence": missed.due - missed.short,
            "put_right_by": missed.put_right_by,
            "pay_to": _pay_to(case.paying_parent),
        },
        key=f"missed:{missed.instalment}",
        by=BY,
    )


def tell_the_paying_parent_of_a_returned_payment(about: Mapping[str, str]) -> None:
    """Money that was never anybody's, because nobody could say whose it was, is returned without a letter."""
    receipt = collection.bank_entry(about["receipt"])
    if not receipt.paying_parent or receipt.returned_on is None:
        return
    for case in case_queries.cases_against(receipt.paying_parent)[:1]:
        letters.send(
            kind=Kind.PAYMENT_RETURNED,
            to=receipt.paying_parent,
            case=case.reference,
            facts={
                "reader": Side.PAYING.value,
                "pence": receipt.pence,
                "paid_on": receipt.booked_on,
                "returned_on": receipt.returned_on,
                "pay_to": _pay_to(receipt.paying_parent),
            },
            key=f"returned:{receipt.reference}",
            by=BY,
        )


def send_the_payouts_to_the_bank(about: Mapping[str, str]) -> None:
    queue.configure_task("machines.bank.exchange").defer()


def _plan_letter(plan: PlanRecord, case: CaseRecord, side: Side) -> dict[str, Any]:
    collected = plan.service == Service.COLLECT_AND_PAY
    pays = side == Side.PAYING
    facts: dict[str, Any] = {
        "reader": side.value,
        "service": plan.service.value,
        "other_parent": case_queries.name_for(case, side, side.other),
        "children": [child.first_name for child in case.children],
        "weekly_pence": plan.weekly,
        "frequency": plan.frequency.value,
        "starts_on": plan.starts,
        "ends_on": plan.ends,
        "instalments": [
            {
                "due_on": payment.due_on,
                "maintenance_pence": payment.maintenance,
                "fee_pence": payment.fee if pays else payment.receiving_fee,
            }
            for payment in plan.payments
        ],
    }
    if collected:
        facts["fee_percent"] = plan.fee_percent if pays else plan.receiving_fee_percent
        facts |= {"pay_to": _pay_to(case.paying_parent)} if pays else {"days_to_pass_on": plan.days_to_pass_on}
    return facts


def _pay_to(paying_parent: str) -> dict[str, str]:
    """Raises KeyError where there is no plan yet, and so nothing to pay."""
    to = collection.pay_to(paying_parent)
    if to is None:
        raise KeyError(paying_parent)
    return {
        "account_name": to.account_name,
        "sort_code": to.sort_code,
        "account_number": to.account_number,
        "payment_reference": to.payment_reference,
    }
