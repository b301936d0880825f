"""What an arrangement says, question by question. Only the money or the things are needed; names never are."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from childmaintenance.correspondence.terms import Every
from childmaintenance.foundation import clock, forms
from childmaintenance.journeys.terms import Answers, Question, QuestionForm, Repeat, Retention

A_YEAR = dt.timedelta(days=365)
LATEST = dt.timedelta(days=365 * 5)
MOST_THINGS = 12

PAYS, GETS, BOTH = "pays", "gets", "both"
EVERY = [
    (Every.WEEK.value, _("Every week")),
    (Every.FORTNIGHT.value, _("Every 2 weeks")),
    (Every.FOUR_WEEKS.value, _("Every 4 weeks")),
    (Every.MONTH.value, _("Every month")),
]
WAYS = [
    ("standing_order", _("Standing order from bank to bank")),
    ("transfer", _("Bank transfer, each time")),
    ("cash", _("Cash, with a receipt")),
    ("other", _("Another way")),
]
WHO = [(PAYS, _("The parent who pays")), (GETS, _("The parent who gets it")), (BOTH, _("Both together"))]


def in_five_years() -> dt.date:
    return clock.today() + LATEST


class Side(QuestionForm):
    side = forms.Choice(
        choices=[
            (PAYS, _("I am the parent who pays")),
            (GETS, _("I am the parent who gets it")),
            (BOTH, _("We are writing it together")),
        ],
        missing=_("Select which parent you are, or that you write it together"),
    )


class WithNames(QuestionForm):
    names = forms.Choice(
        choices=[("yes", _("Yes, both names")), ("no", _("No, leave the names out"))],
        missing=_("Select whether to put names in it"),
    )


class Names(QuestionForm):
    payer = forms.FullName(
        label=_("The parent who pays"), missing=_("Enter the name of the parent who pays"), autocomplete="off"
    )
    receiver = forms.FullName(
        label=_("The parent who gets it"), missing=_("Enter the name of the parent who gets it"), autocomplete="off"
    )


class Children(QuestionForm):
    children = forms.Text(
        called=_("The children"),
        missing=_("Say which children it is for"),
        most=150,
        help_text=_("First names, or something like “our two children”."),
        autocomplete="off",
    )


class Money(QuestionForm):
    money = forms.YesNo(missing=_("Select yes if money will be paid"))


class Amount(QuestionForm):
    amount = forms.Pounds(
        label=_("How much?"), called=_("The amount"), missing=_("Enter an amount"), least=1, highest=9_999_999
    )
    every = forms.Choice(label=_("How often?"), choices=EVERY, missing=_("Select how often it is paid"))


class First(QuestionForm):
    first = forms.Date(
        called=_("The first payment"),
        missing=_("Enter the day of the first payment"),
        earliest=lambda: clock.today() - A_YEAR,
        latest=in_five_years,
        too_early=_("The first payment must be within the last year, or still to come."),
        too_late=_("The first payment must be in the next five years."),
        help_text=_("Choose a day when the wages are in the account."),
    )


class Way(QuestionForm):
    way = forms.Choice(choices=WAYS, reveals={"other": "other_way"}, missing=_("Select how it is paid"))
    other_way = forms.Text(label=_("Which way?"), called=_("The way"), missing=_("Say which way"), most=100)


class Thing(QuestionForm):
    what = forms.Text(
        label=_("What is it?"),
        called=_("What it is"),
        missing=_("Say what it is"),
        most=100,
        help_text=_("For example school shoes, bus fares, a phone, swimming lessons."),
        autocomplete="off",
    )
    who = forms.Choice(label=_("Who sees to it?"), choices=WHO, missing=_("Select who sees to it"))
    when = forms.Text(
        label=_("When, or how often? (optional)"),
        called=_("When or how often"),
        required=False,
        most=100,
        autocomplete="off",
    )


class Review(QuestionForm):
    review = forms.Date(
        called=_("The day to look at it again"),
        missing=_("Enter a day to look at it again"),
        earliest=lambda: clock.today() + dt.timedelta(days=1),
        latest=in_five_years,
        too_early=_("The day to look at it again must be in the future."),
        too_late=_("The day to look at it again must be in the next five years."),
        help_text=_("Once a year is usual: children grow, and incomes change."),
    )


class Else(QuestionForm):
    words = forms.LongText(
        called=_("What else you agreed"),
        required=False,
        most=1500,
        help_text=_("For example what happens in the holidays, if a payment is late, or if an income changes."),
        spell=True,
    )


def pays_money(answers: Answers) -> bool:
    return bool(answers.get("money", "money") == "yes")


def _review_at_first(answers: Answers) -> dict[str, Any]:
    return {"review": clock.today() + A_YEAR}


THINGS = Repeat(
    "things",
    _("Things instead of money, or beside it"),
    (
        Question(
            "thing",
            _("What is it, and who sees to it?"),
            Thing,
            personal=Retention.DRAFT_ONLY,
        ),
    ),
    called=lambda item: item.get("thing", "what"),
    counted=lambda n: (
        ngettext("You have written down %(n)d thing", "You have written down %(n)d things", n) % {"n": n}
        if n
        else gettext("Nothing is written down yet")
    ),
    another=_("Is there something else that one of you pays for or gets, such as school clothes or trips?"),
    least=0,
    most=MOST_THINGS,
)

QUESTIONS = (
    Question("side", _("Who are you?"), Side, personal=Retention.DRAFT_ONLY),
    Question(
        "names",
        _("Do you want your names in it?"),
        WithNames,
        personal=Retention.DRAFT_ONLY,
        guidance="arrangement/questions/names.html",
    ),
    Question(
        "who",
        _("What are your names?"),
        Names,
        personal=Retention.DRAFT_ONLY,
        when=lambda answers: bool(answers.get("names", "names") == "yes"),
    ),
    Question("children", _("Which children is it for?"), Children, personal=Retention.DRAFT_ONLY),
    Question("money", _("Will money be paid?"), Money, personal=Retention.DRAFT_ONLY),
    Question(
        "amount",
        _("How much is paid, and how often?"),
        Amount,
        personal=Retention.DRAFT_ONLY,
        when=pays_money,
        guidance="arrangement/questions/amount.html",
    ),
    Question("first", _("When is the first payment?"), First, personal=Retention.DRAFT_ONLY, when=pays_money),
    Question("way", _("How is it paid?"), Way, personal=Retention.DRAFT_ONLY, when=pays_money),
    THINGS,
    Question(
        "review",
        _("When will you look at it again?"),
        Review,
        personal=Retention.DRAFT_ONLY,
        initial=_review_at_first,
    ),
    Question("else", _("Is there anything else you have agreed? (optional)"), Else, personal=Retention.DRAFT_ONLY),
)
