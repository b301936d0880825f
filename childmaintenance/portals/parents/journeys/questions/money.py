"""How the money should move, when it is paid, and where it goes."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from childmaintenance.cases.terms import Frequency, PayChoice, Service
from childmaintenance.foundation import forms
from childmaintenance.journeys.terms import Answers, Question, QuestionForm, Retention
from childmaintenance.portals.parents.journeys.who import pays, receives

SERVICES = [
    (Service.DIRECT_PAY.value, _("Direct Pay")),
    (Service.COLLECT_AND_PAY.value, _("Collect and Pay")),
]


class HowMoneyMoves(QuestionForm):
    service = forms.Choice(
        choices=SERVICES,
        hints={
            Service.DIRECT_PAY.value: _(
                "The money goes straight from one parent’s bank to the other’s. There is no fee."
            ),
            Service.COLLECT_AND_PAY.value: _(
                "We collect the money and pass it on. The other parent never sees your bank details. There is a fee."
            ),
        },
        missing=_("Select Direct Pay or Collect and Pay"),
    )


class HowOftenPaid(QuestionForm):
    frequency = forms.Choice(
        choices=[
            (Frequency.WEEKLY.value, _("Every week")),
            (Frequency.FORTNIGHTLY.value, _("Every 2 weeks")),
            (Frequency.FOUR_WEEKLY.value, _("Every 4 weeks")),
            (Frequency.MONTHLY.value, _("Every month")),
        ],
        missing=_("Select how often you want to pay"),
        help_text=_("Most people choose how often they are paid themselves."),
    )


class Weekday(QuestionForm):
    weekday = forms.Choice(
        choices=[
            ("0", _("Monday")),
            ("1", _("Tuesday")),
            ("2", _("Wednesday")),
            ("3", _("Thursday")),
            ("4", _("Friday")),
            ("5", _("Saturday")),
            ("6", _("Sunday")),
        ],
        missing=_("Select a day of the week"),
        help_text=_("Choose a day when your wages are in your account."),
    )


class DayOfMonth(QuestionForm):
    day = forms.WholeNumber(
        called=_("The day of the month"),
        missing=_("Enter a day of the month"),
        least=1,
        highest=28,
        width=2,
        help_text=_("A number from 1 to 28, so that every month has that day."),
    )


class HasAccount(QuestionForm):
    has_account = forms.Choice(
        choices=[
            ("yes", _("Yes")),
            ("no", _("No, I do not have an account yet")),
        ],
        hints={"no": _("That is all right. You can give it later, before the first payment.")},
        missing=_("Select whether you can give bank details now"),
    )


class Bank(QuestionForm):
    account_name = forms.AccountName(label=_("Name on the account"), missing=_("Enter the name on the account"))
    sort_code = forms.SortCode(label=_("Sort code"), missing=_("Enter a sort code"))
    account_number = forms.AccountNumber(label=_("Account number"), missing=_("Enter an account number"))
    roll_number = forms.RollNumber(label=_("Building society roll number (optional)"))


def pay_choice(answers: Answers) -> PayChoice | None:
    """How often and on which day, or None where it was not asked."""
    frequency = answers.get("how-often-paid", "frequency")
    if frequency is None:
        return None
    monthly = frequency == Frequency.MONTHLY
    day = answers.get("day-of-month", "day") if monthly else answers.get("weekday", "weekday")
    return PayChoice(frequency=Frequency(frequency), day=int(day))


def _is_monthly(answers: Answers) -> bool:
    return bool(answers.get("how-often-paid", "frequency") == Frequency.MONTHLY)


def _is_by_the_week(answers: Answers) -> bool:
    return answers.has("how-often-paid") and not _is_monthly(answers)


def _frequency_at_first(answers: Answers) -> dict[str, Any]:
    now: PayChoice | None = answers.known.get("pay")
    return {"frequency": now.frequency} if now else {}


def _day_at_first(answers: Answers) -> dict[str, Any]:
    now: PayChoice | None = answers.known.get("pay")
    return {"day": now.day, "weekday": str(now.day)} if now else {}


SERVICE = Question(
    "service",
    _("How should the money move?"),
    HowMoneyMoves,
    personal=Retention.CASE,
    guidance="parents/journeys/service.html",
)
WHEN_PAID = (
    Question(
        "how-often-paid",
        _("How often do you want to pay?"),
        HowOftenPaid,
        personal=Retention.CASE,
        when=pays,
        initial=_frequency_at_first,
    ),
    Question(
        "weekday",
        _("On which day of the week?"),
        Weekday,
        personal=Retention.CASE,
        when=_is_by_the_week,
        initial=_day_at_first,
        short=_("Day of the week"),
    ),
    Question(
        "day-of-month",
        _("On which day of the month?"),
        DayOfMonth,
        personal=Retention.CASE,
        when=_is_monthly,
        initial=_day_at_first,
        short=_("Day of the month"),
    ),
)
HAS_ACCOUNT = Question(
    "has-account",
    _("Can you give us bank details now?"),
    HasAccount,
    personal=Retention.MONEY,
    when=receives,
    short=_("Bank details now"),
    guidance="parents/journeys/has_account.html",
)
BANK = Question(
    "bank",
    _("Where should the money be paid?"),
    Bank,
    personal=Retention.MONEY,
    when=lambda answers: answers.get("has-account", "has_account") == "yes",
    guidance="parents/journeys/bank.html",
)
