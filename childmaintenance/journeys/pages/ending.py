"""The last page: it is done, here is the reference, this is what happens next."""

from django.http import HttpResponse

from childmaintenance.journeys.pages.visit import Visit


def done(visit: Visit) -> HttpResponse:
    """The confirmation; it can be opened again for as long as the submission is remembered."""
    sent = visit.submission()
    if sent is None:
        visit.draft()  # somebody else's turns to not found, one that is gone says so
        return visit.go("tasks")
    return visit.show(visit.journey.confirmation, reference=sent.reference, submitted_at=sent.submitted_at)
