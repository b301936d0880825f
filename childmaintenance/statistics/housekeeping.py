"""What is deleted when it has served its time: words after a year, hosts too few to tell apart after a day, old probes."""

import datetime as dt

from django.db import transaction
from django.db.models import F, Sum

from childmaintenance.foundation import clock
from childmaintenance.statistics import opinions, probing
from childmaintenance.statistics.counting.tally import OTHER
from childmaintenance.statistics.models import Count, Work
from childmaintenance.statistics.terms import LEAST, Measure

WORK_KEPT = dt.timedelta(days=400)


def forget() -> None:
    """Safe to repeat, and while pages are counted."""
    opinions.forget_words()
    probing.forget()
    Work.objects.filter(starts_at__lt=clock.now() - WORK_KEPT).delete()
    blur_hosts(before=clock.today())


@transaction.atomic
def blur_hosts(*, before: dt.date) -> int:
    """Of days that are over, keep no host that fewer than five people came from: they become "other". Returns how many."""
    few = Count.objects.filter(measure=Measure.ARRIVAL, day__lt=before).exclude(detail__in=(OTHER, "none"))
    rare = few.values("day", "detail").annotate(times=Sum("count")).filter(times__lt=LEAST)
    blurred = 0
    for host in list(rare):
        for row in few.filter(day=host["day"], detail=host["detail"]):
            kept, made = Count.objects.get_or_create(
                measure=Measure.ARRIVAL, day=row.day, page=row.page, detail=OTHER, defaults={"count": row.count}
            )
            if not made:
                Count.objects.filter(pk=kept.pk).update(count=F("count") + row.count)
            row.delete()
            blurred += 1
    return blurred
