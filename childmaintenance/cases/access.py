"""Who may open a case."""

from childmaintenance.cases import queries
from childmaintenance.cases.terms import CaseRecord, NotYours


def case_for(party: str, case: str) -> CaseRecord:
    """The case, if this party is one of its two parents. Raises NotYours, also when there is no such case."""
    try:
        record = queries.case(case)
        record.side_of(party)
    except KeyError as unknown:
        raise NotYours(case) from unknown
    return record
