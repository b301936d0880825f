"""What may be answered, form by form."""

from typing import Any

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from childmaintenance.foundation import forms
from childmaintenance.journeys.terms import QuestionForm
from childmaintenance.portals.calculator.nights import NIGHTS_IN_A_YEAR, band_in_words, bands_of_nights, in_a_week
from childmaintenance.portals.calculator.said import EXACT, children_of
from childmaintenance.portals.calculator.who import Side

MOST_CHILDREN = 10


class Who(QuestionForm):
    who = forms.Choice(
        choices=[
            (Side.PAYS.value, _("I would pay it")),
            (Side.GETS.value, _("I would get it")),
            (Side.HELPS.value, _("I am asking for somebody else")),
        ],
        missing=_("Select whether you would pay or get child maintenance"),
    )


class Nation(QuestionForm):
    nation = forms.Choice(
        choices=[
            ("england", _("England")),
            ("scotland", _("Scotland")),
            ("wales", _("Wales")),
            ("northern_ireland", _("Northern Ireland")),
        ],
        missing=_("Select a nation"),
        help_text=_("Northern Ireland has a law of its own. The amounts are the same."),
    )


class Parents(QuestionForm):
    parents = forms.Choice(
        choices=[
            ("1", pgettext_lazy("parents", "One")),
            ("2", pgettext_lazy("parents", "Two")),
            ("3", pgettext_lazy("parents", "Three")),
            ("4", pgettext_lazy("parents", "Four")),
        ],
        missing=_("Select how many parents"),
        help_text=_("Count each parent, or other carer, that some of the children live with."),
    )


class Children(QuestionForm):
    count = forms.WholeNumber(
        called=_("The number of children"),
        missing=_("Enter how many children"),
        least=1,
        highest=MOST_CHILDREN,
        width=2,
        help_text=_("Children under 16, and under 20 while they are at school or college or in approved training."),
    )


class Nights(QuestionForm):
    """The bands of the law as they are today; the words follow the figures."""

    nights = forms.Choice(choices=[], missing=_("Select how often the children stay overnight"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["nights"]
        assert isinstance(field, forms.Choice)
        bands = bands_of_nights()
        field.hints = {str(least): in_a_week(least, most) for least, most in bands}
        field.choices = [
            *((str(least), band_in_words(least, most)) for least, most in bands),
            (EXACT, gettext("I want to give the number of nights for each child")),
        ]
        field.or_before = EXACT


class ExactNights(QuestionForm):
    """A box for each child; those beyond the number of children are not asked."""

    about = 0

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in list(self.fields)[children_of(self.answers, self.about) :]:
            del self.fields[name]
        for place, field in enumerate(self.fields.values(), start=1):
            assert isinstance(field, forms.WholeNumber)
            field.label = field.called = gettext("Child %(number)d") % {"number": place}


def exact_nights(about: int) -> type[QuestionForm]:
    """The form for the children of one receiving parent."""
    boxes = {
        f"child_{place + 1}": forms.WholeNumber(
            missing=_("Enter a number of nights, or 0"), highest=NIGHTS_IN_A_YEAR, width=3, suffix=_("nights a year")
        )
        for place in range(MOST_CHILDREN)
    }
    return type(f"ExactNights{about}", (ExactNights,), {**boxes, "about": about, "__doc__": ExactNights.__doc__})


class OtherChildren(QuestionForm):
    any = forms.YesNo(reveals={"yes": "count"}, missing=_("Select yes if other children live there"))
    count = forms.WholeNumber(
        label=_("How many?"),
        called=_("The number of children"),
        missing=_("Enter how many children"),
        least=1,
        highest=MOST_CHILDREN,
        width=2,
    )


class OtherArrangement(QuestionForm):
    any = forms.YesNo(reveals={"yes": "count"}, missing=_("Select yes if other children are paid for"))
    count = forms.WholeNumber(
        label=_("For how many children?"),
        called=_("The number of children"),
        missing=_("Enter for how many children"),
        least=1,
        highest=MOST_CHILDREN,
        width=2,
    )


class Situation(QuestionForm):
    situation = forms.Choice(
        choices=[
            ("none", _("None of these")),
            ("44(1)", _("Gets a benefit in the first list")),
            ("44(2)", _("Gets a benefit in the second list, or their partner does")),
            ("prisoner", _("Is in prison")),
            ("care_home", _("Lives in a care home or hospital, and gets a benefit or help with the cost")),
            ("child", _("Is under 16, or under 20 and in approved education")),
            ("age16_17_benefit", _("Is 16 or 17, and they or their partner get an income benefit")),
            ("training", _("Gets an allowance for work-based training for young people")),
        ],
        missing=_("Select what is true, or “None of these”"),
    )


class PartnerPays(QuestionForm):
    partner_pays = forms.YesNo(missing=_("Select yes if the partner pays child maintenance too"))


class Income(QuestionForm):
    every = forms.Choice(
        choices=[
            ("W", _("I know it by the week")),
            ("M", _("I know it by the month")),
            ("Y", _("I know it by the year")),
            ("unknown", _("I do not know it")),
        ],
        hints={"unknown": _("We show you the amount for a range of incomes.")},
        reveals={"W": "week", "M": "month", "Y": "year"},
        or_before="unknown",
        missing=_("Select how you know the income, or that you do not know it"),
    )
    week = forms.Pounds(label=_("Pounds a week"), called=_("The income"), missing=_("Enter the income"))
    month = forms.Pounds(label=_("Pounds a month"), called=_("The income"), missing=_("Enter the income"))
    year = forms.Pounds(label=_("Pounds a year"), called=_("The income"), missing=_("Enter the income"))
