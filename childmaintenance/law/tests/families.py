"""Any family the law can be asked about, with the edges of every band well represented."""

from datetime import date

from hypothesis import settings
from hypothesis import strategies as st

from childmaintenance.law.liability import Benefit, Child, Facts, NilReason, ReceivingParent
from childmaintenance.values import Money, Territory

# The machine may be busy, so no example is refused for being slow.
thorough = settings(deadline=None, max_examples=200)
unhurried = settings(deadline=None)

EDGES = [
    0,
    499,
    500,
    501,
    699,
    700,
    701,
    9999,
    10000,
    10001,
    19999,
    20000,
    20001,
    79999,
    80000,
    80001,
    299999,
    300000,
    300001,
]
NIGHTS = [0, 51, 52, 103, 104, 155, 156, 174, 175, 366]
CARE = [0, 51, 52, 103, 104, 155, 156, 207, 208, 259, 260, 262, 263]

pence = st.sampled_from(EDGES) | st.integers(0, 500000)
incomes = pence.map(Money.pence)
nights = st.sampled_from(NIGHTS) | st.integers(0, 366)
in_care = st.just(0) | st.just(0) | st.sampled_from(CARE) | st.integers(0, 366)
days = st.sampled_from([date(2012, 12, 10), date(2013, 11, 24), date(2013, 11, 25), date(2026, 4, 1)])
extras = st.just(Money(0)) | st.just(Money(0)) | incomes


@st.composite
def children(draw: st.DrawFn) -> Child:
    with_parent = draw(nights)
    return Child(with_parent, min(draw(in_care), 366 - with_parent))


@st.composite
def receiving_parents(draw: st.DrawFn) -> tuple[ReceivingParent, ...]:
    refs = draw(st.sampled_from([("A",), ("A", "B"), ("B", "A", "C")]))
    return tuple(ReceivingParent(ref, tuple(draw(st.lists(children(), min_size=1, max_size=4)))) for ref in refs)


any_facts = st.builds(
    Facts,
    receiving_parents=receiving_parents(),
    territory=st.sampled_from(Territory),
    gross_weekly_income=incomes,
    benefit=st.just(Benefit.NONE) | st.sampled_from(Benefit),
    nil_reason=st.just(NilReason.NONE) | st.just(NilReason.NONE) | st.sampled_from(NilReason),
    relevant_other_children=st.integers(0, 5),
    other_arrangement_children=st.just(0) | st.integers(0, 4),
    special_expenses_weekly=extras,
    additional_income_weekly=extras,
)

# Without a variation, benefit or description: income alone decides.
plain_facts = st.builds(
    Facts,
    receiving_parents=receiving_parents(),
    territory=st.sampled_from(Territory),
    gross_weekly_income=incomes,
    relevant_other_children=st.integers(0, 5),
    other_arrangement_children=st.just(0) | st.integers(0, 4),
)
