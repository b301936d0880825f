"""Acts on cases, one file each. Each is one transaction with one audit line, and safe to repeat with the same key."""

from childmaintenance.cases.actions.answer import answer_application, go_on_without_answer
from childmaintenance.cases.actions.application import submit_application
from childmaintenance.cases.actions.findings import record_finding
from childmaintenance.cases.actions.payment import ask_for_service, choose_pay_day, choose_service, report_not_arrived
from childmaintenance.cases.actions.progress import close_case, give_notice, note_event, start_payment
from childmaintenance.cases.actions.tasks import close_task, close_tasks, open_task

__all__ = [
    "answer_application",
    "ask_for_service",
    "choose_pay_day",
    "choose_service",
    "close_case",
    "close_task",
    "close_tasks",
    "give_notice",
    "go_on_without_answer",
    "note_event",
    "open_task",
    "record_finding",
    "report_not_arrived",
    "start_payment",
    "submit_application",
]
