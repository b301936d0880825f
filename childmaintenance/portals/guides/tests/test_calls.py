"""What a call costs: said once, and one step from every number that we print."""

import re

import pytest
from django.test import Client

from childmaintenance.guidance.guides import GUIDES
from childmaintenance.guidance.shelf import as_written_on

pytestmark = pytest.mark.django_db
PRINTS_NUMBERS = ["/", "/contact", "/staying-safe"]
"""Pages for everybody with a number to ring; those of the first step, where somebody is at risk, have their own test."""
ASKED = ("999", "0800", "0808", "01, 02", "0300", "116", "55")


@pytest.mark.parametrize("prefix", ["", "/cy"])
@pytest.mark.parametrize("address", PRINTS_NUMBERS)
def test_beside_a_number_stands_what_a_call_to_it_costs(client: Client, prefix: str, address: str) -> None:
    page = client.get(prefix + address).content.decode()
    assert 'href="tel:' in page
    assert f'href="{prefix}/guides/call-charges"' in page


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_it_stands_there_too_where_a_person_answers_better(prefix: str) -> None:
    here = Client(headers={"sec-fetch-site": "same-origin"})
    page = here.post(f"{prefix}/ask", {"question": "how do i boil an egg"}).content.decode()
    assert 'href="tel:' in page
    assert f'href="{prefix}/guides/call-charges"' in page


@pytest.mark.parametrize("code", ["en", "cy"])
def test_it_says_of_each_kind_of_number_what_is_known(code: str) -> None:
    page = GUIDES.page("call-charges")
    said = as_written_on(page, page.as_of, code).markdown
    assert [kind for kind in ASKED if kind not in said] == []
    assert "[!DOUBT]" in said, "what we have seen in no source is said to be so"
    assert not re.search(r"\d+p\b", said), "no charge is named that nobody has checked"


def test_a_mediator_is_named_where_the_guide_leads_who_is_safe(client: Client) -> None:
    for prefix, safe in (
        ("", "Do not use one if you do not feel safe"),
        ("/cy", "Peidiwch â defnyddio un os nad ydych"),
    ):
        guide = client.get(f"{prefix}/guides/family-based").content.decode()
        assert guide.index(safe) < guide.index(f'href="{prefix}/separation/everybody"')
        assert "Family Mediation Council" in client.get(f"{prefix}/separation/everybody").content.decode()
