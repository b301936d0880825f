"""What is owed in a case, figure by figure."""

import datetime as dt

from childmaintenance.collection import settings
from childmaintenance.collection.models import Missed, Owing
from childmaintenance.collection.terms import InstalmentKind, Owed, OwedItem
from childmaintenance.foundation import clock


def owed(case: str) -> Owed:
    """Everything that fell due in a case and is not settled, oldest first; each figure is the sum of its items."""
    rows = list(
        Owing.objects.filter(books__case__reference=case)
        .select_related("instalment__plan")
        .order_by("due_on", "instalment_id")
    )
    missed = dict(
        Missed.objects.filter(instalment__in=[row.pk for row in rows]).values_list("instalment_id", "noticed_on")
    )
    items = tuple(_item(row, missed.get(row.pk)) for row in rows)
    return Owed(
        maintenance=sum(item.left_maintenance for item in items),
        fee=sum(item.left_fee for item in items),
        overdue=sum(item.left for item in items if item.overdue_since),
        items=items,
    )


def _item(row: Owing, noticed_on: dt.date | None) -> OwedItem:
    line = row.instalment
    late = row.due_on + dt.timedelta(days=settings.current().days_until_missed)
    charged = line.maintenance + line.fee
    return OwedItem(
        instalment=f"{line.plan.reference}.{line.number}",
        kind=InstalmentKind(line.kind),
        due_on=row.due_on,
        charged=charged,
        settled=charged - row.maintenance - row.fee,
        left_maintenance=row.maintenance,
        left_fee=row.fee,
        overdue_since=noticed_on or (late if late <= clock.today() and row.maintenance + row.fee > 0 else None),
    )
