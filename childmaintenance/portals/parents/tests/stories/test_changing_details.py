"""Parents keep their details right, and say again when and how the money should move."""

import datetime as dt
from dataclasses import replace

import pytest

from childmaintenance.accounts.public_forms import PER, count
from childmaintenance.cases import queries as cases
from childmaintenance.cases.terms import PayChoice, TaskKind
from childmaintenance.correspondence.braille import can_make_braille
from childmaintenance.correspondence.sound import can_speak
from childmaintenance.correspondence.tests.stories import Family, write
from childmaintenance.foundation import clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.parties import actions as party_actions
from childmaintenance.parties import queries as parties
from childmaintenance.portals.parents.journeys.answer import answer
from childmaintenance.portals.parents.pages.letters import MOST_MADE
from childmaintenance.portals.parents.tests.stories.family import CATRIN_SECRETS, GARETH_ANSWERS
from childmaintenance.portals.parents.tests.stories.given import catrin_has_applied, joined
from childmaintenance.portals.parents.tests.stories.walking import Walker

pytestmark = pytest.mark.django_db
NEW_BANK = {"account_name": "Catrin Rowlands", "sort_code": "20-00-00", "account_number": "55779911"}


@pytest.fixture
def parents() -> tuple[Walker, Walker, str]:
    """Catrin who applied, Gareth who answered, and their case."""
    catrin = catrin_has_applied()
    case = catrin.reference
    gareth = joined("Gareth", case).send().fill_in(answer, GARETH_ANSWERS).check_and_send()
    return catrin, gareth, case


def me(walker: Walker) -> str:
    return parties.party_of_account(walker.account).reference


def test_catrin_changes_where_she_is_paid(parents):
    catrin, _gareth, _case = parents
    catrin.begin("/details/bank/").answer([("bank", NEW_BANK)]).check_and_send()
    assert catrin.heading == "We have saved your details"
    assert parties.bank_account(me(catrin)).account_number == "55779911"
    assert me(catrin) not in catrin.words, "a reference of a person means nothing to her"


def test_somebody_who_pays_has_no_account_to_give(parents):
    _catrin, gareth, _case = parents
    assert gareth.open("/details/bank/").status == 404


def test_contact_details_start_from_what_they_are_and_change_whole(parents):
    catrin, _gareth, _case = parents
    catrin.begin("/details/contact/")
    assert catrin.slug == "letters"
    catrin.answer([("letters", {"language": "cy", "large_print": "yes", "also_as": "braille"})])
    assert CATRIN_SECRETS["phone"] in catrin.page, "her own, to start from"
    catrin.answer([("reach", {"email": "", "phone": "07700 900999"}), ("post", {"post": "yes"})])
    assert CATRIN_SECRETS["address"] in catrin.page
    assert CATRIN_SECRETS["town"] in catrin.page
    catrin.answer(
        [("address", {"line_1": "Flat 2", "town": "Bangor", "postcode": "LL57 1AA"}), ("safe-contact", {})]
    ).check_and_send()
    contact = parties.contact(me(catrin))
    assert (contact.language, contact.large_print, contact.phone) == ("cy", True, "07700 900999")
    assert contact.also_as == "braille"
    assert (contact.address, contact.postcode, contact.email) == ("Flat 2\nBangor", "LL57 1AA", "")


def test_letters_come_in_braille_and_as_sound_for_who_wants_them_so(parents, monkeypatch, tmp_path):
    catrin, gareth, case = parents
    family = Family(case=case, catrin=me(catrin), gareth=me(gareth))
    hers = write(family, "received", to=family.catrin)
    for also_as, first in (("braille", "braille"), ("sound", "sound")):
        given_wants(catrin, also_as)
        assert {"braille": "In braille", "sound": "As sound"}[also_as] in catrin.open("/details").words
        catrin.open(f"/letters/{hers}")
        offered = [link.rpartition("/")[2] for link in catrin.links if link.endswith(("/braille", "/sound"))]
        able = [form for form, can in (("braille", can_make_braille()), ("sound", can_speak())) if can]
        assert offered == sorted(able, key=lambda form: form != first)
    for form in able:
        for prefix in ("", "/cy"):
            assert catrin.client.get(f"{prefix}/letters/{hers}/{form}").status_code == 200
    for form in ("braille", "sound"):
        assert gareth.open(f"/letters/{hers}/{form}").status == 404
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "We cannot make it on this page today" in catrin.open(f"/letters/{hers}").words
    assert catrin.open(f"/letters/{hers}/braille").status == 404
    given_wants(catrin, "")
    assert "We cannot make it" not in catrin.open(f"/letters/{hers}").words


def test_nobody_has_files_made_without_end(parents):
    """Each takes a processor for seconds; whoever asks too often waits, and the other parent does not."""
    catrin, gareth, case = parents
    family = Family(case=case, catrin=me(catrin), gareth=me(gareth))
    hers = write(family, "received", to=family.catrin)
    for _time in range(MOST_MADE):
        count("letter in another form", catrin.account, per=PER)
    assert catrin.open(f"/letters/{hers}/sound").status == 429
    assert gareth.open(f"/letters/{hers}/sound").status == 404


def given_wants(walker: Walker, also_as: str) -> None:
    """As the journey below leaves it."""
    details = replace(parties.contact(me(walker)), also_as=also_as)
    party_actions.change_contact(party=me(walker), to=details, by=Actor("person", walker.account, "Catrin"))


@pytest.mark.parametrize("where", ["/details/bank/", "/details/contact/"])
def test_a_sign_in_of_an_hour_ago_is_not_enough_to_redirect_money_or_letters(parents, where):
    catrin, _gareth, _case = parents
    session = catrin.client.session
    session["account_authentication_methods"] = [
        {**method, "at": method["at"] - 3600} for method in session["account_authentication_methods"]
    ]
    session.save()
    catrin.open(where)
    assert catrin.at.startswith("/account/prove"), catrin.at


def test_gareth_chooses_another_pay_day(parents):
    _catrin, gareth, case = parents
    gareth.begin(f"/cases/{case}/pay-day/")
    assert 'value="M" checked' in gareth.page, "it starts from what is so"
    gareth.answer([("how-often-paid", {"frequency": "2W"}), ("weekday", {"weekday": "4"})]).check_and_send()
    assert cases.pay_choice(case) == PayChoice(frequency="2W", day=4)


def test_only_the_parent_who_pays_chooses_the_day(parents):
    catrin, _gareth, case = parents
    assert catrin.open(f"/cases/{case}/pay-day/").status == 404


def test_one_parents_wish_for_another_service_waits_for_a_person_and_two_do_not(parents):
    catrin, gareth, case = parents
    assert cases.case(case).service == "collect_and_pay"
    gareth.begin(f"/cases/{case}/service/").answer([("service", {"service": "direct_pay"})]).check_and_send()
    assert cases.case(case).service == "collect_and_pay"
    assert cases.open_task_count(kinds=[TaskKind.CHOOSE_SERVICE], case=case) == 1
    catrin.begin(f"/cases/{case}/service/").answer([("service", {"service": "direct_pay"})]).check_and_send()
    assert cases.case(case).service == "direct_pay"


def test_an_account_of_nobody_has_no_details_to_change():
    stranger = Walker("Stranger")
    assert stranger.open("/details/contact/").status == 404
    assert stranger.open("/details/bank/").status == 404


def test_a_draft_is_forgotten_after_four_weeks(parents):
    catrin, _gareth, _case = parents
    catrin.begin("/details/bank/")
    with clock.travel(clock.now() + dt.timedelta(days=29)):
        catrin.open(catrin.at)
        assert catrin.status == 404
        assert catrin.heading == "Your answers are no longer here"
