"""Finds the account of a signed-in session, with its roles in the same query."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from childmaintenance.accounts.models import StaffRole, User


class SignInBackend(AuthenticationBackend):
    """allauth's check of e-mail address and password; the account comes with `roles_held`, a list of role names."""

    def get_user(self, user_id: int) -> User | None:
        roles = StaffRole.objects.filter(account=OuterRef("pk"), ended_at=None).values("role")
        return User.objects.filter(pk=user_id, closed_at=None).annotate(roles_held=ArraySubquery(roles)).first()
