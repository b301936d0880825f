"""Tells Django about the house's front door, and wires what happened to what follows."""

from typing import TYPE_CHECKING

from django.apps import AppConfig

if TYPE_CHECKING:
    from childmaintenance.foundation.outbox import Event


class ConfigConfig(AppConfig):
    name = "childmaintenance.config"
    label = "config"
    verbose_name = "Settings"

    def ready(self) -> None:
        """Say who knows what follows from an event."""
        from childmaintenance.foundation import outbox  # its models can be read only now

        outbox.on_event(follow)


def follow(event: "Event") -> None:
    """Turn to the one page that says what follows. Every room's acts are behind it, so it is read when first needed."""
    from childmaintenance import consequences

    consequences.follow(event)
