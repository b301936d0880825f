"""What our log holds is published from the list by which its lines are written."""

import re
from html import unescape

import pytest
from django.test import Client

from childmaintenance.foundation.language import in_language
from childmaintenance.foundation.logs.allowed import FIELDS

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("prefix", "code"), [("", "en"), ("/cy", "cy")])
def test_every_thing_that_a_line_may_hold_is_published_and_nothing_else(client: Client, prefix: str, code: str) -> None:
    page = client.get(f"{prefix}/privacy/log").content.decode()
    assert re.findall(r"<code[^>]*>(\w+)</code>", page) == list(FIELDS)
    with in_language(code):
        assert [name for name, field in FIELDS.items() if str(field.says) not in unescape(page)] == []
    for leads_there in ("/security", "/privacy/purposes"):
        assert f'href="{prefix}/privacy/log"' in client.get(prefix + leads_there).content.decode()
