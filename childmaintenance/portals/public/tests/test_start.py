"""The front door: every way in, by phone beside online, and what it costs."""

import pytest
from django.test import Client

from childmaintenance.foundation.language import in_language
from childmaintenance.guidance.contacts import lines

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "code", "free"),
    [("/", "en", "it costs nothing to apply"), ("/cy/", "cy", "nid yw’n costio dim i wneud cais")],
)
def test_one_can_apply_online_or_by_phone_and_it_is_free(client: Client, address: str, code: str, free: str) -> None:
    page = client.get(address).content.decode()
    with in_language(code):
        ours = next(line for line in lines() if line.key == "ours")
    assert f'href="{address}apply/"' in page
    assert f'href="tel:{ours.number.replace(" ", "")}"' in page
    assert ours.doubt in page, "who rings is not left to find out that nobody answers"
    assert free in page


def test_what_is_not_working_has_a_way_in_of_its_own(client: Client) -> None:
    assert 'href="/which-way/not-working"' in client.get("/").content.decode()
