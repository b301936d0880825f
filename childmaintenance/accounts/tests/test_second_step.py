"""The second step: an app, recovery codes, and staff who may not start without one."""

import hashlib
import html
import json
import re
import time

import pytest
from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import Client
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

from childmaintenance.accounts import actions, queries
from childmaintenance.accounts.terms import Role
from childmaintenance.accounts.tests import people
from childmaintenance.foundation import audit

pytestmark = [pytest.mark.django_db, pytest.mark.urls("childmaintenance.accounts.tests.addresses")]
GATE = "/account/second-step/first"


def acts(reference: str) -> list[str]:
    return [line.act for line in audit.trail(about=reference)]


def secret_on(page: str) -> str:
    return page.split('ocm-secret">')[1].split("<")[0].replace(" ", "")


def test_sam_is_led_to_set_up_an_app_before_anything_else(client):
    reference = people.sam()
    people.sign_in(client, people.SAM["email"])
    for page in (
        "/for/staff",
        "/for/caseworkers",
        "/account",
        "/account/places",
        "/account/password",
        "/account/email",
    ):
        assert client.get(page).headers["Location"] == GATE, page
    assert "Set up a second step before you start" in client.get(GATE).content.decode()

    secret = secret_on(client.get("/account/second-step/app").content.decode())
    wrong = client.post("/account/second-step/app", {"code": "000000"})
    assert "The code is not right" in wrong.content.decode()
    done = client.post("/account/second-step/app", {"code": people.code_of(secret)})
    assert done.headers["Location"] == "/account/second-step/recovery-codes"
    assert client.get("/for/caseworkers").content == b"for caseworkers"
    assert "account.second_factor_added" in acts(reference)


def test_from_then_on_the_password_alone_opens_nothing(client):
    reference = people.sam()
    secret = actions.enrol_totp(account=reference, by=people.TOWN)
    assert people.sign_in(client, people.SAM["email"]).headers["Location"] == "/sign-in/second-step"
    assert client.get("/for/staff").status_code == 302
    assert client.get("/account").headers["Location"].startswith("/sign-in")
    assert "The code is not right" in client.post("/sign-in/second-step", {"code": "123"}).content.decode()
    client.post("/sign-in/second-step", {"code": people.code_of(secret)})
    assert client.get("/for/staff").content == b"for staff"
    assert acts(reference)[-2:] == ["account.second_factor_refused", "account.signed_in"]


def test_a_code_from_the_app_cannot_be_used_twice(client):
    reference = people.sam()
    code = people.code_of(actions.enrol_totp(account=reference, by=people.TOWN))
    for seen_by in (client, Client()):
        people.sign_in(seen_by, people.SAM["email"])
        seen_by.post("/sign-in/second-step", {"code": code})
    assert client.get("/for/staff").status_code == 200
    assert seen_by.get("/for/staff").status_code == 302


def test_guessing_codes_stops_after_five(client):
    reference = people.sam()
    secret = actions.enrol_totp(account=reference, by=people.TOWN)
    people.sign_in(client, people.SAM["email"])
    for _again in range(5):
        client.post("/sign-in/second-step", {"code": "000000"})
    page = client.post("/sign-in/second-step", {"code": people.code_of(secret)})
    assert "You have tried too often" in page.content.decode()
    assert client.get("/for/staff").status_code == 302


def test_without_the_phone_a_recovery_code_works_once(client):
    reference = people.sam()
    actions.enrol_totp(account=reference, by=people.TOWN)
    code = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
    for attempt, opened in ((client, 200), (Client(), 302)):
        people.sign_in(attempt, people.SAM["email"])
        attempt.post("/sign-in/second-step", {"code": f"{code[:4]} {code[4:]}"})
        assert attempt.get("/for/staff").status_code == opened


def test_recovery_codes_are_shown_downloaded_and_replaced(client):
    people.sam()
    people.sign_in(client, people.SAM["email"])
    secret = secret_on(client.get("/account/second-step/app").content.decode())
    client.post("/account/second-step/app", {"code": people.code_of(secret)})
    old = client.get("/account/second-step/recovery-codes/download")
    assert old.headers["Content-Disposition"] == 'attachment; filename="recovery-codes.txt"'
    codes = old.content.decode().split("\n")
    assert len([line for line in codes if line]) == 10
    assert codes[0] in client.get("/account/second-step/recovery-codes").content.decode()
    client.post("/account/second-step/recovery-codes/new")
    assert codes[0] not in client.get("/account/second-step/recovery-codes").content.decode()


def test_staff_cannot_remove_their_only_second_step_but_catrin_can(client):
    sam = people.sam()
    secret = actions.enrol_totp(account=sam, by=people.TOWN)
    people.sign_in(client, people.SAM["email"])
    client.post("/sign-in/second-step", {"code": people.code_of(secret)})
    page = client.post("/account/second-step/app/remove")
    assert "Staff always need a second step" in page.content.decode()
    assert queries.account(sam).has_second_factor

    catrin = people.catrin()
    secret = actions.enrol_totp(account=catrin, by=people.TOWN)
    her = Client()
    people.sign_in(her)
    her.post("/sign-in/second-step", {"code": people.code_of(secret)})
    her.post("/account/second-step/app/remove")
    assert not queries.account(catrin).has_second_factor
    assert "account.second_factor_removed" in acts(catrin)


def test_a_sensitive_page_asks_again_when_the_last_proof_is_old(client):
    people.catrin()
    people.sign_in(client)
    assert client.get("/account/second-step/app").status_code == 200
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] = time.time() - 301
    session.save()
    asked = client.get("/account/second-step/app")
    assert asked.headers["Location"] == "/account/prove?next=%2Faccount%2Fsecond-step%2Fapp"
    wrong = client.post(asked.headers["Location"], {"password": "not her password"})
    assert "The password is not right" in wrong.content.decode()
    right = client.post(asked.headers["Location"], {"password": people.PASSWORD})
    assert right.headers["Location"] == "/account/second-step/app"
    assert client.get("/account/second-step/app").status_code == 200


def test_our_own_sensitive_pages_ask_again_too_and_carry_on_with_what_was_sent(client):
    people.catrin()
    people.sign_in(client)
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] = time.time() - 301
    session.save()
    asked = client.post("/for/proved", {"said": "twelve"})
    assert asked.headers["Location"] == "/account/prove?next=%2Ffor%2Fproved"
    assert client.post(asked.headers["Location"], {"password": people.PASSWORD}).content == b"proved twelve"


def test_a_role_given_while_signed_in_ends_the_session_that_never_passed_a_second_step(client):
    reference = people.catrin()
    people.sign_in(client)
    actions.appoint_staff(account=reference, role=Role.TEAM_LEADER, by=people.TOWN)
    assert client.get("/for/staff").headers["Location"].startswith("/session/ended")


def test_the_demonstration_signs_in_a_persona_and_nowhere_else(client, settings):
    reference = people.sam()
    client.get(f"/for/demonstration/{reference}")
    assert client.get("/for/caseworkers").content == b"for caseworkers"
    settings.DEMO = False
    with pytest.raises(actions.NotADemonstration):
        client.get(f"/for/demonstration/{reference}")


def passkey_for(page: str, *, can_be_copied: bool) -> str:
    """What a device would answer to the page's question, as its form sends it."""
    options = json.loads(html.unescape(re.search(r"data-passkey-options='(.+?)'", page).group(1)))["publicKey"]
    kind = AuthenticatorData.FLAG
    flags = kind.UP | kind.UV | kind.AT | (kind.BE if can_be_copied else 0)
    public_key = ES256.from_cryptography_key(ec.generate_private_key(ec.SECP256R1()).public_key())
    made = AttestedCredentialData.create(Aaguid.NONE, b"the-only-key-here", public_key)
    of_site = hashlib.sha256(options["rp"]["id"].encode()).digest()
    answer = AttestationObject.create("none", AuthenticatorData.create(of_site, flags, 0, made), {})
    asked = CollectedClientData.create("webauthn.create", options["challenge"], "http://testserver")
    key = websafe_encode(b"the-only-key-here")
    response = {"clientDataJSON": websafe_encode(asked), "attestationObject": websafe_encode(answer), "transports": []}
    return json.dumps({"type": "public-key", "id": key, "rawId": key, "response": response})


@pytest.mark.parametrize("can_be_copied", [True, False])
def test_where_staff_must_use_hardware_a_passkey_that_can_be_copied_is_refused(client, settings, can_be_copied):
    settings.STAFF_PASSKEYS = "require_hardware"
    reference = people.sam()
    people.sign_in(client, people.SAM["email"])
    page = client.get("/account/second-step/passkeys/add").content.decode()
    assert "Staff need a passkey that stays on one device" in page
    credential = passkey_for(page, can_be_copied=can_be_copied)
    answer = client.post("/account/second-step/passkeys/add", {"name": "Key", "credential": credential})
    assert queries.account(reference).has_second_factor is not can_be_copied
    assert (answer.status_code, client.get("/for/staff").status_code) == ((200, 302) if can_be_copied else (302, 200))


def test_a_passkey_that_is_no_answer_at_all_is_refused_in_words(client):
    people.catrin()
    people.sign_in(client)
    for nonsense in ("", "{}", "[]", "null", '{"type": "public-key"}', "not json"):
        page = client.post("/account/second-step/passkeys/add", {"name": "Key", "credential": nonsense})
        assert page.status_code == 200, nonsense
        assert "There is a problem" in page.content.decode(), nonsense


def test_a_sign_in_with_a_passkey_that_is_no_answer_leads_back_in_words(client):
    for nonsense in (
        "",
        "{}",
        "[]",
        "7",
        '{"response": "x"}',
        '{"id": "a", "rawId": "a", "response": {"userHandle": 7}}',
    ):
        client.get("/sign-in/passkey")
        page = client.post("/sign-in/passkey", {"credential": nonsense}, follow=True)
        assert page.redirect_chain[-1][0] == "/sign-in", nonsense
        assert "Important" in page.content.decode(), nonsense
    assert audit.trail(about="no such account")[-1].act == "account.passkey_refused"
