"""What is stored about signing in: accounts, roles of staff, sessions. Who a person is to a case is kept in `parties`."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.functional import cached_property

from childmaintenance.accounts.terms import Ended, Language, Role


class User(AbstractBaseUser):
    """Somebody who can sign in. The e-mail address is the login and is kept in lower case."""

    reference = models.CharField(max_length=20, unique=True)
    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=200)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.ENGLISH)
    created_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    notice_seen = models.PositiveSmallIntegerField(default=0)
    """The newest version of the privacy notice that its holder says they have seen; each time is kept in `privacy`."""

    objects = BaseUserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="accounts_user_email_lower"),
            models.CheckConstraint(condition=~models.Q(reference=""), name="accounts_user_has_reference"),
        ]

    def __str__(self) -> str:
        """The reference, because this text reaches logs and tracebacks."""
        return self.reference

    @property
    def is_active(self) -> bool:
        """Whether sign-in is allowed, under the name Django asks for."""
        return self.closed_at is None

    @cached_property
    def roles_held(self) -> list[str]:
        """The roles held today; sign-in's backend brings them with the account, so that a request asks nothing more."""
        return list(StaffRole.objects.filter(account=self, ended_at=None).values_list("role", flat=True))

    def get_full_name(self) -> str:
        return self.name


class StaffRole(models.Model):
    """One appointment: a row is never deleted, it ends."""

    account = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, choices=Role.choices)
    appointed_at = models.DateTimeField()
    appointed_by = models.CharField(max_length=80)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "role"], condition=models.Q(ended_at=None), name="accounts_role_held_once"
            ),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="accounts_role_known"),
            models.CheckConstraint(
                condition=models.Q(ended_at=None, ended_by="")
                | (models.Q(ended_at__isnull=False) & ~models.Q(ended_by="")),
                name="accounts_role_ended_by_somebody",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at=None) | models.Q(ended_at__gte=models.F("appointed_at")),
                name="accounts_role_ends_after_it_starts",
            ),
        ]


class Session(models.Model):
    """One browser's session. The key in the cookie is kept only as a digest, so that this table cannot sign anybody in."""

    key_digest = models.CharField(max_length=64, primary_key=True)
    reference = models.CharField(max_length=20, unique=True)
    account = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    data = models.TextField()
    device = models.CharField(max_length=80, blank=True, default="")
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField(db_index=True)
    idle_seconds = models.PositiveIntegerField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.CharField(max_length=24, blank=True, default="", choices=Ended.choices)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_at=None, ended_because="")
                | (models.Q(ended_at__isnull=False, data="") & ~models.Q(ended_because="")),
                name="accounts_session_ended_keeps_nothing",
            ),
        ]


class LimitEntry(models.Model):
    """One counter of tries, or one used code, in the shape Django's database cache reads and writes."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "accounts_limits"


class FormCount(models.Model):
    """How often a public form was sent from one network in one window of time; the key is a keyed hash of all three."""

    key_digest = models.CharField(max_length=64, primary_key=True)
    times = models.PositiveIntegerField()
    forgotten_at = models.DateTimeField(db_index=True)
