"""Tells Django about guidance: it has a catalogue, and content that is checked when the service starts."""

from django.apps import AppConfig


class GuidanceConfig(AppConfig):
    name = "childmaintenance.guidance"
    label = "guidance"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Read and check every shelf now, so that broken content is found before anybody reads it."""
        from childmaintenance.guidance import guides, leaflets, pages, questions  # noqa: F401 -- each shelf registers itself
        from childmaintenance.guidance.organisations import programme  # noqa: F401
        from childmaintenance.guidance.shelf import Shelf

        for shelf in Shelf.every:
            shelf.pages()
