"""Figures in content come from the law of the day, and a placeholder that names nothing is refused."""

import datetime as dt

import pytest

from childmaintenance.guidance.figures import NoSuchFigure, figure, filled
from childmaintenance.guidance.terms import OwnFigure, Source
from childmaintenance.law.provision import NoRateInForce
from childmaintenance.values import Territory

TODAY = dt.date(2026, 11, 22)


def of(asked: str, on: dt.date = TODAY, territory: Territory = Territory.GB) -> str:
    return figure(asked, own={}, on=on, territory=territory)


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("fees/collection_fee.added_for_paying_parent", "20%"),
        ("fees/collection_fee.taken_from_receiving_parent", "4%"),
        ("liability/basic_rate.percent_of_income n=2", "16%"),
        ("liability/basic_rate.percent_of_income n=9", "19%"),
        ("liability/flat_rate.amount", "£7"),
        ("liability/income_cap.most", "£3,000"),
        ("liability/default_decision.amount n=2", "£51"),
        ("liability/shared_care.share_by_nights n=2", "104"),
        ("liability/shared_care.share_by_nights n=2 less=1", "103"),
        ("liability/shared_care.share_by_nights n=4 of=share", "1/2"),
        ("days/time_limits.reconsideration_days", "30"),
        ("weekly income=500 children=2", "£80.00"),
        ("weekly income=500 children=2 others=1", "£71.20"),
        ("charged weekly=100", "£120.00"),
        ("passed_on weekly=100", "£96.00"),
    ],
)
def test_a_placeholder_shows_the_laws_figure(asked: str, shown: str) -> None:
    assert of(asked) == shown


def test_the_figure_is_the_one_of_the_day() -> None:
    assert of("fees/application_fee.amount", dt.date(2024, 2, 25)) == "£20"
    assert of("fees/application_fee.amount", dt.date(2024, 2, 26)) == "£0"
    with pytest.raises(NoRateInForce):
        of("fees/collection_fee.added_for_paying_parent", dt.date(2013, 1, 1))


def test_northern_ireland_has_its_own_rows() -> None:
    assert of("fees/application_fee.amount", dt.date(2020, 1, 1), Territory.NI) == "£0"
    assert of("fees/application_fee.amount in=NI", dt.date(2020, 1, 1)) == "£0"
    assert of("fees/application_fee.amount", dt.date(2020, 1, 1)) == "£20"


@pytest.mark.parametrize(
    "asked",
    [
        "here.fine",
        "liability/flat_rate.cost",
        "liability/nowhere.amount",
        "twenty",
        "weekly 500",
        "liability/benefit_lists.on_list",
    ],
)
def test_what_names_nothing_is_refused(asked: str) -> None:
    with pytest.raises(NoSuchFigure):
        of(asked)


def test_words_keep_all_but_their_placeholders() -> None:
    own = {"fine": OwnFigure(value="£500", source=Source(says="CSA 1991 s 32"))}
    words = "You may be fined {{ here.fine }}, or pay {{liability/flat_rate.amount}} { a week }."
    assert filled(words, own=own, on=TODAY, territory=Territory.GB) == "You may be fined £500, or pay £7 { a week }."
