"""The other parent: whatever is known. Only the name is needed, and nobody is asked to find anything out."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from childmaintenance.foundation import clock, forms
from childmaintenance.journeys.terms import Question, QuestionForm, Retention, Section
from childmaintenance.portals.parents.journeys.questions.person import MOST_NAME
from childmaintenance.portals.parents.journeys.who import other_parent, receives


class TheirName(QuestionForm):
    full_name = forms.FullName(
        label=_("Full name"),
        called=_("The other parent’s full name"),
        missing=_("Enter the other parent’s full name"),
        autocomplete="off",
        most=MOST_NAME,
    )
    known_as = forms.Name(
        label=_("What are they usually called? (optional)"),
        called=_("What they are called"),
        required=False,
        most=80,
        autocomplete="off",
    )


class TheirBirth(QuestionForm):
    date_of_birth = forms.Date(
        label=_("Date of birth (optional)"), called=_("The date of birth"), required=False, latest=clock.today
    )
    nino = forms.NationalInsuranceNumber(label=_("National Insurance number (optional)"), required=False)


class TheirAddress(QuestionForm):
    line_1 = forms.Text(label=_("Address line 1 (optional)"), called=_("Address line 1"), required=False, most=100)
    line_2 = forms.Text(label=_("Address line 2 (optional)"), called=_("Address line 2"), required=False, most=100)
    town = forms.Text(label=_("Town or city (optional)"), called=_("Town or city"), required=False, most=60, width=20)
    county = forms.Text(label=_("County (optional)"), called=_("County"), required=False, most=60, width=20)
    postcode = forms.Postcode(label=_("Postcode (optional)"), required=False, autocomplete="off")


class TheirReach(QuestionForm):
    phone = forms.Phone(label=_("Phone number (optional)"), required=False, autocomplete="off")
    email = forms.Email(label=_("Email address (optional)"), required=False, autocomplete="off")


class TheirWork(QuestionForm):
    employer = forms.Text(called=_("The employer’s name"), required=False, most=150, width=30)


OTHER_PARENT = Section(
    "other-parent",
    _("The other parent"),
    (
        Question(
            "their-name",
            _("What is the other parent’s name?"),
            TheirName,
            personal=Retention.CASE,
        ),
        Question(
            "their-birth",
            _("Do you know any of these?"),
            TheirBirth,
            personal=Retention.CASE,
            guidance="parents/journeys/their_birth.html",
        ),
        Question(
            "their-address",
            lambda answers: (
                gettext("What is the last address you know for %(name)s?") % {"name": other_parent(answers)}
            ),
            TheirAddress,
            personal=Retention.CONTACT,
            guidance="parents/journeys/their_address.html",
        ),
        Question(
            "their-reach",
            lambda answers: gettext("How can we reach %(name)s?") % {"name": other_parent(answers)},
            TheirReach,
            personal=Retention.CONTACT,
            guidance="parents/journeys/their_reach.html",
        ),
        Question(
            "their-work",
            lambda answers: gettext("Where does %(name)s work? (optional)") % {"name": other_parent(answers)},
            TheirWork,
            personal=Retention.CASE,
            when=receives,
            short=_("Where they work"),
            guidance="parents/journeys/their_work.html",
        ),
    ),
    after=("you", "home"),
)
