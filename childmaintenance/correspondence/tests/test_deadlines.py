"""The days the law counts from a letter."""

import datetime as dt

import pytest

from childmaintenance.correspondence.composing import compose
from childmaintenance.correspondence.deadlines import last_day_to_ask_again, taken_as_received
from childmaintenance.correspondence.terms import Channel
from childmaintenance.correspondence.tests.samples import every_letter, sending


@pytest.mark.parametrize(
    ("on", "channel", "received", "last"),
    [
        ("2026-04-01", Channel.POST, "2026-04-03", "2026-05-03"),  # the rule book's own example
        ("2026-04-01", Channel.ONLINE, "2026-04-02", "2026-05-02"),
        ("2028-02-28", Channel.POST, "2028-03-01", "2028-03-31"),  # across the end of a leap February
        ("2027-02-28", Channel.ONLINE, "2027-03-01", "2027-03-31"),
        ("2026-12-30", Channel.POST, "2027-01-01", "2027-01-31"),
    ],
)
def test_the_days_are_counted_from_the_day_the_law_takes_it_as_received(
    on: str, channel: Channel, received: str, last: str
) -> None:
    day = dt.date.fromisoformat(on)
    assert taken_as_received(day, channel) == dt.date.fromisoformat(received)
    assert last_day_to_ask_again(day, channel) == dt.date.fromisoformat(last)


@pytest.mark.parametrize(
    ("channel", "received", "last"),
    [(Channel.POST, "7 January 2027", "6 February 2027"), (Channel.ONLINE, "6 January 2027", "5 February 2027")],
)
def test_a_decision_letter_says_both_days(channel: Channel, received: str, last: str) -> None:
    (part,) = compose(*every_letter()["decision"], sending(channel), ("en",))
    callout = next(block for block in part.blocks if block["type"] == "callout")
    assert last in callout["title"]
    assert received in " ".join(callout["lines"])


@pytest.mark.parametrize(
    ("name", "says", "not_said"),
    [
        ("decision", "First-tier Tribunal", "Northern Ireland"),
        ("decision-ni-current", "Appeals Service in Northern Ireland", "First-tier"),
    ],
)
def test_the_appeal_is_that_of_the_nation(name: str, says: str, not_said: str) -> None:
    (part,) = compose(*every_letter()[name], sending(), ("en",))
    assert says in str(part.blocks)
    assert not_said not in str(part.blocks).replace("Child Support (Northern Ireland) Order", "").replace(says, "")


def test_the_duty_of_14_days_begins_only_with_current_income() -> None:
    assert "14 days" in str(compose(*every_letter()["decision-ni-current"], sending(), ("en",)))
    assert "14 days" not in str(compose(*every_letter()["decision"], sending(), ("en",)))
