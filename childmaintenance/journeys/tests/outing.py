"""A small journey that has everything: sections that wait, a condition, a reveal, a repeat, facts known, an end."""

from datetime import timedelta
from functools import wraps

from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from childmaintenance.foundation import clock, forms
from childmaintenance.foundation.actor import Actor
from childmaintenance.journeys.terms import (
    Answers,
    CannotSubmit,
    Journey,
    Question,
    QuestionForm,
    Repeat,
    Retention,
    Section,
)

SENT: list[tuple[str, dict]] = []
"""What `submit` was given, for the tests to look at."""


class Leader(QuestionForm):
    full_name = forms.FullName(missing=_("Enter your full name"))


class Day(QuestionForm):
    day = forms.Date(
        called=_("The day"), missing=_("Enter the day"), latest=clock.today, help_text=_("For example, 27 3 2026")
    )


class Meal(QuestionForm):
    meal = forms.Choice(
        choices=[("packed", "Packed lunch"), ("cafe", "A café"), ("other", "Something else")],
        reveals={"other": "which"},
        missing="Select what you will eat",
    )
    which = forms.Text(label="What?", missing="Enter what you will eat", called="What you will eat")


class Cafe(QuestionForm):
    cafe = forms.Text(missing="Enter the café’s name")
    cost = forms.Pounds(label="Cost each", called="The cost", missing="Enter the cost", required=False)


class GuestName(QuestionForm):
    name = forms.Name(missing="Enter a name")


class GuestAge(QuestionForm):
    age = forms.WholeNumber(called="The age", highest=120, missing="Enter an age")


def submit(answers: Answers, *, draft: str, about: str, by: Actor) -> str:
    """Refuses a name that the tests choose, and notes what it was given."""
    if answers.get("leader", "full_name") == "Refused":
        raise CannotSubmit("The outing is full.")
    SENT.append(
        (
            draft,
            {slug: dict(answers.page(slug)) for slug in answers}
            | {"guests": [dict(g.page("guest")) for g in answers.each("guests")]},
        )
    )
    return f"OUT-{len(SENT)}"


def allowed(by: Actor, about: str) -> None:
    if about == "closed":
        raise Http404


outing = Journey(
    slug="outing",
    title=_("Plan an outing"),
    sections=(
        Section(
            "plan",
            "The plan",
            (
                Question("leader", "What is your name?", Leader, personal=Retention.CASE, short="Leader"),
                Question("day", "When is the outing?", Day, personal=Retention.NOT_PERSONAL),
                Question(
                    "meal",
                    "What will you eat?",
                    Meal,
                    personal={"meal": Retention.NOT_PERSONAL, "which": Retention.DRAFT_ONLY},
                ),
                Question(
                    "cafe",
                    "Which café?",
                    Cafe,
                    personal=Retention.NOT_PERSONAL,
                    when=lambda answers: answers.get("meal", "meal") == "cafe",
                ),
            ),
        ),
        Section(
            "guests",
            "The guests",
            (
                Repeat(
                    "guests",
                    "Guests",
                    (
                        Question("guest", "What is the guest’s name?", GuestName, personal=Retention.CASE),
                        Question(
                            "age",
                            lambda guest: f"How old is {guest.get('guest', 'name')}?",
                            GuestAge,
                            personal=Retention.CASE,
                        ),
                    ),
                    called=lambda guest: guest.get("guest", "name"),
                    counted=lambda n: (
                        ngettext("You have added %(n)d guest", "You have added %(n)d guests", n) % {"n": n}
                    ),
                    another="Do you need to add another guest?",
                    most=3,
                ),
            ),
            after=("plan",),
        ),
    ),
    submit=submit,
    allowed=allowed,
    declaration="I confirm that everybody knows where we are going.",
    send="Send the plan",
    quick_exit=True,
)

short = Journey(
    slug="short",
    title="Say one thing",
    sections=(
        Section("only", "One thing", (Question("leader", "What is your name?", Leader, personal=Retention.CASE),)),
    ),
    submit=submit,
    allowed=allowed,
)


class Weather(QuestionForm):
    rains = forms.YesNo(missing="Select yes if it rains")


class Umbrella(QuestionForm):
    umbrella = forms.YesNo(missing="Select yes if you have an umbrella")


def advise(answers: Answers, request: HttpRequest) -> dict:
    return {"advice": "Stay" if answers.get("umbrella", "umbrella") == "no" else "Go"}


stroll = Journey(
    slug="stroll",
    title="Go out",
    sections=(
        Section(
            "sky",
            "The sky",
            (
                Question("weather", "Does it rain?", Weather, personal=Retention.DRAFT_ONLY),
                Question(
                    "umbrella",
                    "Do you have an umbrella?",
                    Umbrella,
                    personal=Retention.DRAFT_ONLY,
                    when=lambda answers: answers.get("weather", "rains") == "yes",
                ),
            ),
        ),
    ),
    conclude=advise,
    quick_exit=True,
    kept=timedelta(minutes=20),
    at_most=timedelta(minutes=90),
)
"""A passing journey: a visitor's, with a conclusion instead of something sent."""


def who(request: HttpRequest) -> Actor:
    """Whoever the cookie says: these tests are not about signing in."""
    return Actor("person", request.COOKIES.get("who", "U-ANNA"), "Anna")


def marked(view):
    """Marks a view as a portal would."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        return view(request, *args, **kwargs)

    guarded.who_may = "whoever the cookie says"
    return guarded
