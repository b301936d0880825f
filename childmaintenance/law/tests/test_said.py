"""Every step said in full: its sentence holds its figures and its provision, so that each can be redone by hand."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from childmaintenance.law.deductions import DeductionSettings, PayDay, deduct
from childmaintenance.law.fees.allocation import Due, Receipt, split
from childmaintenance.law.income import (
    Earnings,
    HmrcFigure,
    Pension,
    Profits,
    change_counts,
    current_income,
    historic_income,
    which_income,
)
from childmaintenance.law.income.current import Pay
from childmaintenance.law.income.historic import Source
from childmaintenance.law.income.weekly import Every, told_as_weekly
from childmaintenance.law.liability import Benefit, Child, Facts, NilReason, ReceivingParent, assess
from childmaintenance.law.provision import UNKNOWN, in_force
from childmaintenance.law.reasons import Reasons
from childmaintenance.law.sentences import explain
from childmaintenance.law.sentences.catalogue import catalogue
from childmaintenance.law.variations.additional_income import Unearned, diverted_income, earned_income, unearned_income
from childmaintenance.law.variations.assets import Asset, LeftOut, income_from_assets
from childmaintenance.law.variations.special_expenses import Expense, Ground, allowed
from childmaintenance.values import ZERO, Money, Territory

ON = date(2026, 4, 1)
LAW, NI = in_force(ON, Territory.GB), in_force(ON, Territory.NI)
M = Money.of
HMRC = HmrcFigure(2024, Source.PAYE, M("30000"), M("5000"), M("500"), M("1000"))
JOBS = (
    Earnings(Pay(M("400"), Every.WEEK), separate_payments=M("365"), benefits_in_kind=M("730")),
    Earnings(irregular=(M("300"), M("0"), M("450")), irregular_weeks=3),
)
TRADES = (Profits(M("5200"), Fraction(52)), Profits(M("9999"), Fraction(52), ceased=True))
PENSIONS = (Pension(M("130"), 13),)
UNEARNED = Unearned(M("1200"), M("750"), M("550"))
ASSETS = (Asset(M("40000"), M("1000")), Asset(M("31250")), Asset(M("90000"), left_out=LeftOut.MAIN_HOME))
PAY = PayDay(M("500"), M("150"), admin_charge=M("0.80"))
DUES = (Due("A", M("100"), M("50"), M("20")), Due("B", M("50"), M("10")))
FAMILY = Facts((ReceivingParent("A", (Child(), Child())),), gross_weekly_income=M("1000"))
NIGHTS = (ReceivingParent("A", (Child(60), Child(175))), ReceivingParent("B", (Child(),)))
UNEVEN = (ReceivingParent("A", (Child(), Child(), Child())), ReceivingParent("B", (Child(180),)))
CARE = (ReceivingParent("A", (Child(0, 60), Child(52, 104))),)


def found(why: Reasons, facts: Facts) -> None:
    why.kept.extend(assess(facts, on=ON).reasons)


def deducted(why: Reasons, pay: PayDay, how: DeductionSettings | None = None) -> None:
    why.kept.extend(deduct(pay, on=ON, how=how or DeductionSettings()).reasons)


def shared(why: Reasons, receipt: Receipt, territory: Territory = Territory.GB) -> None:
    why.kept.extend(split(receipt, on=ON, territory=territory).reasons)


TOLD: dict[str, Callable[[Reasons], Any]] = {
    "hmrc": lambda why: historic_income(HMRC, M("3650"), LAW, why),
    "hmrc, in Northern Ireland": lambda why: historic_income(
        replace(HMRC, source=Source.SELF_ASSESSMENT), ZERO, NI, why
    ),
    "pay every fortnight": lambda why: told_as_weekly(M("900"), Every.FORTNIGHT, LAW, why),
    "pay every four weeks": lambda why: told_as_weekly(M("1800"), Every.FOUR_WEEKS, LAW, why),
    "pay every month": lambda why: told_as_weekly(M("3650"), Every.MONTH, LAW, why),
    "pay every year": lambda why: told_as_weekly(M("36500"), Every.YEAR, LAW, why),
    "pay every week": lambda why: told_as_weekly(M("450"), Every.WEEK, LAW, why),
    "all kinds of current income": lambda why: current_income(JOBS, TRADES, PENSIONS, M("20"), LAW, why),
    "nothing from HMRC": lambda why: which_income(None, M("300"), LAW, why),
    "nobody says otherwise": lambda why: which_income(M("300"), None, LAW, why),
    "historic income is nil": lambda why: which_income(ZERO, M("0.01"), LAW, why),
    "exactly a quarter more": lambda why: which_income(M("400"), M("500"), LAW, why),
    "a penny under a quarter": lambda why: which_income(M("400"), M("499.99"), NI, why),
    "a change that counts": lambda why: change_counts(M("400"), M("300"), LAW, why),
    "a change that does not": lambda why: change_counts(M("400"), M("300.01"), LAW, why),
    "contact": lambda why: allowed(Expense(Ground.CONTACT, M("25"), M("5")), M("500"), LAW, why),
    "illness": lambda why: allowed(Expense(Ground.ILLNESS_OF_OTHER_CHILD, M("25"), M("5")), M("500"), LAW, why),
    "debts": lambda why: allowed(Expense(Ground.PRIOR_DEBTS, M("12"), M("2.01")), M("500"), LAW, why),
    "debts at the line": lambda why: allowed(Expense(Ground.PRIOR_DEBTS, M("12"), M("2")), M("500"), NI, why),
    "former home": lambda why: allowed(Expense(Ground.FORMER_HOME, M("80")), M("500"), LAW, why),
    "boarding": lambda why: allowed(Expense(Ground.BOARDING_SCHOOL, M("250.01")), M("500"), LAW, why),
    "boarding at the limit": lambda why: allowed(Expense(Ground.BOARDING_SCHOOL, M("250")), M("500"), LAW, why),
    "more help than cost": lambda why: allowed(Expense(Ground.CONTACT, M("5"), M("25")), M("500"), LAW, why),
    "unearned": lambda why: unearned_income(UNEARNED, LAW, why),
    "unearned, with relief": lambda why: unearned_income(replace(UNEARNED, pension_relief=M("500")), LAW, why),
    "unearned, a penny under": lambda why: unearned_income(replace(UNEARNED, miscellaneous=M("549.99")), NI, why),
    "unearned, gone": lambda why: unearned_income(replace(UNEARNED, sources_are_gone=True), LAW, why),
    "earned": lambda why: earned_income(M("100.01"), Benefit.LISTED, NilReason.NONE, LAW, why),
    "earned, too little": lambda why: earned_income(M("99.99"), Benefit.NONE, NilReason.PRISONER, LAW, why),
    "earned, not open": lambda why: earned_income(M("500"), Benefit.MEANS_TESTED, NilReason.NONE, LAW, why),
    "earned, not open to the young": lambda why: earned_income(
        M("500"), Benefit.LISTED, NilReason.YOUNG_ON_BENEFIT, NI, why
    ),
    "diverted": lambda why: diverted_income(M("60"), True, True, LAW, why),
    "diverted by another": lambda why: diverted_income(M("60"), False, True, LAW, why),
    "diverted with reason": lambda why: diverted_income(M("60"), True, False, NI, why),
    "assets": lambda why: income_from_assets(ASSETS, LAW, why),
    "deducted": lambda why: deducted(why, PAY),
    "an older order": lambda why: deducted(why, replace(PAY, protected_earnings=M("450"), net_earnings=M("400"))),
    "an older order with more carried": lambda why: deducted(
        why, replace(PAY, protected_earnings=M("300"), protected_brought_forward=M("50"), periods=Fraction(1, 2))
    ),
    "short before": lambda why: deducted(why, replace(PAY, shortfall_brought_forward=M("30"))),
    "short before, reported": lambda why: deducted(
        why, replace(PAY, shortfall_brought_forward=M("30"), net_earnings=M("200")), DeductionSettings(carry="REPORT")
    ),
    "a member of the forces": lambda why: deducted(why, replace(PAY, forces=True, net_earnings=M("333.33"))),
    "rounded to the nearest": lambda why: deducted(
        why, replace(PAY, net_earnings=M("333.34")), DeductionSettings(protected_rounding="NEAREST")
    ),
    "nothing to take": lambda why: deducted(why, replace(PAY, net_earnings=ZERO)),
    "a charge over the most": lambda why: deducted(why, replace(PAY, admin_charge=M("1.50"))),
    "money in full": lambda why: shared(why, Receipt(M("400"), DUES, enforcement_fees_due=M("30"))),
    "money that is short": lambda why: shared(why, Receipt(M("60"), DUES)),
    "money a penny short": lambda why: shared(why, Receipt(M("179.99"), DUES)),
    "money just enough": lambda why: shared(why, Receipt(M("180"), DUES)),
    "money without fees": lambda why: shared(why, Receipt(M("150"), DUES, collection_fee=False)),
    "money for one parent": lambda why: shared(why, Receipt(M("20"), (Due("A", M("10")),))),
    "money in Northern Ireland": lambda why: shared(why, Receipt(M("60"), DUES), Territory.NI),
    "a means-tested benefit": lambda why: found(why, replace(FAMILY, benefit=Benefit.MEANS_TESTED)),
    "both pay": lambda why: found(why, replace(FAMILY, benefit=Benefit.MEANS_TESTED_BOTH_PAYING)),
    "a first-list benefit": lambda why: found(why, replace(FAMILY, benefit=Benefit.LISTED, territory=Territory.NI)),
    **{
        f"nothing: {reason.value}": lambda why, reason=reason: found(why, replace(FAMILY, nil_reason=reason))
        for reason in NilReason
        if reason is not NilReason.NONE
    },
    "nothing known": lambda why: found(why, replace(FAMILY, gross_weekly_income=UNKNOWN)),
    "much income and children at home": lambda why: found(
        why, replace(FAMILY, gross_weekly_income=M("4000"), relevant_other_children=2)
    ),
    "reduced": lambda why: found(why, replace(FAMILY, gross_weekly_income=M("150"), relevant_other_children=1)),
    "a variation": lambda why: found(
        why, replace(FAMILY, additional_income_weekly=M("100"), special_expenses_weekly=M("40"))
    ),
    "a variation beside a benefit": lambda why: found(
        why, replace(FAMILY, benefit=Benefit.LISTED, additional_income_weekly=M("150"))
    ),
    "elsewhere": lambda why: found(why, replace(FAMILY, other_arrangement_children=1)),
    "elsewhere, too little": lambda why: found(
        why, replace(FAMILY, gross_weekly_income=M("110"), other_arrangement_children=3)
    ),
    "nights": lambda why: found(why, replace(FAMILY, receiving_parents=NIGHTS)),
    "nights on a benefit": lambda why: found(
        why, replace(FAMILY, receiving_parents=NIGHTS, benefit=Benefit.LISTED, gross_weekly_income=None)
    ),
    "the least amount": lambda why: found(why, replace(FAMILY, gross_weekly_income=M("105"), receiving_parents=NIGHTS)),
    "a part below nought": lambda why: found(
        why, replace(FAMILY, gross_weekly_income=M("170"), receiving_parents=UNEVEN)
    ),
    "local authority care": lambda why: found(why, replace(FAMILY, receiving_parents=CARE)),
    "below the flat rate": lambda why: found(why, replace(FAMILY, gross_weekly_income=M("6.99"))),
    "at the flat rate": lambda why: found(why, replace(FAMILY, gross_weekly_income=M("100"))),
}
PAGES = Path(__file__).with_name("said.txt").read_text(encoding="utf-8").split("# ")[1:]
SAID = {name: lines for name, *lines in (page.rstrip().split("\n") for page in PAGES)}


def test_the_page_and_the_table_are_of_the_same_things() -> None:
    assert list(TOLD) == list(SAID)


@pytest.mark.parametrize("name", TOLD)
def test_each_step_is_said_with_its_figures_and_its_provision(name: str) -> None:
    why = Reasons()
    TOLD[name](why)
    assert [explain(reason, "en") for reason in why.kept] == SAID[name]


def test_no_step_is_left_unsaid() -> None:
    why = Reasons()
    for tell in TOLD.values():
        tell(why)
    assert {reason.step for reason in why.kept} == set(catalogue("en")["steps"])
