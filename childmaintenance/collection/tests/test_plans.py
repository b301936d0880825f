"""Plans as they are drawn from decisions, and what takes their place."""

import datetime as dt
import itertools

import pytest

from childmaintenance.calculation import queries as decisions
from childmaintenance.cases import actions as cases
from childmaintenance.cases import queries as case_queries
from childmaintenance.cases.terms import FactKind, Frequency, PayChoice, Service, Side, TaskKind
from childmaintenance.collection import actions, queries, settings
from childmaintenance.collection.terms import Drawn, HistoryKind, InstalmentKind
from childmaintenance.collection.tests.bank_files import Bank
from childmaintenance.collection.tests.days import DAY, MARCH_2, WEEK, all_there, evening, first_day, morning, pays
from childmaintenance.collection.tests.families import (
    CASEWORKER,
    MONTHLY_ON_1,
    WEEKLY_ON_MONDAY,
    decide,
    given_a_plan,
    reference_of,
)
from childmaintenance.foundation import clock
from childmaintenance.ledger import queries as ledger

pytestmark = pytest.mark.django_db
EIGHTY, HUNDRED_AND_TWENTY = 500_00, 750_00  # weekly incomes of which two children's 16% is that


@pytest.fixture
def bank() -> Bank:
    return Bank(balance=1_000_00)


@pytest.fixture
def case() -> str:
    with clock.travel(MARCH_2):
        return given_a_plan()


def live_until(case: str, last: dt.date, bank: Bank, pay: bool = True) -> None:
    """Every pay day until then; what falls due is paid in full, or nothing is."""
    on = first_day(case)
    while on <= last:
        morning(on)
        with clock.travel(on):
            owed = queries.owed(case).total
        if pay and owed > 0:
            evening(bank, on, pays(case, owed))
        on += WEEK


def test_a_plan_is_52_weeks_in_equal_instalments_after_notice(case: str) -> None:
    plan = queries.plan(case)
    assert plan is not None
    decision = decisions.newest_decision(case)
    assert decision is not None
    assert plan.starts == decision.effective_from and plan.ends == plan.starts + dt.timedelta(days=363)
    assert [line.maintenance for line in plan.instalments] == [100_00] * 52
    first = plan.instalments[0].due_on
    assert first.weekday() == 0
    assert first - WEEK < max(plan.starts, MARCH_2) + dt.timedelta(days=14) <= first
    assert plan.drawn == Drawn.DECISION and not any(line.charged for line in plan.instalments)
    assert (plan.fee_percent, plan.receiving_fee_percent) == (20, 4)


@pytest.mark.parametrize(
    ("choice", "count", "each", "last"),
    [
        (PayChoice(frequency=Frequency.FORTNIGHTLY, day=4), 26, 200_00, 200_00),
        (PayChoice(frequency=Frequency.FOUR_WEEKLY, day=4), 13, 400_00, 400_00),
        (MONTHLY_ON_1, 12, 433_33, 433_37),
    ],
)
def test_other_frequencies(choice: PayChoice, count: int, each: int, last: int) -> None:
    with clock.travel(MARCH_2):
        plan = queries.plan(given_a_plan(pay=choice))
    assert plan is not None
    amounts = [line.maintenance for line in plan.instalments]
    assert amounts == [each] * (count - 1) + [last] and sum(amounts) == 5200_00
    assert plan.instalments[0].fee == (each + 2) // 5


def test_drawn_twice_is_drawn_once(case: str) -> None:
    decision = decisions.newest_decision(case)
    assert decision is not None
    assert actions.draw_plans(decision=decision.reference, by=CASEWORKER) == []
    assert len(queries.plans_of(case)) == 1


def test_a_decision_that_a_newer_one_has_replaced_draws_nothing(case: str) -> None:
    first = decisions.newest_decision(case)
    assert first is not None
    with clock.travel(MARCH_2 + 30 * DAY):
        decide(case, EIGHTY)
        assert actions.draw_plans(decision=first.reference, by=CASEWORKER) == []
    assert [plan.weekly for plan in queries.plans_of(case)] == [80_00, 100_00]


def test_somebody_who_never_says_when_pays_on_the_usual_day() -> None:
    with clock.travel(MARCH_2):
        case = given_a_plan(pay=None)
    plan = queries.plan(case)
    assert plan is not None
    usual = settings.current().usual_pay_choice
    assert (plan.frequency, plan.day) == (usual.frequency, usual.day)


def test_direct_pay_is_shown_and_never_charged() -> None:
    with clock.travel(MARCH_2):
        case = given_a_plan(service=Service.DIRECT_PAY)
        plan = queries.plan(case)
        assert plan is not None and plan.service == Service.DIRECT_PAY
        assert {(line.maintenance, line.fee, line.receiving_fee) for line in plan.instalments} == {(100_00, 0, 0)}
        upcoming = queries.next_payment(case)
        assert upcoming is not None and upcoming.payment.total == upcoming.payment.arrives == 100_00
    morning(first_day(case) + 3 * WEEK)
    assert ledger.trial_balance().by_kind == {} and queries.owed(case).items == ()
    assert queries.plan(case).fee_percent == 0  # type: ignore[union-attr]


# ---- Another decision ------------------------------------------------------------------------------------------------


def asked_for(case: str) -> int:
    """Everything a case's plans have asked for or will, without fees."""
    return sum(line.maintenance for plan in queries.plans_of(case) for line in plan.instalments)


def accrued_exactly(case: str, first: int, then: int, change: dt.date) -> int:
    """What two rates come to over the whole reference period, to the penny."""
    plans = queries.plans_of(case)
    starts, ends = plans[-1].starts, plans[0].ends
    before, after = (change - starts).days, (ends - change).days + 1
    return (2 * (first * before + then * after) + 7) // 14


@pytest.mark.parametrize(("income", "weekly"), [(EIGHTY, 80_00), (HUNDRED_AND_TWENTY, 120_00)])
def test_a_change_within_the_year_takes_over_the_rest_of_it(case: str, bank: Bank, income: int, weekly: int) -> None:
    on = first_day(case) + 8 * WEEK + DAY
    live_until(case, on, bank)
    with clock.travel(on):
        decide(case, income)
        plan = queries.plan(case)
        assert plan is not None and plan.weekly == weekly and plan.starts == on
        assert plan.ends == queries.plans_of(case)[-1].ends
    assert abs(asked_for(case) - accrued_exactly(case, 100_00, weekly, on)) <= 1
    dues = [payment.due_on for payment in plan.payments]
    assert dues == sorted(set(dues)) and {day.weekday() for day in dues} == {0}
    # What falls due before there was notice stays as it was; then the new amount, with the true-up on top or off it.
    assert [payment.maintenance for payment in plan.payments[:1]] == [100_00]
    assert plan.payments[-1].maintenance == weekly
    assert all(abs(payment.maintenance - weekly) <= weekly // 4 + 1 for payment in plan.payments[2:])
    live_until(case, plan.payments[-1].due_on, bank)
    assert queries.owed(case).items == ()
    all_there()


def test_a_decrease_is_credited_against_what_is_unpaid_first(case: str, bank: Bank) -> None:
    on = first_day(case) + 20 * WEEK + DAY
    live_until(case, on, bank, pay=False)
    with clock.travel(on):
        before = queries.owed(case).maintenance
        decide(case, EIGHTY)
        morning(on)
        plan = queries.plan(case)
        assert plan is not None
        at_once = [line for line in plan.instalments if line.kind == InstalmentKind.CREDIT and line.due_on == on]
        after = queries.owed(case).maintenance
        assert after == before + sum(line.maintenance for line in at_once)
    lines = [line for line in queries.history(case, Side.PAYING) if line.kind == HistoryKind.CREDIT]
    assert [line.maintenance for line in lines] == [line.maintenance for line in at_once]
    all_there()


def test_an_annual_review_closes_the_year_and_trues_it_up_to_the_day(case: str, bank: Bank) -> None:
    decision = decisions.newest_decision(case)
    assert decision is not None
    review = decision.review_on
    on = review - 10 * DAY
    live_until(case, on, bank)
    with clock.travel(on):
        decide(case, HUNDRED_AND_TWENTY, review_on=review)
    new, old = queries.plans_of(case)
    assert (new.weekly, new.starts, old.covers_until) == (120_00, review, review - DAY)
    true_ups = [line for line in new.instalments if line.kind == InstalmentKind.TRUE_UP]
    # 365 days accrue a seventh of a week more than 52 weeks of instalments.
    assert sum(line.maintenance for line in true_ups) == 14_29
    assert sum(line.maintenance for line in old.instalments) == 5200_00
    last_old = max(line.due_on for line in old.instalments)
    assert min(line.due_on for line in new.instalments if line.kind == InstalmentKind.REGULAR) == last_old + WEEK
    live_until(case, last_old + 4 * WEEK, bank)
    assert HistoryKind.TRUE_UP in {line.kind for line in queries.history(case, Side.PAYING)}
    all_there()


def test_without_a_new_decision_the_next_52_weeks_follow_without_a_gap(case: str, bank: Bank) -> None:
    first = queries.plan(case)
    assert first is not None
    live_until(case, first.ends + 8 * WEEK, bank)
    new, old = queries.plans_of(case)
    assert (new.drawn, new.weekly, new.starts) == (Drawn.NEXT_PERIOD, 100_00, old.ends + DAY)
    days = [line.due_on for plan in (old, new) for line in plan.instalments]
    assert {b - a for a, b in itertools.pairwise(days)} == {WEEK}
    assert {line.kind for line in new.instalments} == {InstalmentKind.REGULAR}
    all_there()


def test_a_late_review_takes_over_the_year_that_has_begun(case: str, bank: Bank) -> None:
    decision = decisions.newest_decision(case)
    assert decision is not None
    on = decision.review_on + 6 * WEEK
    live_until(case, on, bank)
    assert len(queries.plans_of(case)) == 2
    with clock.travel(on):
        decide(case, HUNDRED_AND_TWENTY, review_on=decision.review_on)
    newest, running, _ = queries.plans_of(case)
    assert newest.starts == decision.review_on and newest.ends == running.ends
    expected = accrued_exactly(case, 100_00, 120_00, decision.review_on)
    assert abs(asked_for(case) - expected) <= 1
    all_there()


def test_nothing_due_any_more_closes_the_plan(case: str, bank: Bank) -> None:
    on = first_day(case) + 3 * WEEK + DAY
    live_until(case, on, bank)
    with clock.travel(on):
        cases.record_finding(
            case=case,
            kind=FactKind.NIL_REASON,
            value={"reason": "prisoner"},
            because="in custody",
            by=CASEWORKER,
        )
        decide(case, 625_01)
        plan = queries.plan(case)
        assert plan is not None and plan.weekly == 0
    old = queries.plans_of(case)[-1]
    expected = (2 * 100_00 * (on - old.starts).days + 7) // 14
    assert asked_for(case) == expected
    live_until(case, on + 12 * WEEK, bank)
    assert queries.owed(case).total == 0
    assert queries.next_payment(case) is None
    all_there()


# ---- Another way of paying -------------------------------------------------------------------------------------------


def test_another_pay_day_moves_the_rest_of_the_year(case: str, bank: Bank) -> None:
    on = first_day(case) + 5 * WEEK + DAY
    live_until(case, on, bank)
    friday = PayChoice(frequency=Frequency.FORTNIGHTLY, day=4)
    with clock.travel(on):
        cases.choose_pay_day(case=case, choice=friday, by=CASEWORKER)
        decision = decisions.newest_decision(case)
        assert decision is not None
        assert len(actions.draw_plans(decision=decision.reference, by=CASEWORKER)) == 1
    plan = queries.plan(case)
    assert plan is not None and plan.drawn == Drawn.PAY_DAY and plan.weekly == 100_00
    assert abs(asked_for(case) - 5200_00) <= 1
    regular = [line.due_on for line in plan.instalments if line.kind == InstalmentKind.REGULAR]
    assert {day.weekday() for day in regular} == {4}
    assert {b - a for a, b in itertools.pairwise(regular)} == {2 * WEEK}


def test_from_collect_and_pay_to_direct_pay_what_accrued_is_still_collected(case: str, bank: Bank) -> None:
    on = first_day(case) + 5 * WEEK + DAY
    live_until(case, on, bank)
    with clock.travel(on):
        cases.choose_service(case=case, service=Service.DIRECT_PAY, because="both wish it", by=CASEWORKER)
        decision = decisions.newest_decision(case)
        assert decision is not None
        actions.draw_plans(decision=decision.reference, by=CASEWORKER)
    new, old = queries.plans_of(case)
    assert (new.service, new.drawn, new.starts) == (Service.DIRECT_PAY, Drawn.SERVICE, on)
    ours = list(old.instalments) + [line for line in new.instalments if line.kind != InstalmentKind.REGULAR]
    assert sum(line.maintenance for line in ours) == (2 * 100_00 * (on - old.starts).days + 7) // 14
    last_of_ours = max(line.due_on for line in ours)
    live_until(case, last_of_ours + 2 * WEEK, bank)
    assert queries.owed(case).total == 0
    all_there()


def test_from_direct_pay_to_collect_and_pay_only_what_comes_is_ours() -> None:
    with clock.travel(MARCH_2):
        case = given_a_plan(service=Service.DIRECT_PAY)
    on = first_day(case) + 5 * WEEK
    with clock.travel(on):
        cases.choose_service(case=case, service=Service.COLLECT_AND_PAY, because="missed", by=CASEWORKER)
        decision = decisions.newest_decision(case)
        assert decision is not None
        actions.draw_plans(decision=decision.reference, by=CASEWORKER)
        plan = queries.plan(case)
        assert plan is not None and plan.starts == on and plan.service == Service.COLLECT_AND_PAY
        assert asked_for(case) - 5 * 100_00 == 5200_00  # five direct payments lay behind
        decide(case, HUNDRED_AND_TWENTY)
    newest = queries.plan(case)
    assert newest is not None and newest.starts == on
    assert not [line for line in newest.instalments if line.kind == InstalmentKind.CREDIT]


# ---- Missed payments -------------------------------------------------------------------------------------------------


def test_a_missed_payment_is_noticed_once_when_the_next_falls_due(case: str, bank: Bank) -> None:
    on = first_day(case)
    morning(on)
    evening(bank, on, pays(case, 100_00))
    morning(on + 6 * DAY)
    assert case_queries.work_list(kinds=[TaskKind.MISSED_PAYMENT]) == []
    morning(on + WEEK)
    morning(on + WEEK)
    [task] = case_queries.work_list(kinds=[TaskKind.MISSED_PAYMENT])
    assert (task.case, task.reason["due_pence"], task.reason["short_pence"]) == (case, 120_00, 20_00)
    missed = queries.missed(task.about)
    assert (missed.due_on, missed.short, missed.left) == (on, 20_00, 20_00)
    assert missed.put_right_by == on + WEEK + 7 * DAY
    with clock.travel(on + WEEK):
        owed = queries.owed(case)
        assert (owed.total, owed.overdue) == (140_00, 20_00)
        assert [item.overdue_since for item in owed.items] == [on + WEEK, None]
        assert queries.missed_payments(case) == [missed]
    evening(bank, on + WEEK + DAY, pays(case, 20_00))
    assert case_queries.work_list(kinds=[TaskKind.MISSED_PAYMENT]) == []
    assert queries.missed(task.about).settled_on == on + WEEK + DAY
    where = queries.money_is_all_there()
    assert where.holds and where.arrears == 16_67


def test_a_monthly_payment_is_missed_after_a_week() -> None:
    with clock.travel(MARCH_2):
        case = given_a_plan(pay=MONTHLY_ON_1)
    on = first_day(case)
    morning(on)
    morning(on + 6 * DAY)
    assert queries.missed_payments(case) == []
    morning(on + 7 * DAY)
    assert [one.short for one in queries.missed_payments(case)] == [520_00]


def test_what_was_missed_and_taken_back_again_is_missed_again(case: str, bank: Bank) -> None:
    from childmaintenance.collection.tests.bank_files import Paid

    on = first_day(case)
    morning(on)
    morning(on + WEEK)
    evening(bank, on + WEEK, pays(case, 120_00, bank_reference="R-1"))
    assert queries.missed_payments(case) == []
    evening(bank, on + WEEK + DAY, Paid(-120_00, reversal=True, reason="MD07", names="R-1"))
    assert len(queries.missed_payments(case)) == 1
    all_there()


def test_a_day_lived_twice_charges_once(case: str) -> None:
    on = first_day(case)
    for _ in range(3):
        morning(on)
    assert queries.owed(case).total == 120_00


def test_days_nobody_lived_are_caught_up(case: str) -> None:
    on = first_day(case)
    morning(on + 3 * WEEK)
    lines = queries.history(case, Side.PAYING)
    assert [line.on for line in lines] == [on, on + WEEK, on + 2 * WEEK, on + 3 * WEEK]
    assert lines[-1].balance == 480_00
    statement = queries.statement_lines(case, Side.PAYING, on + WEEK, on + 2 * WEEK)
    assert (statement.opening, len(statement.lines), statement.closing) == (120_00, 2, 360_00)


def test_where_to_pay(case: str) -> None:
    to = queries.pay_to(case_queries.case(case).paying_parent)
    assert to is not None and (to.sort_code, to.account_number) == ("000001", "00000042")
    assert to.payment_reference == reference_of(case)
    assert queries.pay_to("P-0000-0000-0") is None


def test_the_readings_are_all_there_with_their_reasons() -> None:
    assert settings.current()
    assert all(reading.settles.endswith(".") and reading.why.endswith(".") for reading in settings.readings())
    assert WEEKLY_ON_MONDAY.frequency == Frequency.WEEKLY
