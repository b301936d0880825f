"""Django's forms drawn with the upstream macros. Named by FORM_RENDERER in settings."""

from typing import Any

from django.forms.renderers import BaseRenderer
from django.template import engines


class UpstreamMacros(BaseRenderer):
    """`{{ form }}` and `{{ field.as_field_group() }}` for every form of the service and of its libraries."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"

    def get_template(self, template_name: str) -> Any:
        """One of our Jinja templates."""
        return engines["jinja2"].get_template(template_name)
