"""A case over years: cut at every change, decided once, with what the tolerance refused."""

import io
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from childmaintenance.law.command_line import run
from childmaintenance.law.days.supersession import Cause, Days
from childmaintenance.law.income.which_income import Kind
from childmaintenance.law.liability import Child, Facts, ReceivingParent, assess
from childmaintenance.law.provision import BadFact, MissingFact, NoRateInForce
from childmaintenance.law.sentences.catalogue import catalogue
from childmaintenance.law.tests.families import unhurried
from childmaintenance.law.timeline import Change, Life, Timeline, timeline
from childmaintenance.values import Money, Period, Territory

M = Money.of
START = date(2024, 6, 1)
FACTS = Facts((ReceivingParent("A", (Child(0), Child(0))),), gross_weekly_income=M("500"))


def life(*changes: Change, until: date | None = date(2026, 5, 31), **more: Any) -> Timeline:
    return timeline(Life(Period(START, until), FACTS, changes, **more))


def on(day: date, **more: Any) -> Change:
    return Change(Cause.APPLICATION, Days(applied=day), **more)


def totals(found: Timeline) -> list[tuple[str, str]]:
    return [(one.days.starts.isoformat(), str(one.assessment.total)) for one in found.slices]


def test_a_case_without_changes_is_one_slice() -> None:
    found = life()
    assert totals(found) == [("2024-06-01", "80.00")]
    assert found.slices[0].because[0].provision == "SI 2012/2677 reg 12"
    built = found.slices[0].accrued
    assert built is not None
    assert str(built["A"]) == "8342.86"


def test_more_nights_count_from_the_day_they_are_reported() -> None:
    nights = (ReceivingParent("A", (Child(60), Child(60))),)
    found = life(on(date(2025, 1, 10), becomes={"receiving_parents": nights}))
    assert totals(found) == [("2024-06-01", "80.00"), ("2025-01-10", "68.57")]
    assert found.slices[0].days.ends == date(2025, 1, 9)


def test_the_tolerance_refuses_and_says_so() -> None:
    found = life(on(date(2024, 9, 1), current_income=M("400")), on(date(2024, 11, 1), current_income=M("350")))
    assert totals(found) == [("2024-06-01", "80.00"), ("2024-11-01", "56.00")]
    assert [(one.on, one.reasons[0].step) for one in found.refused] == [(date(2024, 9, 1), "current_within_tolerance")]


def test_between_reviews_the_measure_is_current_income_and_a_review_goes_back_to_historic() -> None:
    """The published chain: 350 in force, 430 refused, 437.50 counts although within a quarter of 500, then the review's 460."""
    review = Change(Cause.ANNUAL_REVIEW, Days(review=date(2025, 6, 1)), historic_income=M("460"))
    found = life(
        on(date(2024, 8, 1), current_income=M("350")),
        on(date(2024, 9, 1), current_income=M("430")),
        on(date(2024, 10, 1), current_income=M("437.50")),
        review,
    )
    assert totals(found) == [
        ("2024-06-01", "80.00"),
        ("2024-08-01", "56.00"),
        ("2024-10-01", "70.00"),
        ("2025-06-01", "73.60"),
    ]
    assert [one.reasons[0].step for one in found.refused] == ["change_is_too_small"]
    assert found.slices[-1].because[0].reasons[0].step == "current_within_tolerance"


def test_a_check_without_evidence_goes_back_to_historic_income() -> None:
    found = life(
        on(date(2024, 8, 1), current_income=M("350")), Change(Cause.PERIODIC_CHECK, Days(decided=date(2025, 7, 15)))
    )
    assert totals(found) == [("2024-06-01", "80.00"), ("2024-08-01", "56.00"), ("2025-07-15", "80.00")]
    with pytest.raises(MissingFact, match="current_income"):
        life(Change(Cause.PERIODIC_CHECK, Days(decided=date(2025, 7, 15))), income_kind=Kind.CURRENT)


def test_time_is_cut_where_a_figure_changed_and_only_where_it_bears() -> None:
    poor = Facts(FACTS.receiving_parents, gross_weekly_income=M("150"))
    runs = Period(date(2013, 8, 1), date(2014, 7, 31))
    found = timeline(Life(runs, poor))
    assert totals(found) == [("2013-08-01", "18.50"), ("2013-11-25", "19.50")]
    assert found.slices[1].because[0].cause == "new_figure"
    assert "SI 2013/1654 reg 5(2)" in found.slices[1].because[0].provision
    assert totals(timeline(Life(runs, FACTS))) == [("2013-08-01", "80.00")]


def test_a_refused_income_does_not_stop_the_fact_beside_it() -> None:
    found = life(on(date(2024, 9, 1), current_income=M("400"), becomes={"relevant_other_children": 1}))
    assert totals(found) == [("2024-06-01", "80.00"), ("2024-09-01", "71.20")]
    assert len(found.refused) == 1


def test_northern_ireland_cites_its_own_regulations() -> None:
    facts = Facts(FACTS.receiving_parents, Territory.NI, M("500"))
    found = timeline(Life(Period(START), facts, (on(date(2024, 9, 1), becomes={"relevant_other_children": 1}),)))
    assert [one.because[0].provision for one in found.slices] == ["SR 2012/427 reg 12", "SR 2012/427 reg 18(6)(a)"]
    assert found.slices[-1].accrued is None


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: on(START), "becomes"),
        (lambda: on(START, becomes={"territory": Territory.NI}), "becomes.territory"),
        (lambda: on(START, historic_income=M("1")), "historic_income"),
        (lambda: life(on(date(2024, 5, 31), current_income=M("1"))), "changes[0].applied"),
        (
            lambda: life(Change(Cause.ANNUAL_REVIEW, Days(review=date(2025, 6, 2)), historic_income=M("1"))),
            "changes[0].review",
        ),
    ],
)
def test_what_cannot_be_is_refused_by_name(make: Any, field: str) -> None:
    with pytest.raises(BadFact) as wrong:
        make()
    assert wrong.value.field == field


def test_a_case_before_the_scheme_is_refused() -> None:
    with pytest.raises(NoRateInForce):
        timeline(Life(Period(date(2012, 1, 1)), FACTS))


days = st.dates(START, date(2026, 5, 31))
changes = st.one_of(
    st.builds(lambda day, number: on(day, becomes={"relevant_other_children": number}), days, st.integers(0, 4)),
    st.builds(lambda day, pence: on(day, current_income=Money.pence(pence)), days, st.integers(0, 150_000)),
    st.builds(
        lambda day, number: Change(
            Cause.BENEFIT_STARTS_OR_STOPS, Days(changed=day), becomes={"other_arrangement_children": number}
        ),
        days,
        st.integers(0, 2),
    ),
)


@unhurried
@given(st.lists(changes, max_size=6), st.randoms())
def test_slices_cover_the_life_and_the_order_of_changes_does_not_matter(
    given_changes: list[Change], chance: Any
) -> None:
    found = life(*given_changes)
    shuffled = list(given_changes)
    chance.shuffle(shuffled)
    assert life(*shuffled) == found
    assert found.slices[0].days.starts == START
    for before, after in zip(found.slices, found.slices[1:], strict=False):
        assert before.days.ends is not None
        assert before.days.ends.toordinal() + 1 == after.days.starts.toordinal()
    assert found.slices[-1].days.ends == date(2026, 5, 31)
    income_changes = [change for change in given_changes if change.current_income is not None]
    assert len(found.refused) <= len(income_changes)


@unhurried
@given(st.lists(changes, max_size=4))
def test_each_slice_says_what_assess_says_that_day(given_changes: list[Change]) -> None:
    for one in life(*given_changes).slices:
        if one.because[0].cause == "start" and len(one.because) == 1:
            assert one.assessment == assess(FACTS, on=START)


LINE = {
    "id": "t1",
    "from": "2024-06-01",
    "until": "2026-05-31",
    "gross_weekly_income": "500.00",
    "receiving_parents": [{"ref": "A", "children": [{"nights": 0}, {}]}],
    "changes": [
        {"cause": "application", "applied": "2024-09-01", "current_income": "400.00"},
        {"cause": "application", "applied": "2025-01-10", "facts": {"relevant_other_children": 1}},
        {"cause": "annual_review", "review": "2025-06-01", "historic_income": "600.00"},
    ],
}


def answers(line: dict[str, Any], language: str | None = None) -> str:
    out = io.StringIO()
    run("timeline", io.BytesIO(json.dumps(line).encode()), out, language)
    return out.getvalue()


def test_the_command_answers_and_speaks() -> None:
    found = json.loads(answers(LINE))
    assert [(one["from"], one["until"], one["total"]) for one in found["slices"]] == [
        ("2024-06-01", "2025-01-09", "80.00"),
        ("2025-01-10", "2025-05-31", "71.20"),
        ("2025-06-01", "2026-05-31", "85.44"),
    ]
    assert [one["on"] for one in found["refused"]] == ["2024-09-01"]
    assert "The yearly review. (SI 2012/2677 reg 20)" in answers(LINE, "en")
    assert "Yr adolygiad blynyddol. (SI 2012/2677 reg 20)" in answers(LINE, "cy")
    for language in ("en", "cy"):
        assert {cause.value for cause in Cause} | {"start", "new_figure"} == set(catalogue(language)["causes"])


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"from": "2012-01-01"}, "from"),
        ({"until": "2024-01-01"}, "until"),
        ({"changes": {}}, "changes"),
        ({"changes": [{"cause": "whim", "applied": "2025-01-01"}]}, "changes[0].cause"),
        ({"changes": [{"cause": "application", "current_income": "1"}]}, "days.applied"),
        ({"changes": [{"cause": "application", "applied": "2025-01-01"}]}, "changes[0].becomes"),
        (
            {"changes": [{"cause": "application", "applied": "2025-01-01", "facts": {"territory": "NI"}}]},
            "changes[0].facts.territory",
        ),
        (
            {"changes": [{"cause": "application", "applied": "2025-01-01", "facts": {"benefit": "x"}}]},
            "changes[0].facts.benefit",
        ),
        ({"income_kind": "guessed"}, "income_kind"),
    ],
)
def test_a_wrong_line_is_named(change: dict[str, Any], field: str) -> None:
    assert json.loads(answers({**LINE, **change}))["error"]["field"] == field
