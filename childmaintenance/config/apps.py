"""Tells Django about the house's front door, and wires what happened to what follows."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "childmaintenance.config"
    label = "config"
    verbose_name = "Settings"

    def ready(self) -> None:
        """Say who knows what follows from an event."""
        from childmaintenance import consequences  # every room's acts are behind it, and models can be read only now
        from childmaintenance.foundation import outbox

        outbox.on_event(consequences.follow)
