"""Tells Django about the house's front door, and wires what happened to what follows, and what is sent to the words shown."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "childmaintenance.config"
    label = "config"
    verbose_name = "Settings"

    def ready(self) -> None:
        """Say who knows what follows from an event, and who keeps the words that people are shown."""
        from childmaintenance import consequences  # every room's acts are behind it, and models can be read only now
        from childmaintenance.foundation import outbox
        from childmaintenance.journeys import shown
        from childmaintenance.privacy import collecting

        outbox.on_event(consequences.follow)
        shown.kept_by(collecting.words_shown)
