"""The page that shows how to call the rules: what it shows is what happens, and everybody can read it."""

import html
import re

import pytest
from django.test import Client

from childmaintenance.portals.developers.interface.rules import TAKES


@pytest.mark.django_db
@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_page_is_for_everybody_and_sets_nothing(client: Client, prefix: str) -> None:
    answer = client.get(f"{prefix}/developers")
    assert answer.status_code == 200
    assert not answer.cookies
    assert ("meddalwedd" if prefix else "software") in answer.content.decode()


@pytest.mark.django_db
def test_the_page_names_every_command(client: Client) -> None:
    page = client.get("/developers").content.decode()
    for name in TAKES:
        assert f"/api/v1/{name}" in page


@pytest.mark.django_db
def test_every_example_on_the_page_is_answered(client: Client) -> None:
    page = html.unescape(client.get("/developers").content.decode())
    found = re.findall(r"POST <code[^>]*>(/api/v1/\w+)</code></p>\s*<pre[^>]*><code[^>]*>(.*?)</code>", page, re.DOTALL)
    assert len(found) >= 5
    for address, example in found:
        assert client.post(address, example, content_type="application/json").status_code == 200
