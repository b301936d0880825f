"""Signing in with a password, creating an account, forgetting the password: told as it happens to somebody."""

import pytest
from django.core import mail

from childmaintenance.accounts import queries
from childmaintenance.accounts.models import User
from childmaintenance.accounts.tests import people
from childmaintenance.foundation import audit

pytestmark = pytest.mark.django_db


def acts(reference: str) -> list[str]:
    return [line.act for line in audit.trail(about=reference)]


def test_catrin_signs_in_and_the_log_says_how_without_her_address(client):
    reference = people.catrin()
    before = client.get("/sign-in").cookies
    answer = people.sign_in(client)
    assert answer.status_code == 302
    assert client.get("/account").status_code == 200
    line = audit.trail(about=reference)[-1]
    assert (line.act, line.actor, line.why) == ("account.signed_in", "sign-in", "password, network 127.0.0.0/24")
    assert "session" not in before


def test_a_wrong_password_and_an_unknown_address_get_the_same_page(client):
    people.catrin()
    wrong = people.sign_in(client, password="four random words here").content.decode()
    unknown = people.sign_in(client, email="nobody@example.com").content.decode()
    said = "The email address or password is not right. Check both and try again"
    assert said in wrong and said in unknown
    assert audit.trail(about="no such account")[-1].act == "account.password_refused"


def test_she_is_taken_back_to_the_page_she_wanted_but_never_to_another_site(client):
    people.catrin()
    assert client.get("/account/places").headers["Location"] == "/sign-in?next=%2Faccount%2Fplaces"
    page = client.get("/sign-in?next=/account/places").content.decode()
    assert 'name="next" value="/account/places"' in page
    people_data = {"login": people.CATRIN["email"], "password": people.PASSWORD}
    assert client.post("/sign-in", people_data | {"next": "/account/places"}).headers["Location"] == "/account/places"
    client.logout()
    for elsewhere in ("https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example"):
        assert "evil" not in client.post("/sign-in", people_data | {"next": elsewhere}).headers["Location"]
        client.logout()


def test_the_sixth_wrong_password_has_to_wait_even_if_it_is_right(client):
    people.catrin()
    for _again in range(5):
        people.sign_in(client, password="wrong wrong wrong")
    page = people.sign_in(client)
    assert "You have tried too often. Wait 5 minutes and try again" in page.content.decode()
    assert client.get("/account").status_code == 302


def test_a_new_session_key_is_given_at_sign_in(client):
    people.catrin()
    session = client.session
    session["draft"] = "kept"
    session.save()
    before = client.cookies["session"].value
    people.sign_in(client)
    assert client.cookies["session"].value != before
    assert client.session["draft"] == "kept"


def test_dafydd_creates_an_account_and_proves_his_address(client):
    answers = {"name": "Dafydd Ŵyn-Jones", "email": "Dafydd@Example.com", "password1": "tri gair ar hap"}
    answer = client.post("/cy/create-account", answers)
    assert answer.headers["Location"] == "/cy/confirm-email"
    assert mail.outbox[-1].to == ["dafydd@example.com"]
    assert "6" in client.get("/cy/confirm-email").content.decode()
    client.post("/cy/confirm-email", {"code": people.code_in_email()})
    account = queries.account_with_email("dafydd@example.com")
    assert (account.name, account.language) == ("Dafydd Ŵyn-Jones", "cy")
    assert client.get("/cy/account").status_code == 200
    assert "account.opened" in acts(account.reference)


def test_an_address_that_is_taken_is_told_only_to_its_owner(client):
    people.catrin()
    new = {"name": "X", "email": people.CATRIN["email"], "password1": "other random words"}
    taken = client.post("/create-account", new)
    assert taken.headers["Location"] == "/confirm-email"
    assert client.get("/confirm-email").status_code == 200
    assert mail.outbox[-1].subject == "Mae gennych gyfrif eisoes"  # in Catrin's language
    assert User.objects.count() == 1


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("short", "Password must have 8 characters or more"),
        ("password123", "so it can be guessed"),
        ("catrinrees", "This password is too much like your name or email address"),
    ],
)
def test_a_password_that_is_easily_guessed_is_refused(client, password, said):
    page = client.post("/create-account", {"name": "Catrin Rees", "email": "c@example.com", "password1": password})
    assert said in page.content.decode()
    assert not User.objects.exists()


def test_five_wrong_codes_end_the_attempt(client):
    client.post("/create-account", {"name": "Ann", "email": "ann@example.com", "password1": "three random words"})
    right = people.code_in_email()
    wrong = "000000" if right != "000000" else "111111"
    for _again in range(5):
        answer = client.post("/confirm-email", {"code": wrong})
    assert answer.status_code == 302
    assert client.post("/confirm-email", {"code": right}).status_code == 302
    assert client.get("/account").status_code == 302


def test_a_forgotten_password_is_set_by_a_link_that_works_once(client):
    reference = people.catrin()
    client.post("/forgotten-password", {"email": people.CATRIN["email"]})
    assert mail.outbox[-1].subject == "Gosod cyfrinair newydd"
    link = people.link_in_email()
    page = client.get(link, follow=True)
    assert page.redirect_chain[0][0].endswith("-set-password")  # the secret leaves the address bar
    client.post(page.redirect_chain[-1][0], {"password1": "a quite new password"})
    assert people.sign_in(client, password="a quite new password").status_code == 302
    assert "account.password_set" in acts(reference)
    client.logout()
    assert "Nid yw’r ddolen hon yn gweithio mwyach" in client.get("/cy" + link, follow=True).content.decode()


def test_asking_for_a_link_says_the_same_whether_or_not_there_is_an_account(client):
    people.catrin()
    pages = []
    for email in (people.CATRIN["email"], "nobody@example.com"):
        pages.append(client.post("/forgotten-password", {"email": email}, follow=True).content)
    assert pages[0] == pages[1]
    assert [message.to[0] for message in mail.outbox] == [people.CATRIN["email"], "nobody@example.com"]


def test_no_email_says_what_the_service_is_about(client):
    people.catrin()
    client.post("/forgotten-password", {"email": people.CATRIN["email"]})
    client.post("/forgotten-password", {"email": "nobody@example.com"})
    client.post("/create-account", {"name": "A", "email": people.CATRIN["email"], "password1": "three random words"})
    client.post("/create-account", {"name": "A", "email": "a@example.com", "password1": "three random words"})
    for message in mail.outbox:
        words = (message.subject + message.body).lower()
        assert "maintenance" not in words and "cynhaliaeth" not in words and "child" not in words
        assert "plant" not in words


def test_changing_the_password_signs_out_every_other_device(client, django_user_model):
    from django.test import Client

    people.catrin()
    other = Client()
    people.sign_in(other)
    people.sign_in(client)
    client.post("/account/password", {"oldpassword": people.PASSWORD, "password1": "a quite new password"})
    assert client.get("/account").status_code == 200
    gone = other.get("/account")
    assert gone.headers["Location"] == "/session/ended?next=%2Faccount&because=security"
    assert mail.outbox[-1].subject == "Newid i’r ffordd yr ydych yn mewngofnodi"


def test_a_new_address_counts_only_once_its_code_was_entered(client):
    reference = people.catrin()
    people.sign_in(client)
    client.post("/account/email", {"email": "new@example.com"})
    assert queries.account(reference).email == people.CATRIN["email"]
    client.post("/confirm-email", {"code": people.code_in_email()})
    assert queries.account(reference).email == "new@example.com"


def test_a_closed_account_cannot_sign_in(client):
    from childmaintenance.accounts import actions

    reference = people.catrin()
    people.sign_in(client)
    actions.close_account(account=reference, by=people.TOWN)
    assert client.get("/account").status_code == 302
    assert people.sign_in(client).headers["Location"] == "/account-closed"
    assert client.get("/account-closed").status_code == 200
    assert client.get("/account").status_code == 302
