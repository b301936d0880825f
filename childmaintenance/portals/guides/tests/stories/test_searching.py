"""People look for a page in their own words: in Welsh, misspelt, in a hurry, for something on paper, or lost."""

import re

import pytest
from django.test import Client

from childmaintenance.foundation.pages import url
from childmaintenance.guidance.guides import GUIDES
from childmaintenance.guidance.leaflets import LEAFLETS

pytestmark = pytest.mark.django_db
OUR_PAGE = {"HTTP_SEC_FETCH_SITE": "same-origin"}


def asked(client: Client, words: str, at: str = "/ask") -> list[str]:
    """The addresses that somebody is given for their words, in order."""
    page = client.post(at, {"question": words}, **OUR_PAGE).content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    return re.findall(r'href="([^"]+)"', main)


def answered(client: Client, words: str, at: str) -> str:
    """The page that the answer is from."""
    page = client.post(at, {"question": words}, **OUR_PAGE).content.decode()
    card = page[page.index("ocm-answer") : page.index("</section>", page.index("ocm-answer"))]
    return re.findall(r'<a class="govuk-link" href="(/[^"#]+)', card)[-1]


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("dydi o ddim 'di talu ers misoedd", "/cy/guides/not-paid"),
        ("shwt alla i gwyno am y gwasanaeth", "/cy/guides/complaints"),
        ("dw i isio prawf dna", "/cy/guides/not-the-parent"),
        ("nain yn magu wyrion", "/cy/guides/carer"),
    ],
)
def test_a_welsh_question_leads_to_a_welsh_page_in_the_words_of_north_and_south(
    client: Client, words: str, page: str
) -> None:
    assert answered(client, words, "/cy/ask") == page


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("not recieved any maintainance for munths", "/guides/not-paid"),
        ("child maintenence calculater", "/calculator"),
        ("i want to make a complante", "/guides/complaints"),
        ("deducton from earnigs order for an employe", "/guides/employer"),
    ],
)
def test_a_misspelt_question_finds_its_page(client: Client, words: str, page: str) -> None:
    assert any(link.startswith(page) for link in asked(client, words)[:4])


@pytest.mark.parametrize(
    ("at", "words"), [("/ask", "he hits me and will not pay"), ("/cy/ask", "mae o'n fy nharo i a ddim yn talu")]
)
def test_urgent_words_put_safety_before_everything_else(client: Client, at: str, words: str) -> None:
    links = asked(client, words, at)
    assert links[0] == at.removesuffix("/ask") + "/staying-safe"


def test_who_is_not_safe_is_led_to_no_leaflet_about_talking(client: Client) -> None:
    links = asked(client, "i am scared of him, how do i talk to my ex about money and write down our agreement")
    assert not any(
        leaflet in link
        for link in links
        for leaflet in ("talking-about-money", "parenting-together", "managing-conflict", "getting-in-contact")
    )
    assert not any("family-based" in link or "/arrangement" in link for link in links)


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_leaflets_are_found(client: Client, prefix: str) -> None:
    words = {"": "coping with my feelings after the break up", "/cy": "fy nheimladau ar ôl gwahanu"}[prefix]
    assert f"{prefix}/leaflets/your-feelings" in " ".join(asked(client, words, f"{prefix}/ask"))
    assert f"{prefix}/leaflets" in asked(
        client, {"": "order a leaflet", "/cy": "archebu taflen"}[prefix], f"{prefix}/search"
    )


def test_who_helps_with_something_else_is_found_by_its_topic(client: Client) -> None:
    links = asked(client, "help with rent or losing my home", "/search")
    assert "/separation/everybody#housing" in links
    assert client.get("/separation/everybody").status_code == 200


def test_every_leaflet_can_be_found_and_read(client: Client) -> None:
    for leaflet in LEAFLETS.pages():
        found = asked(client, f"leaflet {leaflet.titles['en']}", "/search")
        address = next(link for link in found if link.startswith(f"/leaflets/{leaflet.slug}"))
        assert client.get(address.partition("#")[0]).status_code == 200


def test_guides_lead_to_their_leaflets(client: Client) -> None:
    for guide in GUIDES.pages():
        page = client.get(url("guides:guide", slug=guide.slug)).content.decode()
        for name in guide.more.get("leads_to", []):
            if name.startswith("leaflet:"):
                assert f'href="/leaflets/{name.removeprefix("leaflet:")}"' in page
    assert 'href="/leaflets/how-to-complain"' in client.get("/guides/complaints").content.decode()


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_whoever_is_lost_can_ask(client: Client, prefix: str) -> None:
    answer = client.get(f"{prefix}/guides/where-is-it")
    assert answer.status_code == 404
    assert f'href="{prefix}/ask"' in answer.content.decode()


def test_nothing_that_was_typed_is_kept(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    answer = client.post("/ask", {"question": "zanzibarquux owes me maintenance"}, **OUR_PAGE)
    assert not answer.cookies
    assert not client.cookies
    assert "zanzibarquux" not in caplog.text
    assert "zanzibarquux" not in client.get("/ask").content.decode()
