"""The audit, the outbox and the town's calendar."""

import django.db.models.functions.datetime
from django.db import migrations, models

from childmaintenance.foundation.append_only import AppendOnly


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="AuditLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("written_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "manner",
                    models.CharField(choices=[("act", "Act"), ("read", "Read"), ("refused", "Refused")], max_length=7),
                ),
                ("actor_kind", models.CharField(max_length=6)),
                ("actor", models.CharField(max_length=80)),
                ("act", models.CharField(max_length=80)),
                ("about", models.CharField(max_length=80)),
                ("case", models.CharField(blank=True, default="", max_length=24)),
                ("why", models.TextField(blank=True, default="")),
            ],
            options={
                "indexes": [
                    models.Index(fields=["about", "at"], name="foundation_audit_about"),
                    models.Index(fields=["actor", "at"], name="foundation_audit_actor"),
                    models.Index(
                        condition=models.Q(("case", ""), _negated=True),
                        fields=["case", "at"],
                        name="foundation_audit_case",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("manner__in", ["act", "read", "refused"])),
                        name="foundation_audit_manner_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("actor_kind__in", ["person", "staff", "system"])),
                        name="foundation_audit_actor_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("actor", ""), _negated=True), models.Q(("act", ""), _negated=True)
                        ),
                        name="foundation_audit_says_who_and_what",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OutboxEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60)),
                ("references", models.JSONField()),
                ("announced_at", models.DateTimeField()),
                ("followed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("followed_at", None)),
                        fields=["announced_at"],
                        name="foundation_outbox_waiting",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TownClock",
            fields=[
                ("id", models.SmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("day", models.DateField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="foundation_townclock_is_one")
                ],
            },
        ),
        AppendOnly("foundation_auditline"),
    ]
