"""Who may open a page: the public, staff, a role; and what everybody else is told."""

import pytest
from django.test import Client

from childmaintenance.accounts import access, actions, urls
from childmaintenance.accounts.terms import Role
from childmaintenance.accounts.tests import people
from childmaintenance.foundation import audit

pytestmark = [pytest.mark.django_db, pytest.mark.urls("childmaintenance.accounts.tests.addresses")]


def signed_in_staff(*roles: Role) -> tuple[Client, str]:
    reference = people.sam(*roles)
    client = Client()
    client.get(f"/for/demonstration/{reference}")
    return client, reference


def refusals(reference: str) -> list[tuple[str, str]]:
    return [(line.about, line.why) for line in audit.trail(by=reference) if line.manner == "refused"]


def test_a_stranger_is_shown_the_door_and_brought_back(client):
    assert client.get("/for/anyone").content == b"for anyone"
    for page in ("/for/people", "/for/staff", "/for/caseworkers"):
        assert client.get(page).headers["Location"] == f"/sign-in?next={page.replace('/', '%2F')}"


def test_a_member_of_the_public_does_not_learn_which_pages_staff_have(client):
    reference = people.catrin()
    people.sign_in(client)
    assert client.get("/for/people").content == b"for people"
    assert client.get("/for/caseworkers").status_code == 404
    assert refusals(reference) == [("for_caseworkers", "a member of the public at a page for staff")]


def test_staff_are_told_that_a_page_is_for_the_public_or_for_another_role():
    client, reference = signed_in_staff(Role.CASEWORKER)
    assert client.get("/for/caseworkers").content == b"for caseworkers"
    for page in ("/for/people", "/for/officers"):
        refused = client.get(page)
        assert refused.status_code == 403
        assert "You cannot open this page" in refused.content.decode()
    assert refusals(reference) == [
        ("for_people", "a member of staff at a page for the public"),
        ("for_officers", "needs the role payments_officer"),
    ]


def test_one_of_several_roles_is_enough():
    client, _reference = signed_in_staff(Role.PAYMENTS_OFFICER, Role.CASEWORKER)
    assert client.get("/for/caseworkers").status_code == client.get("/for/officers").status_code == 200


def test_the_moment_a_role_ends_its_pages_close():
    client, reference = signed_in_staff(Role.CASEWORKER)
    actions.end_staff(account=reference, role=Role.CASEWORKER, by=people.TOWN)
    assert client.get("/for/caseworkers").status_code == 302


def test_the_actor_is_the_account(rf, client):
    reference = people.catrin()
    people.sign_in(client)
    request = client.get("/for/people").wsgi_request
    actor = access.actor_of(request)
    assert (actor.kind, actor.reference, actor.name) == ("person", reference, "Catrin Rees")
    with pytest.raises(access.NotSignedIn):
        access.actor_of(Client().get("/for/anyone").wsgi_request)


def test_asking_who_somebody_is_takes_two_queries(client, django_assert_num_queries):
    people.catrin()
    people.sign_in(client)
    with django_assert_num_queries(2):  # the session, and the account with its roles
        client.get("/for/people")


def test_every_page_of_this_room_says_who_may_use_it():
    assert [pattern.name for pattern in urls.urlpatterns if not getattr(pattern.callback, "who_may", "")] == []
