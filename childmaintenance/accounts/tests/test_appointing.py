"""The first team leader is appointed from the machine, signs in by a link, and sets up a second step."""

import pytest
from django.core.management import CommandError, call_command

from childmaintenance.accounts import queries
from childmaintenance.accounts.terms import Role
from childmaintenance.accounts.tests import people

pytestmark = pytest.mark.django_db


def test_the_first_team_leader_comes_from_nothing(client, capsys):
    call_command("appoint", "Mair@example.org", "team_leader", name="Mair Puw", language="cy")
    account = queries.account_with_email("mair@example.org")
    assert account.roles == {Role.TEAM_LEADER}
    assert "Opened" in capsys.readouterr().out
    client.post("/cy/forgotten-password", {"email": "mair@example.org"})
    form = client.get(people.link_in_email(), follow=True).redirect_chain[-1][0]
    client.post(form, {"password1": "a new and long password"})
    people.sign_in(client, "mair@example.org", "a new and long password")
    client.post("/confirm-email", {"code": people.code_in_email()})
    assert client.get("/account").headers["Location"] == "/account/second-step/first"


def test_a_role_is_ended_from_the_machine_too(capsys):
    people.sam(Role.CASEWORKER)
    call_command("appoint", people.SAM["email"], "caseworker", end=True)
    assert queries.account_with_email(people.SAM["email"]).roles == frozenset()


def test_a_slip_in_the_address_opens_nothing():
    with pytest.raises(CommandError, match="No account signs in with"):
        call_command("appoint", "nobody@example.org", "caseworker")
    assert queries.account_with_email("nobody@example.org") is None
