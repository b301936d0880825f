"""What is owed in a case, figure by figure."""

import datetime as dt

from django.db.models import OuterRef, Subquery

from childmaintenance.collection import settings
from childmaintenance.collection.models import Missed, Owing
from childmaintenance.collection.terms import InstalmentKind, Owed, OwedItem
from childmaintenance.foundation import clock


def owed(case: str) -> Owed:
    """Everything that fell due in a case and is not settled, oldest first; each figure is the sum of its items."""
    return sum_of(owing(case))


def owing(case: str) -> list[Owing]:
    """For this room only: the rows behind what is owed, each with the day on which it was noticed as missed."""
    noticed = Missed.objects.filter(instalment=OuterRef("instalment")).values("noticed_on")
    rows = Owing.objects.filter(books__case__reference=case).select_related("instalment__plan")
    return list(rows.annotate(noticed_on=Subquery(noticed)).order_by("due_on", "instalment_id"))


def sum_of(rows: list[Owing]) -> Owed:
    """For this room only: what rows of a case come to."""
    items = tuple(_item(row) for row in rows)
    return Owed(
        maintenance=sum(item.left_maintenance for item in items),
        fee=sum(item.left_fee for item in items),
        overdue=sum(item.left for item in items if item.overdue_since),
        items=items,
    )


def _item(row: Owing) -> OwedItem:
    line, noticed_on = row.instalment, row.noticed_on  # type: ignore[attr-defined]
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
