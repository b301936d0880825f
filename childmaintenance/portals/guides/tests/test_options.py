"""The path of questions: each branch ends at a way, in both languages, and leads to what is told of it."""

import re
from html import unescape

import pytest
from django.test import Client

from childmaintenance.foundation.language import in_language
from childmaintenance.guidance.ways import ways

pytestmark = pytest.mark.django_db
IN = {"en": "", "cy": "/cy"}
ENDS = ("collect_and_pay", "family_based", "direct_pay", "collect_and_pay")


def text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.parametrize("code", ["en", "cy"])
def test_each_branch_ends_at_its_way_and_leads_to_what_is_told_of_it(client: Client, code: str) -> None:
    page = client.get(f"{IN[code]}/options").content.decode()
    [drawn] = re.findall(r'<ol class="ocm-path">(.*?)</ol>', page, re.S)
    with in_language(code):
        names = {way.key: way.name for way in ways()}
    outcomes = re.findall(r'<a class="govuk-link ocm-path__way" href="#(\w+)">(.*?)</a>', drawn)
    assert [(key, unescape(name)) for key, name in outcomes] == [(key, names[key]) for key in ENDS]
    assert len(re.findall("ocm-path__question", drawn)) == 3
    for key in names:
        assert re.search(rf'<h3[^>]* id="{key}">', page), "where the branch leads, the way is told of"
    assert len(re.findall(rf'href="{IN[code]}/guides/(?:family-based|payments|consent-orders)"', page)) >= len(names)


def test_the_first_question_is_whether_it_is_safe_and_no_leads_to_no_contact(client: Client) -> None:
    page = text(client.get("/options").content.decode())
    asked = page.index("Is it safe to talk to the other parent?")
    assert page.index("No Collect and Pay", asked) < page.index("Can the two of you agree", asked)


@pytest.mark.parametrize("code", ["en", "cy"])
def test_what_the_scales_draw_stands_beside_them_in_words(client: Client, code: str) -> None:
    page = text(client.get(f"{IN[code]}/options").content.decode())
    with in_language(code):
        for way in ways():
            for cell in way.cells.values():
                assert cell.says in page
                assert cell.short in page
