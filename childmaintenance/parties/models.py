"""Parents, other people with care, and children. A newer row of details replaces an older one; none is edited."""

from django.db import models
from django.db.models import Q

from childmaintenance.parties.terms import AlsoAs, CorrespondenceLanguage


class Party(models.Model):
    """A parent, or another person with care."""

    reference = models.CharField(max_length=24, unique=True)
    full_name = models.CharField(max_length=200)
    known_as = models.CharField(max_length=100)
    date_of_birth = models.DateField(null=True)
    nino = models.CharField(max_length=9, blank=True)
    account = models.OneToOneField(
        "accounts.User", to_field="reference", null=True, on_delete=models.PROTECT, related_name="+"
    )
    registered_at = models.DateTimeField()
    registered_by = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["nino"], condition=~Q(nino=""), name="party_by_nino")]


class ContactDetails(models.Model):
    """How to reach a party, from `since` until the next row."""

    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=4, choices=CorrespondenceLanguage.choices)
    email = models.CharField(max_length=254, blank=True)
    phone = models.CharField(max_length=32, blank=True)
    address = models.TextField(blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    safe_contact = models.TextField(blank=True)
    large_print = models.BooleanField(default=False)
    also_as = models.CharField(max_length=8, choices=AlsoAs.choices, blank=True, default="", db_default="")
    """Braille or sound, besides."""
    since = models.DateTimeField()
    given_by = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["party", "-id"], name="contact_newest")]


class BankAccount(models.Model):
    """Where a party is paid, from `since` until the next row."""

    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    account_name = models.CharField(max_length=70)
    sort_code = models.CharField(max_length=6)
    account_number = models.CharField(max_length=8)
    roll_number = models.CharField(max_length=18, blank=True)
    since = models.DateTimeField()
    given_by = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["party", "-id"], name="bank_account_newest")]


class Child(models.Model):
    reference = models.CharField(max_length=24, unique=True)
    first_name = models.CharField(max_length=100)
    full_name = models.CharField(max_length=200)
    date_of_birth = models.DateField()


class Invitation(models.Model):
    """A one-time code, sent by letter, that ties an account to the party written to. Only its hash is kept."""

    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="+")
    code_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
