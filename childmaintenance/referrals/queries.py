"""Questions about referrals. For the person they are about, and for caseworkers and team leaders; for nobody else."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import QuerySet

from childmaintenance.foundation import clock
from childmaintenance.privacy import consents
from childmaintenance.privacy.terms import Purpose
from childmaintenance.referrals.models import Referral, ReferralStep
from childmaintenance.referrals.terms import Item, Kind, NotTheirs, ReferralRecord, Standing, StepRecord

LAPSES_AFTER = dt.timedelta(days=60)
"""An offer that nobody answered: what would be told may be out of date."""


def referral(reference: str) -> ReferralRecord:
    """For staff. Raises KeyError."""
    found = _records(Referral.objects.filter(reference=reference))
    if not found:
        raise KeyError(reference)
    return found[0]


def referral_of(party: str, reference: str) -> ReferralRecord:
    """Somebody's own. Raises NotTheirs."""
    found = _records(Referral.objects.filter(reference=reference, party__reference=party))
    if not found:
        raise NotTheirs(reference)
    return found[0]


def referrals_of(party: str) -> list[ReferralRecord]:
    """All that somebody was ever offered, the newest first."""
    return _records(Referral.objects.filter(party__reference=party))


def unanswered(party: str) -> list[ReferralRecord]:
    """What somebody has been offered and has not answered yet, the newest first."""
    found = _records(Referral.objects.filter(party__reference=party, steps__isnull=True))
    return [one for one in found if one.standing is Standing.OFFERED]


def referrals_in(case: str) -> list[ReferralRecord]:
    """For staff: all that either parent was offered in a case, the newest first."""
    return _records(Referral.objects.filter(case__reference=case))


def waiting() -> list[ReferralRecord]:
    """For staff: what is agreed and not handed over, and what an organisation must be told to forget; the oldest first."""
    every = _records(Referral.objects.exclude(steps__kind__in=[Kind.DECLINED, Kind.TOLD_TO_FORGET]))
    return [one for one in reversed(every) if one.standing in (Standing.AGREED, Standing.TO_BE_FORGOTTEN)]


def _records(rows: QuerySet[Referral]) -> list[ReferralRecord]:
    return [_record(row) for row in rows.prefetch_related("steps").order_by("-id")]


def _record(row: Referral) -> ReferralRecord:
    steps = tuple(_step(step) for step in sorted(row.steps.all(), key=lambda one: one.number))
    told = {Item(name): words for name, words in row.told.items()}
    return ReferralRecord(
        reference=row.reference,
        case=row.case_id,
        party=row.party_id,
        organisation=row.organisation,
        called=row.called,
        topic=row.topic,
        why=row.why,
        language=row.language,
        told={item: told[item] for item in Item if item in told},
        offered_on=_day(row.offered_at),
        offered_by=row.offered_by,
        steps=steps,
        standing=_standing(_day(row.offered_at), steps),
    )


def _step(row: ReferralStep) -> StepRecord:
    return StepRecord(
        kind=Kind(row.kind),
        how=row.how,
        items=tuple(Item(one) for one in row.items),
        words=tuple(row.words),
        said_on=row.said_on,
        at=row.at,
        by=row.by,
    )


def _standing(offered_on: dt.date, steps: Iterable[StepRecord]) -> Standing:
    done = {step.kind: step for step in steps}
    if Kind.TOLD_TO_FORGET in done:
        return Standing.FORGOTTEN
    if Kind.WITHDRAWN in done:
        return Standing.TO_BE_FORGOTTEN if Kind.HANDED_OVER in done else Standing.WITHDRAWN
    if Kind.HANDED_OVER in done:
        return Standing.HANDED_OVER
    if Kind.DECLINED in done:
        return Standing.DECLINED
    if agreed := done.get(Kind.AGREED):
        over = agreed.said_on + consents.text(Purpose.REFERRAL).lasts < clock.today()
        return Standing.LAPSED if over else Standing.AGREED
    return Standing.LAPSED if offered_on + LAPSES_AFTER < clock.today() else Standing.OFFERED


def _day(moment: dt.datetime) -> dt.date:
    return moment.astimezone(clock.LONDON).date()
