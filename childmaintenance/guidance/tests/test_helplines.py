"""Numbers that somebody may ring in the worst hour of their life."""

import re

import pytest

from childmaintenance.foundation.language import in_language
from childmaintenance.guidance.helplines import by_nation, checked_on, helplines, look_again_by
from childmaintenance.guidance.terms import Nation


def test_every_nation_has_somebody_who_answers_day_and_night():
    assert {nation for one in helplines() if one.all_day for nation in one.nations} == set(Nation)


def test_by_nation_every_line_stands_once_and_each_nation_has_its_own():
    groups = by_nation()
    assert sorted(line.key for _where, lines in groups for line in lines) == sorted(line.key for line in helplines())
    assert [nation for nation, lines in groups if lines] == [*Nation, None]


@pytest.mark.parametrize("one", helplines(), ids=lambda one: one.key)
def test_a_helpline_can_be_reached(one):
    assert one.website.startswith("https://")
    assert not one.number or re.fullmatch(r"0800 [0-9 ]{7,9}|0808 [0-9 ]{7,9}", one.number)
    assert one.nations


def test_helplines_have_their_welsh_names():
    with in_language("cy"):
        assert "Byw Heb Ofn" in {one.name for one in helplines()}


def test_the_numbers_are_looked_at_again_within_half_a_year():
    assert 0 < (look_again_by() - checked_on()).days <= 183
