"""Tells Django this app's name and label."""

from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "childmaintenance.portals.public"
    label = "public"
    default_auto_field = "django.db.models.BigAutoField"
