"""The order of the ways: together first, unless somebody is not safe."""

from itertools import product

import pytest

from childmaintenance.guidance.order_of_ways import (
    NEEDS_THE_OTHER_PARENT,
    Because,
    InPlace,
    Matter,
    Situation,
    Talking,
    Way,
    ways,
)

EVERY = [
    Situation(at_risk=risk, talking=talking, in_place=place, matters=frozenset(matters), may_apply=may)
    for risk, talking, place, matters, may in product(
        (True, False), (None, *Talking), (None, *InPlace), ((), (Matter.SETTLING,), tuple(Matter)), (None, True, False)
    )
]


def opened(**said: object) -> list[Way]:
    return [offer.way for offer in ways(Situation(**said)) if offer.is_open]


def closed(**said: object) -> list[Way]:
    return [offer.way for offer in ways(Situation(**said)) if not offer.is_open]


def test_agreeing_it_comes_first():
    for talking in (None, Talking.AGREED, Talking.COULD, Talking.TRIED):
        assert opened(talking=talking) == [Way.FAMILY_BASED, Way.DIRECT_PAY, Way.COLLECT_AND_PAY]


@pytest.mark.parametrize("situation", [each for each in EVERY if each.at_risk])
def test_nobody_who_is_not_safe_is_led_to_the_other_parent_whatever_else_they_say(situation):
    assert NEEDS_THE_OTHER_PARENT.isdisjoint({offer.way for offer in ways(situation)})


def test_who_is_not_safe_is_offered_collecting_first_and_told_what_direct_pay_shows():
    assert opened(at_risk=True) == [Way.COLLECT_AND_PAY, Way.DIRECT_PAY]
    (_collect, direct) = ways(Situation(at_risk=True))
    assert Because.BANK_DETAILS_SHOWN in direct.because


def test_who_cannot_talk_is_not_sent_to_talk():
    assert opened(talking=Talking.CANNOT) == [Way.DIRECT_PAY, Way.COLLECT_AND_PAY]
    assert closed(talking=Talking.CANNOT) == [Way.FAMILY_BASED]


def test_who_was_not_paid_as_agreed_is_offered_collecting_before_direct_pay():
    assert opened(in_place=InPlace.NOT_KEPT)[1:] == [Way.COLLECT_AND_PAY, Way.DIRECT_PAY]


def test_who_has_a_case_goes_on_with_it():
    assert opened(in_place=InPlace.DIRECT_PAY) == [Way.OPEN_CASE, Way.FAMILY_BASED]
    assert opened(in_place=InPlace.COLLECT_AND_PAY, at_risk=True) == [Way.OPEN_CASE]


def test_an_order_is_looked_at_first():
    assert opened(in_place=InPlace.COURT_ORDER)[0] == Way.COURT


def test_an_order_of_both_only_for_who_divides_a_home_or_savings():
    assert Way.CONSENT_ORDER not in opened()
    assert opened(matters=frozenset({Matter.SETTLING}))[1] == Way.CONSENT_ORDER


def test_a_court_for_what_the_service_cannot_decide():
    assert opened(matters=frozenset({Matter.SCHOOL_FEES}))[-1] == Way.TOP_UP


def test_the_service_is_closed_to_who_may_not_apply_and_somebody_is_still_there():
    assert opened(may_apply=False, at_risk=True) == [Way.ADVICE]
    assert closed(may_apply=False) == [Way.DIRECT_PAY, Way.COLLECT_AND_PAY]


@pytest.mark.parametrize("situation", EVERY)
def test_there_is_always_a_way_each_once_with_a_reason_and_the_open_ones_first(situation):
    offers = ways(situation)
    assert offers[0].is_open
    assert [offer.is_open for offer in offers] == sorted((offer.is_open for offer in offers), reverse=True)
    assert len({offer.way for offer in offers}) == len(offers)
    assert all(offer.because for offer in offers)
