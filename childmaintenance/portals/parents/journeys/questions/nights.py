"""How often the children stay overnight with the paying parent, asked the way people think of it.

The same questions serve an applicant, and somebody who counts the nights differently. Each child has pages of their own, or all
share one set where they stay alike.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from childmaintenance.cases.nights import MOST, NIGHTS_IN_A_YEAR, Pattern, Stays, may_share_care_equally
from childmaintenance.foundation import forms
from childmaintenance.journeys.terms import Answers, Question, QuestionForm, Retention
from childmaintenance.portals.parents.journeys.questions.children import MOST_CHILDREN
from childmaintenance.portals.parents.journeys.who import children, names, pays

ALL = "all"
"""The set of pages that speaks for every child at once."""
Asked = Callable[[Answers], bool]


def _nights(most: int, missing: Any, called: Any) -> forms.WholeNumber:
    return forms.WholeNumber(label=called, called=called, missing=missing, least=1, highest=most, width=3)


class Alike(QuestionForm):
    alike = forms.YesNo(missing=_("Select yes if all the children stay the same nights"))


class HowOften(QuestionForm):
    pattern = forms.Choice(
        choices=[
            (Pattern.NEVER.value, _("Never, or hardly ever")),
            (Pattern.WEEK.value, _("Some nights every week")),
            (Pattern.FORTNIGHT.value, _("Some nights every 2 weeks")),
            (Pattern.HOLIDAYS.value, _("Only in holidays or now and then")),
            (Pattern.YEAR.value, _("I would rather give the nights in a year")),
        ],
        reveals={
            Pattern.WEEK.value: "week",
            Pattern.FORTNIGHT.value: "fortnight",
            Pattern.HOLIDAYS.value: "holidays",
            Pattern.YEAR.value: "year",
        },
        missing=_("Select how often"),
    )
    week = _nights(MOST[Pattern.WEEK], _("Enter how many nights a week"), _("Nights a week"))
    fortnight = _nights(MOST[Pattern.FORTNIGHT], _("Enter how many nights in 2 weeks"), _("Nights in 2 weeks"))
    holidays = _nights(
        MOST[Pattern.HOLIDAYS],
        _("Enter how many nights, added up over a year"),
        _("All those nights, added up over a year"),
    )
    year = _nights(MOST[Pattern.YEAR], _("Enter how many nights in a year"), _("Nights in a year"))


class Extra(QuestionForm):
    extra = forms.WholeNumber(
        called=_("The number of extra nights"),
        required=False,
        highest=NIGHTS_IN_A_YEAR,
        width=3,
        help_text=_("Added up over a year. Leave it empty if there are none."),
    )


class InAYear(QuestionForm):
    right = forms.Choice(
        choices=[("yes", _("Yes, that is about right")), ("no", _("No, it is another number"))],
        reveals={"no": "nights"},
        missing=_("Select whether the number is about right"),
    )
    nights = forms.WholeNumber(
        label=_("Nights in a year"),
        called=_("The nights in a year"),
        missing=_("Enter how many nights in a year"),
        highest=NIGHTS_IN_A_YEAR,
        width=3,
    )


class WhoCaresMore(QuestionForm):
    more = forms.Choice(
        choices=[
            ("me", _("I do")),
            ("other", _("The other parent does")),
            ("equal", _("We both do, about equally")),
            ("not_known", _("It is hard to say")),
        ],
        missing=_("Select who does more of the caring"),
    )


def nights(answers: Answers, place: int) -> int | None:
    """Nights in a year of one child, by position; None where nobody has said."""
    child, which = children(answers)[place], _pages(answers, place)
    if answers.get("nights-right", "right") == "yes":
        return child.nights
    stays = stays_of(answers, place)
    if stays is None:
        return None
    if answers.get(f"in-a-year-{which}", "right") == "no":
        corrected: int = answers.get(f"in-a-year-{which}", "nights", 0)
        return corrected
    return stays.a_year


def stays_of(answers: Answers, place: int) -> Stays | None:
    """How the nights of one child were given, by position."""
    which = _pages(answers, place)
    pattern = answers.get(f"stays-{which}", "pattern")
    if pattern is None:
        return None
    return Stays(
        pattern=Pattern(pattern),
        nights=answers.get(f"stays-{which}", pattern, 0),
        extra=answers.get(f"extra-{which}", "extra", 0),
    )


def equal_care(answers: Answers, place: int) -> bool | None:
    """Whether the paying parent cares for the child no less than the other (reg 50); None where it was not asked or not known."""
    more = answers.get(f"cares-more-{_pages(answers, place)}", "more")
    if more in (None, "not_known"):
        return None
    return more == "equal" or (more == "me") == pays(answers)


def nights_questions(wanted: Asked) -> tuple[Question, ...]:
    """Every page about nights. `wanted` says whether they are asked of this person at all."""
    alike = Question(
        "nights-alike",
        lambda answers: gettext("Do %(names)s all stay the same nights?") % {"names": names(answers)},
        Alike,
        personal=Retention.CASE,
        when=lambda answers: wanted(answers) and sum(child.is_mine for child in children(answers)) > 1,
        short=_("All stay the same nights"),
    )
    together = _pages_about(ALL, 0, lambda answers: wanted(answers) and _are_alike(answers))
    apart = [
        question
        for place in range(MOST_CHILDREN)
        for question in _pages_about(str(place + 1), place, _asks_apart(wanted, place))
    ]
    return (alike, *together, *apart)


def _asks_apart(wanted: Asked, place: int) -> Asked:
    return lambda answers: _has_pages(answers, str(place + 1), place) and wanted(answers)


def _has_pages(answers: Answers, which: str, place: int) -> bool:
    """Whether this set of pages speaks for a child who is there and of whom more is asked."""
    here = children(answers)
    return place < len(here) and (which == ALL or here[place].is_mine) and (which == ALL) == _are_alike(answers)


def _are_alike(answers: Answers) -> bool:
    return answers.get("nights-alike", "alike") == "yes"


def _pages(answers: Answers, place: int) -> str:
    """Which set of pages speaks for a child."""
    return ALL if _are_alike(answers) else str(place + 1)


def _pages_about(which: str, place: int, wanted: Asked) -> Iterator[Question]:
    """The pages about one child, or about all of them."""

    def called(answers: Answers) -> str:
        return names(answers) if which == ALL else children(answers)[place].first_name

    def how_often(answers: Answers) -> str:
        if which == ALL and pays(answers):
            text = gettext("How often do %(name)s stay overnight with you?")
        elif which == ALL:
            text = gettext("How often do %(name)s stay overnight with the other parent?")
        elif pays(answers):
            text = gettext("How often does %(name)s stay overnight with you?")
        else:
            text = gettext("How often does %(name)s stay overnight with the other parent?")
        return text % {"name": called(answers)}

    def in_a_year(answers: Answers) -> str:
        stays = stays_of(answers, place)
        count = stays.a_year if stays else 0
        return ngettext(
            "That makes about %(n)d night in a year. Is that right?",
            "That makes about %(n)d nights in a year. Is that right?",
            count,
        ) % {"n": count}

    def by_the_week(answers: Answers) -> bool:
        return answers.get(f"stays-{which}", "pattern") in (Pattern.WEEK, Pattern.FORTNIGHT)

    def about_half(answers: Answers) -> bool:
        count = nights(answers, place) if _has_pages(answers, which, place) else None
        return count is not None and may_share_care_equally(count)

    yield Question(
        f"stays-{which}",
        how_often,
        HowOften,
        personal=Retention.CASE,
        when=wanted,
        guidance="parents/journeys/how_often.html",
    )
    yield Question(
        f"extra-{which}",
        _("Are there extra nights, in school holidays or on special days?"),
        Extra,
        personal=Retention.CASE,
        when=lambda answers: wanted(answers) and by_the_week(answers),
        short=_("Extra nights in a year"),
    )
    yield Question(
        f"in-a-year-{which}",
        in_a_year,
        InAYear,
        personal=Retention.CASE,
        when=lambda answers: wanted(answers) and by_the_week(answers),
        guidance="parents/journeys/in_a_year.html",
    )
    yield Question(
        f"cares-more-{which}",
        lambda answers: (
            gettext("From day to day, who does more of the caring for %(name)s?") % {"name": called(answers)}
        ),
        WhoCaresMore,
        personal=Retention.CASE,
        when=about_half,  # also of somebody who agrees with the nights that the other parent gave
        guidance="parents/journeys/cares_more.html",
    )
