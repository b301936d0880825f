"""Opening accounts, appointing staff, enrolling a second factor: each once, each audited."""

import pytest
from django.db import IntegrityError, transaction

from childmaintenance.accounts import actions, queries
from childmaintenance.accounts.models import StaffRole, User
from childmaintenance.accounts.terms import Role
from childmaintenance.foundation import audit
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.identifiers import is_reference

pytestmark = pytest.mark.django_db
TOWN = Actor.system("town")


def open_account(email: str = "Catrin@Example.com", **options: object) -> str:
    return actions.open_account(
        **{"email": email, "password": "three random words", "name": "Catrin Rees", "language": "cy", "by": TOWN}
        | options
    )


def acts(reference: str) -> list[str]:
    return [line.act for line in audit.trail(about=reference)]


def test_an_account_is_opened_with_its_address_in_lower_case():
    reference = open_account()
    account = queries.account(reference)
    assert is_reference(reference, "U")
    assert (account.email, account.name, account.language) == ("catrin@example.com", "Catrin Rees", "cy")
    assert (account.roles, account.has_second_factor, account.is_open) == (frozenset(), False, True)
    assert queries.account_with_email(" CATRIN@example.com ") == account
    assert acts(reference) == ["account.opened"]


def test_a_second_account_with_the_same_address_is_refused_and_leaves_nothing():
    open_account()
    with pytest.raises(actions.EmailTaken):
        open_account(email="catrin@EXAMPLE.com")
    assert User.objects.count() == 1


def test_a_password_is_the_same_however_its_accents_were_typed():
    reference = open_account(password="t\u0175r uchel iawn")
    account = User.objects.get(reference=reference)
    assert account.check_password("tŵr uchel iawn")


def test_without_a_password_nobody_can_sign_in():
    assert not User.objects.get(reference=open_account(password=None)).has_usable_password()


def test_a_role_is_given_once_and_ended_once_and_its_row_stays():
    reference = open_account()
    for _again in range(2):
        actions.appoint_staff(account=reference, role=Role.CASEWORKER, by=TOWN)
    assert queries.account(reference).roles == {Role.CASEWORKER}
    assert [account.reference for account in queries.staff()] == [reference]
    for _again in range(2):
        actions.end_staff(account=reference, role=Role.CASEWORKER, by=TOWN)
    assert queries.account(reference).roles == frozenset()
    assert queries.staff() == []
    row = StaffRole.objects.get()
    assert (row.appointed_by, row.ended_by) == ("system:town", "system:town")
    assert acts(reference) == ["account.opened", "account.role_given", "account.role_ended"]


def test_the_database_refuses_a_role_held_twice_or_ended_by_nobody():
    reference = open_account()
    actions.appoint_staff(account=reference, role=Role.CASEWORKER, by=TOWN)
    row = StaffRole.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        StaffRole.objects.filter(pk=row.pk).update(ended_at=row.appointed_at)
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_the_secret_of_an_app_is_given_once_and_kept_encrypted():
    from allauth.mfa.models import Authenticator

    reference = open_account()
    secret = actions.enrol_totp(account=reference, by=TOWN)
    assert queries.account(reference).has_second_factor
    with pytest.raises(actions.AlreadyEnrolled):
        actions.enrol_totp(account=reference, by=TOWN)
    stored = Authenticator.objects.filter(type="totp").get().data["secret"]
    assert secret not in stored
    assert acts(reference)[-1] == "account.second_factor_added"


def test_an_unknown_reference_is_said_so():
    with pytest.raises(queries.NoSuchAccount):
        queries.account("U-0000-0000-0")
    with pytest.raises(queries.NoSuchAccount):
        actions.close_account(account="U-0000-0000-0", by=TOWN)
