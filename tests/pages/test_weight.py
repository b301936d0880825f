"""A first view is light enough for a cheap phone with bad signal."""

import gzip
import re
from functools import cache
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.pages.addresses import with_parts, without_parts

pytestmark = pytest.mark.django_db
MOST_BYTES = 100_000
"""The page with each style, script and picture that it names, compressed."""


@cache
def compressed(part: str) -> int:
    found = finders.find(part)
    assert found, part
    return len(gzip.compress(Path(found).read_bytes(), 6))


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_first_view_of_every_page_for_everybody_is_light(prefix):
    weights = {}
    for address in [*without_parts(), *with_parts()]:
        answer = Client().get(prefix + address)
        page = answer.getvalue()
        if answer.status_code == 200 and b'class="govuk-template' in page:
            parts = set(re.findall(r'(?:src|href)="/static/([^"]+)"', page.decode()))
            assert len(parts) > 1, address
            weights[address] = len(gzip.compress(page, 6)) + sum(map(compressed, parts))
    assert len(weights) > 60
    assert {address: weight for address, weight in weights.items() if weight > MOST_BYTES} == {}
