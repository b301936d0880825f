"""Apply: either parent may. From the first question to a case."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from childmaintenance.accounts import queries as accounts
from childmaintenance.cases import actions as cases
from childmaintenance.cases.eligibility import Eligibility, eligible
from childmaintenance.cases.terms import AgainstThemselves, ApplicationTold, ResidenceTold, Service, Side
from childmaintenance.foundation import clock, forms
from childmaintenance.foundation.actor import Actor
from childmaintenance.journeys.terms import Answers, CannotSubmit, Journey, Question, QuestionForm, Retention, Section
from childmaintenance.parties import queries as parties
from childmaintenance.portals.parents.journeys import telling
from childmaintenance.portals.parents.journeys.questions import home
from childmaintenance.portals.parents.journeys.questions.children import CHILDREN, as_asked
from childmaintenance.portals.parents.journeys.questions.circumstances import CIRCUMSTANCES
from childmaintenance.portals.parents.journeys.questions.money import BANK, HAS_ACCOUNT, SERVICE, WHEN_PAID, pay_choice
from childmaintenance.portals.parents.journeys.questions.nights import nights_questions
from childmaintenance.portals.parents.journeys.questions.other_parent import OTHER_PARENT
from childmaintenance.portals.parents.journeys.questions.person import HOW_TO_REACH_YOU, WHO_YOU_ARE
from childmaintenance.portals.parents.journeys.questions.safety import SAFETY
from childmaintenance.portals.parents.journeys.surroundings import surroundings
from childmaintenance.portals.parents.journeys.who import children, is_new, pays, side
from childmaintenance.privacy.collecting import declaration_of


class WhichSide(QuestionForm):
    side = forms.Choice(
        choices=[(Side.RECEIVING.value, _("With me")), (Side.PAYING.value, _("With the other parent"))],
        hints={
            Side.RECEIVING.value: _("You apply to receive maintenance. You may also be a grandparent or guardian."),
            Side.PAYING.value: _("You apply to pay maintenance."),
        },
        missing=_("Select who the children live with most of the time"),
        help_text=_("If it is about half and half, select the parent who gets the Child Benefit."),
    )


def known(by: Actor, about: str) -> dict[str, object]:
    """What we know of the applicant already, so that nobody is asked twice."""
    account = accounts.account(by.reference)
    person = parties.party_of_account(by.reference)
    return {
        "registered": person is not None,
        "full_name": person.full_name if person else "",
        "email": account.email,
        "language": account.language,
    }


def submit(answers: Answers, *, draft: str, about: str, by: Actor) -> str:
    """Make a case of the answers; answers its reference. Sent twice, it is one case: the draft is the key."""
    whose = side(answers)
    assert whose is not None  # the first question of "About you"; a complete journey has its answer
    told = ApplicationTold(
        key=draft,
        side=whose,
        territory=home.territory(answers),
        applicant=telling.applicant(answers),
        other_parent=telling.other_parent(answers),
        children=telling.children_named(answers),
        service=Service(answers.get("service", "service")),
        circumstances=telling.circumstances_of_paying_parent(answers),
        safety=telling.safety(answers),
        bank=telling.bank(answers),
        pay=pay_choice(answers),
        residence=_residence(answers),
        court_order=home.court_order(answers),
        doubts=_eligibility(answers).doubts,
        notice=answers.shown.notice,
        declaration=answers.shown.declaration,
    )
    try:
        return cases.submit_application(told=told, account=by.reference, by=by)
    except AgainstThemselves as refused:
        raise CannotSubmit(
            _("The other parent has the same National Insurance number and date of birth as you. Change one of them.")
        ) from refused


def _eligibility(answers: Answers) -> Eligibility:
    """Whether the service may act, with the children."""
    asked = [as_asked(child) for child in answers.each("children")]
    return eligible(replace(home.asked(answers), children=[one for one in asked if one]), on=clock.today())


def _residence(answers: Answers) -> ResidenceTold:
    asked = home.asked(answers)
    assert asked.child_lives and asked.receiving_parent_lives and asked.paying_parent_lives
    return ResidenceTold(
        child=asked.child_lives,
        receiving_parent=asked.receiving_parent_lives,
        paying_parent=asked.paying_parent_lives,
        works_abroad_for=asked.works_abroad_for,
    )


def _of_somebody_new(question: Question) -> Question:
    """Asked only of somebody we do not know yet; the others change their details in their account."""
    usual = question.when
    return replace(question, when=lambda answers: is_new(answers) and usual(answers))


apply = Journey(
    slug="apply",
    title=_("Your application"),
    sections=(
        SAFETY,
        Section(
            "you",
            _("About you"),
            (
                Question(
                    "side",
                    _("Who do the children live with most of the time?"),
                    WhichSide,
                    personal=Retention.CASE,
                    short=_("The children live"),
                ),
                *WHO_YOU_ARE,
                *map(_of_somebody_new, HOW_TO_REACH_YOU),
            ),
        ),
        home.HOME,
        CHILDREN,
        Section(
            "nights",
            _("Nights with the paying parent"),
            nights_questions(lambda answers: bool(children(answers))),
            after=("children",),
        ),
        OTHER_PARENT,
        Section("your-life", _("Your situation"), CIRCUMSTANCES, after=("you", "home"), when=pays),
        Section("money", _("How the money moves"), (SERVICE, HAS_ACCOUNT, BANK, *WHEN_PAID), after=("you", "home")),
    ),
    submit=submit,
    known=known,
    introduction="parents/journeys/apply_start.html",
    confirmation="parents/journeys/apply_done.html",
    declaration=lambda answers: declaration_of("apply"),
    send=_("Send my application"),
    layout="parents/layout.html",
    layout_context=surroundings,
    quick_exit=True,
)
