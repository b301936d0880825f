"""The same button, pressed twice at once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connections

from childmaintenance.cases import queries as cases
from childmaintenance.cases.terms import Side
from childmaintenance.cases.tests.families import given_catrin_has_applied
from childmaintenance.foundation.actor import Actor
from childmaintenance.guidance.organisations.needs import Topic
from childmaintenance.referrals import queries
from childmaintenance.referrals.offers import offer
from childmaintenance.referrals.terms import CannotDoThat, Item

AT_ONCE = 4


def test_the_same_offer_made_by_several_at_once_is_one(own_database):
    case, _catrin = given_catrin_has_applied()
    together = Barrier(AT_ONCE)

    def make(number: int) -> str:
        together.wait()
        try:
            return offer(
                case=case,
                side=Side.RECEIVING,
                organisation="stepchange",
                topic=Topic.MONEY,
                items={Item.NAME, Item.PHONE},
                why="Rent is late",
                by=Actor("staff", f"U-{number}", "Rhian"),
            )
        except CannotDoThat:
            return ""
        finally:
            connections.close_all()

    with ThreadPoolExecutor(AT_ONCE) as several:
        made = sorted(several.map(make, range(AT_ONCE)))
    assert made[:-1] == [""] * (AT_ONCE - 1) and made[-1]
    assert [one.reference for one in queries.referrals_of(cases.case(case).receiving_parent)] == [made[-1]]
