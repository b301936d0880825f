"""What would change it: the nearest edges are real, and nothing changes before them."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from childmaintenance.law.edges import income_edges, income_lines, nights_edges, one_more_at_home, tolerance_edge
from childmaintenance.law.income.which_income import Kind, change_counts, which_income
from childmaintenance.law.liability import Benefit, Child, Facts, ReceivingParent, assess
from childmaintenance.law.provision import in_force
from childmaintenance.law.readings import Readings
from childmaintenance.law.reasons import Reasons
from childmaintenance.law.tests.families import any_facts, days, incomes, plain_facts, unhurried
from childmaintenance.values import Money, Territory

ON = date(2026, 4, 1)
LAW = in_force(ON, Territory.GB)
M = Money.of
PENNY = Money.pence(1)


def family(income: str, *nights: int, **more: object) -> Facts:
    children = tuple(Child(number) for number in nights or (0,))
    return Facts((ReceivingParent("A", children),), gross_weekly_income=M(income), **more)  # type: ignore[arg-type]


def test_the_lines_on_either_side_of_an_income() -> None:
    below, above = income_edges(family("500"), on=ON)
    assert (below.line, str(below.income), str(below.beyond.total), below.beyond.rate.value) == (
        "basic_rate",
        "199.99",
        "24.00",
        "reduced",
    )
    assert (above.line, str(above.income), above.beyond.rate.value) == ("above_the_line", "800.01", "basic_plus")


def test_other_children_move_the_upper_line() -> None:
    above = income_edges(family("500", relevant_other_children=1), on=ON)[-1]
    assert (str(above.income), above.beyond.rate.value) == ("898.89", "basic_plus")
    assert assess(family("898.87", relevant_other_children=1), on=ON).rate.value == "basic"


def test_where_income_decides_nothing_it_has_no_edges() -> None:
    assert income_edges(family("500", benefit=Benefit.LISTED), on=ON) == ()


def test_bands_of_nights_for_each_child() -> None:
    found = nights_edges(family("500", 60, 0), on=ON)
    assert [(edge.child, edge.nights, str(edge.beyond.total)) for edge in found] == [
        (0, 51, "80.00"),
        (0, 104, "68.57"),
        (1, 52, "68.57"),
    ]
    assert [edge.nights for edge in nights_edges(family("500", 10, benefit=Benefit.LISTED), on=ON)] == [52]


@given(plain_facts, days)
@settings(max_examples=100, deadline=None)
def test_beyond_a_line_the_rate_or_its_part_is_another(facts: Facts, on: date) -> None:
    at_home = replace(
        facts,
        receiving_parents=tuple(
            replace(p, children=tuple(Child() for _ in p.children)) for p in facts.receiving_parents
        ),
    )
    at_home = replace(at_home, other_arrangement_children=0)
    here = assess(at_home, on=on)
    for edge in income_edges(at_home, on=on):
        assert (edge.beyond.rate is not here.rate) or edge.line in ("income_cap", "above_the_line"), edge


@given(plain_facts, days)
@settings(max_examples=100, deadline=None)
def test_one_night_before_an_edge_nothing_changes(facts: Facts, on: date) -> None:
    here = assess(facts, on=on, explain=False)
    for edge in nights_edges(facts, on=on):
        parent = next(p for p in facts.receiving_parents if p.ref == edge.ref)
        child = parent.children[edge.child]
        nearer = edge.nights + (1 if edge.nights < child.nights else -1)
        children = (*parent.children[: edge.child], replace(child, nights=nearer), *parent.children[edge.child + 1 :])
        parents = tuple(replace(p, children=children) if p is parent else p for p in facts.receiving_parents)
        assert assess(replace(facts, receiving_parents=parents), on=on, explain=False).weekly == here.weekly


@unhurried
@given(incomes.filter(lambda income: income > M("1")))
def test_a_change_counts_exactly_from_the_edge(income: Money) -> None:
    edge = tolerance_edge(income, Kind.CURRENT, LAW)
    assert change_counts(income, edge.at_or_below, LAW, Reasons())
    assert change_counts(income, edge.at_or_above, LAW, Reasons())
    assert not change_counts(income, edge.at_or_below + PENNY, LAW, Reasons())
    assert not change_counts(income, edge.at_or_above - PENNY, LAW, Reasons())
    historic = tolerance_edge(income, Kind.HISTORIC, LAW)
    assert which_income(income, historic.at_or_above, LAW, Reasons()).kind is Kind.CURRENT
    assert historic.provision == "SI 2012/2677 reg 34(2)"


def test_an_agreed_variation_moves_the_lines_above_the_flat_rate() -> None:
    facts = family("500", special_expenses_weekly=M("20"))
    below, above = income_edges(facts, on=ON)
    assert (below.line, str(below.income), below.beyond.rate.value) == ("basic_rate", "219.99", "reduced")
    assert (above.line, str(above.income), above.beyond.rate.value) == ("above_the_line", "820.01", "basic_plus")
    low = income_edges(family("150", special_expenses_weekly=M("20")), on=ON)[0]
    assert (low.line, str(low.income), low.beyond.rate.value) == ("reduced_rate", "100.00", "flat")


other_readings = st.builds(
    Readings,
    negative_share=st.sampled_from(["nought", "taken_from_the_others"]),
    total_for_the_minimum=st.sampled_from(["before_nought", "after_nought"]),
    every_child_in_care=st.sampled_from(["nothing", "minimum"]),
)


@given(any_facts, days, other_readings)
@settings(max_examples=100, deadline=None)
def test_beyond_an_edge_is_what_a_decision_there_would_be(facts: Facts, on: date, readings: Readings) -> None:
    """With the readings that were asked for, and for the one child alone."""
    for edge in income_edges(facts, on=on, readings=readings):
        there = replace(facts, gross_weekly_income=edge.income)
        assert edge.beyond == assess(there, on=on, readings=readings, explain=False)
    for edge in nights_edges(facts, on=on, readings=readings):
        parents = []
        for parent in facts.receiving_parents:
            children = list(parent.children)
            if parent.ref == edge.ref:
                children[edge.child] = replace(children[edge.child], nights=edge.nights)
            parents.append(replace(parent, children=tuple(children)))
        there = replace(facts, receiving_parents=tuple(parents))
        assert edge.beyond == assess(there, on=on, readings=readings, explain=False)
    more = replace(facts, relevant_other_children=facts.relevant_other_children + 1)
    assert one_more_at_home(facts, on=on, readings=readings) == assess(more, on=on, readings=readings, explain=False)


def test_readings_bear_on_what_lies_beyond_an_edge() -> None:
    """Every child in care: nothing, or by the other reading the least amount."""
    facts = Facts((ReceivingParent("A", (Child(0, 300),)),), gross_weekly_income=M("500"))
    other = Readings(every_child_in_care="minimum")
    assert {str(edge.beyond.total) for edge in income_edges(facts, on=ON)} == {"0.00"}
    assert {str(edge.beyond.total) for edge in income_edges(facts, on=ON, readings=other)} == {"7.00"}
    assert {str(edge.beyond.total) for edge in nights_edges(facts, on=ON, readings=other)} == {"7.00"}
    assert (str(one_more_at_home(facts, on=ON, readings=other).total), len(nights_edges(facts, on=ON))) == ("7.00", 1)


def test_a_night_more_of_one_child_is_of_that_child_alone() -> None:
    both = (ReceivingParent("A", (Child(51),)), ReceivingParent("B", (Child(0), Child(0))))
    facts = Facts(both, gross_weekly_income=M("500"))
    first = nights_edges(facts, on=ON)[0]
    assert (first.ref, first.nights, {ref: str(amount) for ref, amount in first.beyond.weekly.items()}) == (
        "A",
        52,
        {"A": "27.14", "B": "63.33"},
    )


def test_every_line_of_a_family_at_its_penny() -> None:
    def lines(**more: object) -> dict[str, str]:
        return {name: str(first) for name, first in income_lines(family("500", **more), LAW)}

    assert lines() == {
        "flat_rate": "7.00",
        "reduced_rate": "100.01",
        "basic_rate": "200.00",
        "above_the_line": "800.01",
        "income_cap": "3000.01",
    }
    assert lines(special_expenses_weekly=M("50")) == {
        "flat_rate": "7.00",
        "reduced_rate": "100.01",
        "basic_rate": "250.00",
        "above_the_line": "850.01",
        "income_cap": "3050.01",
    }
    assert lines(additional_income_weekly=M("250"))["above_the_line"] == "550.01"
    assert "basic_rate" not in lines(additional_income_weekly=M("250"))
