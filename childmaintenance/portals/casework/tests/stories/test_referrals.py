"""Rhian offers to put Catrin in touch with a debt charity; Catrin says yes to some of it; Gareth never learns that it exists."""

import re
from html import unescape
from typing import Any

import pytest
from django.http import HttpRequest
from django.test import Client

from childmaintenance.accounts import actions as accounts
from childmaintenance.accounts.terms import Role
from childmaintenance.cases import queries as cases
from childmaintenance.cases.terms import SafetyTold
from childmaintenance.cases.tests.families import CATRIN, given_catrin_has_applied, somebody
from childmaintenance.correspondence.tests.reading_pdf import letters_of, without_spaces
from childmaintenance.foundation import clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.audit.queries import trail
from childmaintenance.guidance.organisations import organisations
from childmaintenance.parties import actions as parties
from childmaintenance.parties import queries as people
from childmaintenance.referrals import queries as referrals
from childmaintenance.referrals.terms import Standing

pytestmark = pytest.mark.django_db
NEEDS = {"side": "R", "topic": "money", "nation": "wales"}
OFFER = NEEDS | {
    "offer": "yes",
    "organisation": "stepchange",
    "items": ["name", "phone", "topic"],
    "why": "The rent is late",
}
BY_PHONE = {"do": "answer", "answer": "agreed", "items": ["phone"], "how": "phone", "language": "cy"}


def text_of(response: Any) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", response.content.decode())))


def browser_of(account: str, settings: Any) -> Client:
    """A browser in which somebody of the public is signed in."""
    client, request = Client(), HttpRequest()
    request.session = client.session
    accounts.sign_in_as(request, account)
    request.session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = request.session.session_key
    return client


@pytest.fixture
def rhian(staff_client) -> Client:
    return staff_client(Role.CASEWORKER)


@pytest.fixture
def family(settings) -> tuple[str, Client, Client]:
    """The case, and the browsers of Catrin and Gareth."""
    case, catrin = given_catrin_has_applied(safety=SafetyTold(at_risk=False, details=""))
    gareth = somebody("Gareth")
    code = parties.invite(party=cases.case(case).paying_parent, by=Actor.system("story"))
    parties.accept_invitation(code=code, account=gareth.reference, by=gareth)
    return case, browser_of(catrin.reference, settings), browser_of(gareth.reference, settings)


def offered(rhian: Client, case: str, **changes: Any) -> str:
    answer = rhian.post(f"/casework/cases/{case}/offer-help", OFFER | changes)
    assert answer.status_code == 302, text_of(answer)
    return answer["Location"].rpartition("/")[2]


def today(**more: Any) -> dict[str, Any]:
    day = clock.today()
    return more | {"said_on-day": day.day, "said_on-month": day.month, "said_on-year": day.year}


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_she_reads_every_word_says_yes_to_some_and_takes_it_back(rhian, family, prefix) -> None:
    case, catrin, _gareth = family
    at = f"{prefix}/casework/cases/{case}/offer-help"
    assert "StepChange" not in text_of(rhian.get(at))
    shown = text_of(rhian.post(at, NEEDS))
    assert "StepChange" in shown and CATRIN.phone in shown and "Shelter Scotland" not in shown
    reference = offered(rhian, case)

    home = catrin.get(f"{prefix}/home").content.decode()
    assert f'href="{prefix}/offers/{reference}"' in home and "StepChange" not in home
    page = text_of(catrin.get(f"{prefix}/offers/{reference}"))
    for words in ("StepChange", "The rent is late", CATRIN.phone, CATRIN.full_name):
        assert words in page
    assert ("You ask us to pass on" if not prefix else "Rydych yn gofyn i ni drosglwyddo") in page
    assert rhian.get(f"/casework/referrals/{reference}/sheet").status_code == 404, "nothing to give before a yes"

    answer = catrin.post(f"{prefix}/offers/{reference}", {"do": "agree", "items": ["phone", "topic"]}, follow=True)
    assert ("We have written down what you agreed to" if not prefix else "Rydym wedi cofnodi’r hyn") in text_of(answer)
    assert "StepChange" in text_of(rhian.get(f"{prefix}/casework/referrals"))
    printed = letters_of(rhian.get(f"/casework/referrals/{reference}/sheet").content)
    assert without_spaces(CATRIN.phone) in printed and without_spaces(CATRIN.full_name) not in printed
    rhian.post(f"{prefix}/casework/referrals/{reference}", {"do": "hand_over", "how": "phone"})

    told = catrin.get(f"{prefix}/offers/{reference}").content.decode()
    told = re.findall(r"<p[^>]*>([^<]*)</p>", told[told.index("ocm-told") :].partition("</div>")[0])
    assert len(told) == 6 and all(without_spaces(unescape(line)) in printed for line in told)
    assert [unescape(line) for line in told] == list(referrals.referral(reference).steps[-1].words)

    catrin.post(f"{prefix}/offers/{reference}", {"do": "take_back"})
    assert referrals.referral(reference).standing is Standing.TO_BE_FORGOTTEN
    assert reference in rhian.get("/casework/referrals").content.decode()
    rhian.post(f"/casework/referrals/{reference}", {"do": "told_to_forget", "how": "post"})
    assert reference not in rhian.get("/casework/referrals").content.decode()
    page = text_of(catrin.get(f"{prefix}/offers/{reference}"))
    assert ("told to forget it" if not prefix else "dywedwyd wrth y sefydliad am ei anghofio") in page


def test_by_phone_what_was_read_out_how_and_when_is_kept(rhian, family) -> None:
    case, catrin, _gareth = family
    reference = offered(rhian, case)
    page = text_of(rhian.get(f"/casework/referrals/{reference}"))
    assert "You ask us to pass on" in page and "Rydych yn gofyn i ni drosglwyddo" in page, (
        "to read out, in either language"
    )
    rhian.post(f"/casework/referrals/{reference}", today(**BY_PHONE))
    [step] = referrals.referral(reference).steps
    assert step.how == "phone" and step.said_on == clock.today() and step.words[0].startswith("Rydych yn gofyn")
    assert "by phone" in text_of(catrin.get(f"/offers/{reference}"))


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"items": []}, "id_answer_items"),
        ({"how": ""}, "id_answer_how"),
        ({"how": "page"}, "id_answer_how"),
        ({"language": "fr"}, "id_answer_language"),
        ({"said_on-year": "2031"}, "id_answer_said_on"),
        ({"said_on-day": ""}, "id_answer_said_on"),
    ],
)
def test_half_an_answer_is_none(rhian, family, changes, wrong) -> None:
    reference = offered(rhian, family[0])
    answer = rhian.post(f"/casework/referrals/{reference}", today(**BY_PHONE) | changes)
    assert answer.status_code == 200 and f'href="#{wrong}' in answer.content.decode()
    assert referrals.referral(reference).standing is Standing.OFFERED


def test_she_says_no(rhian, family) -> None:
    case, catrin, _gareth = family
    reference = offered(rhian, case)
    catrin.post(f"/offers/{reference}", {"do": "decline"})
    assert referrals.referral(reference).standing is Standing.DECLINED
    again = catrin.post(f"/offers/{reference}", {"do": "agree", "items": ["phone"]}, follow=True)
    assert "not possible any more" in text_of(again)
    assert referrals.referral(reference).standing is Standing.DECLINED


def test_nothing_ticked_or_no_way_to_reach_her_is_a_mistake(rhian, family) -> None:
    case, catrin, _gareth = family
    reference = offered(rhian, case)
    for items in ([], ["name"], ["phone", "email"]):
        answer = catrin.post(f"/offers/{reference}", {"do": "agree", "items": items})
        assert 'href="#id_items' in answer.content.decode()
    assert referrals.referral(reference).standing is Standing.OFFERED


def test_the_other_parent_never_learns_that_it_exists(rhian, family) -> None:
    case, catrin, gareth = family
    before = {at: text_of(gareth.get(at)) for at in ("/home", "/letters", "/details", "/payments", "/offers")}
    reference = offered(rhian, case)
    catrin.post(f"/offers/{reference}", {"do": "agree", "items": ["name", "phone"]})
    rhian.post(f"/casework/referrals/{reference}", {"do": "hand_over", "how": "post"})
    assert {at: text_of(gareth.get(at)) for at in before} == before
    for doing in ("agree", "decline", "take_back"):
        assert gareth.post(f"/offers/{reference}", {"do": doing, "items": ["phone"]}).status_code == 404
    assert gareth.get(f"/offers/{reference}").status_code == 404
    assert [line.about for line in trail(about=reference)] == [reference] * 4, "that he tried is written down"
    assert referrals.referral(reference).standing is Standing.HANDED_OVER


def test_payments_officers_do_not_see_it_and_the_public_does_not_come_in(rhian, family, staff_client, client) -> None:
    case, _catrin, _gareth = family
    reference = offered(rhian, case)
    officer = staff_client(Role.PAYMENTS_OFFICER, name="Owen")
    assert "StepChange" in text_of(rhian.get(f"/casework/cases/{case}"))
    assert "StepChange" not in text_of(officer.get(f"/casework/cases/{case}"))
    for at in (f"referrals/{reference}", f"referrals/{reference}/sheet", "referrals", f"cases/{case}/offer-help"):
        assert officer.get(f"/casework/{at}").status_code == 403
        assert client.get(f"/casework/{at}").status_code == 302
    assert rhian.get("/casework/referrals/H-0000-0000-0").status_code == 404


def test_where_abuse_was_told_of_nobody_who_needs_both_parents_is_on_the_list(rhian) -> None:
    case, _catrin = given_catrin_has_applied()
    mediators = [one for one in organisations() if one.needs_both_parents]
    for side in ("R", "P"):
        for topic in ("legal", "relationships", "children"):
            shown = rhian.post(
                f"/casework/cases/{case}/offer-help", NEEDS | {"side": side, "topic": topic}
            ).content.decode()
            assert shown.count('name="organisation"') > 3
            assert not any(f'value="{one.key}"' in shown for one in mediators)
    forged = OFFER | {"topic": "legal", "organisation": mediators[0].key}
    assert rhian.post(f"/casework/cases/{case}/offer-help", forged).status_code == 200
    assert referrals.referrals_in(case) == []


def test_markup_in_a_name_is_words(rhian, family) -> None:
    case, catrin, _gareth = family
    party = cases.case(case).receiving_parent
    reference = offered(rhian, case, why="<script>alert(1)</script>")
    catrin.post(f"/offers/{reference}", {"do": "agree", "items": ["phone"]})
    for page in (rhian.get(f"/casework/referrals/{reference}"), catrin.get(f"/offers/{reference}")):
        assert "<script>alert" not in page.content.decode() and "&lt;script&gt;" in page.content.decode()
    assert people.party(party).full_name == CATRIN.full_name
