"""A running stand-in for HMRC, one person on its books, and our client of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from childmaintenance.portals.machines.hmrc.client import HmrcClient
from childmaintenance.portals.machines.hmrc.stand_in import People, StandIn
from childmaintenance.portals.machines.hmrc.words import Person

GARETH = Person("QQ123456A", "Gareth Bevan-Tremlow", date(1985, 3, 2))
ON = date(2026, 5, 20)

PEOPLE = [
    {
        "nino": "QQ123456A",
        "full_name": "Gareth Bevan-Tremlow",
        "date_of_birth": "1985-03-02",
        "years": {
            "2025-26": {
                "paye": {
                    "employmentIncome": "26000.10",
                    "privatePensions": "520.00",
                    "pensionContributionsRelieved": "1300.00",
                    "taxableBenefits": {"jobseekersAllowance": "73.50"},
                }
            },
            "2024-25": {"paye": {"employmentIncome": "19000.00"}},
        },
    },
    {
        "nino": "QQ222222B",
        "full_name": "Oluwaseun Adeyemi-Quill",
        "date_of_birth": "1990-11-30",
        "years": {
            "2022-23": {
                "paye": {"employmentIncome": "4000.00"},
                "self_assessment": {"employmentIncome": "4000.00", "tradingProfits": "31500.00"},
            },
            "2018-19": {"paye": {"employmentIncome": "90000.00"}},
        },
    },
    {
        "nino": "QQ333333C",
        "full_name": "Morag Lochbrae",
        "date_of_birth": "1979-01-09",
        "years": {"2018-19": {"paye": {"employmentIncome": "21000.00"}}},
    },
]


@pytest.fixture
def hmrc() -> Iterator[StandIn]:
    """The real program, listening on a free port."""
    with StandIn(People(PEOPLE)) as stand_in:
        yield stand_in


@pytest.fixture
def client(hmrc: StandIn) -> Iterator[HmrcClient]:
    """Our client, in a hurry."""
    ours = HmrcClient(url=hmrc.url, client_id=hmrc.client_id, client_secret=hmrc.client_secret, timeout=0.6)
    yield ours
    ours.close()
