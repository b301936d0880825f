"""What follows from what. The whole page: an event, and the acts that it leads to, in order.

Every act here is safe to repeat: letters and tasks have keys, questions are asked once an occasion. The room that announces an
event does not know what follows; the rooms that act do not know why.
"""

from collections.abc import Callable, Mapping

from childmaintenance.consequences.applications import (
    acknowledge_the_applicant,
    ask_for_the_income,
    ask_for_the_income_of_somebody_found,
    look_again,
    look_again_at_everything_they_owe,
    look_again_now_that_income_is_known,
    send_the_question_to_the_tax_authority,
    tell_the_other_parent,
    tell_the_reader_of_a_letter,
)
from childmaintenance.consequences.copies import ask_whether_they_want_reminders, send_the_copy
from childmaintenance.consequences.decisions import draw_the_plans, redraw_the_plan, tell_both_parents_the_decision
from childmaintenance.consequences.money import (
    send_the_payouts_to_the_bank,
    tell_both_parents_the_plan,
    tell_the_paying_parent_of_a_missed_payment,
    tell_the_paying_parent_of_a_returned_payment,
)
from childmaintenance.foundation.outbox import Event

Act = Callable[[Mapping[str, str]], None]

WHAT_FOLLOWS: dict[str, tuple[Act, ...]] = {
    # An application
    "ApplicationSubmitted": (acknowledge_the_applicant, tell_the_other_parent, ask_for_the_income),
    "ApplicationAnswered": (look_again,),
    "IdentityCompleted": (ask_for_the_income_of_somebody_found,),
    "FactFound": (look_again,),
    "ServiceChosen": (look_again, redraw_the_plan),
    "PayDayChosen": (redraw_the_plan,),
    # Income
    "IncomeAsked": (send_the_question_to_the_tax_authority,),
    "IncomeReceived": (look_again_now_that_income_is_known,),
    "IncomeFound": (look_again_at_everything_they_owe,),
    # A decision
    "DecisionMade": (tell_both_parents_the_decision, draw_the_plans),
    # Money
    "PlanDrawn": (tell_both_parents_the_plan,),
    "PaymentMissed": (tell_the_paying_parent_of_a_missed_payment,),
    "ReceiptReturned": (tell_the_paying_parent_of_a_returned_payment,),
    "PayoutReleased": (send_the_payouts_to_the_bank,),
    # A letter
    "LetterWritten": (tell_the_reader_of_a_letter,),
    # An e-mail that somebody asked for
    "CopyAsked": (send_the_copy,),
    "RemindersAsked": (ask_whether_they_want_reminders,),
    # What is kept for the record, and leads to nothing
    "StatementTaken": (),
    "ReceiptAllocated": (),
}


def follow(event: Event) -> None:
    """Do what follows from an event, in order. Raises KeyError for an event that is not on this page."""
    for act in WHAT_FOLLOWS[event.name]:
        act(event.references)
