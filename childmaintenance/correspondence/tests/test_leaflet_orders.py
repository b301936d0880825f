"""Leaflets to post: what the database itself refuses, and what is kept of who looked."""

import pytest
from django.db import IntegrityError, transaction

from childmaintenance.correspondence.leaflet_orders import NotWaiting, note_posted, order_leaflets, waiting
from childmaintenance.correspondence.models import LeafletOrder
from childmaintenance.correspondence.terms import LeafletFormat
from childmaintenance.foundation import clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.audit.queries import trail

pytestmark = pytest.mark.django_db
RHIAN = Actor("staff", "U-1", "Rhian")


def an_order(copies: int = 1) -> str:
    return order_leaflets(
        leaflets=["SG2"],
        copies=copies,
        format=LeafletFormat.BRAILLE,
        language="en",
        other_language="",
        name="Nest Puw",
        address="3 Stryd y Bont",
        postcode="LL57 1AA",
    )


def test_no_address_stays_once_posted() -> None:
    reference = an_order()
    with pytest.raises(IntegrityError), transaction.atomic():
        LeafletOrder.objects.update(posted_on=clock.today())
    note_posted(reference=reference, by=RHIAN)
    row = LeafletOrder.objects.get()
    assert (row.name, row.address, row.postcode, row.posted_on) == ("", "", "", clock.today())


@pytest.mark.parametrize("copies", [0, 11])
def test_nobody_orders_none_or_a_heap(copies: int) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        an_order(copies)


def test_it_is_kept_who_read_the_addresses_and_who_posted() -> None:
    reference = an_order()
    assert [one.reference for one in waiting(by=RHIAN)] == [reference]
    note_posted(reference=reference, by=RHIAN)
    assert {(line.act, line.about) for line in trail(by=RHIAN.reference)} == {
        ("leaflets.read_queue", "leaflet orders"),
        ("leaflets.post", reference),
    }


def test_what_was_posted_is_not_posted_again() -> None:
    reference = an_order()
    note_posted(reference=reference, by=RHIAN)
    with pytest.raises(NotWaiting):
        note_posted(reference=reference, by=RHIAN)
