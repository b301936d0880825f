"""Tells Django about the room for people who build on the rules."""

from django.apps import AppConfig


class DevelopersConfig(AppConfig):
    name = "childmaintenance.portals.developers"
    label = "developers"
    verbose_name = "Developers"
