"""Tells Django this app's name and label."""

from django.apps import AppConfig


class ChatPagesConfig(AppConfig):
    name = "childmaintenance.portals.chat"
    label = "chat_pages"
    default_auto_field = "django.db.models.BigAutoField"
