"""Exchanges files with the bank: statements go to `collection`, released payout files go to the bank."""

from __future__ import annotations

import logging
from pathlib import Path

from django.conf import settings

from childmaintenance.collection import actions as collection
from childmaintenance.collection import queries as collections
from childmaintenance.collection.terms import StatementRefused
from childmaintenance.foundation.actor import Actor

from .folder import BankFolder, NotAStatement, Taken

log = logging.getLogger(__name__)
BY = Actor.system("machines.bank.exchange")


def take_in_statements() -> list[Taken]:
    """Take in every statement that the bank has put into the folder, in order; a refused one goes aside with its reason."""
    done = BankFolder(Path(settings.BANK_FOLDER)).take_in(_take)
    for taken in done:
        if taken.refused_because:
            log.error("a bank statement was refused", extra={"file": taken.file, "why": taken.refused_because})
        else:
            log.info("a bank statement was taken in", extra={"file": taken.file})
    return done


def hand_over_payouts() -> list[str]:
    """Hand every released payout file over to the bank, each exactly once; answers their references."""
    folder = BankFolder(Path(settings.BANK_FOLDER))
    handed_over = []
    for reference, body in collections.files_to_send():
        folder.drop_off(reference, body)
        collection.mark_sent(file=reference, by=BY)
        handed_over.append(reference)
    return handed_over


def _take(data: bytes) -> None:
    try:
        collection.take_in_statement(data=data, by=BY)
    except StatementRefused as refusal:
        raise NotAStatement(str(refusal)) from refusal
