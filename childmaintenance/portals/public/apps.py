"""Tells Django this app's name and label."""

from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "childmaintenance.portals.public"
    label = "public"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """What is kept here to be looked at again stands in the editors' list."""
        from childmaintenance.guidance import reviews
        from childmaintenance.portals.public import reviewing

        reviews.also(reviewing.accessibility)
        reviews.also(reviewing.browsers)
