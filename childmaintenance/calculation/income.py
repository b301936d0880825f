"""Which weekly income counts: the tax authority's figure, or what a caseworker found since it was asked."""

from fractions import Fraction

from childmaintenance.calculation import queries
from childmaintenance.calculation.terms import IncomeBasis, Missing, SourcedFact


def income_fact(paying_parent: str) -> SourcedFact | Missing:
    """The weekly income with its source. Missing while the tax authority has not answered, or a person has to find it.

    A year's figure becomes a week's by dividing by 365 and multiplying by 7, in leap years too (SI 2012/2677 reg
    35(1)(c)).
    """
    question = queries.newest_income_question(paying_parent)
    if question is None:
        return Missing(name="income")
    if finding := queries.newest_income_finding(paying_parent, question.asked_at):
        return SourcedFact(
            name="income",
            value="unknown" if finding.basis == IncomeBasis.DEFAULT else _pounds(Fraction(finding.weekly_pence, 100)),
            standing="found",
            source=finding.basis,
            as_of=finding.found_at.date().isoformat(),
            because=finding.because,
        )
    if question.told is None:
        return Missing(name="income")
    return SourcedFact(
        name="income",
        value=_pounds(Fraction(question.told.total, 100) / 365 * 7),
        standing="held",
        source=f"hmrc:{question.told.source}",
        as_of=question.told.tax_year,
        yearly_pence=question.told.total,
    )


def _pounds(amount: Fraction) -> str:
    """Pounds with twelve decimals.

    A figure divided by 365 that does not end never leads to an exact half penny (73 stays below the line through every
    step of the Schedule), so cutting it here cannot turn a rounding; one that ends fits whole.
    """
    scaled = round(amount * 10**12)
    whole, rest = divmod(scaled, 10**12)
    return f"{whole}.{rest:012d}".rstrip("0").rstrip(".") if rest else f"{whole}.00"
