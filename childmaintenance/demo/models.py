"""What the town remembers about itself: which of its people is which account, party and case, and how long it has lived."""

from django.db import models


class Town(models.Model):
    """The one town. `built_at` is empty while it is being built, so that half a town is never shown."""

    first_day = models.DateField()
    last_day = models.DateField()
    lived_until = models.DateField(null=True)
    seed = models.PositiveIntegerField()
    only = models.JSONField(default=list)
    built_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_town")]


class Resident(models.Model):
    """One of the town's people, by the key of families.toml: `family.receiving`, `halfway.key`, `staff.key`."""

    key = models.CharField(max_length=60, unique=True)
    account = models.ForeignKey(
        "accounts.User", to_field="reference", null=True, on_delete=models.PROTECT, related_name="+"
    )
    party = models.ForeignKey(
        "parties.Party", to_field="reference", null=True, on_delete=models.PROTECT, related_name="+"
    )


class Household(models.Model):
    """The case of one family of the town."""

    family = models.CharField(max_length=60, unique=True)
    case = models.OneToOneField("cases.Case", to_field="reference", on_delete=models.PROTECT, related_name="+")
