"""Opening a case as staff: found or not found, and written down either way."""

from django.http import Http404, HttpRequest

from childmaintenance.accounts.access import actor_of
from childmaintenance.cases import queries as cases
from childmaintenance.cases.terms import CaseRecord
from childmaintenance.foundation import audit


def opened(request: HttpRequest, reference: str, *, why: str) -> CaseRecord:
    """The case, with the read of both parents recorded. Raises Http404 for a reference that is no case."""
    try:
        record = cases.case(reference)
    except KeyError as unknown:
        audit.refused(by=actor_of(request), about="a case that does not exist", why=why)
        raise Http404 from unknown
    for party in (record.receiving_parent, record.paying_parent):
        audit.read(by=actor_of(request), about=party, why=why, case=reference)
    return record
