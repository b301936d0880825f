"""What stands, from who said what."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as some

from childmaintenance.cases.facts import settle
from childmaintenance.cases.terms import FactKind, Said, Source, Standing

NOON = dt.datetime(2026, 5, 1, 12, tzinfo=dt.UTC)


def said(source: Source, nights: int, hour: int = 0, because: str = "") -> Said:
    return Said(value={"nights": nights}, source=source, said_at=NOON + dt.timedelta(hours=hour), because=because)


def test_one_parent_alone_has_stated_it():
    fact = settle(FactKind.NIGHTS, "K", [said(Source.RECEIVING_PARENT, 52)])
    assert (fact.standing, fact.value, fact.source) == (Standing.STATED, {"nights": 52}, Source.RECEIVING_PARENT)


def test_both_parents_alike_agree():
    fact = settle(FactKind.NIGHTS, "K", [said(Source.RECEIVING_PARENT, 52), said(Source.PAYING_PARENT, 52, 1)])
    assert (fact.standing, fact.value) == (Standing.AGREED, {"nights": 52})


def test_parents_who_differ_leave_no_value_at_all():
    fact = settle(FactKind.NIGHTS, "K", [said(Source.RECEIVING_PARENT, 52), said(Source.PAYING_PARENT, 180, 1)])
    assert (fact.standing, fact.value) == (Standing.DISPUTED, None)


def test_a_parent_may_come_round():
    fact = settle(
        FactKind.NIGHTS,
        "K",
        [
            said(Source.RECEIVING_PARENT, 52),
            said(Source.PAYING_PARENT, 180, 1),
            said(Source.RECEIVING_PARENT, 180, 2),
        ],
    )
    assert (fact.standing, fact.value) == (Standing.AGREED, {"nights": 180})


@given(
    some.lists(
        some.tuples(some.sampled_from([Source.RECEIVING_PARENT, Source.PAYING_PARENT]), some.integers(0, 366)),
        max_size=6,
    ),
    some.integers(0, 366),
)
def test_a_finding_counts_whatever_the_parents_say(statements, found):
    everything = [said(source, nights, hour) for hour, (source, nights) in enumerate(statements)]
    everything.append(said(Source.CASEWORKER, found, 3, "the school's register"))
    fact = settle(FactKind.NIGHTS, "K", everything)
    assert (fact.standing, fact.value) == (Standing.FOUND, {"nights": found})
    assert len(fact.said) == len(everything)
