"""From who said what to what stands. Nothing is stored about agreement or dispute: it is read off the statements."""

from collections.abc import Iterable

from childmaintenance.cases.terms import FactKind, FactRecord, Said, Source, Standing


def settle(kind: FactKind, child: str, said: Iterable[Said]) -> FactRecord:
    """The newest finding of a caseworker counts; then what both parents say alike; then what only one has said.

    Two parents who differ leave the fact disputed, with no value, until somebody finds it (SI 2012/2677 regs 46-47 for
    nights). A wish for a service is never disputed away: pages show both wishes and a person chooses.
    """
    in_order = tuple(sorted(said, key=lambda one: one.said_at))
    newest = {one.source: one for one in in_order}
    found = newest.get(Source.CASEWORKER)
    parents = [newest[source] for source in (Source.RECEIVING_PARENT, Source.PAYING_PARENT) if source in newest]
    if found is not None:
        standing, value, source = Standing.FOUND, found.value, Source.CASEWORKER
    elif len(parents) == 1:
        standing, value, source = Standing.STATED, parents[0].value, parents[0].source
    elif parents[0].value == parents[1].value:
        standing, value, source = Standing.AGREED, parents[0].value, None
    else:
        standing, value, source = Standing.DISPUTED, None, None
    return FactRecord(kind=kind, child=child, standing=standing, value=value, source=source, said=in_order)
