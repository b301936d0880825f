"""What HMRC says when it behaves: which year, which parts, to the penny."""

from __future__ import annotations

import logging
from datetime import date

import pytest

from childmaintenance.portals.machines.hmrc.client import HmrcClient
from childmaintenance.portals.machines.hmrc.reading import years_that_count
from childmaintenance.portals.machines.hmrc.stand_in import StandIn
from childmaintenance.portals.machines.hmrc.words import HmrcHasNothing, Person

from .conftest import GARETH, ON


def test_the_latest_year_comes_to_the_penny(client: HmrcClient) -> None:
    report = client.latest_income(GARETH, requested_on=ON)
    assert report.tax_year == "2025-26"
    assert report.self_assessment is None
    assert report.paye is not None
    assert report.paye.employment == 26_000_10
    assert report.paye.private_pensions == 520_00
    assert report.paye.taxable_benefits["jobseekers_allowance"] == 73_50
    assert report.paye.pension_contributions_relieved == 1_300_00
    assert report.paye.total == 26_593_60


def test_a_year_that_has_not_ended_is_not_available(client: HmrcClient) -> None:
    assert client.latest_income(GARETH, requested_on=date(2026, 4, 5)).tax_year == "2024-25"
    assert client.latest_income(GARETH, requested_on=date(2026, 4, 6)).tax_year == "2025-26"


def test_both_parts_of_an_older_year_come_when_nothing_newer_is_held(client: HmrcClient) -> None:
    report = client.latest_income(Person("QQ222222B", "Oluwaseun Adeyemi-Quill", date(1990, 11, 30)), requested_on=ON)
    assert report.tax_year == "2022-23"
    assert report.paye is not None and report.paye.total == 4_000_00
    assert report.self_assessment is not None and report.self_assessment.total == 35_500_00


def test_a_figure_older_than_six_years_is_no_figure(client: HmrcClient) -> None:
    with pytest.raises(HmrcHasNothing, match="no-income-held"):
        client.latest_income(Person("QQ333333C", "Morag Lochbrae", date(1979, 1, 9)), requested_on=ON)


@pytest.mark.parametrize(
    "stranger",
    [
        Person("QQ000000A", "Gareth Bevan-Tremlow", date(1985, 3, 2)),
        Person("QQ123456A", "Gareth Somebody", date(1985, 3, 2)),
        Person("QQ123456A", "Gareth Bevan-Tremlow", date(1985, 3, 3)),
    ],
)
def test_number_name_and_birthday_must_all_fit(client: HmrcClient, stranger: Person) -> None:
    with pytest.raises(HmrcHasNothing, match="person-not-matched"):
        client.latest_income(stranger, requested_on=ON)


def test_no_log_line_and_no_address_names_the_person(
    client: HmrcClient, hmrc: StandIn, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        client.latest_income(GARETH, requested_on=ON)
        hmrc.misbehave(GARETH.nino, "wrong-person")
        with pytest.raises(Exception, match="another-person") as refused:
            client.latest_income(GARETH, requested_on=ON)
    said = caplog.text + repr(refused.value) + repr(GARETH) + " ".join(asked["path"] for asked in hmrc.asked)
    for personal in ("QQ123456A", "Bevan", "1985-03-02"):
        assert personal not in said
    assert "hmrc answered" in caplog.text
    assert len({asked["correlation"] for asked in hmrc.asked}) == 2


def test_one_token_serves_many_questions(client: HmrcClient, hmrc: StandIn) -> None:
    for _ in range(3):
        client.latest_income(GARETH, requested_on=ON)
    assert len(hmrc.tokens) == 1


def test_the_six_years_before_a_request() -> None:
    assert years_that_count(date(2026, 4, 5))[0] == "2024-25"
    assert years_that_count(ON) == ("2025-26", "2024-25", "2023-24", "2022-23", "2021-22", "2020-21")
    assert years_that_count(date(2000, 6, 1))[0] == "1999-00"
