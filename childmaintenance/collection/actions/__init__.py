"""The acts of this room: keyword-only, one transaction, one audit line."""

from childmaintenance.collection.actions.allocation import allocate, allocate_waiting
from childmaintenance.collection.actions.day import start_of_day
from childmaintenance.collection.actions.payouts import discard_payouts, mark_sent, prepare_payouts, release_payouts
from childmaintenance.collection.actions.plans import draw_plans
from childmaintenance.collection.actions.statements import take_in_statement
from childmaintenance.collection.actions.suspense import settle_as_bank_charge, settle_suspense

__all__ = [
    "allocate",
    "allocate_waiting",
    "discard_payouts",
    "draw_plans",
    "mark_sent",
    "prepare_payouts",
    "release_payouts",
    "settle_as_bank_charge",
    "settle_suspense",
    "start_of_day",
    "take_in_statement",
]
