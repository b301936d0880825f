"""What follows from an application: letters, the question for the income, and a look whether it can be decided."""

import datetime as dt
from collections.abc import Mapping

from django.conf import settings
from django.urls import reverse
from procrastinate.contrib.django import app as queue

from childmaintenance.calculation import actions as calculation
from childmaintenance.calculation import queries as calculations
from childmaintenance.cases import actions as cases
from childmaintenance.cases import queries as case_queries
from childmaintenance.cases.limits import ANSWER_DAYS
from childmaintenance.cases.terms import CaseRecord, Side
from childmaintenance.consequences import letters
from childmaintenance.correspondence.terms import Kind
from childmaintenance.foundation import clock
from childmaintenance.foundation.actor import Actor
from childmaintenance.parties import actions as parties
from childmaintenance.parties import queries as people
from childmaintenance.parties.actions import INVITATION_LASTS

BY = Actor.system("applications")


def acknowledge_the_applicant(about: Mapping[str, str]) -> None:
    case = case_queries.case(about["case"])
    letters.send(
        kind=Kind.APPLICATION_RECEIVED,
        to=case.party(case.applicant_side),
        case=case.reference,
        facts={
            "reader": case.applicant_side.value,
            "other_parent": case_queries.name_for(case, case.applicant_side, case.applicant_side.other),
            "children": _first_names(case),
            "received_on": case.opened_on,
            "answer_by": case.opened_on + ANSWER_DAYS,
        },
        key=f"application-received:{case.reference}",
        by=BY,
    )


def tell_the_other_parent(about: Mapping[str, str]) -> None:
    """Tell the parent who did not apply. Somebody without an account gets a one-time code.

    The notice to the paying parent fixes the day from which maintenance is owed, whoever applied.
    """
    case = case_queries.case(about["case"])
    effective_from = cases.give_notice(case=case.reference, by=BY)
    side = case.applicant_side.other

    def facts() -> dict[str, object]:
        """Gathered only when the letter is really written, since a new code stops an earlier one from working."""
        told: dict[str, object] = {
            "applicant": people.party(case.party(case.applicant_side)).full_name,
            "children": _first_names(case),
            "answer_by": clock.today() + ANSWER_DAYS,
            **_invitation(case.party(side)),
        }
        return {**told, "effective_from": effective_from} if side == Side.PAYING else told

    letters.send(
        kind=Kind.PAYING_PARENT_TOLD if side == Side.PAYING else Kind.RECEIVING_PARENT_TOLD,
        to=case.party(side),
        case=case.reference,
        facts=facts,
        key=f"told:{case.reference}",
        by=BY,
    )


def ask_for_the_income(about: Mapping[str, str]) -> None:
    case = case_queries.case(about["case"])
    calculation.ask_for_income(paying_parent=case.paying_parent, key=f"application:{case.reference}", by=BY)


def ask_for_the_income_of_somebody_found(about: Mapping[str, str]) -> None:
    """A paying parent has said what the applicant could not: the tax authority can find them now, so it is asked anew."""
    if case_queries.cases_against(about["party"]):
        calculation.ask_for_income(paying_parent=about["party"], key=f"identity:{about['party']}", by=BY)


def send_the_question_to_the_tax_authority(about: Mapping[str, str]) -> None:
    queue.configure_task("machines.hmrc.ask").defer(question=about["question"])


def tell_the_reader_of_a_letter(about: Mapping[str, str]) -> None:
    letters.tell_the_reader(about["letter"], by=BY)


def look_again(about: Mapping[str, str]) -> None:
    calculation.consider(case=about["case"], by=BY)


def look_again_now_that_income_is_known(about: Mapping[str, str]) -> None:
    question = calculations.income_question(about["question"])
    calculation.consider_paying_parent(paying_parent=question.paying_parent, by=BY)


def look_again_at_everything_they_owe(about: Mapping[str, str]) -> None:
    calculation.consider_paying_parent(paying_parent=about["paying_parent"], by=BY)


def _first_names(case: CaseRecord) -> list[str]:
    return [child.first_name for child in case.children]


def _invitation(party: str) -> dict[str, object]:
    """The code, where it is typed in, and until when; nothing for somebody who can sign in already."""
    if people.party(party).has_account:
        return {}
    until: dt.date = clock.today() + INVITATION_LASTS
    return {
        "invitation_code": parties.invite(party=party, by=BY),
        "invitation_where": f"{settings.SITE_ADDRESS}{reverse('parents:join')}",
        "invitation_until": until,
    }
