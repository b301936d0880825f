"""Who somebody is, and how we write to them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from childmaintenance.foundation import clock, forms
from childmaintenance.journeys.terms import Answers, Question, QuestionForm, Retention
from childmaintenance.parties.terms import AlsoAs, CorrespondenceLanguage
from childmaintenance.portals.parents.journeys.who import has_secret_name, is_new

MOST_NAME = 150


class Name(QuestionForm):
    full_name = forms.FullName(label=_("Full name"), missing=_("Enter your full name"), most=MOST_NAME)
    known_as = forms.Name(
        label=_("What should we call you? (optional)"),
        called=_("What we should call you"),
        required=False,
        most=80,
        help_text=_("If you leave this empty, we will use your first name."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if has_secret_name(self.answers):
            del self.fields["known_as"]  # it could be the very name that must stay unknown
            self.fields["full_name"].label = _("The name the other parent knows")


class NameNow(QuestionForm):
    name_now = forms.FullName(called=_("Your name now"), required=False, autocomplete="off", most=MOST_NAME)


class Born(QuestionForm):
    date_of_birth = forms.Date(
        called=_("Your date of birth"),
        missing=_("Enter your date of birth"),
        latest=clock.today,
        birthday=True,
        help_text=_("For example, 31 3 1980."),
    )


class Nino(QuestionForm):
    nino = forms.NationalInsuranceNumber(required=False)


class Letters(QuestionForm):
    language = forms.Choice(
        label=_("Language"),
        choices=[
            (CorrespondenceLanguage.ENGLISH.value, "English"),
            (CorrespondenceLanguage.WELSH.value, "Cymraeg"),
            (CorrespondenceLanguage.BOTH.value, _("Both, in one letter")),
        ],
        missing=_("Select the language for your letters"),
    )
    large_print = forms.YesNo(label=_("Large print"), missing=_("Select yes if you want large print"))
    also_as = forms.Choice(
        label=_("In braille or as sound too? (optional)"),
        choices=[(AlsoAs.BRAILLE.value, _("In braille")), (AlsoAs.SOUND.value, _("As sound")), ("no", _("No"))],
        required=False,
    )


class Reach(QuestionForm):
    email = forms.Email(label=_("Email address (optional)"), required=False)
    phone = forms.Phone(label=_("Phone number (optional)"), required=False)


class Post(QuestionForm):
    post = forms.Choice(
        choices=[
            ("yes", _("Yes, send letters to my home")),
            ("no", _("No, I will read them here when I sign in")),
        ],
        missing=_("Select whether we can send letters to your home"),
    )


class Address(QuestionForm):
    line_1 = forms.Text(
        label=_("Address line 1"),
        called=_("Address line 1"),
        missing=_("Enter address line 1, usually the building and street"),
        most=100,
        autocomplete="address-line1",
    )
    line_2 = forms.Text(
        label=_("Address line 2 (optional)"),
        called=_("Address line 2"),
        required=False,
        most=100,
        autocomplete="address-line2",
    )
    town = forms.Text(
        label=_("Town or city"),
        called=_("Town or city"),
        missing=_("Enter a town or city"),
        most=60,
        width=20,
        autocomplete="address-level2",
    )
    county = forms.Text(label=_("County (optional)"), called=_("County"), required=False, most=60, width=20)
    postcode = forms.Postcode(
        label=_("Postcode"),
        required=False,
        help_text=_("Leave this empty if the address is outside the UK."),
    )


class SafeContact(QuestionForm):
    safe_contact = forms.LongText(
        called=_("What you tell us"),
        required=False,
        most=500,
        rows=3,
        help_text=_("For example, when it is safe to call, not to leave a message, or a word we should say first."),
    )


def letters_at_first(answers: Answers) -> dict[str, str]:
    """The language that this person is reading, for letters too, until they choose."""
    return {name: answers.known.get(name, "") for name in ("language", "large_print", "also_as")}


def gives_address(answers: Answers) -> bool:
    return answers.get("post", "post") == "yes"


WHO_YOU_ARE = (
    Question(
        "your-name",
        _("What is your name?"),
        Name,
        personal=Retention.CASE,
        when=is_new,
        guidance="parents/journeys/your_name.html",
    ),
    Question(
        "your-name-now",
        _("What is your name now? (optional)"),
        NameNow,
        personal=Retention.SAFETY,
        when=lambda answers: is_new(answers) and has_secret_name(answers),
        short=_("Your name now"),
        guidance="parents/journeys/name_now.html",
    ),
    Question(
        "your-birth",
        _("What is your date of birth?"),
        Born,
        personal=Retention.CASE,
        when=is_new,
        short=_("Date of birth"),
    ),
    Question(
        "your-nino",
        _("What is your National Insurance number? (optional)"),
        Nino,
        personal=Retention.CASE,
        when=is_new,
        short=_("National Insurance number"),
    ),
)

LETTERS = Question(
    "letters",
    _("How should we write to you?"),
    Letters,
    personal=Retention.CONTACT,
    initial=letters_at_first,
)
REACH = Question(
    "reach",
    _("How else can we reach you?"),
    Reach,
    personal=Retention.CONTACT,
    initial=lambda answers: {"email": answers.known.get("email", ""), "phone": answers.known.get("phone", "")},
    guidance="parents/journeys/reach.html",
)
POST = Question(
    "post",
    _("Can we send letters to your home?"),
    Post,
    personal=Retention.CONTACT,
    short=_("Letters to your home"),
    guidance="parents/journeys/post.html",
)
ADDRESS = Question(
    "address",
    _("What is your address?"),
    Address,
    personal=Retention.CONTACT,
    when=gives_address,
    guidance="parents/journeys/address.html",
)
SAFE_CONTACT = Question(
    "safe-contact",
    _("Is there anything we should know before we contact you? (optional)"),
    SafeContact,
    personal=Retention.SAFETY,
    short=_("Before we contact you"),
)
HOW_TO_REACH_YOU = (LETTERS, REACH, POST, ADDRESS, SAFE_CONTACT)
