"""What the calculator asks. No name, no birthday, no address: children are numbers, and other parents are letters.

What is asked once for each other parent has a page for each of them, because a question of a group cannot hold another group.
"""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from childmaintenance.foundation import clock, forms
from childmaintenance.journeys.terms import Answers, Question, QuestionForm, Retention
from childmaintenance.law.liability.shared_care import FIGURES as CARE
from childmaintenance.law.provision import in_force
from childmaintenance.portals.calculator.who import Side, either, pays
from childmaintenance.values import Territory

MOST_PARENTS = 4
MOST_CHILDREN = 10
NIGHTS_IN_A_YEAR = 365
WEEKS_IN_A_YEAR = 52
EXACT = "exact"
NATIONS = {"england": Territory.GB, "scotland": Territory.GB, "wales": Territory.GB, "northern_ireland": Territory.NI}
DECIDED_WITHOUT_INCOME = "none"


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
        field.choices, field.hints = [], {}
        bands = bands_of_nights()
        for least, most in bands:
            value = str(least)
            field.choices = [*field.choices, (value, band_in_words(least, most))]
            field.hints[value] = _in_a_week(least, most)
        field.choices = [*field.choices, (EXACT, gettext("I want to give the number of nights for each child"))]
        field.or_before = EXACT


class ExactNights(QuestionForm):
    """A box for each child; those beyond the number of children are not asked."""

    about = 0

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in list(self.fields)[children_of(self.answers, self.about) :]:
            del self.fields[name]
        for place, field in enumerate(self.fields.values(), start=1):
            field.label = field.called = gettext("Child %(number)d") % {"number": place}


def _exact_nights(about: int) -> type[QuestionForm]:
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


# ---- what the answers say ----------------------------------------------------------------------------------------------


def bands_of_nights() -> list[tuple[int, int]]:
    """From and up to how many nights each band goes, as the law stands today; the first is the one that takes nothing off."""
    limits = [least for least, _share in CARE.under(in_force(clock.today(), Territory.GB)).share_by_nights.of]
    return list(zip([0, *limits], [*(limit - 1 for limit in limits), NIGHTS_IN_A_YEAR], strict=True))


def band_in_words(least: int, most: int) -> str:
    """Such as: 52 to 103 nights a year."""
    if least == 0:
        return ngettext("Fewer than %(n)d night a year", "Fewer than %(n)d nights a year", most + 1) % {"n": most + 1}
    if most == NIGHTS_IN_A_YEAR:
        return ngettext("%(n)d night a year or more", "%(n)d nights a year or more", least) % {"n": least}
    return gettext("%(least)d to %(most)d nights a year") % {"least": least, "most": most}


def _in_a_week(least: int, most: int) -> str:
    """The band as people think of it."""
    low, high = least // WEEKS_IN_A_YEAR, (most + 1) // WEEKS_IN_A_YEAR
    if least == 0:
        return gettext("Never, or now and then: less than one night a week")
    if most == NIGHTS_IN_A_YEAR:
        return gettext("About half the time, or more")
    if low == high:
        return ngettext("A little over %(n)d night a week", "A little over %(n)d nights a week", low) % {"n": low}
    return gettext("%(low)d to %(high)d nights a week") % {"low": low, "high": high}


def parents_of(answers: Answers) -> int:
    """How many receiving parents there are."""
    return int(answers.get("parents", "parents", "1"))


def children_of(answers: Answers, about: int) -> int:
    """How many children live with one of them, counted from 1."""
    return int(answers.get(f"children-{about}", "count", 0))


def nights_of(answers: Answers, about: int) -> tuple[int, ...]:
    """Nights a year of each child who lives with one of them; a band counts as the fewest nights in it."""
    count = children_of(answers, about)
    told = answers.get(f"nights-{about}", "nights", "0")
    if told != EXACT:
        return (int(told),) * count
    return tuple(answers.get(f"each-night-{about}", f"child_{place + 1}", 0) for place in range(count))


def count_of(answers: Answers, question: str) -> int:
    """How many children; nought for "no"."""
    return int(answers.get(question, "count", 0)) if answers.get(question, "any") == "yes" else 0


def situation(answers: Answers) -> str:
    return str(answers.get("situation", "situation", "none"))


# ---- the pages ---------------------------------------------------------------------------------------------------------


def _about_one_parent(about: int) -> Iterator[Question]:
    """The children who live with one receiving parent, and their nights."""

    def is_there(answers: Answers) -> bool:
        return about <= parents_of(answers)

    def which(answers: Answers, alone: str, several: str) -> str:
        return alone if parents_of(answers) == 1 else several % {"letter": letter(about)}

    def how_many(answers: Answers) -> str:
        return which(
            answers,
            gettext("How many children would the maintenance be for?"),
            gettext("How many children live with parent %(letter)s?"),
        )

    def nights(answers: Answers) -> str:
        if pays(answers):
            return which(
                answers,
                gettext("How often do the children stay overnight with you?"),
                gettext("How often do parent %(letter)s’s children stay overnight with you?"),
            )
        return which(
            answers,
            gettext("How often do the children stay overnight with the parent who pays?"),
            gettext("How often do parent %(letter)s’s children stay overnight with the parent who pays?"),
        )

    def each_night(answers: Answers) -> str:
        return which(
            answers,
            gettext("How many nights a year does each child stay?"),
            gettext("How many nights a year does each of parent %(letter)s’s children stay?"),
        )

    yield Question(f"children-{about}", how_many, Children, personal=Retention.DRAFT_ONLY, when=is_there)
    yield Question(
        f"nights-{about}",
        nights,
        Nights,
        personal=Retention.DRAFT_ONLY,
        when=is_there,
        guidance="calculator/questions/nights.html",
    )
    yield Question(
        f"each-night-{about}",
        each_night,
        _exact_nights(about),
        personal=Retention.DRAFT_ONLY,
        when=lambda answers: is_there(answers) and answers.get(f"nights-{about}", "nights") == EXACT,
        guidance="calculator/questions/each_night.html",
    )


def letter(about: int) -> str:
    """A, B, C or D: what a receiving parent is called here."""
    return "ABCD"[about - 1]


QUESTIONS = (
    Question("who", _("Would you pay or get child maintenance?"), Who, personal=Retention.DRAFT_ONLY),
    Question("nation", _("Where do the children mostly live?"), Nation, personal=Retention.DRAFT_ONLY),
    Question(
        "parents",
        either(
            _("How many parents would you pay?"),
            _("How many parents would the paying parent pay, in all?"),
        ),
        Parents,
        personal=Retention.DRAFT_ONLY,
    ),
    *(question for about in range(1, MOST_PARENTS + 1) for question in _about_one_parent(about)),
    Question(
        "other-children",
        either(
            _("Do other children live with you or your partner?"),
            _("Do other children live with the parent who pays, or their partner?"),
        ),
        OtherChildren,
        personal=Retention.DRAFT_ONLY,
        guidance="calculator/questions/other_children.html",
        short=_("Other children at home"),
    ),
    Question(
        "other-arrangement",
        either(
            _("Do you pay regularly for more children, by agreement or court order?"),
            _("Does the parent who pays pay regularly for more children, by agreement or court order?"),
        ),
        OtherArrangement,
        personal=Retention.DRAFT_ONLY,
        guidance="calculator/questions/other_arrangement.html",
        short=_("Children paid for another way"),
    ),
    Question(
        "situation",
        either(_("Is one of these true for you?"), _("Is one of these true for the parent who pays?")),
        Situation,
        personal=Retention.DRAFT_ONLY,
        guidance="calculator/questions/situation.html",
        short=_("Benefits and situation"),
    ),
    Question(
        "partner-pays",
        either(
            _("Does your partner pay child maintenance too?"),
            _("Does the partner of the parent who pays also pay child maintenance?"),
        ),
        PartnerPays,
        personal=Retention.DRAFT_ONLY,
        when=lambda answers: situation(answers) == "44(2)",
        short=_("Partner pays too"),
    ),
    Question(
        "income",
        either(_("What is your income before tax?"), _("What is the paying parent’s income before tax?")),
        Income,
        personal=Retention.DRAFT_ONLY,
        when=lambda answers: situation(answers) == DECIDED_WITHOUT_INCOME,
        guidance="calculator/questions/income.html",
    ),
)
