"""Questions about plans, payments, the bank and payouts. Answers are frozen records; money is whole pence."""

from childmaintenance.collection.queries.bank import (
    bank_entry,
    entries_of,
    statement_file,
    statements_that_do_not_follow,
    suspense,
    waits_for_a_person,
)
from childmaintenance.collection.queries.history import history, statement_lines
from childmaintenance.collection.queries.money import money_is_all_there
from childmaintenance.collection.queries.owed import owed
from childmaintenance.collection.queries.payouts import (
    files_to_send,
    payout,
    payout_file,
    payout_files,
    payouts_in,
    payouts_of,
)
from childmaintenance.collection.queries.plans import (
    credit,
    missed,
    missed_payments,
    next_payment,
    pay_to,
    plan,
    plan_drawn,
    plans_of,
)
from childmaintenance.collection.queries.standing import standing

__all__ = [
    "bank_entry",
    "credit",
    "entries_of",
    "files_to_send",
    "history",
    "missed",
    "missed_payments",
    "money_is_all_there",
    "next_payment",
    "owed",
    "pay_to",
    "payout",
    "payout_file",
    "payout_files",
    "payouts_in",
    "payouts_of",
    "plan",
    "plan_drawn",
    "plans_of",
    "standing",
    "statement_file",
    "statement_lines",
    "statements_that_do_not_follow",
    "suspense",
    "waits_for_a_person",
]
