"""Tells Django about privacy: it stores what people allowed and refused, and which notice they have seen."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "childmaintenance.privacy"
    label = "privacy"
    default_auto_field = "django.db.models.BigAutoField"
