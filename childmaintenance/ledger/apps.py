"""Tells Django this app's name and label."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "childmaintenance.ledger"
    label = "ledger"
    default_auto_field = "django.db.models.BigAutoField"
