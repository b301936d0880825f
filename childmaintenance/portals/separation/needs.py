"""The form of needs: where somebody lives, what they want help with, and what is so for them."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from childmaintenance.foundation import forms
from childmaintenance.guidance.organisations.needs import Circumstance, Topic
from childmaintenance.guidance.terms import Nation

ANYWHERE = "anywhere"


class Needs(forms.Form):
    """Its choices follow the reader's language, so they are read when the form is made."""

    nation = forms.Choice(
        label=_("Where do you live?"), choices=[], missing=_("Select where you live, or “I would rather not say”")
    )
    topics = forms.Choices(
        label=_("What do you want help with?"), choices=[], missing=_("Select what you want help with")
    )
    circumstances = forms.Choices(
        label=_("Is any of this so for you? (if you like)"),
        help_text=_("Then we can put the right people first. You need not say."),
        choices=[],
        required=False,
    )

    def __init__(self, *args, **options):  # type: ignore[no-untyped-def]
        super().__init__(*args, **options)
        self.fields["nation"].choices = [
            *((one.value, one.label) for one in Nation),
            (ANYWHERE, _("I would rather not say")),
        ]
        self.fields["topics"].choices = [(one.value, one.label) for one in Topic]
        self.fields["topics"].hints = {one.value: one.hint for one in Topic}  # type: ignore[attr-defined]
        self.fields["circumstances"].choices = [(one.value, one.label) for one in Circumstance]


@dataclass(frozen=True, kw_only=True)
class Needed:
    """What somebody said they need."""

    topics: frozenset[Topic]
    nation: Nation | None
    circumstances: frozenset[Circumstance]

    @property
    def is_unsafe(self) -> bool:
        """Whether they are afraid of somebody."""
        return Circumstance.UNSAFE in self.circumstances


def needed(form: Needs) -> Needed:
    """What a valid form says."""
    said = form.cleaned_data
    return Needed(
        topics=frozenset(Topic(one) for one in said["topics"]),
        nation=None if said["nation"] == ANYWHERE else Nation(said["nation"]),
        circumstances=frozenset(Circumstance(one) for one in said["circumstances"]),
    )
