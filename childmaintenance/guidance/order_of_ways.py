"""The ways to arrange maintenance, in the order that fits a family, each with the reasons for its place.

Agreeing it between the parents comes first, unless somebody is not safe: then nothing is offered that needs the other parent,
neither talking, nor somebody in between, nor an order that both ask for. Pure; knows no person, and keeps nothing.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Way(StrEnum):
    """What somebody can do."""

    FAMILY_BASED = "family_based"
    DIRECT_PAY = "direct_pay"
    COLLECT_AND_PAY = "collect_and_pay"
    CONSENT_ORDER = "consent_order"
    TOP_UP = "top_up"  # more than the service can decide: a court, beside the service's amount
    OPEN_CASE = "open_case"  # there is a case already: go on with it
    COURT = "court"  # an order exists, or somebody lives abroad: a court can act where the service cannot
    ADVICE = "advice"  # somebody who knows, beside whom nothing else is open


NEEDS_THE_OTHER_PARENT = frozenset({Way.FAMILY_BASED, Way.CONSENT_ORDER})
SERVICE = frozenset({Way.DIRECT_PAY, Way.COLLECT_AND_PAY})


class Because(StrEnum):
    """Why a way stands where it stands, or is not open. Pages have a sentence for each."""

    AGREED = "agreed"
    CAN_TALK = "can_talk"
    TRIED = "tried"
    CHEAPEST = "cheapest"
    NO_AGREEMENT_NEEDED = "no_agreement_needed"
    AMOUNT_BY_LAW = "amount_by_law"
    NO_FEE = "no_fee"
    STAYS_APART = "stays_apart"
    NOT_KEPT = "not_kept"
    CAN_BE_ENFORCED = "can_be_enforced"
    BANK_DETAILS_SHOWN = "bank_details_shown"
    SETTLING = "settling"
    BINDING = "binding"
    HIGH_INCOME = "high_income"
    SCHOOL_FEES = "school_fees"
    DISABILITY = "disability"
    HAS_CASE = "has_case"
    HAS_ORDER = "has_order"
    WORKS_NOW = "works_now"
    NOT_ALONE = "not_alone"
    # why something is not open
    NO_TALKING = "no_talking"
    MAY_NOT_APPLY = "may_not_apply"


class Talking(StrEnum):
    """How far the parents can talk about money."""

    AGREED = "agreed"
    COULD = "could"
    TRIED = "tried"
    CANNOT = "cannot"


class InPlace(StrEnum):
    """What there is now."""

    NOTHING = "nothing"
    WORKS = "works"  # agreed between them, and kept to
    NOT_KEPT = "not_kept"  # agreed between them, but not paid as agreed
    DIRECT_PAY = "direct_pay"
    COLLECT_AND_PAY = "collect_and_pay"
    COURT_ORDER = "court_order"


class Matter(StrEnum):
    """What a court may have to do with it."""

    SETTLING = "settling"
    HIGH_INCOME = "high_income"
    SCHOOL_FEES = "school_fees"
    DISABILITY = "disability"


@dataclass(frozen=True, kw_only=True)
class Situation:
    """What bears on the order. None: not asked, or nobody wanted to say."""

    at_risk: bool = False
    talking: Talking | None = None
    in_place: InPlace | None = None
    matters: frozenset[Matter] = field(default=frozenset())
    may_apply: bool | None = None
    """Whether the service may take an application; None where that was not asked."""


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A way, whether it is open, and why it stands where it does or is closed."""

    way: Way
    because: tuple[Because, ...]
    is_open: bool = True


def ways(situation: Situation) -> tuple[Offer, ...]:
    """Every way worth naming: those that are open, the best first, then those that are not. There is always one that is open."""
    offers = [*_already(situation), *_together(situation), *_service(situation), *_court(situation)]
    if not any(offer.is_open for offer in offers):
        offers.append(Offer(way=Way.ADVICE, because=(Because.NOT_ALONE,)))
    return tuple(sorted(offers, key=lambda offer: not offer.is_open))


def _already(situation: Situation) -> list[Offer]:
    """What exists is looked at before something new is begun."""
    if situation.in_place in (InPlace.DIRECT_PAY, InPlace.COLLECT_AND_PAY):
        return [Offer(way=Way.OPEN_CASE, because=(Because.HAS_CASE,))]
    if situation.in_place == InPlace.COURT_ORDER:
        return [Offer(way=Way.COURT, because=(Because.HAS_ORDER,))]
    return []


def _together(situation: Situation) -> list[Offer]:
    """What the parents do between them: never for somebody who is not safe, not even to say that it is closed."""
    if situation.at_risk:
        return []
    if situation.talking == Talking.CANNOT:
        return [Offer(way=Way.FAMILY_BASED, because=(Because.NO_TALKING,), is_open=False)]
    reasons = {
        Talking.AGREED: (Because.AGREED,),
        Talking.COULD: (Because.CAN_TALK,),
        Talking.TRIED: (Because.TRIED,),
        None: (),
    }[situation.talking]
    works = (Because.WORKS_NOW,) if situation.in_place == InPlace.WORKS else ()
    return [
        Offer(way=Way.FAMILY_BASED, because=(*works, *reasons, Because.CHEAPEST)),
        *(
            [Offer(way=Way.CONSENT_ORDER, because=(Because.SETTLING, Because.BINDING))]
            if Matter.SETTLING in situation.matters
            else []
        ),
    ]


def _service(situation: Situation) -> list[Offer]:
    """The two forms of the service. Collecting comes first for who must stay apart, or was not paid."""
    if situation.in_place in (InPlace.DIRECT_PAY, InPlace.COLLECT_AND_PAY):
        return []
    if situation.may_apply is False:
        return [
            Offer(way=way, because=(Because.MAY_NOT_APPLY,), is_open=False)
            for way in (Way.DIRECT_PAY, Way.COLLECT_AND_PAY)
        ]
    not_kept = situation.in_place == InPlace.NOT_KEPT
    collect = Offer(
        way=Way.COLLECT_AND_PAY,
        because=(
            *([Because.STAYS_APART] if situation.at_risk else []),
            *([Because.NOT_KEPT] if not_kept else []),
            Because.CAN_BE_ENFORCED,
        ),
    )
    direct = Offer(
        way=Way.DIRECT_PAY,
        because=(
            Because.AMOUNT_BY_LAW,
            Because.NO_FEE,
            Because.BANK_DETAILS_SHOWN if situation.at_risk else Because.NO_AGREEMENT_NEEDED,
        ),
    )
    return [collect, direct] if situation.at_risk or not_kept else [direct, collect]


def _court(situation: Situation) -> list[Offer]:
    """What only a court can add: more than the law's highest amount, school fees, the costs of a disability."""
    reasons = [
        because
        for matter, because in (
            (Matter.HIGH_INCOME, Because.HIGH_INCOME),
            (Matter.SCHOOL_FEES, Because.SCHOOL_FEES),
            (Matter.DISABILITY, Because.DISABILITY),
        )
        if matter in situation.matters
    ]
    return [Offer(way=Way.TOP_UP, because=tuple(reasons))] if reasons else []
