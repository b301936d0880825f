"""Tells Django this app's name and label."""

from django.apps import AppConfig


class ChatConfig(AppConfig):
    name = "childmaintenance.chat"
    label = "chat"
    default_auto_field = "django.db.models.BigAutoField"
