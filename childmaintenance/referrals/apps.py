"""Tells Django this app's name and label."""

from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    name = "childmaintenance.referrals"
    label = "referrals"
    default_auto_field = "django.db.models.BigAutoField"
