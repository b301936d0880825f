"""The ways side by side: every way says something in every respect, in both languages, with the law's figures."""

import pytest

from childmaintenance.foundation.language import in_language
from childmaintenance.guidance.ways import MOST, aspects, ways


@pytest.mark.parametrize("code", ["en", "cy"])
def test_every_way_is_compared_in_every_respect(code: str) -> None:
    with in_language(code):
        found = ways()
        assert [way.key for way in found] == ["family_based", "direct_pay", "collect_and_pay", "court"]
        for way in found:
            assert set(way.cells) == set(aspects())
            for cell in way.cells.values():
                assert cell.says.endswith(".")
                assert "{{" not in cell.says
                assert cell.level is None or 0 <= cell.level <= MOST
                assert cell.short or cell.level is None, "a level is also said in words"


def test_the_fees_are_the_laws() -> None:
    collect = next(way for way in ways() if way.key == "collect_and_pay")
    assert collect.cells["cost"].says == "The paying parent pays 20% more. The receiving parent gets 4% less."


def test_the_family_comes_first_and_only_it_cannot_be_enforced() -> None:
    enforced = [way.cells["enforced"].level for way in ways()]
    assert enforced[0] == 0
    assert all(enforced[1:])
