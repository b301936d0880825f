"""Nothing that one parent says about where they are, how they fare or whom they fear reaches the other.

Each parent's secrets are canaries. Their pages, letters and files are walked through by the other one, every link followed; one
canary in the wrong place fails.
"""

import datetime as dt
import re
from html import unescape

import pytest
from django.test import Client

from childmaintenance.calculation.actions import ask_for_income, receive_income
from childmaintenance.calculation.tests.test_deciding import decided, income
from childmaintenance.cases import queries as cases
from childmaintenance.correspondence.tests.reading_pdf import words_of
from childmaintenance.foundation import clock, outbox
from childmaintenance.parties import actions as parties
from childmaintenance.parties.terms import PersonTold
from childmaintenance.portals.parents.journeys.answer import answer
from childmaintenance.portals.parents.tests.stories.family import (
    ABOUT_GARETH,
    CATRIN_APPLIES,
    CATRIN_SECRETS,
    GARETH_ANSWERS,
    GARETH_SECRETS,
    STORY,
    Pages,
    changed,
)
from childmaintenance.portals.parents.tests.stories.given import catrin_has_applied, gareth_has_applied, joined
from childmaintenance.portals.parents.tests.stories.walking import Walker

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
LEAVE = re.compile(
    r"/(sign-out|leave|account|session|accessibility|privacy|cookies|staying-safe|static)|again=|/remove"
    r"|/(braille|sound)$"  # the words of the letter that is read as a page, and slow to make
    r"|^(/cy)?/(guides|options|contact|search|ask|frequently-asked-questions|get-help|which-way|can-you-apply|calculator"
    r"|arrangement|separation|leaflets|feedback|performance|status|information-charter|security|welsh-language|developers)\b"
)
"""Where a reader of the parents' pages does not go: to pages that know nobody, or to what would change something."""


def pages_of(walker: Walker, *first: str) -> dict[str, str]:
    """Everything somebody can reach by following links from their home, as the text of each answer."""
    waiting, seen = ["/home", "/cy/home", *first], {}
    while waiting:
        address = waiting.pop()
        if address in seen or LEAVE.search(address) or len(seen) > 400:
            continue
        response = walker.client.get(address, follow=True)
        seen[address] = text_of(response)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            links = re.findall(r'href="(/[^"#]*)', response.content.decode())
            waiting += [unescape(link) for link in links if not LEAVE.search(link)]
    return seen


def text_of(response) -> str:
    """What an answer holds, a PDF read as a person would."""
    content = response.getvalue()
    if response.headers.get("Content-Type", "").startswith("application/pdf"):
        return words_of(content)
    return unescape(content.decode("utf-8", "replace"))


def leaks(pages: dict[str, str], secrets: dict[str, str]) -> list[str]:
    """Every canary that sings on a page, in any spacing, case or grouping of digits."""
    found = []
    for address, text in pages.items():
        plain = re.sub(r"[\s\-]+", "", text).lower()
        found += [
            f"{what} on {address}"
            for what, secret in secrets.items()
            if re.sub(r"[\s\-]+", "", secret).lower() in plain
        ]
    return found


def letters_go_out(case: str) -> None:
    """What follows from the application follows; the tax authority has answered, so that nobody waits for it."""
    payer = cases.case(case).paying_parent
    question = ask_for_income(paying_parent=payer, key=f"application:{case}", by=STORY)
    receive_income(question=question, told=income(26_000), by=STORY)
    outbox.run_until_empty()


def live_through_a_decision(case: str) -> None:
    """The decision is made and both are written to."""
    payer = cases.case(case).paying_parent
    outbox.run_until_empty()
    with clock.travel(clock.today() + dt.timedelta(days=4)):
        decided(payer)
        outbox.run_until_empty()


def test_nothing_of_either_parent_reaches_the_other_from_application_to_decision():
    catrin = catrin_has_applied()
    case = catrin.reference
    letters_go_out(case)
    gareth = joined("Gareth", case)
    before = pages_of(gareth, f"/cases/{case}/answer/")
    assert leaks(before, CATRIN_SECRETS) == [], "before he answers"

    gareth.send().fill_in(answer, GARETH_ANSWERS)
    draft = gareth.draft
    own = [f"{draft}{page}" for page in ("parentage", "nights-right", "service", "check-your-answers")]
    assert leaks(pages_of(gareth, *own), CATRIN_SECRETS) == [], "while he answers"
    gareth.open(draft).check_and_send()
    live_through_a_decision(case)

    for walker, secrets in ((gareth, CATRIN_SECRETS), (catrin, GARETH_SECRETS)):
        pages = pages_of(walker, f"/cases/{case}/service/", f"/cases/{case}/pay-day/", "/details/contact/")
        assert len(pages) > 20, sorted(pages)
        assert any("/letters/" in address for address in pages), "letters among them"
        assert leaks(pages, secrets) == []


def test_the_walk_would_find_a_leak():
    """The same walk by the parent whose secrets they are finds them: it is looking in the right places."""
    catrin = catrin_has_applied()
    found = leaks(pages_of(catrin, "/details"), CATRIN_SECRETS)
    assert {line.split(" on ")[0] for line in found} >= {"address", "town", "postcode", "phone"}


def test_a_name_that_changed_is_nowhere_the_other_parent_looks():
    gareth = gareth_has_applied()
    letters_go_out(gareth.reference)
    catrin = joined("Catrin", gareth.reference)
    pages = pages_of(catrin, f"/cases/{gareth.reference}/answer/")
    assert leaks(pages, {"new name": "Zennorquist", **GARETH_SECRETS}) == []
    assert any("Gareth Owen Pryce" in text for text in pages.values()), "the name she knows is there"


def test_who_applies_with_a_number_and_a_birthday_never_reads_the_name_that_is_held():
    """Gareth is known by a new name from elsewhere. Catrin knows his number and birthday, and what he used to be called."""
    birth = dict(ABOUT_GARETH)["their-birth"]
    parties.register(told=PersonTold(full_name="Gwilym Zennorquist", **birth), by=STORY)
    catrin = catrin_has_applied()
    letters_go_out(catrin.reference)
    joined("Gareth", catrin.reference).send().fill_in(answer, GARETH_ANSWERS).check_and_send()
    live_through_a_decision(catrin.reference)
    pages = pages_of(catrin)
    assert any("/letters/" in address for address in pages)
    assert leaks(pages, {"name": "Zennorquist", "first name": "Gwilym"}) == []
    assert any("Gareth Owen Pryce" in text for text in pages.values()), "the name she gave is there"


def test_no_address_of_any_page_holds_anything_about_anybody():
    """Addresses are kept in histories and logs: references only."""
    catrin = catrin_has_applied()
    joined("Gareth", catrin.reference)
    addresses = " ".join(pages_of(catrin))
    for word in ("Catrin", "Gareth", "Elin", "Macsen", "Rowlands", "Pryce", *CATRIN_SECRETS.values()):
        assert word.lower() not in addresses.lower(), word


def test_whether_somebody_is_at_risk_changes_no_word_that_the_other_reads():
    """Two applications that differ in nothing but the answer about safety look the same to the other parent."""
    seen = []
    for name, worries in (("Catrin", ["risk", "place"]), ("Carys", ["none"])):
        told = changed_safety(worries)
        applicant = catrin_has_applied(told, name=name)
        letters_go_out(applicant.reference)
        gareth = joined(f"Gareth{name}", applicant.reference)
        texts = pages_of(gareth, f"/cases/{applicant.reference}/answer/").values()
        seen.append(sorted({neutral(text) for text in texts}))
    assert seen[0] == seen[1]


def changed_safety(worries: list[str]) -> list[tuple[str, Pages]]:
    """Catrin's application with another answer about safety, against a Gareth whom we do not know yet."""
    pages: Pages = [("safety", {"worries": worries})]
    if worries != ["none"]:
        pages.append(("safety-more", {"details": CATRIN_SECRETS["safety"]}))
    unknown = [(slug, {} if slug == "their-birth" else typed) for slug, typed in ABOUT_GARETH]
    return changed(CATRIN_APPLIES, safety=pages, their_name=unknown)


def neutral(text: str) -> str:
    """A page without what differs between any two cases: references, codes, times, tokens."""
    text = re.sub(r"<(script|style)[^>]*>.*?</\1>", "", text, flags=re.S)
    text = re.sub(r"<[^>]+>", " ", text)
    text = re.sub(r"\b[A-Z]{1,3}-[0-9A-Z-]{6,}\b", "REFERENCE", text)
    text = re.sub(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}\b", "CODE", text)
    return " ".join(text.split())


def test_signed_out_nothing_at_all_is_shown():
    catrin = catrin_has_applied()
    for address in ("/home", "/details", "/letters", f"/cases/{catrin.reference}/service/", catrin.at):
        response = Client().get(address)
        assert response.status_code == 302
        assert response["Location"].startswith("/sign-in")
