"""Tells Django this app's name and label."""

from django.apps import AppConfig


class CollectionConfig(AppConfig):
    name = "childmaintenance.collection"
    label = "collection"
    default_auto_field = "django.db.models.BigAutoField"
