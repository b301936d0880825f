"""People ask in their own words, and get our words, the right way on, or a person."""

import re

import pytest
from django.test import Client

from childmaintenance.foundation.too_much import MOST

pytestmark = pytest.mark.django_db
OUR_PAGE = {"HTTP_SEC_FETCH_SITE": "same-origin"}


class Asked:
    """Somebody at the box."""

    def __init__(self, client: Client, prefix: str = "") -> None:
        self.client, self.prefix, self.page = client, prefix, ""

    def asks(self, words: str, at: str = "ask") -> str:
        answer = self.client.post(f"{self.prefix}/{at}", {"question": words}, **OUR_PAGE)
        assert answer.status_code == 200
        assert answer["Cache-Control"] == "no-store"
        assert not answer.cookies
        page = answer.content.decode()
        self.page = page[page.index("<main") : page.index("</main>")]
        return self.page

    def links(self) -> list[str]:
        return re.findall(r'href="([^"]+)"', self.page)


@pytest.fixture
def in_english(client: Client) -> Asked:
    return Asked(client)


@pytest.fixture
def in_welsh(client: Client) -> Asked:
    return Asked(client, "/cy")


def test_a_father_asks_about_nights_and_reads_our_words_with_their_source_and_date(in_english: Asked) -> None:
    page = in_english.asks("how many nights with the paying parent take something off")
    assert "/guides/how-it-is-worked-out#5-nights-with-the-paying-parent" in in_english.links()
    assert "52 to 103" in page
    assert "1/7" in page
    assert "Last checked on 22 November 2026." in page
    assert "https://www.legislation.gov.uk/ukpga/1991/48/schedule/1" in in_english.links()


def test_somebody_asks_in_welsh_with_mutated_words(in_welsh: Asked) -> None:
    page = in_welsh.asks("fy nhrwydded yrru")
    assert "/cy/guides/not-paid#beth-all-y-gwasanaeth-ei-wneud" in in_welsh.links()
    assert "drwydded yrru" in page or "trwydded yrru" in page


def test_what_only_the_other_language_speaks_of_is_shown_as_that(in_welsh: Asked) -> None:
    page = in_welsh.asks("what happens to school fees after our divorce")
    assert "Cawsom hyd i hwn yn Saesneg." in page
    assert 'lang="en"' in page
    assert any(link.startswith("/guides/consent-orders") for link in in_welsh.links())


def test_a_question_of_another_kind_goes_to_a_person(in_english: Asked) -> None:
    page = in_english.asks("how do i renew my passport")
    assert "A person can answer this better" in page
    assert "0800 171 2345" in page
    assert "/contact" in in_english.links()


def test_a_mother_who_is_not_safe_gets_help_first_whatever_she_asks(in_english: Asked) -> None:
    page = in_english.asks("he threatened me, how much would he have to pay for two kids")
    assert page.index("call 999") < page.index('id="answer"')
    assert "/staying-safe" in in_english.links()


def test_nobody_who_is_afraid_is_led_to_agree_it_between_them(in_english: Asked) -> None:
    in_english.asks("i am scared of my ex")
    assert not any("family-based" in link or "mediation" in link for link in in_english.links())


def test_what_was_typed_comes_back_as_words_and_never_as_markup(in_english: Asked) -> None:
    page = in_english.asks('"><script>alert(1)</script> arrears')
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize(
    "words", ["", "   ", "?!…", "\x1f", "ŵŷ" * 400, "mae " * 300, "a" * 5000, "' OR 1=1 --", "%%%s{{7*7}}"]
)
@pytest.mark.parametrize("at", ["ask", "search"])
def test_nothing_that_somebody_types_breaks_it(in_english: Asked, in_welsh: Asked, at: str, words: str) -> None:
    in_english.asks(words, at)
    in_welsh.asks(words, at)


def test_an_advisers_search_lists_pages(in_english: Asked) -> None:
    page = in_english.asks("arrears", at="search")
    assert "pages</h2>" in page
    assert any(link.startswith("/guides/not-paid") for link in in_english.links())


def test_searching_for_nothing_we_have_says_so(in_english: Asked) -> None:
    assert "Nothing found" in in_english.asks("xyzzy", at="search")


def test_the_form_itself_is_there_without_javascript_on_every_guide(client: Client) -> None:
    for address in ("/guides", "/guides/paying", "/options", "/contact", "/ask", "/search", "/cy/ask"):
        page = client.get(address).content.decode()
        assert page.count('name="question"') == 1
        assert 'method="post"' in page


def test_another_site_cannot_ask_in_somebodys_name(client: Client) -> None:
    assert client.post("/ask", {"question": "x"}, HTTP_SEC_FETCH_SITE="cross-site").status_code == 403
    assert client.post("/ask", {"question": "x" * (MOST + 1)}, **OUR_PAGE).status_code == 400


def test_a_flood_of_questions_is_asked_to_wait(client: Client) -> None:
    answers = [client.post("/ask", {"question": "fees"}, **OUR_PAGE).status_code for _ in range(125)]
    assert answers[0] == 200
    assert answers[-1] == 429
    assert client.get("/ask").status_code == 200, "reading is never limited"
