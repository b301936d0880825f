"""What the calculation is made from, checked once at the door."""

from dataclasses import dataclass
from enum import Enum

from childmaintenance.law.provision import BadFact, Unknown
from childmaintenance.values import ZERO, Money, Territory

DAYS_IN_THE_LONGEST_YEAR = 366


class Benefit(Enum):
    """Which list of benefits the paying parent, or the partner, is on. Great Britain's regulation 44 gives the names."""

    NONE = "none"
    LISTED = "44(1)"
    MEANS_TESTED = "44(2)"
    MEANS_TESTED_BOTH_PAYING = "44(2)half"

    __hash__ = object.__hash__


class NilReason(Enum):
    """The descriptions of people who pay nothing: regulation 45(1), in Northern Ireland regulation 44(1)."""

    NONE = ""
    CHILD = "child"
    PRISONER = "prisoner"
    YOUNG_ON_BENEFIT = "age16_17_benefit"
    TRAINING = "training"
    CARE_HOME = "care_home"

    __hash__ = object.__hash__


class Rate(Enum):
    """The kind of rate that a result was made at."""

    NIL = "nil"
    FLAT = "flat"
    FLAT_HALF = "flat_half"
    REDUCED = "reduced"
    BASIC = "basic"
    BASIC_PLUS = "basic_plus"
    FLAT_PLUS_VARIATION = "flat_plus_variation"
    DEFAULT = "default"
    MINIMUM = "minimum"

    __hash__ = object.__hash__


@dataclass(frozen=True, slots=True)
class Child:
    """A qualifying child: nights in 12 months with the paying parent, and in the care of a local authority."""

    nights: int = 0
    local_authority_nights: int = 0

    def __post_init__(self) -> None:
        count("nights", self.nights, at_most=DAYS_IN_THE_LONGEST_YEAR)
        count("local_authority_nights", self.local_authority_nights, at_most=DAYS_IN_THE_LONGEST_YEAR)
        if self.nights + self.local_authority_nights > DAYS_IN_THE_LONGEST_YEAR:
            raise BadFact("local_authority_nights", "together with nights is more than a year has")


@dataclass(frozen=True, slots=True)
class ReceivingParent:
    """A person with care, by reference only, and the paying parent's children who live with them."""

    ref: str
    children: tuple[Child, ...]

    def __post_init__(self) -> None:
        if not isinstance(self.ref, str) or not self.ref.strip():
            raise BadFact("ref", "must be a reference that is not empty")
        if not isinstance(self.children, tuple) or not all(isinstance(child, Child) for child in self.children):
            raise BadFact("children", "must be children")
        if not self.children:
            raise BadFact("children", "must hold at least one child")


@dataclass(frozen=True, slots=True)
class Facts:
    """All that Schedule 1 asks about one paying parent on one day. Amounts are pounds a week.

    `gross_weekly_income` is UNKNOWN where nobody could find it out, and None where it makes no difference. The two agreed
    variation amounts are what was found just and equitable; their own tests are in `law.variations`.
    """

    receiving_parents: tuple[ReceivingParent, ...]
    territory: Territory = Territory.GB
    gross_weekly_income: Money | Unknown | None = None
    benefit: Benefit = Benefit.NONE
    nil_reason: NilReason = NilReason.NONE
    relevant_other_children: int = 0
    other_arrangement_children: int = 0
    special_expenses_weekly: Money = ZERO
    additional_income_weekly: Money = ZERO

    def __post_init__(self) -> None:
        _one_of("territory", self.territory, Territory)
        _one_of("benefit", self.benefit, Benefit)
        _one_of("nil_reason", self.nil_reason, NilReason)
        count("relevant_other_children", self.relevant_other_children)
        count("other_arrangement_children", self.other_arrangement_children)
        _not_less_than_nought("special_expenses_weekly", self.special_expenses_weekly)
        _not_less_than_nought("additional_income_weekly", self.additional_income_weekly)
        if self.gross_weekly_income is not None and not isinstance(self.gross_weekly_income, Unknown):
            _not_less_than_nought("gross_weekly_income", self.gross_weekly_income)
        _parents("receiving_parents", self.receiving_parents)

    @property
    def qualifying_children(self) -> int:
        """How many, with every receiving parent together: paragraph 10C(1)."""
        return sum([len(parent.children) for parent in self.receiving_parents])


def count(field: str, value: object, *, at_most: int = 99) -> None:
    """Refuse what is not a whole number from nought up to a limit, naming the field."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise BadFact(field, "must be a whole number")
    if not 0 <= value <= at_most:
        raise BadFact(field, f"must be from 0 to {at_most}")


def _one_of(field: str, value: object, kind: type[Enum]) -> None:
    if not isinstance(value, kind):
        raise BadFact(field, f"must be one of {', '.join(str(member.value) or '(empty)' for member in kind)}")


def _not_less_than_nought(field: str, value: object) -> None:
    if not isinstance(value, Money):
        raise BadFact(field, "must be an amount of money")
    if value < ZERO:
        raise BadFact(field, "must not be less than nought")


def _parents(field: str, parents: object) -> None:
    if not isinstance(parents, tuple) or not all(isinstance(parent, ReceivingParent) for parent in parents):
        raise BadFact(field, "must be receiving parents")
    if not parents:
        raise BadFact(field, "must hold at least one receiving parent")
    refs = [parent.ref for parent in parents]
    if len(set(refs)) != len(refs):
        raise BadFact(field, "must not name the same receiving parent twice")
