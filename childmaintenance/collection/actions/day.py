"""The start of a day: go on with plans that end, charge what falls due, use what is held, notice what was missed."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef

from childmaintenance.cases import actions as cases
from childmaintenance.cases.terms import Service, TaskKind
from childmaintenance.collection import settings
from childmaintenance.collection.actions.allocation import allocate_waiting, settle_missed
from childmaintenance.collection.actions.plans import draw_next_period
from childmaintenance.collection.models import Instalment, Plan
from childmaintenance.collection.netting import net_credits
from childmaintenance.collection.terms import InstalmentKind
from childmaintenance.foundation import audit
from childmaintenance.foundation.actor import Actor
from childmaintenance.foundation.copying import copy_lines, nothing_collected, rows
from childmaintenance.foundation.outbox import announce
from childmaintenance.ledger import actions as ledger
from childmaintenance.ledger.terms import AccountKind, JournalKind, Posting

DUE = """
SELECT DISTINCT b.payer_id
FROM collection_instalment i
JOIN collection_plan l ON l.id = i.plan_id
JOIN collection_casebooks b ON b.id = l.books_id
WHERE i.due_on <= %s AND i.charged_on IS NULL AND i.cancelled_on IS NULL AND (l.service = %s OR i.kind <> 'regular')
ORDER BY 1 LIMIT %s
"""
LOCK = "SELECT id FROM collection_payer WHERE id = ANY(%s) ORDER BY id FOR NO KEY UPDATE"
CHARGE = """
UPDATE collection_instalment i SET charged_on = %s
FROM collection_plan l JOIN collection_casebooks b ON b.id = l.books_id
WHERE l.id = i.plan_id AND b.payer_id = ANY(%s) AND i.due_on <= %s AND i.charged_on IS NULL AND i.cancelled_on IS NULL
  AND (l.service = %s OR i.kind <> 'regular')
RETURNING i.id, l.reference || '.' || i.number, l.decision_id, i.kind, i.due_on, i.maintenance, i.fee, b.payer_id, b.id,
          b.owes_maintenance, b.owes_fee, b.due_maintenance
"""
OWING = ("instalment_id", "payer_id", "books_id", "due_on", "maintenance", "fee")
SHORT = """
SELECT o.instalment_id, l.reference || '.' || i.number, b.case_id, o.due_on, i.maintenance + i.fee, o.maintenance + o.fee
FROM collection_owing o
JOIN collection_instalment i ON i.id = o.instalment_id
JOIN collection_plan l ON l.id = i.plan_id
JOIN collection_casebooks b ON b.id = o.books_id
WHERE o.maintenance + o.fee > 0 AND o.due_on < %(today)s
  AND (o.due_on <= %(late)s OR EXISTS (
        SELECT FROM collection_instalment n
        WHERE n.plan_id = i.plan_id AND n.cancelled_on IS NULL AND n.due_on > o.due_on AND n.due_on <= %(today)s))
  AND NOT EXISTS (SELECT FROM collection_missed m WHERE m.instalment_id = o.instalment_id)
ORDER BY o.instalment_id LIMIT %(most)s
"""
NOTICED = """
INSERT INTO collection_missed (instalment_id, noticed_on, short, put_right_by)
SELECT * FROM unnest(%s::bigint[], %s::date[], %s::bigint[], %s::date[]) ON CONFLICT DO NOTHING RETURNING instalment_id
"""


def start_of_day(*, on: dt.date, by: Actor) -> None:
    """Do what the day brings, also what earlier days left undone. Safe to repeat, and to kill at any moment.

    `on` is not later than the clock's day.
    """
    notice = dt.timedelta(days=settings.current().days_before_first_payment)
    more = Instalment.objects.filter(plan=OuterRef("pk"), cancelled_on=None, due_on__gt=on + notice)
    ended = Plan.objects.filter(~Exists(more), covers_until=None, ends__lt=on, weekly__gt=0)
    for plan in ended.values_list("pk", flat=True):
        draw_next_period(plan=plan, by=by)
    while charge_due(on=on, by=by):
        pass
    allocate_waiting(by=by)
    while notice_missed(on=on, by=by):
        pass


@nothing_collected()
@transaction.atomic
def charge_due(*, on: dt.date, by: Actor, most: int | None = None) -> int:
    """Charge the next paying parents everything of theirs that is due and not charged; answers how many of them there were.

    What is charged twice at once is charged once: the paying parent's row is locked, and each journal has the instalment's key.
    """
    payers = [row[0] for row in rows(DUE, [on, Service.COLLECT_AND_PAY, most or settings.current().receipts_a_job])]
    if not payers:
        return 0
    rows(LOCK, [payers])
    charged = rows(CHARGE, [on, payers, on, Service.COLLECT_AND_PAY])
    if not charged:
        return len(payers)
    name = (AccountKind.FEES_CHARGED, "")
    fees_charged = ledger.open_accounts([name])[name]
    ledger.post_many([_posting(row, fees_charged) for row in charged], by=by)
    copy_lines(
        "collection_owing",
        OWING,
        [f"{row[0]}\t{row[7]}\t{row[8]}\t{row[4]}\t{row[5]}\t{row[6]}\n" for row in charged],
    )
    settle_missed(net_credits(payers), by=by)
    audit.record(by=by, act="collection.charge", about=f"{len(charged)} instalments")
    return len(payers)


def _posting(row: Sequence[Any], fees_charged: int) -> Posting:
    """The paying parent owes, the receiving parent is due, and the fee is ours; a credit is the other way round."""
    _, reference, decision, kind, due_on, maintenance, fee, _, _, owes_maintenance, owes_fee, due_maintenance = row
    owes = [(account, abs(pence)) for account, pence in ((owes_maintenance, maintenance), (owes_fee, fee)) if pence]
    due = [(account, abs(pence)) for account, pence in ((due_maintenance, maintenance), (fees_charged, fee)) if pence]
    if kind == InstalmentKind.CREDIT:
        journal, debit, credit = JournalKind.MAINTENANCE_CREDITED, due, owes
    else:
        journal, debit, credit = JournalKind.MAINTENANCE_DUE, owes, due
    return Posting(journal, due_on, f"due:{reference}", decision, debit, credit)


@transaction.atomic
def notice_missed(*, on: dt.date, by: Actor, most: int = 500) -> int:
    """Notice payments that are short after their time, once each: an event, and a task for a person. Answers how many."""
    now = settings.current()
    late = on - dt.timedelta(days=now.days_until_missed)
    short = rows(SHORT, {"today": on, "late": late, "most": most})
    put_right_by = on + dt.timedelta(days=now.days_to_put_right)
    new = rows(
        NOTICED,
        [[row[0] for row in short], [on] * len(short), [row[5] for row in short], [put_right_by] * len(short)],
    )
    noticed = {row[0] for row in new}
    for instalment, reference, case, due_on, due, left in short:
        if instalment in noticed:
            announce("PaymentMissed", instalment=reference)
            cases.open_task(
                kind=TaskKind.MISSED_PAYMENT,
                case=case,
                about=reference,
                reason={"due_on": due_on.isoformat(), "due_pence": due, "short_pence": left},
                key=f"missed:{reference}",
                by=by,
            )
    return len(noticed)
