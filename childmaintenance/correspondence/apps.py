"""Tells Django this app's name and label."""

from django.apps import AppConfig


class CorrespondenceConfig(AppConfig):
    name = "childmaintenance.correspondence"
    label = "correspondence"
    default_auto_field = "django.db.models.BigAutoField"
