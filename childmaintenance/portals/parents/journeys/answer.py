"""Answer an application: the other parent says what is right, what is not, and how the money should move."""

from typing import Any

from django.http import Http404
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from childmaintenance.accounts import queries as accounts
from childmaintenance.cases import actions as cases
from childmaintenance.cases import queries as case_queries
from childmaintenance.cases.terms import AnswerTold, CannotDoThat, CaseRecord, FactKind, Service, Side, Source, Status
from childmaintenance.foundation import forms
from childmaintenance.foundation.actor import Actor
from childmaintenance.journeys.terms import Answers, CannotSubmit, Journey, Question, QuestionForm, Retention, Section
from childmaintenance.parties import actions as party_actions
from childmaintenance.parties import queries as parties
from childmaintenance.portals.parents.journeys import telling
from childmaintenance.portals.parents.journeys.questions.circumstances import CIRCUMSTANCES
from childmaintenance.portals.parents.journeys.questions.money import BANK, HAS_ACCOUNT, SERVICE, WHEN_PAID, pay_choice
from childmaintenance.portals.parents.journeys.questions.nights import nights_questions
from childmaintenance.portals.parents.journeys.questions.person import HOW_TO_REACH_YOU, Born, Nino
from childmaintenance.portals.parents.journeys.questions.safety import SAFETY
from childmaintenance.portals.parents.journeys.surroundings import surroundings
from childmaintenance.portals.parents.journeys.who import ChildHere, children, in_a_row, pays
from childmaintenance.portals.parents.opening import my_case
from childmaintenance.privacy.collecting import declaration_of


class AllMine(QuestionForm):
    all_mine = forms.YesNo(
        missing=_("Select yes if you are their parent"),
        help_text=_("A parent by birth, by adoption or in law."),
    )


class NotMine(QuestionForm):
    not_mine = forms.Choices(choices=[], missing=_("Select the children you are not the parent of"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        of_the_case: list[ChildHere] = self.answers.known.get("children", [])
        self.fields["not_mine"].choices = [(child.reference, child.first_name) for child in of_the_case]  # type: ignore[attr-defined]


class NightsRight(QuestionForm):
    right = forms.Choice(
        choices=[("yes", _("Yes, that is about right")), ("no", _("No, I count them differently"))],
        missing=_("Select whether the nights are about right"),
    )


def allowed(by: Actor, about: str) -> None:
    """Only for the parent who did not apply."""
    _person, record, side = my_case(by, about)
    if side == record.applicant_side:
        raise Http404


def known(by: Actor, about: str) -> dict[str, object]:
    """What this parent may see of what was said: names and nights. Nothing of where the other parent is or how they fare."""
    person, record, side = my_case(by, about)
    identity = parties.identity(person.reference)
    account = accounts.account(by.reference)
    return {
        "registered": True,
        "side": side.value,
        "case": record.reference,
        "other_parent": parties.party(record.party(side.other)).full_name,
        "children": _children(record, side),
        "too_late": record.status not in (Status.WAITING_FOR_ANSWER, Status.ANSWERED),
        "answered": case_queries.has_answered(about),
        "birth_missing": identity.date_of_birth is None,
        "nino_missing": not identity.nino,
        "email": account.email,
        "language": account.language,
    }


def submit(answers: Answers, *, draft: str, about: str, by: Actor) -> str:
    """Write the answer down beside what the applicant said; the case's reference."""
    person, record, _side = my_case(by, about)
    told = AnswerTold(
        key=draft,
        children=telling.children_answered(answers),
        service=Service(answers.get("service", "service")),
        circumstances=telling.circumstances_of_paying_parent(answers),
        safety=telling.safety(answers),
        bank=telling.bank(answers),
        pay=pay_choice(answers),
    )
    try:
        cases.answer_application(case=about, party=person.reference, told=told, by=by)
    except CannotDoThat as refused:
        raise CannotSubmit(
            _("This application has been answered or decided already. Tell us what has changed instead.")
        ) from refused
    party_actions.change_contact(party=person.reference, to=telling.contact(answers), by=by)
    party_actions.complete_identity(
        party=person.reference,
        date_of_birth=answers.get("your-birth", "date_of_birth"),
        nino=answers.get("your-nino", "nino", ""),
        by=by,
    )
    return record.reference


def _children(record: CaseRecord, side: Side) -> list[ChildHere]:
    """The children, with the nights the applicant gave for each."""
    said: dict[str, int] = {}
    for fact in case_queries.facts(record.reference):
        if fact.kind == FactKind.NIGHTS:
            for one in fact.said:
                if one.source == Source.of(side.other):
                    said[fact.child] = one.value["nights"]
    return [ChildHere(child.first_name, child.reference, said.get(child.reference)) for child in record.children]


def _are_they_mine(answers: Answers) -> str:
    called = in_a_row([child.first_name for child in children(answers)])
    return gettext("Are you the parent of %(names)s?") % {"names": called}


def _nights_were_given(answers: Answers) -> bool:
    mine = [child for child in children(answers) if child.is_mine]
    return bool(mine) and all(child.nights is not None for child in mine)


answer = Journey(
    slug="answer",
    title=_("Answer the application"),
    sections=(
        SAFETY,
        Section(
            "children",
            _("The children"),
            (
                Question(
                    "parentage",
                    _are_they_mine,
                    AllMine,
                    personal=Retention.CASE,
                    when=pays,
                    guidance="parents/journeys/parentage.html",
                ),
                Question(
                    "parentage-which",
                    _("Which of them are you not the parent of?"),
                    NotMine,
                    personal=Retention.CASE,
                    when=lambda answers: answers.get("parentage", "all_mine") == "no",
                    short=_("Not the parent of"),
                    guidance="parents/journeys/parentage_which.html",
                ),
                Question(
                    "nights-right",
                    _("Are these nights about right?"),
                    NightsRight,
                    personal=Retention.CASE,
                    when=_nights_were_given,
                    short=_("The nights are about right"),
                    guidance="parents/journeys/nights_right.html",
                ),
                *nights_questions(
                    lambda answers: not _nights_were_given(answers) or answers.get("nights-right", "right") == "no"
                ),
            ),
        ),
        Section("your-life", _("Your situation"), CIRCUMSTANCES, when=pays),
        Section(
            "you",
            _("About you"),
            (
                Question(
                    "your-birth",
                    _("What is your date of birth?"),
                    Born,
                    personal=Retention.CASE,
                    when=lambda answers: bool(answers.known.get("birth_missing")),
                    short=_("Date of birth"),
                ),
                Question(
                    "your-nino",
                    _("What is your National Insurance number? (optional)"),
                    Nino,
                    personal=Retention.CASE,
                    when=lambda answers: bool(answers.known.get("nino_missing")),
                    short=_("National Insurance number"),
                ),
                *HOW_TO_REACH_YOU,
            ),
        ),
        Section("money", _("How the money moves"), (SERVICE, HAS_ACCOUNT, BANK, *WHEN_PAID)),
    ),
    submit=submit,
    allowed=allowed,
    known=known,
    introduction="parents/journeys/answer_start.html",
    confirmation="parents/journeys/answer_done.html",
    declaration=lambda answers: declaration_of("answer"),
    send=_("Send my answer"),
    layout="parents/layout.html",
    layout_context=surroundings,
    quick_exit=True,
)
