"""The people of the town: invented through and through, and the same for the same seed."""

from __future__ import annotations

import datetime as dt
import re

from childmaintenance.demo.people import everybody, tax_record

FIRST, LAST = dt.date(2025, 5, 22), dt.date(2026, 11, 22)


def test_there_are_at_least_forty_families_of_many_kinds() -> None:
    town = everybody(FIRST, LAST)
    assert len(town.families) >= 40
    assert {family.by for family in town.families} == {"receiving", "paying"}
    assert {family.territory for family in town.families} == {"GB", "NI"}
    assert {family.wish for family in town.families} == {"collect_and_pay", "direct_pay"}
    assert {family.pay["every"] for family in town.families if family.pay} == {"W", "2W", "4W", "M"}
    assert {person.language for family in town.families for person in (family.receiving, family.paying)} == {
        "en",
        "cy",
        "both",
    }
    assert sum(bool(family.abuse) for family in town.families) >= 4
    assert {role for colleague in town.staff for role in colleague.roles} == {
        "CASEWORKER",
        "PAYMENTS_OFFICER",
        "TEAM_LEADER",
    }


def test_nobody_has_a_number_that_could_be_somebodys() -> None:
    town = everybody(FIRST, LAST)
    people = {person.key: person for family in town.families for person in (family.receiving, family.paying)}
    for person in people.values():
        assert re.fullmatch(r"QQ[0-9]{6}[A-D]", person.nino)
        assert re.fullmatch(r"07700 900[0-9]{3}", person.phone)
        assert re.fullmatch(r"ZZ99 [1-9][A-Z]{2}", person.postcode)
        assert re.fullmatch(r"0000[0-9]{2}", person.sort_code)
        assert re.fullmatch(r"[0-9]{8}", person.account_number)
        assert person.email.endswith("@example.org")
    for what in ("nino", "phone", "email", "account_number"):
        assert len({getattr(person, what) for person in people.values()}) == len(people), what


def test_the_same_seed_is_the_same_town_and_another_is_not() -> None:
    assert everybody(FIRST, LAST, 1) == everybody(FIRST, LAST, 1)
    born = [[family.paying.born for family in everybody(FIRST, LAST, seed).families] for seed in (1, 2)]
    assert born[0] != born[1]


def test_children_are_children_and_younger_than_their_parents() -> None:
    for family in everybody(FIRST, LAST).families:
        for child in family.children:
            assert dt.timedelta(days=30) < FIRST - child.born < dt.timedelta(days=15 * 366)
            assert family.receiving.born < child.born and family.paying.born < child.born


def test_two_receiving_parents_share_one_paying_parent() -> None:
    town = everybody(FIRST, LAST)
    shared = [family for family in town.families if family.payer != family.key]
    assert len(shared) == 2
    for family in shared:
        assert family.paying == town.by_key[family.payer].paying


def test_hmrc_knows_a_year_before_the_town_and_one_after() -> None:
    family = everybody(FIRST, LAST).by_key["tremeirion"]
    record = tax_record(family, FIRST)
    assert sorted(record["years"]) == ["2024-25", "2025-26", "2026-27"]
    assert record["years"]["2024-25"]["paye"]["employmentIncome"] == "31200.00"
    assert record["nino"] == family.paying.nino
