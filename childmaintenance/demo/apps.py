"""Tells Django this app's name and label."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "childmaintenance.demo"
    label = "demo"
    default_auto_field = "django.db.models.BigAutoField"
