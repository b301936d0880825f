"""./run appoint: give somebody a staff role from the machine itself, which is how the first team leader comes to be."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from childmaintenance.accounts import actions, queries
from childmaintenance.accounts.terms import Language, Role
from childmaintenance.foundation.actor import Actor

BY = Actor.system("appoint")


class Command(BaseCommand):
    """Opens the account when there is none; its holder sets a password by the link that "I have forgotten my password" sends."""

    help = "Give an account a staff role, or end it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("role", choices=[*Role.values])
        parser.add_argument("--name", default="", help="for a new account: the full name of its holder")
        parser.add_argument("--language", default=Language.ENGLISH, choices=[*Language.values])
        parser.add_argument("--end", action="store_true", help="end the role instead")

    def handle(self, *, email: str, role: str, name: str, language: str, end: bool, **_options: Any) -> None:
        validate_email(email)
        account = queries.account_with_email(email)
        if account is None and (end or not name):
            raise CommandError(f"No account signs in with {email}. To open one, say whose it is: --name 'Full Name'.")
        reference = account.reference if account else self.opened(email, name, language)
        change = actions.end_staff if end else actions.appoint_staff
        change(account=reference, role=Role(role), by=BY)
        self.stdout.write(f"{reference} {'no longer holds' if end else 'now holds'} the role {role}.")

    def opened(self, email: str, name: str, language: str) -> str:
        reference = actions.open_account(email=email, password=None, name=name, language=language, by=BY)
        self.stdout.write(f"Opened {reference}. To sign in, choose “I have forgotten my password” on the sign-in page.")
        return reference
